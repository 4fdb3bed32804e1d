// A line that carries a paper: what of it is the title, what its number, kind and links.
#pragma once

#include <string>
#include <vector>

#include "digest/paper.h"
#include "digest/paper_identity.h"
#include "digest/styled_text.h"

namespace paperdeck {

struct PaperHeading {
    StyledText title;  // without number, links and their signs; tidy, TeX resolved
    int number = 0;
    Kind kind = Kind::kUnknown;  // by a word of its own: "[replaced 003]"
    PaperIdentity identity;      // by its first link that means a paper, else by an id in words
    std::vector<std::string> categories;  // beside an id in words: "(arXiv:2304.07763 [cs.IR])"
    std::vector<std::string> links;       // in order
};

// "### 26.Title  [ :arrow_down: ](pdf)", "### [26] [Title](abs)", "## Title (arXiv:2103.06255)".
// `expected_number` is one more than the last entry's: "2.5D vision" is a title, "3.3D vision" behind
// number 2 is number 3.
PaperHeading read_paper_heading(const StyledText& heading, int expected_number);

}  // namespace paperdeck
