// A heading as digests write them: what of it is the paper's title, what its number and links; or, for
// a heading above papers, which day, category and kind it names.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "digest/arxiv.h"
#include "digest/paper.h"
#include "digest/styled_text.h"

namespace paperdeck {

struct PaperHeading {
    StyledText title;  // without number, links and their signs; tidy, TeX resolved
    int number = 0;
    std::optional<ArxivId> id;
    std::vector<std::string> links;  // in order
};

// "### 26.Title  [ :arrow_down: ](pdf)", "### [26] [Title](abs)", "## Title (arXiv:2103.06255)".
// `expected_number` is one more than the last entry's: "2.5D vision" is a title, "3.3D vision" behind
// number 2 is number 3.
PaperHeading read_paper_heading(const StyledText& heading, int expected_number);

// What a heading says of the papers below it. Empty where it says nothing.
struct SectionNames {
    Date date;
    std::vector<std::string> categories;
    Kind kind = Kind::kUnknown;

    bool empty() const { return !date && categories.empty() && kind == Kind::kUnknown; }
};
SectionNames read_section_heading(std::string_view text);

// The same of a file's path, its name before its folders.
SectionNames read_file_name(std::string_view path);

}  // namespace paperdeck
