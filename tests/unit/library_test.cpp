#include "digest/library.h"

#include <doctest/doctest.h>

using namespace paperdeck;

namespace {

Paper paper(const std::string& id, const std::string& title, Date date)
{
    Paper made;
    made.id = id;
    made.title.text = title;
    made.date = date;
    made.links.abs = "https://arxiv.org/abs/" + id;
    return made;
}

Digest digest(const std::string& file, Date date, Papers papers)
{
    Digest made;
    made.file = file;
    made.date = date;
    made.papers = std::move(papers);
    return made;
}

constexpr Date kThursday{2021, 3, 11};
constexpr Date kFriday{2021, 3, 12};

}  // namespace

TEST_CASE("one paper in two digests is one paper, with all that both say")
{
    Library library;
    Paper first = paper("2103.00001", "A Title", kThursday);
    first.categories = {"cs.CV"};
    first.abstract.text = "Short";
    first.authors = {"A One", "B Two"};
    Paper second = paper("2103.00001", "A Title", kFriday);
    second.categories = {"cs.LG", "cs.CV"};
    second.abstract.text = "Short, but longer";
    second.authors = {"A One"};
    second.links.code = "https://github.com/o/n";
    second.version = 2;
    library.add(digest("a.md", kThursday, {first}));
    const auto added = library.add(digest("b.md", kFriday, {second}));
    CHECK(added.changed == std::vector<PaperIndex>{0});
    REQUIRE(library.papers().size() == 1);
    CHECK(library.live_count() == 1);
    const LibraryPaper& merged = library.paper(0);
    CHECK(merged.paper.authors.size() == 2);
    CHECK(merged.paper.abstract.text == "Short, but longer");
    CHECK(merged.paper.categories == std::vector<std::string>{"cs.LG", "cs.CV"});
    CHECK(merged.paper.links.code == "https://github.com/o/n");
    CHECK(merged.paper.version == 2);
    REQUIRE(merged.appearances.size() == 2);
    CHECK(merged.appearances[0].date == kFriday);
    CHECK(merged.appearances[1].categories == std::vector<std::string>{"cs.CV"});
}

TEST_CASE("the order in which digests come does not change the paper")
{
    Paper first = paper("2103.00001", "Old Title", kThursday);
    Paper second = paper("2103.00001", "New Title", kFriday);
    for (const bool is_newest_first : {false, true}) {
        Library library;
        library.add(is_newest_first ? digest("b.md", kFriday, {second}) : digest("a.md", kThursday, {first}));
        library.add(is_newest_first ? digest("a.md", kThursday, {first}) : digest("b.md", kFriday, {second}));
        CHECK(library.paper(0).paper.title.text == "New Title");
        CHECK(library.paper(0).appearances[0].date == kFriday);
    }
}

TEST_CASE("removing a digest restores what the others said")
{
    Library library;
    Paper longer = paper("2103.00001", "A Title", kFriday);
    longer.abstract.text = "Longer";
    longer.categories = {"cs.LG"};
    const auto a = library.add(digest("a.md", kThursday, {paper("2103.00001", "A Title", kThursday), paper("2103.00002", "Other", kThursday)}));
    const auto b = library.add(digest("b.md", kFriday, {longer}));
    CHECK(library.remove(b.digest) == std::vector<PaperIndex>{0});
    CHECK(library.paper(0).paper.abstract.empty());
    CHECK(library.paper(0).paper.categories.empty());
    CHECK(library.paper(0).appearances.size() == 1);
    CHECK(library.live_count() == 2);
    CHECK(library.remove(a.digest) == std::vector<PaperIndex>{0, 1});
    CHECK(library.live_count() == 0);
    CHECK_FALSE(library.paper(0).is_live);
    CHECK_FALSE(library.digests()[0].is_live);
    CHECK(library.remove(a.digest).empty());
    CHECK(library.remove(99).empty());
}

TEST_CASE("a digest that comes back brings its papers back to their places")
{
    Library library;
    const auto once = library.add(digest("a.md", kThursday, {paper("2103.00001", "A", kThursday), paper("2103.00002", "B", kThursday)}));
    library.remove(once.digest);
    const auto again = library.add(digest("a.md", kThursday, {paper("2103.00002", "B", kThursday), paper("2103.00003", "C", kThursday)}));
    CHECK(again.changed == std::vector<PaperIndex>{1, 2});
    CHECK(library.live_count() == 2);
    CHECK(library.paper(1).paper.title.text == "B");
}

TEST_CASE("a paper twice in one digest is one paper that stands twice")
{
    Library library;
    const auto added = library.add(digest("a.md", kThursday, {paper("2103.00001", "A", kThursday), paper("2103.00001", "A", kThursday)}));
    CHECK(added.changed == std::vector<PaperIndex>{0});
    CHECK(library.digests()[0].entries == 2);
    REQUIRE(library.paper(0).appearances.size() == 2);
    CHECK(library.paper(0).appearances[1].order == 1);
    CHECK(library.remove(added.digest) == std::vector<PaperIndex>{0});
    CHECK(library.live_count() == 0);
}

TEST_CASE("papers without an id are the same by DOI, then link, then title")
{
    Library library;
    Paper with_doi, with_link, with_title;
    with_doi.extras.edit().doi = "10.1/X";
    with_link.links.other = {"https://a.org/p"};
    with_title.title.text = "Caf\u00E9 Paper";
    library.add(digest("a.md", kThursday, {with_doi, with_link, with_title}));
    with_doi.extras.edit().doi = "10.1/x";
    with_title.title.text = "CAFE paper";
    library.add(digest("b.md", kFriday, {with_doi, with_link, with_title}));
    CHECK(library.papers().size() == 3);
}

TEST_CASE("a whole text is taken over one that was cut short, whichever is newer")
{
    Paper cut = paper("2103.00001", "Learning to Float on Very Long\u2026", kFriday);
    cut.abstract.text = "We float. We also ...";
    Paper whole = paper("2103.00001", "Learning to Float on Very Long Rivers", kThursday);
    whole.abstract.text = "We float. We also sink.";
    Library library;
    library.add(digest("a.md", kThursday, {whole}));
    library.add(digest("b.md", kFriday, {cut}));
    CHECK(library.paper(0).paper.title.text == "Learning to Float on Very Long Rivers");
    CHECK(library.paper(0).paper.abstract.text == "We float. We also sink.");
}

TEST_CASE("of two whole abstracts the newer one is taken, even when it is a little shorter")
{
    Paper first = paper("2103.00001", "A", kThursday), second = paper("2103.00001", "A", kFriday);
    first.abstract.text = "We float on two rivers and on one lake.";
    second.abstract.text = "We float on three rivers and a lake.";
    Library library;
    library.add(digest("a.md", kThursday, {first}));
    library.add(digest("b.md", kFriday, {second}));
    CHECK(library.paper(0).paper.abstract.text == second.abstract.text);
}

TEST_CASE("an original stands over a translation, which stays as the translation")
{
    Paper original = paper("2103.00001", "Floating", kThursday), translated = paper("2103.00001", "漂浮", kFriday);
    original.abstract.text = "We float on rivers, on lakes and on the open sea.";
    translated.abstract.text = "我们漂浮在 River 上。";
    for (const bool is_newest_first : {false, true}) {
        Library library;
        library.add(is_newest_first ? digest("b.md", kFriday, {translated}) : digest("a.md", kThursday, {original}));
        library.add(is_newest_first ? digest("a.md", kThursday, {original}) : digest("b.md", kFriday, {translated}));
        const Paper& merged = library.paper(0).paper;
        CHECK(merged.title.text == "Floating");
        CHECK(merged.abstract.text == original.abstract.text);
        CHECK(merged.extras->translation.lang == "zh");
        CHECK(merged.extras->translation.title.text == "漂浮");
        CHECK(merged.extras->translation.abstract.text == translated.abstract.text);
    }
}

TEST_CASE("a DOI of arXiv and links that differ in their scheme are one paper")
{
    Paper with_id = paper("2103.00001", "A", kThursday), with_doi;
    with_doi.extras.edit().doi = "10.48550/arXiv.2103.00001";
    Paper with_http, with_https;
    with_http.links.other = {"http://www.a.org/p/"};
    with_https.links.other = {"https://a.org/p"};
    Library library;
    library.add(digest("a.md", kThursday, {with_id, with_http}));
    library.add(digest("b.md", kFriday, {with_doi, with_https}));
    CHECK(library.papers().size() == 2);
}

TEST_CASE("one paper in a hundred thousand rows of a digest is merged once")
{
    Papers rows(100000, paper("2103.00001", "A", kThursday));
    for (std::size_t i = 0; i < rows.size(); ++i) rows[i].links.other = {"https://a.org/" + std::to_string(i)};
    Library library;
    library.add(digest("a.md", kThursday, std::move(rows)));
    CHECK(library.papers().size() == 1);
    CHECK(library.paper(0).appearances.size() == 100000);
    CHECK(library.paper(0).paper.links.other.size() == 300);
}

TEST_CASE("a digest with the papers of an earlier day is said to repeat it, as long as that one is there")
{
    Library library;
    const Paper a = paper("2103.00001", "A", kThursday), b = paper("2103.00002", "B", kThursday);
    const auto earlier = library.add(digest("a.md", kThursday, {a, b}));
    const auto other = library.add(digest("o.md", kThursday, {a}));
    const auto repeating = library.add(digest("b.md", kFriday, {b, a}));
    CHECK(library.note_of(earlier.digest).words.empty());
    CHECK(library.note_of(other.digest).what == DigestNote::What::kNothing);
    const DigestNote note = library.note_of(repeating.digest);
    CHECK(note.what == DigestNote::What::kRepeats);
    CHECK(note.repeated == earlier.digest);
    CHECK(note.words == "repeats 2021-03-11");
    library.remove(earlier.digest);
    CHECK(library.note_of(repeating.digest).words.empty());
    CHECK(library.note_of(99).words.empty());
}

TEST_CASE("an empty digest says why it is empty")
{
    Library library;
    Digest silent = digest("a.md", kThursday, {});
    Digest speaking = digest("b.md", kThursday, {});
    speaking.empty_words = "No new papers today";
    CHECK(library.note_of(library.add(silent).digest).words == "empty: no papers found");
    CHECK(library.note_of(library.add(speaking).digest).words == "empty: the digest says \u201CNo new papers today\u201D");
}
