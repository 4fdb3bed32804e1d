// What the reader could mean to write where the caret stands, and which bytes a choice takes the place of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace paperdeck {

struct QueryCompletion {
    enum class What : std::uint8_t { kNothing, kField, kCategory, kAuthor, kTag, kHas, kIs, kSort, kWord };
    What what = What::kNothing;
    std::size_t begin = 0;  // with the quote that it begins with
    std::size_t end = 0;
    std::string typed;  // before the caret, without quote
};

// `caret` counts bytes. "ti" → kField: a field's name begins so (it may be a word as well); "author:Ka" → kAuthor, "Ka";
// "cat:(cs.CV OR " → kCategory, "". Nothing where all is written, as after a blank or the quote that closes.
QueryCompletion completion_at(std::string_view text, std::size_t caret);

// The names of fields (without colon) and of the values of has:, is: and sort: that begin with what was typed; none
// for the rest, which the library knows.
std::vector<std::string_view> completed_names(const QueryCompletion& completion);

}  // namespace paperdeck
