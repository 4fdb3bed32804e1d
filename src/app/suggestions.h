// What is offered below the search field: completions of the word at the caret, recent queries, likeness to a text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "search/engine.h"
#include "ui/ui.h"

namespace paperdeck::app {

// `caret` counts bytes of `query`. Empty where nothing can be completed, or all is written.
std::vector<ui::Suggestion> suggestions_for(const SearchEngine& engine, std::string_view query, std::size_t caret);

// The last queries that the reader asked, newest first; kept as one setting.
std::vector<std::string> recent_queries();
void remember_query(const std::string& query);
void forget_queries();
// They, and the choice to forget them.
std::vector<ui::Suggestion> recent_suggestions();

}  // namespace paperdeck::app
