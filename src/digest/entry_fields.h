// What stands below a heading → the fields of one paper.
#pragma once

#include <optional>
#include <vector>

#include "digest/arxiv.h"
#include "digest/entry_pieces.h"
#include "digest/heading.h"
#include "digest/paper.h"

namespace paperdeck {

// The paper that labelled pieces link to, for a heading that has no link itself; nothing when they tell
// of no paper.
std::optional<ArxivId> linked_paper(const std::vector<Piece>& pieces);

// The paper, without what it takes from the headings above it.
Paper make_paper(PaperHeading heading, std::vector<Piece> pieces);

}  // namespace paperdeck
