// A query's text in parts that can be taken away one by one, and the days that its filters let through.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace paperdeck {

// The parts that stand side by side and must all hold: `has:code "graph matching" (a OR b) -c` has four. A text with
// alternatives at its top is one part. The order of results is no part.
std::vector<std::string_view> query_parts(std::string_view text);
std::string without_part(std::string_view text, std::size_t part);

// `text` with one date filter, `value` ("2021-03-11", "2021-03", "2021-03-01..2021-03-15"; empty: none), in place of
// all that its results must pass. It goes to the front.
std::string with_dates(std::string_view text, std::string_view value);

// The days that a date filter's value covers: "2021-03" a month, "a..b" from a to b, either of which may be missing.
struct DaySpan {
    std::string_view first, last;  // ISO, maybe without day and month; empty where it is open

    bool covers(std::string_view day) const
    {
        return (first.empty() || day >= first) && (last.empty() || day.substr(0, last.size()) <= last);
    }
};
DaySpan day_span(std::string_view value);

// `value` with days counted back from the newest one ("7d", "2w", "1m" of 30 days, "1y" of 365) as the days that they
// are: "2021-03-05..". Any other value as it is.
std::string absolute_days(std::string_view value, std::string_view newest_day);

}  // namespace paperdeck
