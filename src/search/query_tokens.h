// The parts of a query as they stand in its text; what parsing and editing a query share.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "search/query.h"

namespace paperdeck {

struct QueryToken {
    enum class Kind { kWords, kFilter, kSort };
    Kind kind = Kind::kWords;
    std::size_t begin = 0;  // bytes of the query
    std::size_t end = 0;
    std::vector<QueryWord> words;  // kWords: one, but for a field with brackets that was no filter
    QueryFilter filter;            // kFilter: values in the order written, in canonical form
    Sort sort = Sort::kListed;     // kSort
};

// In the order of the text; no two overlap and only blanks stand between them.
std::vector<QueryToken> query_tokens(std::string_view text);

// The one form of a filter's value that all ways of writing it have: "CS.cv" → "cs.CV", "maths" → "math".
// Empty for what is no value of the field.
std::string canonical_value(QueryFilter::Field field, std::string_view value);

}  // namespace paperdeck
