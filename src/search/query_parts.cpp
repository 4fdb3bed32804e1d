#include "search/query_parts.h"

#include <algorithm>

#include "base/date.h"
#include "search/query_edit.h"
#include "search/query_lexer.h"

namespace paperdeck {

std::vector<std::string_view> query_parts(std::string_view text)
{
    QueryTrace trace;
    parse_query(text, &trace);
    std::vector<std::string_view> parts;
    for (const QueryPiece& piece : trace.pieces) parts.push_back(without_blanks_around(text.substr(piece.begin, piece.end - piece.begin)));
    return parts;
}

std::string without_part(std::string_view text, std::size_t part)
{
    QueryEdit edit(text);
    edit.remove_part(part);
    return edit.take();
}

std::string with_dates(std::string_view text, std::string_view value)
{
    constexpr auto kDate = QueryFilter::Field::kDate;
    QueryEdit edit(text);
    edit.remove_all(kDate);
    if (const std::string days = canonical_value(kDate, value); !days.empty()) edit.add_filter(kDate, days);
    return edit.take();
}

DaySpan day_span(std::string_view value)
{
    const std::size_t dots = value.find("..");
    if (dots == std::string_view::npos) return {value, value};
    return {value.substr(0, dots), value.substr(dots + 2)};
}

std::string absolute_days(std::string_view value, std::string_view newest_day)
{
    if (value.empty() || value.back() < 'a') return std::string(value);
    const auto newest = parse_iso_date(newest_day);
    if (!newest) return "..";
    int count = 0;
    for (const char c : value.substr(0, value.size() - 1)) count = std::min(count * 10 + (c - '0'), 10'000);
    const char unit = value.back();
    const int days = count * (unit == 'd' ? 1 : unit == 'w' ? 7 : unit == 'm' ? 30 : 365);
    return to_iso(date_of_serial(std::max(day_serial(*newest) - days + 1, day_serial({1, 1, 1})))) + "..";
}

}  // namespace paperdeck
