// What reading a query's text puts down, within the limits: words and values, hints, and where things stand.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "search/query_parser.h"

namespace paperdeck {

// Where a part of the text stands.
struct QueryScope {
    const QueryField* field = nullptr;  // that its words and values belong to
    std::string_view field_name;        // as typed
    int depth = 0;                      // brackets around it
    bool is_negated = false;
    bool is_value = false;  // right behind a colon, where OR is a word

    bool is_filter() const { return field && field->is_filter(); }
    SearchField words() const { return field && !field->is_filter() ? field->words : SearchField::kAnywhere; }
};

class QueryReader {
public:
    // `traces`: whether anybody wants `trace`.
    QueryReader(std::string_view text, QueryTrace& trace, bool traces);

protected:
    bool is_at_end() const { return at_ >= text_.size(); }
    char next() const { return is_at_end() ? '\0' : text_[at_]; }

    // Each reads what stands at at_, up to `end` where that is known, and says whether there was something.
    bool phrase(const QueryScope& scope, QueryNode& out);
    bool regular_expression(const QueryScope& scope, std::size_t end, QueryNode& out);
    bool word(const QueryScope& scope, std::size_t end, QueryNode& out);
    bool filter_leaf(QueryFilter::Field field, std::string value, QueryNode& out);

    void hint(std::size_t begin, std::size_t end, std::string words) { query_.hints.push_back({begin, end, std::move(words)}); }
    // What is half typed from `begin` to the end of the text is left out for now; false where there is more text.
    bool is_half_typed(const QueryScope& scope, std::size_t begin, std::size_t end);
    // "No field “foo”: searched as text."
    void text_hint(std::size_t begin, std::size_t end, std::string_view what, std::string_view name);
    // A chip from `begin` to here, with the dash before it.
    void chip(std::size_t begin);
    void note_last(const QueryField* field, std::size_t begin, std::size_t end);

    std::string_view text_;
    QueryTrace& trace_;
    bool traces_;
    Query query_;
    std::size_t at_ = 0;
    bool is_cut_ = false;

private:
    // Every word and value goes through here. What goes beyond the limits ends the text.
    bool leaf(QueryNode::Kind kind, std::string text, QueryNode& out);
    bool filter(const QueryScope& scope, std::string_view written, QueryNode& out);
    void leave_out_from(std::size_t begin);

    std::size_t parts_ = 0, bytes_ = 0;
};

}  // namespace paperdeck
