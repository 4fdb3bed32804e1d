#include "digest/day_notes.h"

#include <doctest/doctest.h>

using namespace paperdeck;

namespace {

Digest digest(std::string file, Date date, std::initializer_list<const char*> ids)
{
    Digest made;
    made.file = std::move(file);
    made.date = date;
    for (const char* id : ids) {
        Paper& paper = made.papers.emplace_back();
        paper.id = id;
        paper.date = date;
    }
    return made;
}

Digest empty_digest(std::string file, Date date)
{
    Digest made = digest(std::move(file), date, {});
    made.empty_words = "No new papers";
    return made;
}

constexpr Date kMonday{2025, 3, 10}, kTuesday{2025, 3, 11}, kWednesday{2025, 3, 12};

}  // namespace

TEST_CASE("days that repeat an earlier one or are empty are noted, oldest first; others are not")
{
    Library library;
    library.add(empty_digest("w.md", kWednesday));
    library.add(digest("m.md", kMonday, {"2503.00001", "2503.00002"}));
    const auto tuesday = library.add(digest("t.md", kTuesday, {"2503.00002", "2503.00001"}));
    const auto notes = day_notes(library);
    REQUIRE(notes.size() == 2);
    CHECK(notes[0].day == "2025-03-11");
    CHECK(notes[0].words == "repeats 2025-03-10");
    CHECK_FALSE(notes[0].is_empty);
    CHECK(notes[1].words == "empty: the digest says \u201CNo new papers\u201D");
    CHECK(notes[1].is_empty);
    CHECK(note_of_day(notes, "2025-03-12") == &notes[1]);
    CHECK(note_of_day(notes, "2025-03-10") == nullptr);
    CHECK(note_of_day({}, "2025-03-10") == nullptr);
    library.remove(tuesday.digest);
    CHECK(day_notes(library).size() == 1);
}

TEST_CASE("where only one of a day's digests is odd, the note names it")
{
    Library library;
    library.add(digest("m.md", kMonday, {"2503.00001"}));
    library.add(digest("t.cs.CV.md", kTuesday, {"2503.00001"}));
    library.add(digest("t.cs.LG.md", kTuesday, {"2503.00003"}));
    library.add(empty_digest("t.cs.RO.md", kTuesday));
    const auto notes = day_notes(library);
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].words == "t.cs.CV.md repeats 2025-03-10; t.cs.RO.md empty: the digest says \u201CNo new papers\u201D");
    CHECK_FALSE(notes[0].is_empty);
}

TEST_CASE("a digest that is there twice on one day makes the day no repetition")
{
    Library library;
    library.add(digest("a.md", kMonday, {"2503.00001"}));
    library.add(digest("b.md", kMonday, {"2503.00001"}));
    CHECK(day_notes(library).empty());
    library.add(digest("c.md", kTuesday, {"2503.00001"}));
    library.add(digest("d.md", kTuesday, {"2503.00001"}));
    const auto notes = day_notes(library);
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].words == "repeats 2025-03-10");
}
