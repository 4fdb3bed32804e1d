// What md4c would misread, shielded from it: a copy of the source in which those bytes are replaced by
// a byte that means nothing to Markdown, at the same offsets. md4c tells structure by the copy; text is
// then taken from the source by offset, so nothing is lost and nothing has to be put back.
//
// Shielded are: maths ($…$, $$…$$, \(…\), \[…\]) with all the *, _, |, < and \ in it; the backquotes of
// TeX quotes (``so''), that would open code; TeX accents (R\'enyi), whose backslash Markdown eats; a
// single * or ~ inside a word or before a number (A*B, ~1%); a line of dashes below a line of text too
// long for a heading, which it would make of it. HTML comments, scripts and style sheets are taken out
// altogether.
//
// md4c has maths spans of its own, but they begin only after white space or punctuation ("AP$^r$" is
// none), pair the dollars of prices, and do not reach over a pipe in a table.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace paperdeck {

// A stretch [begin, end) of the source that is maths, delimiters included.
struct MathsRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint8_t delimiter_size = 1;  // 1 for $, 2 for $$, \( and \[
    bool is_display = false;
};

struct ShieldedMarkdown {
    std::string for_parser;         // same size as the source; what md4c gets
    std::string cleaned;            // same size as the source, where something was taken out; else empty
    std::vector<MathsRange> maths;  // in order, not overlapping

    std::string_view source_or(std::string_view source) const { return cleaned.empty() ? source : std::string_view(cleaned); }
};

// Linear in the input: where dollars or quotes without a partner make too much work, the rest of them
// stays text.
ShieldedMarkdown shield_markdown(std::string_view source);

}  // namespace paperdeck
