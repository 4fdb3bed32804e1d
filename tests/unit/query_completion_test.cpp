#include "search/query_completion.h"

#include <doctest/doctest.h>

using namespace paperdeck;

using What = QueryCompletion::What;

namespace {

// `text` has its caret at "^": what is completed there, and the text with "<…>" around what a choice replaces.
std::string at_caret(std::string text)
{
    static const char* const kNames[] = {"nothing", "field", "category", "author", "tag", "has", "is", "sort", "word"};
    const std::size_t caret = text.find('^');
    text.erase(caret, 1);
    const QueryCompletion found = completion_at(text, caret);
    REQUIRE(found.begin <= caret);
    REQUIRE(found.end >= caret);
    std::string out = kNames[static_cast<int>(found.what)];
    if (found.what == What::kNothing) return out;
    text.insert(found.end, ">");
    text.insert(found.begin, "<");
    return out + " " + found.typed + " in " + text;
}

std::string names(std::string_view text)
{
    std::string out;
    for (const std::string_view name : completed_names(completion_at(text, text.size()))) out += std::string(name) + " ";
    return out;
}

}  // namespace

TEST_CASE("what stands at the caret says what could be meant")
{
    CHECK(at_caret("deep ti^") == "field ti in deep <ti>");
    CHECK(at_caret("deep lea^") == "word lea in deep <lea>");
    CHECK(at_caret("de^ep x") == "word de in <deep> x");
    CHECK(at_caret("title:lea^") == "word lea in title:<lea>");
    CHECK(at_caret("x cat:cs^.CV y") == "category cs in x cat:<cs.CV> y");
    CHECK(at_caret("cat:^") == "category  in cat:<>");
    CHECK(at_caret("cat:(cs.CV OR c^)") == "category c in cat:(cs.CV OR <c>)");
    CHECK(at_caret("cat:(cs.CV OR ^") == "category  in cat:(cs.CV OR <>");
    CHECK(at_caret("cat:cs.CV,c^") == "category c in cat:cs.CV,<c>");
    CHECK(at_caret("-cat:c^") == "category c in -cat:<c>");
    CHECK(at_caret("author:Ka^") == "author Ka in author:<Ka>");
    CHECK(at_caret("au:\"Kaiming H^") == "author Kaiming H in au:<\"Kaiming H>");
    CHECK(at_caret("au:\"Kai^ming He\" x") == "author Kai in au:<\"Kaiming He\"> x");
    CHECK(at_caret("label:to^") == "tag to in label:<to>");
    CHECK(at_caret("is:un^ x") == "is un in is:<un> x");
    CHECK(at_caret("has:^") == "has  in has:<>");
    CHECK(at_caret("sort:n^") == "sort n in sort:<n>");
}

TEST_CASE("nothing is completed where all is written")
{
    for (const char* text : {"^", "deep ^", "au:\"Kaiming He\"^", "date:20^", "id:21^", "\"deep le^", "/re^/ x", "a (^", "cat:cs.CV ^"}) {
        CAPTURE(text);
        CHECK(at_caret(text) == "nothing");
    }
}

TEST_CASE("names come from the table that reads them, aliases left out")
{
    CHECK(names("t") == "title translation tag ");
    CHECK(names("AB") == "abstract ");
    CHECK(names("a") == "author abstract all after ");
    CHECK(names("n") == "note newer_than ");
    CHECK(names("has:") == "code link math note tag summary translation abstract ");
    CHECK(names("is:re") == "replaced read ");
    CHECK(names("sort:") == "best listed newest title ");
    CHECK(names("cat:c") == "");
}
