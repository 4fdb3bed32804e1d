#include "search/query_edit.h"

#include <algorithm>

#include "search/query_lexer.h"
#include "search/query_tree.h"

namespace paperdeck {
namespace {

using Kind = QueryNode::Kind;
using Field = QueryFilter::Field;

bool contains(const QueryFilter& filter, std::string_view value)
{
    return std::find(filter.values.begin(), filter.values.end(), value) != filter.values.end();
}

bool is_nothing(const QueryNode& node) { return node.kind == Kind::kAnd && node.children.empty(); }

bool has_typing(const QueryNode& node)
{
    return node.is_typing || std::any_of(node.children.begin(), node.children.end(), has_typing);
}

QueryNode author_node(std::string_view name)
{
    QueryNode node;
    node.kind = Kind::kWords;
    node.field = SearchField::kAuthors;
    node.is_phrase = true;
    node.text = canonical_value(Field::kTag, name);  // without quotes and with one blank each, as in a tag
    return node;
}

}  // namespace

QueryEdit::QueryEdit(std::string_view text) : text_(text), query_(parse_query(text, &trace_))
{
    for (QueryPiece& piece : trace_.pieces) {
        const bool is_whole = trace_.has_alternatives;
        // What leaves an end open cannot stand before others, and what holds a sort would keep it.
        const bool is_filter = is_filter_part(piece.node);
        const bool is_last_open = trace_.is_open && piece.end >= text.size();
        bool is_as_written = !piece.has_sort && !(is_filter && is_last_open);
        if (is_whole) is_as_written = is_as_written && piece.node.kind == Kind::kOr && !trace_.has_stray_bracket;
        const std::string_view written = without_blanks_around(text.substr(piece.begin, piece.end - piece.begin));
        parts_.push_back({std::move(piece.node), is_as_written ? written : std::string_view()});
    }
}

void QueryEdit::add(QueryNode node) { parts_.insert(parts_.begin(), {std::move(node), {}}); }

void QueryEdit::add_filter(Field field, std::string value)
{
    QueryNode node;
    node.kind = Kind::kFilter;
    node.filter = {field, {std::move(value)}};
    add(std::move(node));
}

void QueryEdit::remove_part(std::size_t part) { parts_[part] = {}; }

// `change` says whether it changed a filter; a filter without values goes away.
template <typename Change>
void QueryEdit::change_filters(Field field, Change change)
{
    const auto change_one = [&](QueryNode& node) { return node.kind == Kind::kFilter && node.filter.field == field && change(node.filter); };
    for (Part& part : parts_) {
        bool is_changed = change_one(part.node);
        if (part.node.kind == Kind::kAnd)
            for (QueryNode& child : part.node.children) is_changed = change_one(child) || is_changed;
        if (!is_changed) continue;
        QueryNode rest;
        for (std::size_t i = 0; i < requirement_count(part.node); ++i) {
            QueryNode child = requirement(part.node, i);
            if (child.kind != Kind::kFilter || !child.filter.values.empty()) add_child(rest, std::move(child));
        }
        unwrap(rest);
        part = {std::move(rest), {}};
    }
}

bool QueryEdit::join(Field field, const std::string& value)
{
    std::vector<std::string> first;
    change_filters(field, [&](QueryFilter& filter) {
        if (first.empty()) first = filter.values;
        if (filter.values != first) return false;  // one that says the same again follows
        filter.values.insert(std::lower_bound(filter.values.begin(), filter.values.end(), value), value);
        return true;
    });
    return !first.empty();
}

void QueryEdit::remove(Field field, const std::string& value)
{
    change_filters(field, [&](QueryFilter& filter) {
        const auto at = std::find(filter.values.begin(), filter.values.end(), value);
        if (at == filter.values.end()) return false;
        filter.values.erase(at);
        return true;
    });
}

void QueryEdit::remove_all(Field field)
{
    change_filters(field, [](QueryFilter& filter) {
        filter.values.clear();
        return true;
    });
}

void QueryEdit::remove(const QueryNode& node)
{
    for (Part& part : parts_) {
        QueryNode rest;
        bool is_changed = false;
        for (std::size_t i = 0; i < requirement_count(part.node); ++i) {
            QueryNode child = requirement(part.node, i);
            if (child == node) is_changed = true;
            else add_child(rest, std::move(child));
        }
        if (!is_changed) continue;
        unwrap(rest);
        part = {std::move(rest), {}};
    }
}

std::string QueryEdit::take()
{
    std::string filters, words;
    const auto append = [](std::string& out, std::string_view piece) {
        if (!out.empty() && !piece.empty()) out += ' ';
        out += piece;
    };
    std::size_t count = 0;
    bool is_typing = false;
    for (const Part& part : parts_) {
        count += is_nothing(part.node) ? 0 : 1;
        is_typing = is_typing || has_typing(part.node);
    }
    for (const Part& part : parts_) {
        if (is_nothing(part.node)) continue;
        std::string& out = is_filter_part(part.node) ? filters : words;
        const bool is_alternatives = trace_.has_alternatives && part.node.kind == Kind::kOr;
        if (part.written.empty()) append(out, is_alternatives && count == 1 ? to_text(part.node) : part_to_text(part.node));
        else if (!is_alternatives || count == 1) append(out, part.written);
        else append(out, "(" + std::string(part.written) + (trace_.is_open || is_typing ? "" : ")"));
    }
    if (query_.sort) append(filters, "sort:" + std::string(name_of(*query_.sort)));
    append(filters, words);
    if (!is_typing) {
        QueryTrace trace;
        parse_query(filters, &trace);
        if (trace.is_typing) filters += ' ';
    }
    return filters;
}

std::vector<QueryChip> query_chips(std::string_view text)
{
    QueryTrace trace;
    parse_query(text, &trace);
    return std::move(trace.chips);
}

bool has_filter(const Query& query, Field field, std::string_view value)
{
    const std::string canonical = canonical_value(field, value);
    for (std::size_t i = 0; i < requirement_count(query.root); ++i) {
        const QueryNode& node = requirement(query.root, i);
        if (node.kind == Kind::kFilter && node.filter.field == field && contains(node.filter, canonical)) return true;
    }
    return false;
}

std::string with_filter_toggled(std::string_view text, Field field, std::string_view value)
{
    const std::string canonical = canonical_value(field, value);
    if (canonical.empty()) return std::string(text);
    QueryEdit edit(text);
    const bool may_join = field != Field::kHas && field != Field::kIs;
    if (has_filter(edit.query(), field, canonical)) {
        edit.remove(field, canonical);
    } else if (!may_join || !edit.join(field, canonical)) {
        edit.add_filter(field, canonical);
    }
    return edit.take();
}

bool has_author(const Query& query, std::string_view name)
{
    const QueryNode node = author_node(name);
    for (std::size_t i = 0; i < requirement_count(query.root); ++i)
        if (requirement(query.root, i) == node) return true;
    return false;
}

std::string with_author_toggled(std::string_view text, std::string_view name)
{
    QueryNode node = author_node(name);
    if (node.text.empty()) return std::string(text);
    QueryEdit edit(text);
    if (has_author(edit.query(), name)) edit.remove(node);
    else edit.add(std::move(node));
    return edit.take();
}

std::string with_sort(std::string_view text, std::optional<Sort> sort)
{
    QueryEdit edit(text);
    edit.set_sort(sort);
    return edit.take();
}

}  // namespace paperdeck
