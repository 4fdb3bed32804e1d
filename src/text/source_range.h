// Places and stretches in a text, whatever its layout: words, the steps of a caret, and what a stretch is on the
// clipboard. Places are byte offsets in StyledText::text, so that they outlive any layout.
#pragma once

#include <cstdint>
#include <string>

#include "digest/styled_text.h"

namespace paperdeck {

// Bytes [begin, end) of a StyledText::text.
struct SourceRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    bool empty() const { return begin >= end; }
    friend bool operator==(const SourceRange&, const SourceRange&) = default;
};

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
