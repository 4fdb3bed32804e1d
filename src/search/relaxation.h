// What would find something where a query finds nothing.
#pragma once

#include <string_view>

#include "search/engine.h"

namespace paperdeck {

// Fills result.relaxations, most papers first, where the result is empty and the engine has not done so: each part
// of the query is left out once. Fewer alternatives find no more, so `a b OR c d` stays two, and each word is left out
// wherever another one is asked for with it: `b OR c d`. At most eight searches, whatever the query.
void relax(SearchEngine& engine, std::string_view text, SearchResult& result);

}  // namespace paperdeck
