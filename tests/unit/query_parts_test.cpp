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
    CHECK(parts("cat:(cs.CV OR cs.LG) a sort:title") == "[cat:(cs.CV OR cs.LG)][a]");
    CHECK(parts("(a OR b) -e NOT f") == "[(a OR b)][-e][NOT f]");
    CHECK(parts(" a OR b c ") == "[a OR b c]");
    CHECK(parts("a AND b OR") == "[a][b]");
    CHECK(parts("(a (b c)) \"open quote d") == "[(a (b c))][\"open quote d]");
    CHECK(parts(")) ( a") == "[( a]");
    CHECK(parts("") == "");
    CHECK(parts("OR") == "");
}

TEST_CASE("a part is taken away and the rest left as it was")
{
    CHECK(without_part("has:code  \"Graph matching\" Deep", 0) == "\"Graph matching\" Deep");
    CHECK(without_part("has:code  \"Graph matching\" Deep", 1) == "has:code Deep");
    // "Graph" was no beginning of a word, and is none now.
    CHECK(without_part("Graph deep", 1) == "Graph ");
    CHECK(without_part("Graph deep", 0) == "deep");
    CHECK(without_part("a sort:title b", 0) == "sort:title b");
}

TEST_CASE("a date range takes the place of every date filter, and goes away again")
{
    CHECK(with_dates("", "2021-03") == "date:2021-03");
    CHECK(with_dates("has:code date:2021 cards", "2021-03-01..2021-03-15") == "date:2021-03-01..2021-03-15 has:code cards");
    CHECK(with_dates("date:(2021-03-11 OR 2021-03-12) DAY:2021 after:2020 newer_than:7d x", "") == "x");
    CHECK(with_dates("update:2021 \"date:2021\"", "") == "update:2021 \"date:2021\"");
    CHECK(with_dates("date:2021 OR x ", "2020") == "date:2020 (date:2021 OR x)");
    CHECK(with_dates("-date:2021", "2020") == "date:2020 -date:2021");
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

TEST_CASE("days counted back begin so many days before the newest, that one included")
{
    CHECK(absolute_days("1d", "2021-03-11") == "2021-03-11..");
    CHECK(absolute_days("7d", "2021-03-03") == "2021-02-25..");
    CHECK(absolute_days("1w", "2021-03-03") == "2021-02-25..");
    CHECK(absolute_days("1m", "2021-03-30") == "2021-03-01..");
    CHECK(absolute_days("1y", "2021-12-31") == "2021-01-01..");
    CHECK(absolute_days("9999y", "2021-12-31") == "0001-01-01..");
    CHECK(absolute_days("2021-03", "2021-12-31") == "2021-03");
    CHECK(day_span(absolute_days("7d", "")).covers("2021-12-31"));
}
