#include "search/query_parts.h"

#include <doctest/doctest.h>

#include "search/query.h"

using namespace paperdeck;

TEST_CASE("a query's parts are what stands side by side")
{
    const auto parts = [](std::string_view text) {
        std::string out;
        for (const std::string_view part : query_parts(text)) out += "[" + std::string(part) + "]";
        return out;
    };
    CHECK(parts("has:code  \"graph matching\" deep") == "[has:code][\"graph matching\"][deep]");
    CHECK(parts("cat:(cs.CV OR cs.LG) a") == "[cat:(cs.CV OR cs.LG)][a]");
    CHECK(parts("a OR b c | d -e NOT f") == "[a OR b][c | d][-e][NOT f]");
    CHECK(parts("a AND b") == "[a][b]");
    CHECK(parts("(a (b c)) \"open quote d") == "[(a (b c))][\"open quote d]");
    CHECK(parts(")) ( a") == "[))][( a]");
    CHECK(parts("") == "");
    CHECK(parts("OR") == "[OR]");
}

TEST_CASE("a date range takes the place of every date filter, and goes away again")
{
    CHECK(with_dates("", "2021-03") == "date:2021-03");
    CHECK(with_dates("has:code date:2021 cards", "2021-03-01..2021-03-15") == "date:2021-03-01..2021-03-15 has:code cards");
    CHECK(with_dates("date:(2021-03-11 OR 2021-03-12) DAY:2021 after:2020 x", "") == "x");
    CHECK(with_dates("update:2021 \"date:2021\"", "") == "update:2021 \"date:2021\"");
}

TEST_CASE("a span covers its days, both ends included")
{
    CHECK(day_span("2021-03-01..2021-03-15").covers("2021-03-15"));
    CHECK(!day_span("2021-03-01..2021-03-15").covers("2021-03-16"));
    CHECK(!day_span("2021-03-01..2021-03-15").covers("2021-02-28"));
    CHECK(day_span("2021-03").covers("2021-03-31"));
    CHECK(!day_span("2021-03").covers("2021-04-01"));
    CHECK(day_span("2020..2021-03").covers("2021-03-31"));
    CHECK(day_span("..2021").covers("1999-01-01"));
    CHECK(day_span("2021-03-05..").covers("2030-01-01"));
}

TEST_CASE("a range of days is a filter of the query, in one form")
{
    const Query query = parse_query("date:2021-03-01..2021-03-15 cards");
    REQUIRE(query.filters.size() == 1);
    CHECK(query.filters[0].field == QueryFilter::Field::kDate);
    CHECK(query.filters[0].values == std::vector<std::string>{"2021-03-01..2021-03-15"});
    CHECK(parse_query("date:2021-03-01..nonsense").filters.empty());
}
