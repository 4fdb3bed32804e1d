// What the place of a character on the line depends on.
#pragma once

namespace paperdeck {

// True for what shows nothing and takes no room: control characters but for the tab, joiners, variation
// selectors, direction marks, soft hyphens, tags (Unicode's Default_Ignorable_Code_Point).
bool is_invisible(char32_t code_point);

// True for a mark that stands over, under or through the letter before it (categories Mn and Me).
bool is_combining(char32_t code_point);

}  // namespace paperdeck
