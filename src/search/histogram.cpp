#include "search/histogram.h"

#include <algorithm>

#include "search/query_parts.h"
#include "search/query_tree.h"

namespace paperdeck {
namespace {

Date last_of_month(const Date& date) { return {date.year, date.month, days_in_month(date.year, date.month)}; }

// The bin that holds a day.
HistogramBin bin_of(const Date& day, BinUnit unit)
{
    const int serial = day_serial(day);
    switch (unit) {
        case BinUnit::kDay: return {day, day};
        case BinUnit::kWeek: return {date_of_serial(serial - weekday(day)), date_of_serial(serial - weekday(day) + 6)};
        case BinUnit::kMonth: return {{day.year, day.month, 1}, last_of_month(day)};
        case BinUnit::kYear: return {{day.year, 1, 1}, {day.year, 12, 31}};
    }
    return {};
}

std::size_t bins_between(const Date& oldest, const Date& newest, BinUnit unit)
{
    const int months = (newest.year - oldest.year) * 12 + newest.month - oldest.month;
    const int days = day_serial(last_of_month(newest)) - day_serial({oldest.year, oldest.month, 1});
    switch (unit) {
        case BinUnit::kDay: return static_cast<std::size_t>(days + 1);
        case BinUnit::kWeek: return static_cast<std::size_t>(days / 7 + 2);
        case BinUnit::kMonth: return static_cast<std::size_t>(months + 1);
        case BinUnit::kYear: return static_cast<std::size_t>(newest.year - oldest.year + 1);
    }
    return 0;
}

bool is_date_filter(const QueryNode& node) { return node.kind == QueryNode::Kind::kFilter && node.filter.field == QueryFilter::Field::kDate; }

// "11 Mar 2021", without the name of the weekday.
std::string short_words(const Date& date) { return to_words(date).substr(4); }

}  // namespace

bool accepts_day(const Query& query, std::string_view day, std::string_view newest)
{
    for (std::size_t i = 0; i < requirement_count(query.root); ++i) {
        const QueryNode& node = requirement(query.root, i);
        if (!is_date_filter(node)) continue;
        const std::vector<std::string>& values = node.filter.values;
        if (std::none_of(values.begin(), values.end(), [&](const std::string& value) { return day_span(absolute_days(value, newest)).covers(day); })) return false;
    }
    return true;
}

bool has_date_filter(const Query& query)
{
    for (std::size_t i = 0; i < requirement_count(query.root); ++i)
        if (is_date_filter(requirement(query.root, i))) return true;
    return false;
}

Histogram make_histogram(const std::vector<FacetCount>& days, const Query& query, std::size_t most_bins)
{
    Histogram histogram;
    if (days.size() < 2) return histogram;
    const Date newest = parse_iso_date(days.front().value).value_or(Date{});
    const Date oldest = parse_iso_date(days.back().value).value_or(Date{});
    constexpr int kLongest_years = 400;  // a digest's mistyped year does not make millions of bars
    if (!newest || !oldest || newest.year - oldest.year > kLongest_years) return histogram;
    for (const BinUnit unit : {BinUnit::kDay, BinUnit::kWeek, BinUnit::kMonth, BinUnit::kYear}) {
        histogram.unit = unit;
        if (bins_between(oldest, newest, unit) <= most_bins) break;
    }
    const bool is_by_day = histogram.unit == BinUnit::kDay;
    const Date end = is_by_day ? last_of_month(newest) : newest;
    HistogramBin bin = bin_of(is_by_day ? Date{oldest.year, oldest.month, 1} : oldest, histogram.unit);
    while (bin.first <= end) {
        histogram.bins.push_back(bin);
        bin = bin_of(date_of_serial(day_serial(bin.last) + 1), histogram.unit);
    }

    histogram.has_range = has_date_filter(query);
    std::size_t at = 0;
    bool is_first = true;
    for (auto day = days.rbegin(); day != days.rend(); ++day) {
        const Date date = parse_iso_date(day->value).value_or(Date{});
        while (at + 1 < histogram.bins.size() && histogram.bins[at].last < date) ++at, is_first = true;
        HistogramBin& here = histogram.bins[at];
        here.count += day->count;
        here.is_on = histogram.has_range && accepts_day(query, day->value, days.front().value) && (is_first || here.is_on);
        is_first = false;
        histogram.most = std::max(histogram.most, here.count);
    }
    return histogram;
}

std::string date_value(const Histogram& histogram, std::size_t a, std::size_t b)
{
    const Date first = histogram.bins[std::min(a, b)].first;
    const Date last = histogram.bins[std::max(a, b)].last;
    const std::string from = to_iso(first);
    if (first == last) return from;
    const bool is_one_year = first.year == last.year && first.day == 1 && last == last_of_month(last);
    if (is_one_year && first.month == last.month) return from.substr(0, 7);
    if (is_one_year && first.month == 1 && last.month == 12) return from.substr(0, 4);
    return from + ".." + to_iso(last);
}

std::string to_words(const Histogram& histogram, std::size_t bin)
{
    const HistogramBin& b = histogram.bins[bin];
    std::string words;
    switch (histogram.unit) {
        case BinUnit::kDay: words = short_words(b.first); break;
        case BinUnit::kWeek:
            words = short_words(b.first);
            if (b.first.year == b.last.year) words.resize(words.size() - 5);
            words += " to " + short_words(b.last);
            break;
        case BinUnit::kMonth: words = month_name(b.first.year, b.first.month); break;
        case BinUnit::kYear: words = std::to_string(b.first.year); break;
    }
    words += b.count == 0 ? ": no papers" : ": " + std::to_string(b.count) + (b.count == 1 ? " paper" : " papers");
    return words;
}

}  // namespace paperdeck
