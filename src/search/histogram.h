// The results over time, in bars of days, weeks, months or years: as fine as there is room for.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.h"
#include "search/engine.h"

namespace paperdeck {

enum class BinUnit { kDay, kWeek, kMonth, kYear };

struct HistogramBin {
    Date first, last;         // both within
    std::uint32_t count = 0;  // results, were there no date filter
    bool is_on = false;       // the query's date filter covers all of its days that have papers
};

struct Histogram {
    BinUnit unit = BinUnit::kDay;
    std::vector<HistogramBin> bins;  // oldest first, without gaps; none for less than two days
    std::uint32_t most = 0;          // of one bin
    bool has_range = false;          // the query filters by date
};

// True where the date filters that every result must pass let the ISO day through; all days, where there are none.
// `newest` is the newest day of all, from which some filters count back.
bool accepts_day(const Query& query, std::string_view day, std::string_view newest);
bool has_date_filter(const Query& query);

// `days` as the engine counts them, newest first. Days are shown by whole months, so that few of them stand where
// they belong; at most `most_bins`, unless more years than that have papers.
Histogram make_histogram(const std::vector<FacetCount>& days, const Query& query, std::size_t most_bins);

// The value of a date filter for the bins from `a` to `b`, in either order: a day, a month, a year or "a..b".
std::string date_value(const Histogram& histogram, std::size_t a, std::size_t b);

// "11 Mar 2021: 18 papers", "8 Mar to 14 Mar 2021: 40 papers", "March 2021: 1 paper", "2021: no papers"
std::string to_words(const Histogram& histogram, std::size_t bin);

}  // namespace paperdeck
