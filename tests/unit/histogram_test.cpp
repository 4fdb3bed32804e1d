#include "search/histogram.h"

#include <doctest/doctest.h>

using namespace paperdeck;

namespace {

// Newest first, as the engine has them.
std::vector<FacetCount> days(std::vector<std::pair<std::string, std::uint32_t>> counts)
{
    std::vector<FacetCount> out;
    for (auto& [day, count] : counts) out.push_back({day, count, false});
    return out;
}

std::uint32_t sum(const Histogram& histogram)
{
    std::uint32_t all = 0;
    for (const HistogramBin& bin : histogram.bins) all += bin.count;
    return all;
}

}  // namespace

TEST_CASE("two days of a month stand among all its days")
{
    const Histogram h = make_histogram(days({{"2021-03-12", 4}, {"2021-03-11", 1}}), {}, 100);
    CHECK(h.unit == BinUnit::kDay);
    REQUIRE(h.bins.size() == 31);
    CHECK(h.bins[10].count == 1);
    CHECK(h.bins[11].count == 4);
    CHECK(h.most == 4);
    CHECK(to_words(h, 10) == "11 Mar 2021: 1 paper");
    CHECK(to_words(h, 11) == "12 Mar 2021: 4 papers");
    CHECK(to_words(h, 0) == "1 Mar 2021: no papers");
    CHECK(!h.has_range);
}

TEST_CASE("a single day has no histogram")
{
    CHECK(make_histogram(days({{"2021-03-12", 4}}), {}, 100).bins.empty());
    CHECK(make_histogram({}, {}, 100).bins.empty());
}

TEST_CASE("bars become weeks, months and years where there is no room for days, and lose no paper")
{
    const auto counts = days({{"2021-12-31", 3}, {"2021-03-11", 2}, {"2020-02-29", 5}});
    for (const auto& [room, unit, least] : {std::tuple{800, BinUnit::kDay, 600}, {140, BinUnit::kWeek, 90}, {30, BinUnit::kMonth, 23}, {10, BinUnit::kYear, 2}}) {
        const Histogram h = make_histogram(counts, {}, static_cast<std::size_t>(room));
        CHECK(h.unit == unit);
        CHECK(h.bins.size() <= static_cast<std::size_t>(room));
        CHECK(h.bins.size() >= static_cast<std::size_t>(least));
        CHECK(sum(h) == 10);
        for (std::size_t i = 1; i < h.bins.size(); ++i) CHECK(h.bins[i - 1].last < h.bins[i].first);
    }
    CHECK(to_words(make_histogram(counts, {}, 30), 0) == "February 2020: 5 papers");
    CHECK(to_words(make_histogram(counts, {}, 10), 1) == "2021: 5 papers");
    const Histogram weeks = make_histogram(counts, {}, 140);
    CHECK(to_words(weeks, 0) == "24 Feb to 1 Mar 2020: 5 papers");
    CHECK(to_words(weeks, 1) == "2 Mar to 8 Mar 2020: no papers");
}

TEST_CASE("bars that the date filter covers are on")
{
    const auto counts = days({{"2021-03-12", 4}, {"2021-03-11", 1}, {"2021-03-01", 7}});
    const Histogram h = make_histogram(counts, parse_query("date:2021-03-11..2021-03-31"), 100);
    CHECK(h.has_range);
    CHECK(!h.bins[0].is_on);
    CHECK(h.bins[10].is_on);
    CHECK(h.bins[11].is_on);
    // Counted back from the newest day; what is only left out, or one of several alternatives, is no range.
    CHECK(make_histogram(counts, parse_query("newer_than:2d"), 100).bins[10].is_on);
    CHECK(!make_histogram(counts, parse_query("newer_than:1d"), 100).bins[10].is_on);
    CHECK(!make_histogram(counts, parse_query("-date:2021-03-11"), 100).has_range);
    CHECK(!make_histogram(counts, parse_query("date:2021-03-11 OR deck"), 100).has_range);
    // A bar is on only where all of its days with papers are.
    const Histogram years = make_histogram(days({{"2021-03-12", 4}, {"2020-03-11", 1}, {"2020-01-01", 7}}), parse_query("date:2020-03-01..2021"), 2);
    CHECK(!years.bins[0].is_on);
    CHECK(years.bins[1].is_on);
}

TEST_CASE("a range of bars has the shortest filter that says it")
{
    const Histogram h = make_histogram(days({{"2021-04-12", 4}, {"2021-03-11", 1}}), {}, 100);
    CHECK(date_value(h, 10, 10) == "2021-03-11");
    CHECK(date_value(h, 14, 2) == "2021-03-03..2021-03-15");
    CHECK(date_value(h, 0, 30) == "2021-03");
    CHECK(date_value(h, 0, 60) == "2021-03-01..2021-04-30");
    const Histogram years = make_histogram(days({{"2022-04-12", 4}, {"2020-03-11", 1}}), {}, 5);
    CHECK(date_value(years, 1, 1) == "2021");
    CHECK(date_value(years, 1, 2) == "2021-01-01..2022-12-31");
}
