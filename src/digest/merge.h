// What several digests say of one paper → one paper, by trust.
#pragma once

#include <vector>

#include "digest/paper.h"

namespace paperdeck {

// `said`: what the digests say, none of them null, the newest first. Of each field the one that deserves most
// trust is taken: the longer list of authors; a whole title or abstract over one that was cut short; the
// original over a translation, which stays as the translation; else the newest. Links and keywords are joined.
// What the place says (date, kind, number, line, categories, version) stays as the newest has it. Depends on
// nothing but `said` and its order.
Paper merged(const std::vector<const Paper*>& said);

// True when both say the same of the paper itself. Where they stood, their categories and versions, may differ.
bool says_the_same(const Paper& a, const Paper& b);

}  // namespace paperdeck
