#include "digest/appearances.h"

#include <doctest/doctest.h>

using namespace paperdeck;

namespace {

Appearance on(Date date, Kind kind, int version = 0, std::vector<std::string> categories = {})
{
    Appearance made;
    made.date = date;
    made.kind = kind;
    made.version = version;
    made.categories = std::move(categories);
    return made;
}

// As the library has them: newest first.
LibraryPaper paper(std::vector<Appearance> appearances)
{
    LibraryPaper made;
    made.appearances = std::move(appearances);
    made.paper.categories = categories_of(made.appearances);
    return made;
}

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("the history of a paper is told a day each, oldest first")
{
    CHECK(history_words(paper({on({2021, 3, 15}, Kind::kReplaced, 2), on({2021, 3, 11}, Kind::kNew, 1)})) == Words{"new 11 Mar", "replaced 15 Mar (v2)"});
    CHECK(history_words(paper({on({2021, 3, 12}, Kind::kCross)})) == Words{"cross-listed 12 Mar"});
    CHECK(history_words(paper({on({2021, 1, 2}, Kind::kReplaced), on({2020, 12, 30}, Kind::kNew)})) == Words{"new 30 Dec 2020", "replaced 2 Jan 2021"});
    CHECK(history_words(paper({})).empty());
    CHECK(history_words(paper({on({}, Kind::kNew)})).empty());
}

TEST_CASE("what the digest does not say is told by the id's month and by what was there before")
{
    Appearance guessed_new = on({2021, 3, 11}, Kind::kUnknown), guessed_replaced = guessed_new;
    guessed_new.kind_guess = Kind::kNew;
    guessed_replaced.kind_guess = Kind::kReplaced;
    CHECK(history_words(paper({guessed_new})) == Words{"new 11 Mar"});
    CHECK(history_words(paper({guessed_replaced})) == Words{"probably replaced 11 Mar"});
    CHECK(history_words(paper({on({2021, 3, 11}, Kind::kUnknown)})) == Words{"listed 11 Mar"});
    CHECK(history_words(paper({on({2021, 3, 13}, Kind::kUnknown, 2), on({2021, 3, 12}, Kind::kUnknown), guessed_new})) ==
          Words{"new 11 Mar", "again 12 Mar", "replaced 13 Mar (v2)"});
}

TEST_CASE("a day on which a paper stood in several lists is told once, by what says most")
{
    CHECK(history_words(paper({on({2021, 3, 11}, Kind::kCross), on({2021, 3, 11}, Kind::kNew), on({2021, 3, 11}, Kind::kUnknown)})) == Words{"new 11 Mar"});
}

TEST_CASE("of a long history the last days are told")
{
    CHECK(history_words(paper({on({2021, 3, 13}, Kind::kUnknown), on({2021, 3, 12}, Kind::kUnknown), on({2021, 3, 11}, Kind::kNew)}), 2) ==
          Words{"again 12 Mar", "again 13 Mar"});
}

TEST_CASE("the categories beside the first are what a paper is also in")
{
    CHECK(also_in_words(paper({on({2021, 3, 12}, Kind::kCross, 0, {"cs.LG", "cs.CV"}), on({2021, 3, 11}, Kind::kNew, 0, {"cs.CV", "eess.IV"})})) ==
          "also in cs.CV, eess.IV");
    CHECK(also_in_words(paper({on({2021, 3, 11}, Kind::kNew, 0, {"cs.CV"})})) == "");
    CHECK(also_in_words(paper({})) == "");
}

TEST_CASE("a paper that stood in an earlier digest says when it was seen last")
{
    CHECK(seen_words(paper({on({2021, 3, 11}, Kind::kUnknown), on({2021, 3, 11}, Kind::kUnknown), on({2021, 3, 10}, Kind::kNew), on({2021, 3, 9}, Kind::kNew)})) == "seen 10 Mar");
    CHECK(seen_words(paper({on({2021, 1, 2}, Kind::kUnknown), on({2020, 12, 30}, Kind::kNew)})) == "seen 30 Dec 2020");
    CHECK(seen_words(paper({on({2021, 3, 11}, Kind::kNew), on({}, Kind::kNew)})).empty());
    CHECK(seen_words(paper({})).empty());
}
