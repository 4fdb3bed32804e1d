// Stretches of a text that are marked for more than one reason.
#pragma once

#include <vector>

#include "text/paragraph.h"

namespace paperdeck {

// Two lists, each in order and without overlaps, as one that is so too: what both have is of the kinds of both.
std::vector<Mark> merge_marks(const std::vector<Mark>& a, const std::vector<Mark>& b);

}  // namespace paperdeck
