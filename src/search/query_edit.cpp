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

QueryEdit::QueryEdit(std::string_view text) : query_(parse_query(text, &trace_))
{
    for (QueryPiece& piece : trace_.pieces) {
        const bool is_whole = trace_.has_alternatives;
        // What leaves an end open cannot stand before others, what holds a sort would keep it, and what is half typed would
        // be text before others.
        const bool is_filter = is_filter_part(piece.node);
        const bool is_last_open = trace_.is_open && piece.end >= text.size();
        const bool is_last_half_typed = trace_.is_half_typed && piece.end >= text.size();
        bool is_as_written = !piece.has_sort && !(is_filter && is_last_open) && !is_last_half_typed;
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

// True where there was something to change.
bool QueryEdit::change_filters(Field field, Change change, const std::string& value)
{
    std::vector<std::string> first;  // values of the filter that was joined; one that says the same again follows
    bool is_done = false;
    const auto change_one = [&](QueryNode& node) {
        if (node.kind != Kind::kFilter || node.filter.field != field) return false;
        std::vector<std::string>& values = node.filter.values;
        const auto at = std::lower_bound(values.begin(), values.end(), value);
        const bool has = at != values.end() && *at == value;
        if (change == Change::kRemoveAll) {
            values.clear();
        } else if (change == Change::kRemove) {
            if (!has) return false;
            values.erase(at);
        } else {
            if (first.empty()) first = values;
            if (values != first) return false;
            values.insert(at, value);
        }
        return is_done = true;
    };
    for (Part& part : parts_) {
        const bool is_group = part.node.kind == Kind::kAnd;
        QueryNode* nodes = is_group ? part.node.children.data() : &part.node;
        bool is_changed = false;
        for (std::size_t i = 0; i < requirement_count(part.node); ++i) is_changed = change_one(nodes[i]) || is_changed;
        if (is_changed) keep_but(part, nullptr);
    }
    return is_done;
}

void QueryEdit::remove(const QueryNode& node)
{
    for (Part& part : parts_) {
        bool has = false;
        for (std::size_t i = 0; i < requirement_count(part.node); ++i) has = has || requirement(part.node, i) == node;
        if (has) keep_but(part, &node);
    }
}

// Makes a part anew without filters that have no value left and without what equals `dropped`.
void QueryEdit::keep_but(Part& part, const QueryNode* dropped)
{
    QueryNode rest;
    for (std::size_t i = 0; i < requirement_count(part.node); ++i) {
        QueryNode node = requirement(part.node, i);
        const bool is_empty = node.kind == Kind::kFilter && node.filter.values.empty();
        if (!is_empty && !(dropped && node == *dropped)) add_child(rest, std::move(node));
    }
    unwrap(rest);
    part = {std::move(rest), {}};
}

std::string QueryEdit::take()
{
    std::string filters, words;
    const auto append = [](std::string& out, std::string_view piece) {
        if (!out.empty() && !piece.empty()) out += ' ';
        out += piece;
    };
    std::size_t count = 0;  // of parts
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
    for (std::size_t i = 0; i < requirement_count(query.root); ++i) {
        const QueryNode& node = requirement(query.root, i);
        if (node.kind == Kind::kFilter && node.filter.field == field && contains(node.filter, canonical_value(field, value))) return true;
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
    for (std::size_t i = 0; i < requirement_count(query.root); ++i) {
        const QueryNode& node = requirement(query.root, i);
        if (node.kind == Kind::kWords && node.field == SearchField::kAuthors && node == author_node(name)) return true;
    }
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
