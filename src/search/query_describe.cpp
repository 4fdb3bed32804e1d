// A query in plain English.
#include <array>

#include "base/date.h"
#include "search/query_names.h"
#include "search/query_parts.h"
#include "search/query_tree.h"

namespace paperdeck {
namespace {

using Kind = QueryNode::Kind;
using Field = QueryFilter::Field;
using Words = std::vector<std::string>;

constexpr std::array<std::string_view, 9> kPlaces = {"",                " in the title",       " among the authors", " in the abstract", " in a summary",
                                                     " in a translation", " in the comment", " in your note",      " in a link"};  // by SearchField
constexpr std::array<std::string_view, 4> kOrders = {"as listed", "newest first", "by title", "best match first"};  // by Sort

struct ValueWords {
    std::string_view value;
    std::string_view words;
};
constexpr std::array kHasWords = {ValueWords{"abstract", "an abstract"}, ValueWords{"code", "a link to code"}, ValueWords{"link", "a link"},
                                  ValueWords{"math", "maths"},           ValueWords{"note", "a note of yours"}, ValueWords{"summary", "a summary"},
                                  ValueWords{"tag", "a tag"},            ValueWords{"translation", "a translation"}};
constexpr std::array kIsWords = {ValueWords{"cross", "cross-listed"}, ValueWords{"later", "kept for later"}};

// "a", "a or b", "a, b or c"
std::string joined(const Words& words, std::string_view last)
{
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) out += i + 1 < words.size() ? ", " : last;
        out += words[i];
    }
    return out;
}

std::string quoted(std::string_view text) { return "“" + std::string(text) + "”"; }

// "2021", "March 2021", "11 March 2021"
std::string day_words(std::string_view day)
{
    constexpr std::string_view kFirstOfYear = "0000-01-01";
    const auto date = parse_iso_date(std::string(day) + std::string(kFirstOfYear.substr(day.size())));
    if (!date || day.size() == 4) return std::string(day);
    const std::string month = month_name(date->year, date->month);
    return day.size() == 7 ? month : std::to_string(date->day) + " " + month;
}

std::string days_words(const std::string& value)
{
    if (value.back() >= 'a') {
        const std::string_view unit = value.back() == 'd' ? "day" : value.back() == 'w' ? "week" : value.back() == 'm' ? "month" : "year";
        const std::string count = value.substr(0, value.size() - 1);
        return "from the last " + (count == "1" ? std::string(unit) : count + " " + std::string(unit) + "s");
    }
    const DaySpan span = day_span(value);
    if (span.first == span.last) return "from " + day_words(span.first);
    if (span.last.empty()) return "from " + day_words(span.first) + " on";
    if (span.first.empty()) return "up to " + day_words(span.last);
    return "from " + day_words(span.first) + " to " + day_words(span.last);
}

template <std::size_t kCount>
std::string words_for(const std::array<ValueWords, kCount>& all, const std::string& value)
{
    for (const ValueWords& one : all)
        if (one.value == value) return std::string(one.words);
    return value;
}

std::string value_words(Field field, const std::string& value)
{
    switch (field) {
        case Field::kCategory: return value.back() == '*' ? "any category of " + value.substr(0, value.size() - 2) : value;
        case Field::kDate: return days_words(value);
        case Field::kHas: return words_for(kHasWords, value);
        case Field::kId: return value;
        case Field::kIs: return words_for(kIsWords, value);
        case Field::kTag: return quoted(value);
    }
    return {};
}

std::string filter_words(const QueryFilter& filter, bool is_left_out)
{
    constexpr std::array<std::string_view, 6> kBegins = {"in ", "", "with ", "with the id ", "that are ", "tagged "};  // by Field
    Words values;
    for (const std::string& value : filter.values) values.push_back(value_words(filter.field, value));
    const std::string_view begin = kBegins[static_cast<std::size_t>(filter.field)];
    const std::string words = joined(values, " or ");
    if (!is_left_out) return std::string(begin) + words;
    return filter.field == Field::kIs ? "that are not " + words : "not " + std::string(begin) + words;
}

// “graph”, exactly “graph net”, a word that begins with “neur”
std::string thing_words(const QueryNode& node)
{
    if (node.kind == Kind::kRegex) return "a match of /" + node.text + (node.ignores_case ? "/ in any case" : "/");
    std::string words = node.is_phrase ? "exactly " + quoted(node.text) : quoted(node.text);
    if (!node.is_prefix) return words;
    return node.is_phrase ? words + " or a longer last word" : "a word that begins with " + words;
}

bool is_thing(const QueryNode& node) { return node.kind == Kind::kWords || node.kind == Kind::kRegex; }

std::string clause(const QueryNode& node, bool is_left_out);

// What stands in `nodes` side by side: words of one field share one "with … in the title".
Words clauses(const std::vector<const QueryNode*>& nodes, std::string_view between)
{
    Words out;
    for (std::size_t i = 0; i < nodes.size();) {
        if (!is_thing(*nodes[i])) {
            out.push_back(clause(*nodes[i++], false));
            continue;
        }
        const SearchField field = nodes[i]->field;
        Words things;
        for (; i < nodes.size() && is_thing(*nodes[i]) && nodes[i]->field == field; ++i) things.push_back(thing_words(*nodes[i]));
        out.push_back("with " + joined(things, between) + std::string(kPlaces[static_cast<std::size_t>(field)]));
    }
    return out;
}

std::string group_words(const QueryNode& group, bool is_left_out)
{
    const bool is_or = group.kind == Kind::kOr;
    std::vector<const QueryNode*> nodes;
    for (const QueryNode& child : group.children) nodes.push_back(&child);
    const Words all = clauses(nodes, is_or ? " or " : " and ");
    const std::string words = joined(all, is_or ? (is_left_out && all.size() > 1 ? " nor " : " or ") : " and ");
    if (all.size() == 1) return is_left_out ? "not " + words : words;
    if (is_left_out) return (is_or ? "neither " : "not both ") + words;
    return (is_or ? "either " : all.size() == 2 ? "both " : "") + words;
}

std::string clause(const QueryNode& node, bool is_left_out)
{
    switch (node.kind) {
        case Kind::kAnd:
        case Kind::kOr: return group_words(node, is_left_out);
        case Kind::kNot: return clause(node.children[0], true);
        case Kind::kFilter: return filter_words(node.filter, is_left_out);
        case Kind::kWords:
        case Kind::kRegex: break;
    }
    return (is_left_out ? "not " : "") + clauses({&node}, {})[0];
}

}  // namespace

std::string describe(const Query& query)
{
    // Words first, then filters, what is left out last.
    std::vector<const QueryNode*> nodes;
    for (const int wanted : {0, 1, 2}) {
        for (std::size_t i = 0; i < requirement_count(query.root); ++i) {
            const QueryNode& node = requirement(query.root, i);
            const int place = node.kind == Kind::kNot ? 2 : node.kind == Kind::kFilter ? 1 : 0;
            if (place == wanted) nodes.push_back(&node);
        }
    }
    std::string out = nodes.empty() ? "All papers" : "Papers ";
    const Words all = clauses(nodes, " and ");
    out += joined(all, ", ");
    out += "; ";
    out += kOrders[static_cast<std::size_t>(query.order())];
    return out + ".";
}

}  // namespace paperdeck
