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
        engine.note(added.changed);
        engine.finish();
        return added.digest;
    }

    std::string ids(const std::string& query)
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
    Deck deck;
    CHECK(deck.ids("") == "5 3 1 2 4 ");
    CHECK(deck.ids("sort:newest") == "5 3 2 1 4 ");
    CHECK(deck.ids("sort:title") == "3 5 2 1 4 ");
}

TEST_CASE("every word has to stand in the paper; the last one may be only begun")
{
    Deck deck;
    CHECK(deck.ids("contrast sort:listed") == "1 ");
    CHECK(deck.ids("sort:listed contrast") == "5 1 ");
    CHECK(deck.ids("contrast ") == "1 ");
    CHECK(deck.ids("contrast* sort:listed") == "5 1 ");
    CHECK(deck.ids("contrastive momen") == "1 ");
    CHECK(deck.ids("\"ontrast\"") == "");
    CHECK(deck.ids("renyi") == "1 ");
    CHECK(deck.ids("R\u00C9NYI") == "1 ");
    CHECK(deck.ids("jozefowicz") == "3 ");
    CHECK(deck.ids("sort:listed 2103.0000") == "5 3 1 2 ");
    CHECK(deck.ids("supervised") == "3 ");
    CHECK(deck.ids("\u5B66\u4E60") == "3 ");
    CHECK(deck.ids("\u5B66") == "3 ");
    CHECK(deck.ids("\u5B66\u5EA6") == "");
    CHECK(deck.ids("nothing") == "");
}

TEST_CASE("words of several parts are found whole, by part, by their last parts, and joined or parted")
{
    Deck deck;
    for (const char* query : {"VideoMoCo", "videomoco", "video-moco", "videomo", "moco", "MoCo", "mo", "video"}) {
        CAPTURE(query);
        CHECK(deck.ids(query) == "1 ");
    }
    for (const char* query : {"self-supervised", "selfsupervised", "Self Supervised", "selfsup", "self-sup"}) {
        CAPTURE(query);
        CHECK(deck.ids(query) == "3 ");
    }
    CHECK(deck.ids("title:VideoMoCo") == "1 ");
    CHECK(deck.ids("abstract:VideoMoCo ") == "");
    deck.add("2021-03-13.md", {2021, 3, 13}, {paper("2103.00006", "SwissGov-RSD and VideoMoCo-v2-extra", "", {})});
    for (const char* query : {"swissgov ", "SwissGov", "SwissGov-RSD", "swissgov-rsd", "swissgovrsd", "rsd", "\"swissgov rsd and\"", "videomoco-v2", "\"and video moco\""}) {
        CAPTURE(query);
        CHECK(deck.ids(query) == "6 ");
    }
    CHECK(deck.ids("sort:listed videomoco ") == "6 1 ");
}

TEST_CASE("mathematics is found by its TeX and by its signs")
{
    Deck deck;
    deck.add("2021-03-13.md", {2021, 3, 13}, {paper("2103.00006", "An \\alpha-divergence", "", {}), paper("2103.00007", "The \u03B1 of \U0001D6FC", "\u221E", {})});
    CHECK(deck.ids("sort:listed alpha ") == "6 7 ");
    CHECK(deck.ids("sort:listed \u03B1 ") == "6 7 ");
    CHECK(deck.ids("\u03B1-divergence") == "6 ");
    CHECK(deck.ids("\\infty") == "7 ");
}

TEST_CASE("a phrase stands together in one field")
{
    Deck deck;
    CHECK(deck.ids("\"contrastive learning") == "1 ");
    CHECK(deck.ids("\"contrastive learn") == "");
    CHECK(deck.ids("\"learning contrastive\"") == "");
    CHECK(deck.ids("\"ontrastive learning\"") == "");
    CHECK(deck.ids("\"learning momentum\"") == "");
    CHECK(deck.ids("title:\"contrastive learning\"") == "1 ");
    CHECK(deck.ids("abstract:\"contrastive learning\"") == "");
}

TEST_CASE("filters narrow, alternatives widen")
{
    Deck deck;
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
    Deck deck;
    const SearchResult all = deck.engine.search({});
    REQUIRE(all.categories.size() == 3);
    CHECK(all.categories[0].value == "cs.CV");
    CHECK(all.categories[1].value == "cs.LG");
    CHECK(all.categories[2].value == "cs.DS");
    REQUIRE(all.days.size() == 2);
    CHECK(all.days[0].value == "2021-03-12");
    CHECK(deck.count(all.days, "2021-03-11") == 4);
    CHECK(all.count_of(QueryFilter::Field::kHas, "code") == 1);
    CHECK(all.count_of(QueryFilter::Field::kHas, "math") == 1);
    CHECK(all.count_of(QueryFilter::Field::kIs, "unread") == 5);

    const SearchResult some = deck.engine.search(parse_query("contrastive"));
    CHECK(deck.count(some.categories, "cs.CV") == 1);
    CHECK(deck.count(some.categories, "cs.LG") == 1);
    CHECK(deck.count(some.categories, "cs.DS") == 0);
    CHECK(deck.count(some.days, "2021-03-12") == 1);
    CHECK(some.count_of(QueryFilter::Field::kHas, "math") == 0);
}

TEST_CASE("with alternatives on, the other choices of their field count what they would add")
{
    Deck deck;
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
    deck.engine.note(deck.library.remove(deck.first));
    deck.engine.finish();
    CHECK(deck.ids("") == "5 3 ");
    const SearchResult all = deck.engine.search({});
    CHECK(all.days.size() == 1);
    CHECK(all.categories.size() == 1);
    CHECK(all.count_of(QueryFilter::Field::kHas, "code") == 0);
    deck.engine.note(deck.library.remove(deck.second));
    CHECK(deck.ids("") == "");
    CHECK(deck.engine.search({}).categories.empty());
    deck.add("2021-03-11.md", {2021, 3, 11}, {paper("2103.00001", "Back", "Again.", {"cs.CV"})});
    CHECK(deck.ids("back") == "1 ");
}

TEST_CASE("a word that no paper has is looked for as its nearest spelling, and that is said")
{
    Deck deck;
    const SearchResult result = deck.engine.search(parse_query("contrastvie lerning"));
    REQUIRE(result.corrections.size() == 2);
    CHECK(result.corrections[0].written == "contrastvie");
    CHECK(result.corrections[0].shown == std::vector<std::string>{"contrastive"});
    CHECK(result.corrections[1].shown == std::vector<std::string>{"learning"});
    CHECK(result.papers.size() == 1);
    CHECK(deck.engine.search(parse_query("\"contrastvie\"")).papers.empty());
    CHECK(deck.engine.search(parse_query("\"contrastvie\"")).corrections.empty());
    CHECK(deck.engine.search(parse_query("-contrastvie")).corrections.empty());
    CHECK(deck.engine.search(parse_query("contrastvi")).corrections.size() == 1);
}

TEST_CASE("words of three letters are mended too, but for their first; no word is where filters leave nothing")
{
    Deck deck;
    deck.add("2021-03-13.md", {2021, 3, 13}, {paper("2103.00006", "Zub of the zoo", "", {}), paper("2103.00007", "A cub of the zoo", "", {})});
    CHECK(deck.ids("zbu zoo") == "6 ");
    CHECK(deck.ids("bub zoo") == "");
    CHECK(deck.engine.search(parse_query("date:1999 zub crossing ")).corrections.empty());
}

TEST_CASE("words that no paper has together: one may be misspelt though some paper has it")
{
    Deck deck;
    deck.add("2021-03-13.md", {2021, 3, 13}, {paper("2103.00006", "Zebru", "", {})});
    const SearchResult result = deck.engine.search(parse_query("zebru crossing "));
    REQUIRE(result.corrections.size() == 1);
    CHECK(result.corrections[0].shown == std::vector<std::string>{"zebra"});
    CHECK(result.papers.size() == 1);
}

TEST_CASE("the title that is the query stands first, then where its words are close")
{
    Deck deck;
    deck.add("2021-03-13.md", {2021, 3, 13},
             {paper("2103.00006", "Graph matching with networks of a very different kind", "Neural methods.", {}), paper("2103.00007", "Graph neural networks", "Short.", {}),
              paper("2103.00008", "Other things", "A graph of neural networks, networks and graph, neural.", {}),
              paper("2103.00009", "A survey on neural networks on any graph", "Graph neural networks are surveyed.", {})});
    CHECK(deck.ids("graph neural networks").substr(0, 4) == "7 9 ");
    const auto parts = deck.engine.explain(parse_query("graph neural networks"), deck.engine.search(parse_query("graph neural networks")).papers[0]);
    REQUIRE_FALSE(parts.empty());
    float sum = 0;
    for (const ScorePart& part : parts) sum += part.score;
    CHECK(sum == doctest::Approx(deck.engine.search(parse_query("graph neural networks")).scores[0]).epsilon(0.0002));
    CHECK(std::any_of(parts.begin(), parts.end(), [](const ScorePart& part) { return part.words == "the whole title"; }));
    CHECK(deck.engine.explain(parse_query("zebra"), 0).empty());
}

TEST_CASE("what the reader did with a paper is found at once, and no more when it is undone")
{
    Deck deck;
    const PaperIndex zebra = deck.engine.search(parse_query("zebra")).papers.at(0);
    deck.engine.set_marks(zebra, {{"to read", "Stripes!"}, "ask Jos\u00E9 about it", true, true, false});
    deck.engine.finish();
    for (const char* query : {"tag:\"to read\"", "note:jose", "is:starred", "is:read", "has:note", "has:tag", "jose"}) {
        CAPTURE(query);
        CHECK(deck.ids(query) == "4 ");
    }
    const SearchResult all = deck.engine.search({});
    CHECK(deck.count(all.tags, "to read") == 1);
    CHECK(all.count_of(QueryFilter::Field::kIs, "unread") == 4);
    deck.engine.set_marks(zebra, {});
    deck.engine.finish();
    CHECK(deck.ids("note:jose ") == "");
    CHECK(deck.ids("is:starred") == "");
}

TEST_CASE("authors of the results are counted, and found by any of their names")
{
    Deck deck;
    const SearchResult all = deck.engine.search({});
    REQUIRE(all.authors.size() == 1);
    CHECK(all.authors[0].value == "Rafa\u0142 J\u00F3zefowicz");
    CHECK(all.authors[0].count == 1);
    CHECK(deck.engine.authors_like("joz", 5).size() == 1);
    CHECK(deck.engine.authors_like("rafa", 5).size() == 1);
    CHECK(deck.engine.authors_like("rafal joz", 5).size() == 1);
    CHECK(deck.engine.authors_like("x", 5).empty());
    CHECK(deck.engine.categories_like("CS.", 5).size() == 3);
    CHECK(deck.ids("author:\"Rafal Jozefowicz\"") == "3 ");
}

TEST_CASE("papers that share telling words are alike")
{
    Deck deck;
    Papers papers;
    for (int i = 0; i < 40; ++i) papers.push_back(paper("2104." + std::to_string(10000 + i), "Filler number " + std::to_string(i), "Common text.", {}));
    papers.push_back(paper("2104.00001", "Diffusion of heat in crystals", "Phonons carry heat.", {}));
    papers.push_back(paper("2104.00002", "Crystals and their phonons", "On heat.", {}));
    deck.add("2021-04-01.md", {2021, 4, 1}, std::move(papers));
    const PaperIndex heat = deck.engine.search(parse_query("diffusion")).papers.at(0);
    const auto similar = deck.engine.similar_to(heat);
    REQUIRE_FALSE(similar.empty());
    CHECK(deck.library.paper(similar[0].paper).paper.id == "2104.00002");
    CHECK(std::find(similar[0].words.begin(), similar[0].words.end(), "phonons") != similar[0].words.end());
    const auto by_text = deck.engine.similar_to_text("Phonons move through crystals.");
    REQUIRE(by_text.size() >= 2);
    CHECK(deck.library.paper(by_text[0].paper).paper.id == "2104.00002");
}

TEST_CASE("a regular expression is searched for in slices, and says how far it is")
{
    class OneStep final : public Deadline {
    public:
        bool passed() const override { return true; }
    };
    Deck deck;
    const Query query = parse_query("/[Cc]ontrastive L/");
    SearchResult result = deck.engine.search(query);
    CHECK(result.share_searched == 0);
    CHECK_FALSE(deck.engine.is_done());
    while (!deck.engine.step(OneStep())) {}
    result = deck.engine.search(query);
    CHECK(result.share_searched == 1);
    CHECK(result.papers.size() == 1);
    deck.add("2021-03-13.md", {2021, 3, 13}, {paper("2103.00006", "Contrastive Losses", "", {})});
    CHECK(deck.engine.search(query).papers.size() == 2);
}

TEST_CASE("what changed papers leave behind is swept out while the engine goes on answering")
{
    Deck deck;
    Papers papers;
    for (int i = 0; i < 3000; ++i) papers.push_back(paper("2105." + std::to_string(10000 + i), "Paper " + std::to_string(i), "", {"cs.LG"}));
    deck.add("2021-05-01.md", {2021, 5, 1}, std::move(papers));
    const std::size_t before = deck.engine.bytes();
    for (int round = 0; round < 6; ++round) {
        for (PaperIndex paper = 0; paper < deck.library.papers().size(); ++paper) deck.engine.set_marks(paper, {{"round" + std::to_string(round)}, {}, false, false, false});
        deck.engine.finish();
        CHECK(deck.engine.search(parse_query("cat:cs.LG")).papers.size() == 3002);
        CHECK(deck.engine.search(parse_query("tag:round" + std::to_string(round))).papers.size() == 3005);
        CHECK(deck.engine.search(parse_query("sort:title tag:round" + std::to_string(round))).papers.size() == 3005);
    }
    CHECK(deck.engine.bytes() < 4 * before);
}

TEST_CASE("the seed is searched as a reader would" * doctest::skip(!test_files::exists(test_files::seed())))
{
    Library library;
    SearchEngine engine(library);
    engine.note(library.add(read_digest("2021-03-11.cs.CV.md", test_files::read(test_files::seed()))).changed);
    engine.finish();
    const auto count = [&](const char* query) { return engine.search(parse_query(query)).papers.size(); };
    CHECK(count("") == 66);
    CHECK(count("VideoMoCo") == 1);
    CHECK(count("cat:cs.CV date:2021-03-11") == 66);
    CHECK(count("has:math") == 3);
    CHECK(count("1902.02882") == 1);
    CHECK(count("segmentation") > count("\"semantic segmentation\""));
    CHECK(count("no such words at all") == 0);
}
