// Selecting text in a laid-out paragraph: from a point to a place in its source, from a stretch of the
// source to what it covers on each line, and what a stretch is on the clipboard.
//
// Places are byte offsets in StyledText::text, so that they outlive any layout. Mathematics that is set
// is reached and covered as a whole, as Piece says.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "digest/styled_text.h"
#include "text/font_metrics.h"
#include "text/paragraph.h"

namespace paperdeck {

// Bytes [begin, end) of a StyledText::text.
struct SourceRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    bool empty() const { return begin >= end; }
    friend bool operator==(const SourceRange&, const SourceRange&) = default;
};

enum class Snap : std::uint8_t {
    kNearest,  // the edge of a glyph that is nearest: where a caret would go
    kUnder,    // the beginning of the glyph under the point: what a double click means
};

// The place at (x, y) px from the paragraph's top left; points beside it count for the nearest line.
std::uint32_t offset_at(const Paragraph& paragraph, const FontMetrics& metrics, float x_px, float y_px, Snap snap);

// What `range` covers of a line, from the paragraph's left edge; nothing where it covers none of it.
struct Stretch {
    float x_px = 0;
    float width_px = 0;
};
std::optional<Stretch> stretch_of(const Paragraph& paragraph, const Line& line, SourceRange range, const FontMetrics& metrics);

// The line that `offset` is on, and how far from the paragraph's left edge.
struct CaretPlace {
    std::size_t line = 0;
    float x_px = 0;
};
CaretPlace caret_place(const Paragraph& paragraph, std::uint32_t offset, const FontMetrics& metrics);

// What of the source is drawn: all of it unless the paragraph is cut.
SourceRange shown_range(const Paragraph& paragraph);

// The word around the character at `offset`: letters and digits of any script with the apostrophes,
// hyphens and decimal points between them; a run of ideographs or of kana; a span of mathematics; blanks;
// else the one character.
SourceRange word_at(const StyledText& text, std::uint32_t offset);

// Where an arrow key leads from `offset`: over one character with the marks on it, or over a formula; by words, to the
// end of the word at or after it and to the beginning of the one at or before it. The text's own ends go nowhere.
std::uint32_t place_after(const StyledText& text, std::uint32_t offset, bool is_by_word);
std::uint32_t place_before(const StyledText& text, std::uint32_t offset, bool is_by_word);

// The text between the line breaks around `offset`.
SourceRange paragraph_at(const StyledText& text, std::uint32_t offset);

// The stretch as a person wants it on the clipboard: mathematics as "$…$" in its TeX source, dollars as
// they are, characters that only say where a line may end left out. The range may be any.
std::string copied_text(const StyledText& text, SourceRange range);

}  // namespace paperdeck
