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

Digest digest(const std::string& file, Date date, std::vector<Paper> papers)
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
    with_doi.doi = "10.1/X";
    with_link.links.other = {"https://a.org/p"};
    with_title.title.text = "Caf\u00E9 Paper";
    library.add(digest("a.md", kThursday, {with_doi, with_link, with_title}));
    with_doi.doi = "10.1/x";
    with_title.title.text = "CAFE paper";
    library.add(digest("b.md", kFriday, {with_doi, with_link, with_title}));
    CHECK(library.papers().size() == 3);
}
