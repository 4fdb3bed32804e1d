// What a search did that was not asked for, in sentences: the same for the line above the results and the command line.
#pragma once

#include <string>
#include <vector>

#include "search/engine.h"

namespace paperdeck {

// Other spellings that are shown, parts that were left out, hints: "No match for “grpah”: showing “graph”." Empty when
// the results are just what the text says. `is_typed_on`: more may follow, so what is half typed is no news.
std::vector<std::string> notes_of(const Query& query, const SearchResult& result, bool is_typed_on);

}  // namespace paperdeck
