#include "app/place.h"

#include <doctest/doctest.h>

using namespace paperdeck;
using namespace paperdeck::app;

TEST_CASE("an address says the query and the open paper, legibly")
{
    CHECK(to_address({}) == "");
    CHECK(to_address({.query = "graph matching"}) == "q=graph+matching");
    CHECK(to_address({.query = "cat:(cs.CV OR cs.LG) has:code", .open_paper = "2103.06255"}) ==
          "q=cat:(cs.CV+OR+cs.LG)+has:code&paper=2103.06255");
    CHECK(to_address({.query = "a&b=c+d#e%\"é\""}) == "q=a%26b%3Dc%2Bd%23e%25%22%C3%A9%22");
}

TEST_CASE("a place reads back as it was written")
{
    const Place place = {"\"Rényi entropy\" 100% a+b &x=1", "math/0211159", "2103.06255", "10.1000/1 2&3", 0.25f};
    CHECK(parse_place(to_session(place)) == place);
    CHECK(parse_place("?" + to_session(place)) == place);
}

TEST_CASE("an address of anywhere is read without harm")
{
    const Place place = parse_place("?digest=https%3A%2F%2Fx.org%2Fq%3D1&q=one&&paper&q=two%zz%&share=nan&=&top=t");
    CHECK(place.query == "two%zz%");
    CHECK(place.open_paper.empty());
    CHECK(place.top == "t");
    CHECK(place.top_share == 0);
    CHECK(parse_place("share=7").top_share == 1);
    CHECK(parse_place("share=-7").top_share == 0);
    CHECK(parse_place("q=%FF%FE").query == "\xEF\xBF\xBD\xEF\xBF\xBD");
}
