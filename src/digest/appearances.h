// Where and when a paper stood, and the words for it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "digest/paper.h"

namespace paperdeck {

using DigestId = std::uint32_t;

// One place where a paper stood.
struct Appearance {
    DigestId digest = 0;
    std::uint32_t order = 0;  // 0-based position in that digest
    Date date;
    Kind kind = Kind::kUnknown;
    int version = 0;
    int line = 0;
    std::vector<std::string> categories;
    Kind kind_guess = Kind::kUnknown;
    int number = 0;
};

// A paper with all that the digests say of it, and all its appearances, newest day first.
struct LibraryPaper {
    // A field that another digest than the newest gives.
    struct Origin {
        PaperField field;
        std::uint32_t appearance;
    };

    Paper paper;  // its lines are those of the digests that the fields come from
    std::vector<Appearance> appearances;
    std::vector<Origin> origins;
    bool is_live = true;  // false once every digest that had it was removed
};

// The appearance whose digest gives the field; paper.lines has the line of it.
const Appearance& origin_of(const LibraryPaper& paper, PaperField field);

// The categories of all appearances, those of the newest first, each once.
std::vector<std::string> categories_of(const std::vector<Appearance>& appearances);
// The highest version that any of them names; 0 where none does.
int newest_version(const std::vector<Appearance>& appearances);

// What became of the paper, a day each, oldest first: "new 11 Mar", "replaced 15 Mar (v2)", "again 16 Mar";
// "probably replaced 15 Mar" where the digest does not say and the id's month tells. The year only where
// they differ. Appearances without a day are left out; a day in several digests is one. At most `limit`, the
// last ones, where there are more.
std::vector<std::string> history_words(const LibraryPaper& paper, std::size_t limit = 20);

// "seen 10 Mar": the last day before the newest on which the paper stood; empty where there is none.
std::string seen_words(const LibraryPaper& paper);

// "also in cs.LG, eess.IV": the categories beside the first; empty where there are none.
std::string also_in_words(const LibraryPaper& paper);

}  // namespace paperdeck
