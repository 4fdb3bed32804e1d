// What of a line is a paper's title, and what stands around it: numbers, links that only say what is behind
// them, ids in brackets, and what parts them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "digest/arxiv.h"
#include "digest/paper.h"
#include "digest/styled_text.h"

namespace paperdeck {

using TextRange = std::pair<std::size_t, std::size_t>;

// True for the words of a link that only say what is behind it, and so are no part of the title.
bool is_link_sign(std::string_view anchor);

// Where links stand that only say what is behind them.
std::vector<TextRange> link_signs(const StyledText& text);

// The text without `gone` (in order) and what parted it from the rest; links are no part of a title.
StyledText without_ranges(const StyledText& text, const std::vector<TextRange>& gone);

// A number at the start of a line and the length of it with what belongs to it: "26.", "[26]", "#26:",
// "[new 026]". `expected` is one more than the last: "2.5D vision" is a title, "3.3D" behind 2 is number 3.
struct NumberPrefix {
    int number = 0;
    std::size_t length = 0;  // 0: none
    Kind kind = Kind::kUnknown;
};
NumberPrefix number_prefix(std::string_view text, int expected);

// "(arXiv:2103.06255v2 [cs.CV] UPDATED)" in words, without a link: in brackets or first of all. Elsewhere it
// belongs to the title ("Comment on arXiv:2511.21731v1").
struct NamedId {
    std::optional<ArxivId> id;
    std::size_t begin = 0, end = 0;  // with its brackets' inside
    std::string_view behind;         // what the bracket says more: "[cs.CV] UPDATED"
};
NamedId find_named_id(std::string_view text);

// Bytes at the end or start of `text` that part a title from the signs beside it: "|", "·", "-", brackets
// left empty.
std::size_t separator_at_end(std::string_view text);
std::size_t separator_at_start(std::string_view text);

}  // namespace paperdeck
