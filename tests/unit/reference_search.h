// What a query finds, by a plain scan of every paper: slow, without an index, and written from the words of
// search/query.h and search/tokens.h alone. What the engine is held against.
#pragma once

#include <vector>

#include "unit/reference_words.h"

namespace reference {

struct Paper {
    Paper(const paperdeck::LibraryPaper& paper, const paperdeck::PaperMarks& marks);

    paperdeck::LibraryPaper all;
    paperdeck::PaperMarks marks;
    std::vector<Text> texts;
};

// Whether each of `papers` is found.
std::vector<bool> scan(const std::vector<Paper>& papers, const paperdeck::QueryNode& node);

}  // namespace reference
