// The last step of a field's text: breaks that a script put in, and words that lost their address.
#pragma once

#include "digest/styled_text.h"

namespace paperdeck {

// Line breaks of a text that was wrapped at a fixed width (50 to 100 columns) made blanks: a break stays where
// the next word would have had room, before a list item, at a blank line, and where all lines end with a
// sentence. Maths and code stay as they are.
StyledText with_wraps_joined(StyledText text);

// arXiv's listings show "this https URL" for a link; where a digest kept only the words, and no address follows,
// they become "[link lost in the digest]" in italics. A link's own words are left alone.
StyledText with_lost_links_marked(StyledText text);

// Both, and `tidied`.
StyledText finished_text(StyledText text);

}  // namespace paperdeck
