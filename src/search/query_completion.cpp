#include "search/query_completion.h"

#include <algorithm>

#include "search/query_lexer.h"
#include "search/query_parser.h"

namespace paperdeck {
namespace {

using What = QueryCompletion::What;

What what_of(const QueryField* field, std::string_view typed, bool is_quoted)
{
    using Field = QueryFilter::Field;
    if (field && field->kind == QueryField::Kind::kSort) return What::kSort;
    if (!field || !field->is_filter()) {
        const SearchField words = field ? field->words : SearchField::kAnywhere;
        if (words == SearchField::kAuthors) return What::kAuthor;
        const bool is_exact = is_quoted || typed.substr(0, 1) == "/";  // a phrase, a regular expression that is not closed yet
        if (is_exact) return What::kNothing;
        if (words != SearchField::kAnywhere) return What::kWord;
        if (typed.empty()) return What::kNothing;
        return names_beginning(QueryNames::kFields, typed).empty() ? What::kWord : What::kField;
    }
    switch (field->filter) {
        case Field::kCategory: return What::kCategory;
        case Field::kTag: return What::kTag;
        case Field::kHas: return What::kHas;
        case Field::kIs: return What::kIs;
        case Field::kDate:
        case Field::kId: break;
    }
    return What::kNothing;
}

}  // namespace

QueryCompletion completion_at(std::string_view text, std::size_t caret)
{
    caret = std::min(caret, text.size());
    QueryTrace trace;
    const std::string_view before = text.substr(0, caret);
    parse_query(before, &trace);
    const QueryCompletion nothing{What::kNothing, caret, caret, {}};
    if (trace.last_end != caret) return nothing;
    const std::size_t begin = trace.last_begin, quote = quote_length(before, begin);
    const std::size_t inner = begin + quote;
    if (quote > 0 && closing_quote(before, inner) < caret) return nothing;
    QueryCompletion out{What::kNothing, begin, caret, std::string(before.substr(std::min(inner, caret)))};
    out.what = what_of(trace.last_field, out.typed, quote > 0);
    if (out.what == What::kNothing) return nothing;
    if (quote > 0) {
        const std::size_t close = closing_quote(text, caret);
        if (close < text.size()) out.end = close + quote_length(text, close);
    } else {
        out.end = std::max(caret, word_end(text, begin, trace.last_field && trace.last_field->is_filter()));
    }
    return out;
}

std::vector<std::string_view> completed_names(const QueryCompletion& completion)
{
    switch (completion.what) {
        case What::kField: return names_beginning(QueryNames::kFields, completion.typed);
        case What::kHas: return names_beginning(QueryNames::kHas, completion.typed);
        case What::kIs: return names_beginning(QueryNames::kIs, completion.typed);
        case What::kSort: return names_beginning(QueryNames::kSorts, completion.typed);
        default: return {};
    }
}

}  // namespace paperdeck
