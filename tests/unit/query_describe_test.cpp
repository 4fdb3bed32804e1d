#include <doctest/doctest.h>

#include "search/query.h"

using namespace paperdeck;

TEST_CASE("a query is told in plain English")
{
    const auto told = [](std::string_view text) { return describe(parse_query(text)); };
    CHECK(told("") == "All papers; as listed.");
    CHECK(told("graph title:neur* cat:(cs.CV OR cs.LG) date:2021-03 -survey") ==
          "Papers with “graph”, with a word that begins with “neur” in the title, in cs.CV or cs.LG, from March 2021, not with “survey”; best match first.");
    CHECK(told("graph neural net") == "Papers with “graph”, “neural” and a word that begins with “net”; best match first.");
    CHECK(told("a and b ") == "Papers with “a”, “and” and “b”; best match first.");
    CHECK(told("a OR b ") == "Papers with “a” or “b”; best match first.");
    CHECK(told("title:(a OR b) c ") == "Papers with “a” or “b” in the title, with “c”; best match first.");
    CHECK(told("a OR (b has:code) ") == "Papers either with “a” or both with a link to code and with “b”; best match first.");
    CHECK(told("-(a OR has:math) -(a b)") == "Papers neither with maths nor with “a”, not with “a” and “b”; as listed.");
    CHECK(told("author:\"Kaiming He\" sort:newest") == "Papers with exactly “Kaiming He” among the authors; newest first.");
    CHECK(told("\"graph net\"*") == "Papers with exactly “graph net” or a longer last word; best match first.");
    CHECK(told("abs:/colou?r/i") == "Papers with a match of /colou?r/ in any case in the abstract; as listed.");
    CHECK(told("cat:cs.* -cat:cs.CV") == "Papers in any category of cs, not in cs.CV; as listed.");
    CHECK(told("date:2021-03-01..2021-03-15") == "Papers from 1 March 2021 to 15 March 2021; as listed.");
    CHECK(told("date:>=2021 before:2021-12-31") == "Papers up to 30 December 2021, from 2021 on; as listed.");
    CHECK(told("newer_than:2w OR date:2020") == "Papers from 2020 or from the last 2 weeks; as listed.");
    CHECK(told("newer_than:1y") == "Papers from the last year; as listed.");
    CHECK(told("is:unread -is:(starred OR later)") == "Papers that are unread, that are not kept for later or starred; as listed.");
    CHECK(told("has:code has:(note OR tag)") == "Papers with a link to code, with a note of yours or a tag; as listed.");
    CHECK(told("2103.06255 tag:\"to read\" sort:title") == "Papers with the id 2103.06255, tagged “to read”; by title.");
}
