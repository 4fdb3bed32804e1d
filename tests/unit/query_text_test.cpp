#include <doctest/doctest.h>

#include "search/query.h"
#include "unit/query_samples.h"

using namespace paperdeck;

namespace {

std::string normal(std::string_view text) { return to_text(parse_query(text)); }

}  // namespace

TEST_CASE("a query prints with its filters first, then the sort, then words")
{
    CHECK(normal("deep  has:code \"net work\" sort:title in:CS.cv") == "cat:cs.CV has:code sort:title deep \"net work\"");
    CHECK(normal("au:x ti:(a OR b)") == "author:x (title:a OR title:b)");
    CHECK(normal("cat:cs.LG OR cat:cs.CV") == "cat:(cs.CV OR cs.LG)");
    CHECK(normal("NOT (a|b) !c ") == "-(a OR b) -c");
    CHECK(normal("arXiv:2103.06255v2 hep-th/9901001 x* ") == "id:2103.06255 id:hep-th/9901001 x*");
    CHECK(normal("newer_than:7D after:2020") == "date:2021.. newer_than:7d");
    CHECK(normal("date:(2020 OR 7d)") == "date:(2020 OR 7d)");
    CHECK(normal("tag:\"to read\" tag:a-b tag:\"OR\"") == "tag:\"OR\" tag:a-b tag:\"to read\"");
    CHECK(normal("sort:best") == "sort:best");
    CHECK(normal("/a b/i title:/c/") == "/a b/i title:/c/");
    CHECK(normal("") == "");
    CHECK(to_text(parse_query("(a OR b) c ").root.children[0]) == "a OR b ");
}

TEST_CASE("a last word that is done is followed by a blank, one that is typed by nothing, not even a bracket")
{
    CHECK(normal("graph neur") == "graph neur");
    CHECK(normal("graph neur ") == "graph neur ");
    CHECK(normal("neur cat:cs.CV") == "cat:cs.CV neur ");
    CHECK(normal("x (a OR neur") == "x (a OR neur");
    CHECK(normal("x (a OR neur)") == "x (a OR neur)");
    CHECK(normal("x -neur") == "x -neur");
}

TEST_CASE("what a query prints reads back as the same query, whatever was typed")
{
    test::QuerySamples samples(1);
    for (int i = 0; i < 30'000; ++i) {
        const std::string text = i % 3 == 2 ? samples.bytes() : samples.text();
        const Query query = parse_query(text);
        const std::string printed = to_text(query);
        CAPTURE(text);
        CAPTURE(printed);
        REQUIRE(parse_query(printed) == query);
        REQUIRE(to_text(parse_query(printed)) == printed);
    }
}

TEST_CASE("a query at the limits reads back as well")
{
    test::QuerySamples samples(2);
    for (int i = 0; i < 100; ++i) {
        std::string text;
        while (text.size() < 6000) text += samples.text() + " ";
        const Query query = parse_query(text);
        CAPTURE(text);
        REQUIRE(parse_query(to_text(query)) == query);
    }
}
