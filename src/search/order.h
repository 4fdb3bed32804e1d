// The orders in which results are listed.
#pragma once

#include <vector>

#include "digest/library.h"
#include "search/query.h"

namespace paperdeck {

// The live papers of `library` in the order of `sort`:
// kListed  newest day first, on a day by the digest's file name, in a digest as it lists them;
// kNewest  newest day first, on a day by arXiv id, newest first;
// kTitle   by folded title.
// A paper with several appearances stands where its newest one does.
std::vector<PaperIndex> sorted_papers(const Library& library, Sort sort);

}  // namespace paperdeck
