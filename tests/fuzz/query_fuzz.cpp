// Any text as a query: read, printed, edited, told, completed.
#include <algorithm>
#include <cstdint>

#include "fuzz/bounds.h"
#include "search/query.h"
#include "search/query_completion.h"
#include "search/query_parts.h"

namespace {

using namespace paperdeck;
using Kind = QueryNode::Kind;

struct Size {
    std::size_t parts = 0;
    std::size_t bytes = 0;
};

// Ends the run where a tree is not in normal form.
void check_node(const QueryNode& node, int depth, Size& size)
{
    fuzz::require(depth <= 60, "a tree is no deeper than its brackets");
    size.parts += node.kind == Kind::kFilter ? node.filter.values.size() : node.kind == Kind::kWords || node.kind == Kind::kRegex ? 1 : 0;
    size.bytes += node.text.size();
    for (const std::string& value : node.filter.values) size.bytes += value.size();
    const bool is_group = node.kind == Kind::kAnd || node.kind == Kind::kOr;
    fuzz::require(node.children.empty() == (!is_group && node.kind != Kind::kNot), "groups and negations have children, nothing else has");
    fuzz::require(!is_group || node.children.size() > 1, "a group is of two or more");
    fuzz::require(node.kind != Kind::kNot || node.children.size() == 1, "a negation is of one");
    fuzz::require(node.kind != Kind::kFilter || std::is_sorted(node.filter.values.begin(), node.filter.values.end()), "values are sorted");
    fuzz::require((node.kind != Kind::kWords && node.kind != Kind::kRegex) || !node.text.empty(), "words and patterns are not empty");
    for (const QueryNode& child : node.children) {
        fuzz::require(child.kind != node.kind, "groups are flat, negations simple");
        check_node(child, depth + 1, size);
    }
}

void check_edits(const std::string& text, const Query& query)
{
    using Field = QueryFilter::Field;
    for (const auto& [field, value] : {std::pair{Field::kCategory, "cs.CV"}, {Field::kDate, "2021-03"}, {Field::kHas, "code"}, {Field::kTag, "to read"}}) {
        const std::string once = with_filter_toggled(text, field, value);
        const bool is_on = has_filter(query, field, value);
        fuzz::require(has_filter(parse_query(once), field, value) != is_on, "toggling turns a filter round");
        fuzz::require(is_on || parse_query(with_filter_toggled(once, field, value)) == query, "toggling on and off gives the same query");
    }
    Query sorted = query;
    sorted.sort = Sort::kTitle;
    fuzz::require(parse_query(with_sort(text, Sort::kTitle)) == sorted, "a sort is all that with_sort changes");
    fuzz::require(has_author(parse_query(with_author_toggled(text, "A B")), "A B") != has_author(query, "A B"), "toggling turns an author round");
    (void)with_dates(text, "2021");
    for (std::size_t part = std::min<std::size_t>(query_parts(text).size(), 4); part-- > 0;) (void)without_part(text, part);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t length)
{
    const std::string text = to_valid_utf8({reinterpret_cast<const char*>(data), length});
    const Query query = parse_query(text);
    Size size;
    if (!query.empty()) check_node(query.root, 0, size);
    fuzz::require(size.parts <= 200 && size.bytes <= 4000, "a query keeps within its limits");
    const std::string printed = to_text(query);
    fuzz::require(is_valid_utf8(printed), "a printed query is valid UTF-8");
    const Query again = parse_query(printed);
    fuzz::require(again == query && again.words.size() == query.words.size(), "a printed query reads back");
    fuzz::require(is_valid_utf8(describe(query)), "a query is told in valid UTF-8");
    for (const QueryHint& hint : query.hints) fuzz::require(hint.begin <= hint.end && hint.end <= text.size() && is_valid_utf8(hint.words), "a hint is about the text");
    std::size_t last = 0;
    for (const QueryChip& chip : query_chips(text)) {
        fuzz::require(chip.begin >= last && chip.begin < chip.end && chip.end <= text.size(), "chips stand in order");
        last = chip.end;
    }
    for (const std::size_t caret : {text.size(), text.size() / 2}) {
        const QueryCompletion found = completion_at(text, caret);
        fuzz::require(found.begin <= caret && caret <= found.end && found.end <= text.size(), "a completion is around the caret");
        (void)completed_names(found);
    }
    // An edit adds a part and a bracket, which the limits might leave out.
    const bool is_small = size.parts < 190 && size.bytes < 3900 && text.size() < 12'000 && std::count(text.begin(), text.end(), '(') < 19;
    if (is_small) check_edits(text, query);
    return 0;
}
