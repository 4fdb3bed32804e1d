#include "search/relaxation.h"

#include <doctest/doctest.h>

using namespace paperdeck;

namespace {

Paper paper(const char* title, const char* code)
{
    Paper p;
    p.title.text = title;
    p.categories = {"cs.CV"};
    p.links.code = code;
    return p;
}

}  // namespace

TEST_CASE("where nothing is found, each part that stands in the way is named with what leaving it out finds")
{
    Library library;
    SearchEngine engine(library);
    Digest digest;
    digest.file = "2021-03-11.md";
    digest.papers = {paper("Involution of decks", ""), paper("Involution of cards", ""), paper("Zebras", "https://example.org/code")};
    engine.note(library.add(std::move(digest)).changed);
    engine.finish();

    const auto relaxations = [&](std::string_view text) {
        SearchResult result = engine.search(parse_query(text));
        relax(engine, text, result);
        std::string out;
        for (const Relaxation& r : result.relaxations) out += r.dropped + "=" + std::to_string(r.count) + "(" + r.query + ") ";
        return out;
    };
    CHECK(relaxations("has:code involution") == "has:code=2(involution) involution=1(has:code) ");
    CHECK(relaxations("zebras").empty());
    CHECK(relaxations("nowhere").empty());
    CHECK(relaxations("nowhere nothing").empty());
    // Of alternatives the words, not the alternatives.
    CHECK(relaxations("involution zebras OR cards nowhere") ==
          "zebras=2(involution OR cards nowhere) involution=1(zebras OR cards nowhere) nowhere=1(involution zebras OR cards ) ");
    CHECK(relaxations("has:code cards OR nowhere sort:title") == "has:code=1(sort:title cards OR nowhere ) cards=1(sort:title has:code OR nowhere ) ");
    // Wherever it stands beside another one.
    CHECK(relaxations("(zebras cards OR nowhere cards OR nothing) ") ==
          "zebras=1(cards OR nowhere cards OR nothing ) cards=1(zebras OR nowhere OR nothing ) nowhere=1(zebras cards OR cards OR nothing ) ");
    CHECK(relaxations("nowhere OR nothing").empty());
    std::string many;
    for (int i = 0; i < 500; ++i) many += "nowhere ";
    CHECK(relaxations(many).empty());
    CHECK(relaxations(many + "OR " + many).empty());
}
