#include "search/query_tree.h"

#include <algorithm>

namespace paperdeck {
namespace {

using Kind = QueryNode::Kind;

// Filters, then what filters leave out, then all else in the order typed.
int rank(const QueryNode& node)
{
    if (node.kind == Kind::kFilter) return 0;
    return node.kind == Kind::kNot && node.children[0].kind == Kind::kFilter ? 1 : 2;
}

bool stands_before(const QueryNode& a, const QueryNode& b)
{
    if (rank(a) != rank(b)) return rank(a) < rank(b);
    if (rank(a) == 2) return false;
    const QueryFilter& x = a.kind == Kind::kNot ? a.children[0].filter : a.filter;
    const QueryFilter& y = b.kind == Kind::kNot ? b.children[0].filter : b.filter;
    return x.field != y.field ? x.field < y.field : x.values < y.values;
}

void merge_values(std::vector<std::string>& into, std::vector<std::string>& values)
{
    for (std::string& value : values) {
        const auto at = std::lower_bound(into.begin(), into.end(), value);
        if (at == into.end() || *at != value) into.insert(at, std::move(value));
    }
}

}  // namespace

void add_child(QueryNode& group, QueryNode&& child)
{
    if (child.kind == group.kind) {
        for (QueryNode& grandchild : child.children) add_child(group, std::move(grandchild));
        return;
    }
    const bool may_merge = child.kind == Kind::kFilter && (group.kind == Kind::kOr || child.filter.field == QueryFilter::Field::kId);
    std::size_t place = group.children.size();
    for (std::size_t i = group.children.size(); i-- > 0;) {
        QueryNode& other = group.children[i];
        if (may_merge && other.kind == Kind::kFilter && other.filter.field == child.filter.field) return merge_values(other.filter.values, child.filter.values);
        if (other == child) return;
        if (stands_before(child, other)) place = i;
    }
    group.children.insert(group.children.begin() + static_cast<std::ptrdiff_t>(place), std::move(child));
}

bool is_filter_part(const QueryNode& node) { return rank(node) < 2; }

bool unwrap(QueryNode& group)
{
    if (group.children.size() == 1) {
        QueryNode only = std::move(group.children[0]);
        group = std::move(only);
        return true;
    }
    return !group.children.empty();
}

void negate(QueryNode& node)
{
    QueryNode inner = std::move(node);
    node = QueryNode();
    if (inner.kind == Kind::kNot) {
        node = std::move(inner.children[0]);
        return;
    }
    node.kind = Kind::kNot;
    node.children.push_back(std::move(inner));
}

std::size_t requirement_count(const QueryNode& root) { return root.kind == Kind::kAnd ? root.children.size() : 1; }

const QueryNode& requirement(const QueryNode& root, std::size_t i) { return root.kind == Kind::kAnd ? root.children[i] : root; }

}  // namespace paperdeck
