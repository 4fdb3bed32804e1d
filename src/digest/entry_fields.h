// What stands below and behind a title → the fields of one paper.
#pragma once

#include <vector>

#include "digest/entry_pieces.h"
#include "digest/heading.h"
#include "digest/paper.h"

namespace paperdeck {

// The paper that the pieces link to, for a title that has no link itself; nothing when they tell of no
// paper or of several.
PaperIdentity linked_paper(const std::vector<Piece>& pieces);

// The paper, without what it takes from the headings above it. `line`: where its heading stands.
Paper make_paper(PaperHeading heading, std::vector<Piece> pieces, int line);

}  // namespace paperdeck
