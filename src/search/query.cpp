#include "search/query.h"

#include <algorithm>

#include "search/query_tokens.h"

namespace paperdeck {
namespace {

using Field = QueryFilter::Field;

const char* name_of(Field field)
{
    switch (field) {
    case Field::kCategory: return "cat";
    case Field::kDate: return "date";
    case Field::kHas: return "has";
    case Field::kId: return "id";
    }
    return "";
}

std::string to_text(const QueryFilter& filter)
{
    std::string values;
    for (const std::string& value : filter.values) {
        if (!values.empty()) values += " OR ";
        values += value;
    }
    return std::string(name_of(filter.field)) + ":" + (filter.values.size() > 1 ? "(" + values + ")" : values);
}

bool contains(const QueryFilter& filter, std::string_view value)
{
    return std::find(filter.values.begin(), filter.values.end(), value) != filter.values.end();
}

// What a query means does not depend on the order or repetition of its filters, so there is one order.
void make_canonical(Query& query)
{
    QueryFilter ids{Field::kId, {}};
    std::vector<QueryFilter> filters;
    for (QueryFilter& filter : query.filters) {
        // Two pasted ids ask for both papers; no paper has two.
        if (filter.field == Field::kId) ids.values.insert(ids.values.end(), filter.values.begin(), filter.values.end());
        else filters.push_back(std::move(filter));
    }
    if (!ids.values.empty()) filters.push_back(std::move(ids));
    for (QueryFilter& filter : filters) {
        std::sort(filter.values.begin(), filter.values.end());
        filter.values.erase(std::unique(filter.values.begin(), filter.values.end()), filter.values.end());
    }
    std::sort(filters.begin(), filters.end(), [](const QueryFilter& a, const QueryFilter& b) {
        return a.field != b.field ? a.field < b.field : a.values < b.values;
    });
    filters.erase(std::unique(filters.begin(), filters.end()), filters.end());
    query.filters = std::move(filters);
}

// Puts a query's text together again: filters to the front, words behind, one blank between.
class QueryText {
public:
    void add_filter(std::string_view piece) { add(filters_, piece); }
    void add_words(std::string_view piece) { add(words_, piece); }

    std::string take()
    {
        add(filters_, words_);
        return std::move(filters_);
    }

private:
    static void add(std::string& out, std::string_view piece)
    {
        if (piece.empty()) return;
        if (!out.empty()) out += ' ';
        out += piece;
    }

    std::string filters_, words_;
};

}  // namespace

Query parse_query(std::string_view text)
{
    Query query;
    for (QueryToken& token : query_tokens(text)) {
        if (token.kind == QueryToken::Kind::kSort) query.sort = token.sort;
        if (token.kind == QueryToken::Kind::kFilter) query.filters.push_back(std::move(token.filter));
        for (QueryWord& word : token.words) query.words.push_back(std::move(word));
    }
    make_canonical(query);
    return query;
}

std::vector<QueryChip> query_chips(std::string_view text)
{
    std::vector<QueryChip> chips;
    for (const QueryToken& token : query_tokens(text))
        if (token.kind != QueryToken::Kind::kWords) chips.push_back({token.begin, token.end});
    return chips;
}

bool has_filter(const Query& query, QueryFilter::Field field, std::string_view value)
{
    const std::string canonical = canonical_value(field, value);
    return std::any_of(query.filters.begin(), query.filters.end(),
                       [&](const QueryFilter& filter) { return filter.field == field && contains(filter, canonical); });
}

std::string with_filter_toggled(std::string_view text, QueryFilter::Field field, std::string_view value)
{
    const std::string canonical = canonical_value(field, value);
    if (canonical.empty()) return std::string(text);
    const bool is_on = has_filter(parse_query(text), field, canonical);
    const bool may_join = field == Field::kCategory || field == Field::kDate;
    bool is_done = is_on;
    QueryText out;
    for (QueryToken& token : query_tokens(text)) {
        const std::string_view written = text.substr(token.begin, token.end - token.begin);
        const bool is_of_field = token.kind == QueryToken::Kind::kFilter && token.filter.field == field;
        if (token.kind == QueryToken::Kind::kWords) {
            out.add_words(written);
        } else if (is_of_field && is_on && contains(token.filter, canonical)) {
            std::vector<std::string>& values = token.filter.values;
            values.erase(std::remove(values.begin(), values.end(), canonical), values.end());
            if (!values.empty()) out.add_filter(to_text(token.filter));
        } else if (is_of_field && may_join && !is_done) {
            token.filter.values.push_back(canonical);
            out.add_filter(to_text(token.filter));
            is_done = true;
        } else {
            out.add_filter(written);
        }
    }
    if (!is_done) out.add_filter(to_text({field, {canonical}}));
    return out.take();
}

std::string with_sort(std::string_view text, Sort sort)
{
    QueryText out;
    for (const QueryToken& token : query_tokens(text)) {
        const std::string_view written = text.substr(token.begin, token.end - token.begin);
        if (token.kind == QueryToken::Kind::kWords) out.add_words(written);
        if (token.kind == QueryToken::Kind::kFilter) out.add_filter(written);
    }
    if (sort == Sort::kNewest) out.add_filter("sort:newest");
    if (sort == Sort::kTitle) out.add_filter("sort:title");
    return out.take();
}

}  // namespace paperdeck
