// Reads a query's text; what parsing, editing and completing a query share.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "search/query.h"
#include "search/query_names.h"

namespace paperdeck {

// One of the parts that stand side by side at the top of a text and must all hold.
struct QueryPiece {
    std::size_t begin = 0;
    std::size_t end = 0;
    QueryNode node;
    bool has_sort = false;  // inside, where it is no part of the node
};

// Where things stand in the text.
struct QueryTrace {
    std::vector<QueryPiece> pieces;  // one, the whole text, where alternatives stand at the top
    std::vector<QueryChip> chips;
    bool has_alternatives = false;   // at the top
    bool has_stray_bracket = false;  // one that closes and nothing opened it
    bool is_open = false;            // a bracket or a quote does not close
    bool is_typing = false;          // the last word is still being typed
    bool is_half_typed = false;      // and asks for nothing yet

    // The last value or word: what a reader at the end of the text is writing.
    const QueryField* last_field = nullptr;  // of it; nullptr for none
    std::size_t last_begin = 0;              // with its quote
    std::size_t last_end = 0;
};

// As parse_query(); fills `trace` where one is given.
Query parse_query(std::string_view text, QueryTrace* trace);

inline constexpr int kDeepestBracket = 20;

}  // namespace paperdeck
