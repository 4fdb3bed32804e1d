// Selecting text in a laid-out paragraph: from a point to a place in its source, from a stretch of the
// source to what it covers on each line. Mathematics that is set is reached and covered as a whole, as Piece says.
#pragma once

#include <cstdint>
#include <optional>

#include "text/font_metrics.h"
#include "text/paragraph.h"
#include "text/source_range.h"

namespace paperdeck {

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

}  // namespace paperdeck
