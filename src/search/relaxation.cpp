#include "search/relaxation.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "search/query_parts.h"
#include "search/query_tree.h"

namespace paperdeck {
namespace {

constexpr std::size_t kMostTried = 8;

// A query with something left out.
struct Less {
    std::string query;
    std::string dropped;
};

std::vector<Less> without_each_part(std::string_view text)
{
    std::vector<Less> out;
    const auto parts = query_parts(text);
    if (parts.size() < 2) return out;
    for (std::size_t i = 0; i < std::min(parts.size(), kMostTried); ++i) out.push_back({without_part(text, i), std::string(parts[i])});
    return out;
}

// The alternatives without what is written `dropped`. One that asks for nothing else keeps it.
QueryNode without(const QueryNode& alternatives, std::string_view dropped)
{
    QueryNode rest;
    rest.kind = QueryNode::Kind::kOr;
    for (const QueryNode& alternative : alternatives.children) {
        QueryNode kept;
        for (std::size_t i = 0; i < requirement_count(alternative); ++i)
            if (part_to_text(requirement(alternative, i)) != dropped) add_child(kept, QueryNode(requirement(alternative, i)));
        add_child(rest, unwrap(kept) ? std::move(kept) : QueryNode(alternative));
    }
    unwrap(rest);
    return rest;
}

std::vector<Less> without_each_requirement(Query query)
{
    std::vector<Less> out;
    const QueryNode alternatives = std::move(query.root);
    for (const QueryNode& alternative : alternatives.children) {
        const std::size_t count = requirement_count(alternative);
        for (std::size_t i = 0; count > 1 && i < count && out.size() < kMostTried; ++i) {
            std::string dropped = part_to_text(requirement(alternative, i));
            if (std::any_of(out.begin(), out.end(), [&](const Less& less) { return less.dropped == dropped; })) continue;
            query.root = without(alternatives, dropped);
            out.push_back({to_text(query), std::move(dropped)});
        }
    }
    return out;
}

}  // namespace

void relax(SearchEngine& engine, std::string_view text, SearchResult& result)
{
    if (!result.papers.empty() || !result.relaxations.empty()) return;
    Query query = parse_query(text);
    const bool has_alternatives = query.root.kind == QueryNode::Kind::kOr;
    std::vector<Less> all = has_alternatives ? without_each_requirement(std::move(query)) : without_each_part(text);
    for (Less& less : all) {
        const std::uint32_t count = engine.count(parse_query(less.query));
        if (count > 0) result.relaxations.push_back({std::move(less.query), std::move(less.dropped), count});
    }
    std::stable_sort(result.relaxations.begin(), result.relaxations.end(),
                     [](const Relaxation& a, const Relaxation& b) { return a.count > b.count; });
}

}  // namespace paperdeck
