// What a query's words ask a text for, cut as the text's own words are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/query.h"
#include "search/tokens.h"

namespace paperdeck {

// A run of the query: its parts one after the other, or one word that is all of them joined.
struct RunPattern {
    std::vector<std::string> parts;
    std::string whole;       // the joined parts; empty where a run of more than one part has none (Chinese)
    bool is_prefix = false;  // of the last part, and of the whole
    bool is_cjk = false;
};

// Runs one after the other. None: asks for nothing.
struct WordPattern {
    SearchField field = SearchField::kAnywhere;
    std::vector<RunPattern> runs;

    bool is_single() const { return runs.size() == 1 && runs[0].parts.size() == 1; }
};

WordPattern pattern_of(SearchField field, std::string_view text, bool is_prefix);

inline bool fits(std::string_view word, std::string_view asked, bool is_prefix)
{
    return is_prefix ? word.substr(0, asked.size()) == asked : word == asked;
}

}  // namespace paperdeck
