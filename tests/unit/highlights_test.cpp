#include "search/highlights.h"

#include <doctest/doctest.h>

#include "search/engine.h"

using namespace paperdeck;

namespace {

std::string said(const std::vector<QueryWord>& highlights)
{
    std::string out;
    for (const QueryWord& word : highlights)
        out += (word.field == SearchField::kAuthors ? "@" : "") + word.text + (word.is_prefix ? "*" : "") + (word.is_phrase ? "" : "~") + "|";
    return out;
}

class Deck {
public:
    Deck()
    {
        add("Diffusion of Heat", "We sort.", {"Ada Lovelace"});
        add("Graph Matching", "A graph for Ada.", {"Yann LeCun", "Jos\u00E9 Garc\u00EDa"});
        add("Zebra Crossing", "Neural graph.", {"Lovelace Ada"});
        add("Stripes", "A graph neural network diffuses.", {"Yann Martin", "LeCun Smith"});
        engine.finish();
    }

    void add(const std::string& title, const std::string& abstract, std::vector<std::string> authors)
    {
        Digest digest;
        digest.file = std::to_string(library.papers().size()) + ".md";
        digest.date = {2021, 3, 11};
        Paper paper;
        paper.title.text = title;
        paper.id = "2103.0000" + std::to_string(library.papers().size());
        paper.abstract.text = abstract;
        paper.authors = std::move(authors);
        paper.date = digest.date;
        digest.papers = {paper};
        engine.note(library.add(std::move(digest)).changed);
    }

    // The papers that are shown, by number.
    std::string shown(std::string_view words, std::string_view authors, HighlightView view, std::string_view query = "sort:title")
    {
        engine.set_highlights(parse_highlights(words, authors), view);
        std::string out;
        for (const PaperIndex paper : engine.search(parse_query(query)).papers) out += std::to_string(paper);
        return out;
    }

    Library library;
    SearchEngine engine{library};
};

constexpr auto kAll = HighlightView::kAll, kFirst = HighlightView::kFirst, kOnly = HighlightView::kOnly;

}  // namespace

TEST_CASE("entries stand one a line or with commas between, each once")
{
    CHECK(said(parse_highlights("graph neural, diffus*\n\n  U-Net ;graph neural\r\n\"exact words\"", "Yann LeCun\nLi Wei")) ==
          "graph neural|diffus*~|U-Net|exact words|@Yann LeCun|@Li Wei|");
    CHECK(parse_highlights("", "").empty());
    CHECK(parse_highlights(" , ;\n*, \"\", --, ***\n", " ,* ").empty());
}

TEST_CASE("what is no list is bounded, and never more than it says")
{
    std::string words;
    for (int i = 0; i < 100'000; ++i) words += "word" + std::to_string(i) + ",";
    CHECK(parse_highlights(words, words).size() == kMostHighlights);
    CHECK(parse_highlights(std::string(1'000'000, ','), std::string(1'000'000, '*')).empty());
    CHECK(parse_highlights("\xFF\xFE, \xE6\x89,\x80", "").size() <= 3);
    Deck deck;
    CHECK(deck.shown(words + words, words, kOnly) == "");
    CHECK(deck.shown(std::string(1'000'000, 'a'), "", kFirst) == deck.shown("", "", kAll));
}

TEST_CASE("words are found anywhere, phrases side by side, beginnings by all they begin, authors among authors")
{
    Deck deck;
    CHECK(deck.shown("graph neural", "", kOnly) == "3");
    CHECK(deck.shown("DIFFUS*", "", kOnly) == "03");
    CHECK(deck.shown("diffus", "", kOnly) == "");
    CHECK(deck.shown("graph neur*", "", kOnly) == "3");
    CHECK(deck.shown("ada", "", kOnly) == "012");
    CHECK(deck.shown("", "ada", kOnly) == "02");
    CHECK(deck.shown("", "Yann LeCun", kOnly) == "1");
    CHECK(deck.shown("", "jose garcia; Ada Lovelace", kOnly) == "01");
    CHECK(deck.shown("zebra", "Yann LeCun", kOnly) == "12");
}

TEST_CASE("nothing is mended: a word that no paper has is not taken for another")
{
    Deck deck;
    CHECK(deck.shown("zebrra, diffusoin*", "Lovelac", kOnly) == "");
    const SearchResult result = deck.engine.search(parse_query(""));
    CHECK(result.corrections.empty());
    CHECK(result.found == 4);
}

TEST_CASE("first and only keep the order that there is, and all shows all")
{
    Deck deck;
    CHECK(deck.shown("graph neural, zebra", "", kAll) == "0132");
    CHECK(deck.shown("graph neural, zebra", "", kFirst) == "3201");
    CHECK(deck.shown("graph neural, zebra", "", kOnly) == "32");
    CHECK(deck.shown("graph neural, zebra", "", kFirst, "graph") == "321");
    CHECK(deck.shown("graph neural, zebra", "", kOnly, "heat") == "");
    // Without any highlight there is nothing to leave out.
    CHECK(deck.shown(",", "*", kOnly) == "0132");
}

TEST_CASE("highlights do not rank: scores are the query's")
{
    Deck deck;
    deck.engine.set_highlights({}, kAll);
    const SearchResult plain = deck.engine.search(parse_query("graph"));
    deck.engine.set_highlights(parse_highlights("graph, zebra", ""), kFirst);
    const SearchResult first = deck.engine.search(parse_query("graph"));
    CHECK(first.papers == plain.papers);
    CHECK(first.scores == plain.scores);
}

TEST_CASE("counts are those of what is shown, and papers that come, change or go are looked through")
{
    Deck deck;
    CHECK(deck.shown("zebra", "", kOnly) == "2");
    deck.add("Zebra Again", "", {});
    CHECK(deck.engine.search(parse_query("")).highlighted == 1);
    deck.engine.finish();
    SearchResult result = deck.engine.search(parse_query(""));
    CHECK(result.found == 5);
    CHECK(result.highlighted == 2);
    CHECK(result.days.front().count == 2);
    CHECK(deck.engine.count(parse_query("zebra")) == 2);
    CHECK(deck.engine.count(parse_query("heat")) == 0);
    deck.engine.note(deck.library.remove(2));
    result = deck.engine.search(parse_query(""));
    CHECK(result.found == 4);
    CHECK(result.highlighted == 1);
    deck.engine.set_marks(0, {{}, "a zebra of mine", false, false, false});
    deck.engine.finish();
    CHECK(deck.engine.search(parse_query("")).highlighted == 2);
}
