#include "search/query_parser.h"

#include <algorithm>

#include "search/query_lexer.h"
#include "search/query_reader.h"
#include "search/query_tree.h"

namespace paperdeck {
namespace {

using Kind = QueryNode::Kind;

void collect_words(const QueryNode& node, std::vector<QueryWord>& words)
{
    if (node.kind == Kind::kWords) words.push_back({node.field, node.text, node.is_phrase, node.is_prefix});
    if (node.kind == Kind::kNot) return;
    for (const QueryNode& child : node.children) collect_words(child, words);
}

// NOT binds before AND before OR. Every function takes what it can from at_ on, skips what means nothing, and says
// whether there was something.
class Parser : QueryReader {
public:
    using QueryReader::QueryReader;

    Query run()
    {
        QueryNode root;
        if (alternatives({}, root)) query_.root = std::move(root);
        collect_words(query_.root, query_.words);
        return std::move(query_);
    }

private:
    bool is_at_or(const QueryScope& scope) const
    {
        return next() == '|' || (next() == ',' && scope.is_filter()) || operator_at(text_, at_) == "OR";
    }

    bool take_operator(std::string_view name)
    {
        if (operator_at(text_, at_) != name) return false;
        at_ += name.size();
        return true;
    }

    // a OR b, to the bracket that closes or the end
    bool alternatives(const QueryScope& scope, QueryNode& out)
    {
        QueryNode group;
        group.kind = Kind::kOr;
        int count = 0;
        const std::size_t begin = at_;
        while (true) {
            QueryNode one;
            if (requirements(scope, one)) {
                ++count;
                add_child(group, std::move(one));
            }
            if (is_at_end() || !is_at_or(scope)) break;
            at_ += next() == 'O' ? 2 : 1;
        }
        const bool is_there = unwrap(group);
        if (traces_ && scope.depth == 0 && count > 1) {
            trace_.has_alternatives = true;
            trace_.pieces.assign(1, {begin, at_, group, sorts_ > 0});
        }
        out = std::move(group);
        return is_there;
    }

    // a b, to an OR, the bracket that closes or the end
    bool requirements(const QueryScope& scope, QueryNode& out)
    {
        QueryNode group;
        while (true) {
            const std::size_t word = skip_blanks(text_, at_);
            if (scope.field && word > at_) note_last(scope.field, word, word);
            at_ = word;
            if (is_at_end() || is_at_or(scope)) break;
            if (next() == ')') {
                if (left_out_brackets_ > 0) --left_out_brackets_;
                else if (scope.depth > 0) break;
                else trace_.has_stray_bracket = true;
                ++at_;
                continue;
            }
            if (take_operator("AND")) continue;
            const std::size_t begin = at_, sorts = sorts_;
            QueryNode one;
            if (!maybe_negated(scope, one)) continue;
            if (traces_ && scope.depth == 0) trace_.pieces.push_back({begin, at_, one, sorts_ != sorts});
            add_child(group, std::move(one));
        }
        const bool is_there = unwrap(group);
        out = std::move(group);
        return is_there;
    }

    bool maybe_negated(QueryScope scope, QueryNode& out)
    {
        bool negates = false;
        while (true) {
            if (is_negation(text_, at_)) {
                ++at_;
                if (is_at_end() || next() == ')' || next() == '|' || blank_length(text_, at_) > 0) return false;
            } else if (take_operator("NOT") || take_operator("ANDNOT")) {
                at_ = skip_blanks(text_, at_);
            } else {
                break;
            }
            negates = !negates;
            scope.is_negated = true;
        }
        if (!primary(scope, out)) return false;
        if (negates) negate(out);
        return true;
    }

    bool primary(const QueryScope& scope, QueryNode& out)
    {
        if (is_at_end() || next() == ')' || next() == '|' || blank_length(text_, at_) > 0) return false;
        if (!scope.is_value && !operator_at(text_, at_).empty()) return false;
        if (scope.is_filter() && next() == ',') return false;
        if (next() == '(') return group(scope, out);
        if (quote_length(text_, at_) > 0) return phrase(scope, out);
        const std::size_t regex = scope.is_filter() ? 0 : regex_end(text_, at_);
        return regex > 0 ? regular_expression(scope, regex, out) : word_or_field(scope, out);
    }

    bool group(const QueryScope& scope, QueryNode& out)
    {
        if (scope.depth == kDeepestBracket) {
            hint(at_, at_ + 1, "Brackets deeper than 20 are left out.");
            ++left_out_brackets_;
            ++at_;
            return false;
        }
        ++at_;
        QueryScope inner = scope;
        ++inner.depth;
        inner.is_value = false;
        note_last(scope.field, at_, at_);
        const bool is_there = alternatives(inner, out);
        if (next() == ')') ++at_;
        else trace_.is_open = true;
        return is_there;
    }

    bool word_or_field(const QueryScope& scope, QueryNode& out)
    {
        const std::size_t begin = at_, end = word_end(text_, at_, scope.is_filter());
        const std::string_view written = text_.substr(begin, end - begin);
        note_last(scope.field, begin, end);
        if (!scope.is_filter() && scope.words() == SearchField::kAnywhere) {
            if (std::string id = canonical_value(QueryFilter::Field::kId, written); !id.empty()) {
                at_ = end;
                if (!is_in_field_) chip(begin);
                return filter_leaf(QueryFilter::Field::kId, std::move(id), out);
            }
        }
        const std::string_view name = written.substr(0, written.find(':'));
        if (name.size() == written.size()) return word(scope, end, out);
        const QueryField* field = field_named(name);
        const std::size_t value = begin + name.size() + 1;
        if (field && field->kind == QueryField::Kind::kSort && has_value(value)) return sort_value(scope, *field, value, end, out);
        if (field && has_value(value)) return field_value(scope, begin, out);
        if (field) {
            if (value == text_.size()) note_last(field, value, value);
            if (is_half_typed(scope, begin, value)) return false;
            text_hint(begin, value, "Nothing behind", written);
            return word(scope, value, out);
        }
        if (!scope.is_filter() && has_value(value) && is_name(name) && text_.substr(value, 2) != "//") text_hint(begin, value, "No field", name);
        return word(scope, end, out);
    }

    bool has_value(std::size_t at) const
    {
        return !is_word_over(text_, at) || text_.substr(at, 1) == "(" || quote_length(text_, at) > 0;
    }

    static bool is_name(std::string_view name)
    {
        return name.size() > 1 && std::all_of(name.begin(), name.end(), [](char c) { return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    }

    // A field with what stands behind its colon.
    bool field_value(const QueryScope& scope, std::size_t begin, QueryNode& out)
    {
        const bool is_outermost = !is_in_field_;
        is_in_field_ = true;
        const bool is_there = value(scope, true, out);
        if (is_outermost) {
            is_in_field_ = false;
            chip(begin);
        }
        return is_there;
    }

    // Of fields in a row the last one counts, and a dash may stand between: in a loop, for there may be thousands.
    // `may_list`: "cat:cs.CV,cs.LG" is any of them.
    bool value(QueryScope scope, bool may_list, QueryNode& out)
    {
        bool negates = false;
        scope.is_value = true;
        while (true) {
            if (is_negation(text_, at_) && has_value(at_ + 1)) {
                ++at_;
                negates = !negates;
                scope.is_negated = true;
                continue;
            }
            const std::size_t colon = text_.substr(at_, kLongestFieldName + 1).find(':');
            if (colon == std::string_view::npos || !has_value(at_ + colon + 1)) break;
            const QueryField* field = field_named(text_.substr(at_, colon));
            if (!field || field->kind == QueryField::Kind::kSort) break;
            scope.field = field;
            scope.field_name = text_.substr(at_, colon);
            at_ += colon + 1;
        }
        note_last(scope.field, at_, at_);
        bool is_there = primary(scope, out);
        if (may_list && scope.is_filter() && next() == ',') is_there = listed_values(scope, is_there, out);
        if (is_there && negates) negate(out);
        return is_there;
    }

    bool listed_values(const QueryScope& scope, bool is_first_there, QueryNode& out)
    {
        QueryNode group;
        group.kind = Kind::kOr;
        if (is_first_there) add_child(group, std::move(out));
        while (next() == ',') {
            ++at_;
            QueryNode one;
            if (value(scope, false, one)) add_child(group, std::move(one));
        }
        const bool is_there = unwrap(group);
        out = std::move(group);
        return is_there;
    }

    bool sort_value(const QueryScope& scope, const QueryField& field, std::size_t value, std::size_t end, QueryNode& out)
    {
        const std::size_t begin = at_;
        const std::string_view name = text_.substr(value, end - value);
        note_last(&field, value, end);
        const auto sort = sort_named(name);
        if (!sort) {
            if (is_beginning(QueryNames::kSorts, name) && is_half_typed(scope, begin, end)) return false;
            if (end < text_.size()) text_hint(begin, end, "No order", name);
            return word(scope, end, out);
        }
        query_.sort = sort;
        ++sorts_;
        at_ = end;
        if (!is_in_field_) chip(begin);
        return false;
    }

    std::size_t sorts_ = 0;
    int left_out_brackets_ = 0;
    bool is_in_field_ = false;
};

}  // namespace

Query parse_query(std::string_view text, QueryTrace* trace)
{
    QueryTrace unused;
    return Parser(text, trace ? *trace : unused, trace != nullptr).run();
}

Query parse_query(std::string_view text) { return parse_query(text, nullptr); }

}  // namespace paperdeck
