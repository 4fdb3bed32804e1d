// Lines of an entry that say where a paper is to be found: links by their signs, and little else.
#pragma once

#include "digest/entry_pieces.h"

namespace paperdeck {

// "Found at: https://…": a link, or a row of them, behind a word or two that no table knows.
bool is_labelled_link(const StyledText& text);

// "Score: 9.2/10 | [arXiv](…)", "[← Back](day.md) · [arXiv](…)": short parts, of which some are links by their signs; or
// such links beside numbers and marks, "★★★ [PDF](…)". Not "See [arXiv](…)".
bool is_row_of_parts(const EntryPiece& piece);

}  // namespace paperdeck
