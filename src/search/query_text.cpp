// A query's tree as text.
#include "search/query_lexer.h"
#include "search/query_names.h"
#include "search/query_tree.h"

namespace paperdeck {
namespace {

using Kind = QueryNode::Kind;
using Field = QueryFilter::Field;

class Printer {
public:
    // `parent` is what `node` stands in.
    void add(const QueryNode& node, Kind parent)
    {
        switch (node.kind) {
            case Kind::kAnd: return group(node, parent == Kind::kNot, " ");
            case Kind::kOr: return group(node, parent != Kind::kOr, " OR ");
            case Kind::kNot: return negation(node.children[0]);
            case Kind::kFilter: return filter(node.filter, parent);
            case Kind::kWords: return words(node);
            case Kind::kRegex:
                field(node.field);
                out_ += '/';
                out_ += node.text;
                out_ += node.ignores_case ? "/i" : "/";
                ends_in_word_ = is_typing_ = false;
        }
    }

    void add_text(std::string_view text)
    {
        out_ += text;
        ends_in_word_ = is_typing_ = false;
    }

    void separate()
    {
        if (!out_.empty()) out_ += ' ';
    }

    // Without the blank the last word would be one that is being typed.
    std::string take()
    {
        if (ends_in_word_) out_ += ' ';
        return std::move(out_);
    }

    std::string take_part() { return std::move(out_); }

private:
    void negation(const QueryNode& node)
    {
        const std::size_t begin = out_.size();
        out_ += '-';
        add(node, Kind::kNot);
        if (!is_negation(out_, begin)) out_.replace(begin, 1, "NOT ");
        ends_in_word_ = false;
    }

    void group(const QueryNode& node, bool has_brackets, std::string_view between)
    {
        if (has_brackets) out_ += '(';
        for (const QueryNode& child : node.children) {
            if (&child != &node.children[0]) out_ += between;
            add(child, node.kind);
        }
        // A word that is being typed is the last of the text.
        if (!has_brackets || is_typing_) return;
        out_ += ')';
        ends_in_word_ = false;
    }

    void field(SearchField field)
    {
        if (field == SearchField::kAnywhere) return;
        out_ += name_of(field);
        out_ += ':';
    }

    void words(const QueryNode& node)
    {
        field(node.field);
        const bool has_star = node.is_prefix && !node.is_typing;
        if (node.is_phrase) {
            out_ += '"';
            out_ += node.text;
            out_ += '"';
        } else {
            // What would be read as an operator, were it not for a colon before it.
            const bool is_operator = is_negation(node.text, 0) || (!has_star && !operator_at(node.text, 0).empty());
            if (node.field == SearchField::kAnywhere && is_operator) out_ += "all:";
            out_ += node.text;
        }
        if (has_star) out_ += '*';
        is_typing_ = node.is_typing;
        ends_in_word_ = !node.is_phrase && !node.is_prefix;
    }

    // Ids side by side and alternatives of one field need no brackets of their own, so that none stand deeper than
    // they were typed.
    void filter(const QueryFilter& filter, Kind parent)
    {
        ends_in_word_ = is_typing_ = false;
        const bool is_apart = parent == Kind::kOr || (parent == Kind::kAnd && filter.field == Field::kId);
        const bool has_brackets = !is_apart && filter.values.size() > 1;
        const std::string_view between = parent == Kind::kOr || has_brackets ? " OR " : " ";
        for (const std::string& value : filter.values) {
            const bool is_first = &value == &filter.values[0];
            if (!is_first) out_ += between;
            if (is_first || is_apart) {
                const bool is_span = filter.field == Field::kDate && !has_brackets && value.back() >= 'a';
                out_ += is_span ? "newer_than" : name_of(filter.field);
                out_ += has_brackets ? ":(" : ":";
            }
            if (filter.field == Field::kTag && !is_plain(value)) out_.append(1, '"').append(value).append(1, '"');
            else out_ += value;
        }
        if (has_brackets) out_ += ')';
    }

    // True for a tag that needs no quotes.
    static bool is_plain(std::string_view tag)
    {
        for (const char& c : tag) {
            const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
            if (!is_letter && (c < '0' || c > '9') && c != '_' && (c != '-' || &c == tag.data())) return false;
        }
        return skip_blanks(tag, 0) == 0 && one_blank_each(tag).find(' ') == std::string::npos && operator_at(tag, 0).empty();
    }

    std::string out_;
    bool ends_in_word_ = false;  // that a reader might type on, were it the last of the text
    bool is_typing_ = false;
};

}  // namespace

std::string to_text(const Query& query)
{
    Printer printer;
    std::size_t i = 0;
    for (; i < requirement_count(query.root) && is_filter_part(requirement(query.root, i)); ++i) {
        printer.separate();
        printer.add(requirement(query.root, i), query.root.kind == Kind::kAnd ? Kind::kAnd : Kind::kFilter);
    }
    if (query.sort) {
        printer.separate();
        printer.add_text("sort:" + std::string(name_of(*query.sort)));
    }
    for (; i < requirement_count(query.root); ++i) {
        printer.separate();
        printer.add(requirement(query.root, i), query.root.kind);
    }
    return printer.take();
}

std::string to_text(const QueryNode& node)
{
    Query query;
    query.root = node;
    return to_text(query);
}

std::string part_to_text(const QueryNode& node)
{
    Printer printer;
    printer.add(node, Kind::kAnd);
    return printer.take_part();
}

}  // namespace paperdeck
