#include "search/query_parser.h"

#include <algorithm>

#include "search/query_lexer.h"
#include "search/query_tree.h"

namespace paperdeck {
namespace {

using Kind = QueryNode::Kind;

constexpr std::size_t kMostTextBytes = 16000;
constexpr std::size_t kMostWordBytes = 4000;
constexpr std::size_t kMostParts = 200;

// Where a part of the text stands.
struct Scope {
    const QueryField* field = nullptr;  // that its words and values belong to
    std::string_view field_name;        // as typed
    int depth = 0;                      // brackets around it
    bool is_negated = false;
    bool is_value = false;  // right behind a colon, where OR is a word

    bool is_filter() const { return field && field->is_filter(); }
    SearchField words() const { return field && !field->is_filter() ? field->words : SearchField::kAnywhere; }
};

// NOT binds before AND before OR. Every function takes what it can from at_ on, skips what means nothing, and says
// whether there was something.
class Parser {
public:
    Parser(std::string_view text, QueryTrace& trace, bool traces) : text_(text), trace_(trace), traces_(traces)
    {
        if (text_.size() <= kMostTextBytes) return;
        std::size_t end = kMostTextBytes;
        while (end > 0 && (static_cast<unsigned char>(text_[end]) & 0xC0) == 0x80) --end;
        leave_out_from(end);
        text_ = text_.substr(0, end);
    }

    Query run()
    {
        QueryNode root;
        if (alternatives({}, root)) query_.root = std::move(root);
        collect_words(query_.root);
        return std::move(query_);
    }

private:
    bool is_at_end() const { return at_ >= text_.size(); }
    char next() const { return is_at_end() ? '\0' : text_[at_]; }

    bool is_at_or(const Scope& scope) const
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
    bool alternatives(const Scope& scope, QueryNode& out)
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
            trace_.pieces.assign(1, {begin, at_, group, has_sort()});
        }
        out = std::move(group);
        return is_there;
    }

    // a b, to an OR, the bracket that closes or the end
    bool requirements(const Scope& scope, QueryNode& out)
    {
        QueryNode group;
        while (true) {
            at_ = skip_blanks(text_, at_);
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

    bool maybe_negated(Scope scope, QueryNode& out)
    {
        bool negates = false;
        while (true) {
            if (is_negation(text_, at_)) {
                ++at_;
                if (is_at_end() || next() == ')' || next() == '|' || blank_length(text_, at_) > 0) return false;
            } else if (!scope.is_value && (take_operator("NOT") || take_operator("ANDNOT"))) {
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

    bool primary(const Scope& scope, QueryNode& out)
    {
        if (is_at_end() || next() == ')' || next() == '|' || blank_length(text_, at_) > 0) return false;
        if (!scope.is_value && !operator_at(text_, at_).empty()) return false;
        if (scope.is_filter() && next() == ',') return false;
        if (next() == '(') return group(scope, out);
        if (quote_length(text_, at_) > 0) return phrase(scope, out);
        const std::size_t regex = scope.is_filter() ? 0 : regex_end(text_, at_);
        return regex > 0 ? regular_expression(scope, regex, out) : word_or_field(scope, out);
    }

    bool group(const Scope& scope, QueryNode& out)
    {
        if (scope.depth == kDeepestBracket) {
            hint(at_, at_ + 1, "Brackets deeper than 20 are left out.");
            ++left_out_brackets_;
            ++at_;
            return false;
        }
        ++at_;
        Scope inner = scope;
        ++inner.depth;
        inner.is_value = false;
        const bool is_there = alternatives(inner, out);
        if (next() == ')') ++at_;
        else trace_.is_open = true;
        return is_there;
    }

    bool phrase(const Scope& scope, QueryNode& out)
    {
        const std::size_t begin = at_, inner = at_ + quote_length(text_, at_);
        const std::size_t close = closing_quote(text_, inner);
        at_ = close + quote_length(text_, close);
        if (close == text_.size()) trace_.is_open = true;
        const std::size_t end = at_;
        while (next() == '*') ++at_;
        note_last(scope.field, begin, end);
        const std::string words = one_blank_each(text_.substr(inner, close - inner));
        if (words.empty()) return false;
        if (scope.is_filter() && filter(*scope.field, words, out)) return true;
        if (scope.is_filter()) hint(begin, end, "No filter “" + std::string(scope.field_name) + ":" + words + "”: searched as text.");
        out.field = scope.words();
        out.is_phrase = true;
        out.is_prefix = at_ > end;
        return leaf(Kind::kWords, words, out);
    }

    bool regular_expression(const Scope& scope, std::size_t end, QueryNode& out)
    {
        out.field = scope.words();
        out.ignores_case = text_[end - 1] == 'i';
        const std::size_t begin = at_ + 1, close = end - (out.ignores_case ? 2 : 1);
        at_ = end;
        return leaf(Kind::kRegex, std::string(text_.substr(begin, close - begin)), out);
    }

    bool word_or_field(const Scope& scope, QueryNode& out)
    {
        const std::size_t end = word_end(text_, at_, scope.is_filter());
        const std::string_view word = text_.substr(at_, end - at_);
        const std::size_t begin = at_;
        note_last(scope.field, begin, end);
        if (scope.is_filter() || scope.words() != SearchField::kAnywhere) {
            // no id
        } else if (std::string id = canonical_value(QueryFilter::Field::kId, word); !id.empty()) {
            at_ = end;
            chip(begin);
            return filter_leaf(QueryFilter::Field::kId, std::move(id), out);
        }
        const std::size_t colon = word.find(':');
        if (colon != std::string_view::npos) {
            const QueryField* field = field_named(word.substr(0, colon));
            const std::size_t value = begin + colon + 1;
            const bool has_value = !is_word_over(text_, value) || text_.substr(value, 1) == "(" || quote_length(text_, value) > 0;
            if (field && has_value) return field_value(scope, *field, begin, value, end, out);
            if (field) {
                if (value < text_.size()) hint(begin, value, "Nothing behind “" + std::string(word) + "”: searched as text.");
                else note_last(field, value, value);
                return word_leaf(scope, value, out);
            }
            if (!scope.is_filter() && has_value && is_name(word.substr(0, colon)) && text_.substr(value, 2) != "//")
                hint(begin, value, "No field “" + std::string(word.substr(0, colon)) + "”: searched as text.");
        }
        return word_leaf(scope, end, out);
    }

    static bool is_name(std::string_view name)
    {
        return name.size() > 1 && std::all_of(name.begin(), name.end(), [](char c) { return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    }

    // What stands behind the colon of a field.
    bool field_value(const Scope& scope, const QueryField& field, std::size_t begin, std::size_t value, std::size_t end, QueryNode& out)
    {
        if (field.kind == QueryField::Kind::kSort) return sort_value(scope, field, begin, value, end, out);
        const bool is_outermost = !is_in_chip_;
        is_in_chip_ = true;
        Scope inner = scope;
        inner.field = &field;
        inner.field_name = text_.substr(begin, value - 1 - begin);
        inner.is_value = true;
        at_ = value;
        bool is_there = maybe_negated(inner, out);
        if (field.is_filter() && next() == ',') is_there = listed_values(inner, is_there, out);
        if (is_outermost) is_in_chip_ = false;
        chip(begin);
        return is_there;
    }

    // cat:cs.CV,cs.LG: any of them
    bool listed_values(const Scope& scope, bool is_first_there, QueryNode& out)
    {
        QueryNode group;
        group.kind = Kind::kOr;
        if (is_first_there) add_child(group, std::move(out));
        while (next() == ',') {
            ++at_;
            QueryNode one;
            if (maybe_negated(scope, one)) add_child(group, std::move(one));
        }
        const bool is_there = unwrap(group);
        out = std::move(group);
        return is_there;
    }

    bool sort_value(const Scope& scope, const QueryField& field, std::size_t begin, std::size_t value, std::size_t end, QueryNode& out)
    {
        note_last(&field, value, end);
        const auto sort = sort_named(text_.substr(value, end - value));
        if (!sort) {
            if (end < text_.size()) hint(begin, end, "No order “" + std::string(text_.substr(value, end - value)) + "”: searched as text.");
            return word_leaf(scope, end, out);
        }
        query_.sort = sort;
        ++sorts_;
        at_ = end;
        chip(begin);
        return false;
    }

    // The word from at_ to `end`, as a value where it is one.
    bool word_leaf(const Scope& scope, std::size_t end, QueryNode& out)
    {
        const std::string_view word = text_.substr(at_, end - at_);
        const bool is_last = end == text_.size() && !is_cut_;
        const std::size_t begin = at_;
        at_ = end;
        std::string text = one_blank_each(word);
        if (scope.is_filter()) {
            if (filter(*scope.field, word, out)) return true;
            text = std::string(scope.field_name) + ":" + text;
            if (!is_last) hint(begin, end, "No filter “" + text + "”: searched as text.");
        }
        const std::size_t size = text.size();
        while (!scope.is_filter() && !text.empty() && text.back() == '*') text.pop_back();
        if (text.empty()) return false;
        out.field = scope.words();
        out.is_typing = is_last && !scope.is_negated && text.size() == size;
        out.is_prefix = out.is_typing || text.size() < size;
        if (!leaf(Kind::kWords, std::move(text), out)) return false;
        trace_.is_typing = out.is_typing;
        return true;
    }

    bool filter(const QueryField& field, std::string_view written, QueryNode& out)
    {
        std::string value = canonical_value(field.filter, written, field.form);
        return !value.empty() && filter_leaf(field.filter, std::move(value), out);
    }

    bool filter_leaf(QueryFilter::Field field, std::string value, QueryNode& out)
    {
        if (!leaf(Kind::kFilter, value, out)) return false;
        out.text.clear();
        out.filter = {field, {std::move(value)}};
        return true;
    }

    // Every word and value goes through here. What goes beyond the limits ends the text.
    bool leaf(Kind kind, std::string text, QueryNode& out)
    {
        bytes_ += text.size();
        if (++parts_ > kMostParts || bytes_ > kMostWordBytes) {
            leave_out_from(at_);
            at_ = text_.size();
            return false;
        }
        out.kind = kind;
        out.text = std::move(text);
        return true;
    }

    void leave_out_from(std::size_t begin)
    {
        if (!is_cut_) hint(begin, text_.size(), "Too long: the rest is left out.");
        is_cut_ = true;
    }

    void hint(std::size_t begin, std::size_t end, std::string words) { query_.hints.push_back({begin, end, std::move(words)}); }

    void chip(std::size_t begin)
    {
        if (!traces_ || is_in_chip_) return;
        while (begin > 0 && (text_[begin - 1] == '-' || text_[begin - 1] == '!')) --begin;
        trace_.chips.push_back({begin, at_});
    }

    void note_last(const QueryField* field, std::size_t begin, std::size_t end)
    {
        trace_.last_field = field;
        trace_.last_begin = begin;
        trace_.last_end = end;
    }

    void collect_words(const QueryNode& node)
    {
        if (node.kind == Kind::kWords) query_.words.push_back({node.field, node.text, node.is_phrase, node.is_prefix});
        if (node.kind == Kind::kNot) return;
        for (const QueryNode& child : node.children) collect_words(child);
    }

    bool has_sort() const { return sorts_ > 0; }

    std::string_view text_;
    QueryTrace& trace_;
    bool traces_;
    Query query_;
    std::size_t at_ = 0;
    std::size_t parts_ = 0, bytes_ = 0, sorts_ = 0;
    int left_out_brackets_ = 0;
    bool is_in_chip_ = false;
    bool is_cut_ = false;
};

}  // namespace

Query parse_query(std::string_view text, QueryTrace* trace)
{
    QueryTrace unused;
    return Parser(text, trace ? *trace : unused, trace != nullptr).run();
}

Query parse_query(std::string_view text) { return parse_query(text, nullptr); }

}  // namespace paperdeck
