#include "app/sources.h"

#include <doctest/doctest.h>

using namespace paperdeck;
using namespace paperdeck::app;

TEST_CASE("an index lists its digests newest first, whatever else it says")
{
    Warnings warnings;
    const auto sources = parse_index(R"({"version":1,"new":true,"digests":[
        {"path":"old.md","date":"2021-03-10","bytes":5},
        {"path":"some%20day.md","date":"2021-03-12","extra":{}},
        {"path":"undated.md"}]})", "digests/", warnings);
    REQUIRE(sources);
    REQUIRE(sources.value().size() == 3);
    CHECK(sources.value()[0].name == "digests/some day.md");
    CHECK(sources.value()[0].address == "digests/some%20day.md");
    CHECK(sources.value()[1].address == "digests/old.md");
    CHECK(sources.value()[2].address == "digests/undated.md");
    CHECK(warnings.empty());
}

TEST_CASE("an index that is none says so, with its name and the way to mend it")
{
    Warnings warnings;
    for (const char* json : {"", "<html>404</html>", "[]", "{}", R"({"digests":7})", R"({"version":9,"digests":[]})"}) {
        const auto sources = parse_index(json, "digests/", warnings);
        REQUIRE_FALSE(sources);
        CHECK(sources.error().file == "digests/index.json");
        CHECK(sources.error().message.find("paperdeck-cli index") != std::string::npos);
    }
}

TEST_CASE("an index cannot send the page to another place")
{
    Warnings warnings;
    const auto sources = parse_index(R"({"digests":[{"path":"https://evil.example/x.md"},{"path":"/etc/x.md"},{"path":"../x.md"},
        {"path":"a/%2e%2e/x.md"},{"path":"javascript:x"},{"path":".\t./x.md"},{"path":"\\\\host\\x"},{"path":7},{},{"path":"a/b:c.md"}]})", "digests/", warnings);
    REQUIRE(sources);
    REQUIRE(sources.value().size() == 1);
    CHECK(sources.value()[0].address == "digests/a/b:c.md");
    CHECK(warnings.size() == 9);
}

TEST_CASE("digest addresses come from the page's own address, in order")
{
    Warnings warnings;
    const auto sources = sources_in_search("?digest=https%3A%2F%2Fa.example%2F2021-03-11.md&x=1&digest=local/b.md&digest=", warnings);
    REQUIRE(sources.size() == 2);
    CHECK(sources[0].address == "https://a.example/2021-03-11.md");
    CHECK(sources[0].is_foreign);
    CHECK(sources[0].date == Date{2021, 3, 11});
    CHECK(sources[1].address == "local/b.md");
    CHECK_FALSE(sources[1].is_foreign);
    CHECK(warnings.empty());
}

TEST_CASE("addresses of other kinds are refused with a message")
{
    Warnings warnings;
    CHECK(sources_in_search("?digest=javascript:alert(1)&digest=data:text/plain,x&digest=file:///x.md", warnings).empty());
    CHECK(warnings.size() == 3);
    // Addresses that a browser would read otherwise than they look.
    CHECK(sources_in_search("?digest=/%5Cevil.example/x.md&digest=%5C%5Cevil.example&digest=/%09/evil.example/x.md", warnings).empty());
    CHECK(warnings.size() == 6);
    CHECK(sources_in_search("", warnings).empty());
    CHECK(sources_in_search("?q=digest", warnings).empty());
}

TEST_CASE("percent escapes decode to valid text")
{
    CHECK(percent_decoded("a%20b%") == "a b%");
    CHECK(percent_decoded("%zz+%C3%A9") == "%zz+é");
    CHECK(percent_decoded("%FF") == "\uFFFD");
}
