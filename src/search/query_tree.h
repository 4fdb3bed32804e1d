// Building a query's tree so that it is in normal form from the start.
#pragma once

#include <string>

#include "search/query.h"

namespace paperdeck {

// Adds `child` to `group` (kAnd, kOr): groups of the same kind are taken apart, filters stand in front in their order,
// what is there already is left out. Alternatives by filters of one field become one filter; so do ids that stand
// side by side, for no paper has two.
void add_child(QueryNode& group, QueryNode&& child);

// A group of one is that one. False for a group of none, which asks for nothing.
bool unwrap(QueryNode& group);

// True for filters and what filters leave out, which stand in front of all else.
bool is_filter_part(const QueryNode& node);

// Turns `node` round: NOT NOT a is a.
void negate(QueryNode& node);

// What all results of a tree must pass: its children where it is kAnd, else itself.
std::size_t requirement_count(const QueryNode& root);
const QueryNode& requirement(const QueryNode& root, std::size_t i);

// The normal form of `node` as it stands among others that must hold: alternatives in brackets.
std::string part_to_text(const QueryNode& node);

}  // namespace paperdeck
