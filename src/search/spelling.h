// The words of the library that are spelt most nearly like one that it does not have.
#pragma once

#include <string_view>
#include <vector>

#include "search/term_table.h"

namespace paperdeck {

struct Spelling {
    TermId term = kNoTerm;
    unsigned edits = 0;
};

// Words that are one edit away from `word`, or two where there are none (letters added, lost, changed or two neighbours
// swapped: the restricted Damerau-Levenshtein distance), most papers first, at most `limit`. Words of less than three
// letters have none, of less than seven none at two edits; of three letters, and at two edits, the first letter is the same.
// With `is_prefix` words of which a beginning is so near count, to words of four letters or more. Not the word itself.
std::vector<Spelling> nearest_spellings(const TermTable& terms, std::string_view word, bool is_prefix, std::size_t limit);

// The distance, or `limit` + 1 where it is more; with `is_prefix` that of the nearest beginning of `term`. Both in ASCII
// letters or bytes of UTF-8.
unsigned edit_distance(std::string_view word, std::string_view term, bool is_prefix, unsigned limit);

}  // namespace paperdeck
