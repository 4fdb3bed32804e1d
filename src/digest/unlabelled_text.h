// Text of an entry that no label introduces: what of it is the abstract, the authors, a translation, a remark.
#pragma once

#include <vector>

#include "digest/entry_pieces.h"
#include "digest/paper.h"

namespace paperdeck {

// Fills what `paper` lacks from the pieces without a field; those used are emptied.
void assign_unlabelled(Paper& paper, std::vector<Piece>& pieces);

// Puts `text` where an abstract in its language belongs: Chinese beside an English title is a translation.
void put_abstract(Paper& paper, StyledText text, int line);

// The title so far is a translation: `text` takes its place.
void take_original_title(Paper& paper, StyledText text, int line);

void add_summary(Paper& paper, std::string label, StyledText text, int line);

// Markup resolved, blanks collapsed.
StyledText finished(StyledText text);

}  // namespace paperdeck
