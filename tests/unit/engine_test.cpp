#include "search/engine.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "unit/test_files.h"

using namespace paperdeck;

namespace {

Paper paper(const std::string& id, const std::string& title, const std::string& abstract, std::vector<std::string> categories)
{
    Paper made;
    made.id = id;
    made.title.text = title;
    made.abstract.text = abstract;
    made.categories = std::move(categories);
    return made;
}

// Two days: the eleventh with four papers, the twelfth with two, one of them again.
class Deck {
public:
    Deck()
    {
        Paper moco = paper("2103.00001", "VideoMoCo: Contrastive Learning", "Momentum contrast for R\u00E9nyi entropy.", {"cs.CV"});
        moco.links.code = "https://github.com/o/n";
        Paper maths = paper("2103.00002", "On n log n", "We sort.", {"cs.DS", "cs.CV"});
        maths.title.spans = {{3, 10, kMaths, -1}};
        Paper authored = paper("2103.00003", "A Self-Supervised Thing", "Of \u6DF1\u5EA6\u5B66\u4E60 networks.", {"cs.LG"});
        authored.authors = {"Rafa\u0142 J\u00F3zefowicz"};
        Paper plain = paper("1902.00004", "Zebra Crossing", "Stripes.", {"cs.CV"});
        first = add("2021-03-11.md", {2021, 3, 11}, {moco, maths, authored, plain});
        second = add("2021-03-12.md", {2021, 3, 12}, {paper("2103.00005", "another Sort of Contrastive", "New.", {"cs.LG"}), authored});
    }

    DigestId add(const std::string& file, Date date, Papers papers)
    {
        Digest digest;
        digest.file = file;
        digest.date = date;
        for (Paper& made : papers) made.date = date;
        digest.papers = std::move(papers);
        const auto added = library.add(std::move(digest));
        engine.update(added.changed);
        return added.digest;
    }

    std::string ids(const std::string& query) const
    {
        std::string out;
        for (const PaperIndex index : engine.search(parse_query(query)).papers) out += library.paper(index).paper.id.substr(9) + " ";
        return out;
    }

    std::uint32_t count(const std::vector<FacetCount>& facet, const std::string& value) const
    {
        for (const FacetCount& choice : facet)
            if (choice.value == value) return choice.count;
        return 999;
    }

    Library library;
    SearchEngine engine{library};
    DigestId first = 0, second = 0;
};

}  // namespace

TEST_CASE("an empty query finds all live papers, as listed: newest day first, each digest in its order")
{
    const Deck deck;
    CHECK(deck.ids("") == "5 3 1 2 4 ");
    CHECK(deck.ids("sort:newest") == "5 3 2 1 4 ");
    CHECK(deck.ids("sort:title") == "3 5 2 1 4 ");
}

TEST_CASE("every word has to begin a word of title, abstract, authors or id")
{
    const Deck deck;
    CHECK(deck.ids("contrast") == "5 1 ");
    CHECK(deck.ids("contrast momentum") == "1 ");
    CHECK(deck.ids("ontrast") == "");
    CHECK(deck.ids("renyi") == "1 ");
    CHECK(deck.ids("R\u00C9NYI") == "1 ");
    CHECK(deck.ids("jozefowicz") == "3 ");
    CHECK(deck.ids("2103.0000") == "5 3 1 2 ");
    CHECK(deck.ids("moco") == "1 ");
    CHECK(deck.ids("supervised") == "3 ");
    CHECK(deck.ids("\u5B66\u4E60") == "3 ");
    CHECK(deck.ids("nothing") == "");
}

TEST_CASE("a phrase stands together, and begins at a word")
{
    const Deck deck;
    CHECK(deck.ids("\"contrastive learn") == "1 ");
    CHECK(deck.ids("\"learning contrastive\"") == "");
    CHECK(deck.ids("\"ontrastive learning\"") == "");
    CHECK(deck.ids("\"learning momentum\"") == "");
}

TEST_CASE("filters narrow, alternatives widen")
{
    const Deck deck;
    CHECK(deck.ids("cat:cs.CV") == "1 2 4 ");
    CHECK(deck.ids("cat:(cs.DS OR cs.LG)") == "5 3 2 ");
    CHECK(deck.ids("cat:cs.CV cat:cs.DS") == "2 ");
    CHECK(deck.ids("cat:cs.*") == "5 3 1 2 4 ");
    CHECK(deck.ids("cat:math.*") == "");
    CHECK(deck.ids("date:2021-03-11") == "3 1 2 4 ");
    CHECK(deck.ids("date:2021-03-12") == "5 3 ");
    CHECK(deck.ids("date:2021-03") == "5 3 1 2 4 ");
    CHECK(deck.ids("date:2020") == "");
    CHECK(deck.ids("has:code") == "1 ");
    CHECK(deck.ids("has:math") == "2 ");
    CHECK(deck.ids("has:math has:code") == "");
    CHECK(deck.ids("1902.00004") == "4 ");
    CHECK(deck.ids("https://arxiv.org/abs/2103.00001v3 arXiv:1902.00004") == "1 4 ");
}

TEST_CASE("facets list all values of the library and count as if each were added")
{
    const Deck deck;
    const SearchResult all = deck.engine.search({});
    REQUIRE(all.categories.size() == 3);
    CHECK(all.categories[0].value == "cs.CV");
    CHECK(all.categories[1].value == "cs.LG");
    CHECK(all.categories[2].value == "cs.DS");
    REQUIRE(all.days.size() == 2);
    CHECK(all.days[0].value == "2021-03-12");
    CHECK(deck.count(all.days, "2021-03-11") == 4);
    CHECK(all.with_code == 1);
    CHECK(all.with_maths == 1);

    const SearchResult some = deck.engine.search(parse_query("contrastive"));
    CHECK(deck.count(some.categories, "cs.CV") == 1);
    CHECK(deck.count(some.categories, "cs.LG") == 1);
    CHECK(deck.count(some.categories, "cs.DS") == 0);
    CHECK(deck.count(some.days, "2021-03-12") == 1);
    CHECK(some.with_maths == 0);
}

TEST_CASE("with alternatives on, the other choices of their field count what they would add")
{
    const Deck deck;
    const SearchResult result = deck.engine.search(parse_query("cat:cs.DS"));
    CHECK(result.papers.size() == 1);
    CHECK(deck.count(result.categories, "cs.CV") == 3);
    CHECK(deck.count(result.categories, "cs.LG") == 2);
    CHECK(deck.count(result.days, "2021-03-12") == 0);
    CHECK(deck.count(result.days, "2021-03-11") == 1);
    CHECK(result.categories[2].is_on);
    CHECK_FALSE(result.categories[0].is_on);
    const SearchResult day = deck.engine.search(parse_query("date:2021-03-12 cat:cs.LG"));
    CHECK(day.papers.size() == 2);
    CHECK(deck.count(day.categories, "cs.CV") == 0);
    CHECK(deck.count(day.days, "2021-03-11") == 1);
}

TEST_CASE("what is removed is found no more, and counts follow")
{
    Deck deck;
    deck.engine.update(deck.library.remove(deck.first));
    CHECK(deck.ids("") == "5 3 ");
    const SearchResult all = deck.engine.search({});
    CHECK(all.days.size() == 1);
    CHECK(all.categories.size() == 1);
    CHECK(all.with_code == 0);
    deck.engine.update(deck.library.remove(deck.second));
    CHECK(deck.ids("") == "");
    CHECK(deck.engine.search({}).categories.empty());
    deck.add("2021-03-11.md", {2021, 3, 11}, {paper("2103.00001", "Back", "Again.", {"cs.CV"})});
    CHECK(deck.ids("back") == "1 ");
}

TEST_CASE("hits mark whole words, in the bytes of the source")
{
    const auto marked = [](const std::string& query, const std::string& text) {
        std::string out;
        for (const Hit& hit : find_hits(parse_query(query), text)) out += "<" + text.substr(hit.begin, hit.end - hit.begin) + ">";
        return out;
    };
    CHECK(marked("contr", "Contrastive and contrast") == "<Contrastive><contrast>");
    CHECK(marked("moco", "VideoMoCo, MoCo") == "<MoCo><MoCo>");
    CHECK(marked("renyi", "R\u00E9nyi\u2019s and Re\u0301nyi") == "<R\u00E9nyi><Re\u0301nyi>");
    CHECK(marked("\"deep lear\"", "Deep Learning, learning deep") == "<Deep Learning>");
    CHECK(marked("\u5B66", "\u6DF1\u5EA6\u5B66\u4E60") == "<\u5B66>");
    CHECK(marked("a an and", "and an A") == "<and><an><A>");
    CHECK(marked("self-super supervised", "Self-Supervised") == "<Self-Supervised>");
    CHECK(marked("fi", "\uFB01ne") == "<\uFB01ne>");
    CHECK(marked("\u00E6", "\u00C6") == "<\u00C6>");
    CHECK(marked("a", "\u00E6") == "<\u00E6>");
    CHECK(marked("cat:cs.CV", "cs.CV") == "");
    CHECK(marked("", "x") == "");
    CHECK(marked("x", "") == "");
}

TEST_CASE("hits are where the engine finds: no paper found without one, none marked that is not found")
{
    const Deck deck;
    for (const char* text : {"contrast", "moco", "renyi", "supervised", "\"of con", "sort", "\u5B66\u4E60", "n", "2"}) {
        const Query query = parse_query(text);
        const auto found = deck.engine.search(query).papers;
        for (PaperIndex index = 0; index < deck.library.papers().size(); ++index) {
            const Paper& read = deck.library.paper(index).paper;
            bool has_hit = !find_hits(query, read.title.text).empty() || !find_hits(query, read.abstract.text).empty() || !find_hits(query, read.id).empty();
            for (const std::string& author : read.authors) has_hit = has_hit || !find_hits(query, author).empty();
            CAPTURE(text);
            CAPTURE(read.id);
            CHECK(has_hit == (std::find(found.begin(), found.end(), index) != found.end()));
        }
    }
}

TEST_CASE("the seed is searched as a reader would" * doctest::skip(!test_files::exists(test_files::seed())))
{
    Library library;
    SearchEngine engine(library);
    engine.update(library.add(read_digest("2021-03-11.cs.CV.md", test_files::read(test_files::seed()))).changed);
    const auto count = [&](const char* query) { return engine.search(parse_query(query)).papers.size(); };
    CHECK(count("") == 66);
    CHECK(count("VideoMoCo") == 1);
    CHECK(count("cat:cs.CV date:2021-03-11") == 66);
    CHECK(count("has:math") == 3);
    CHECK(count("1902.02882") == 1);
    CHECK(count("segmentation") > count("\"semantic segmentation\""));
    CHECK(count("no such words at all") == 0);
}
