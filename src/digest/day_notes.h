// The days of a library that are not as others: empty, or the same as a day before.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "digest/library.h"

namespace paperdeck {

struct DayNote {
    std::string day;    // ISO
    std::string words;  // "repeats 2025-03-10", "empty: the digest says “No new papers”"
    bool is_empty = false;  // no digest of that day has papers
};

// Oldest day first. Where only some of a day's digests are meant, the words name them. A digest that is there
// twice on one day is no news of the day. Linear in the digests; for when the library changes.
std::vector<DayNote> day_notes(const Library& library);

// The note of an ISO day; null where there is none.
const DayNote* note_of_day(const std::vector<DayNote>& notes, std::string_view day);

}  // namespace paperdeck
