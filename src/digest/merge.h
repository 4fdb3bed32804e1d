// What several digests say of one paper → one paper, by trust.
#pragma once

#include <array>
#include <vector>

#include "digest/paper.h"

namespace paperdeck {

// Where a field of a merged paper is taken from: an index into `said`, and what the field is there (a translation
// may be what was the title).
struct FieldSource {
    std::uint32_t said = 0;
    PaperField field = PaperField::kTitle;
};

struct Merged {
    Paper paper;
    std::array<FieldSource, kPaperFields> sources;  // of what is joined, the first that has any of it
};

// `said`: what the digests say, none of them null, the newest first. Of each field the one that deserves most
// trust is taken: the longer list of authors; a whole title or abstract over one that was cut short; the
// original over a translation, which stays as the translation; else the newest. Links and keywords are joined.
// What the place says (date, kind, number, lines, categories, version) stays as the newest has it. Depends on
// nothing but `said` and its order.
Merged merged(const std::vector<const Paper*>& said);

// True when both say the same of the paper itself. Where they stood, their categories and versions, may differ.
bool says_the_same(const Paper& a, const Paper& b);

}  // namespace paperdeck
