// What a query finds, by a plain scan of every paper: slow, without an index, and written from the words of
// search/query.h and search/tokens.h alone. What the engine is held against.
#pragma once

#include <string>
#include <vector>

#include "search/engine.h"

namespace reference {

// One text of a paper, cut into words.
struct Text {
    struct Part {
        std::string word;
        bool is_single = false;  // the last character of a Chinese stretch
    };
    struct Whole {  // the last parts of a run together
        std::string word;
        std::size_t begin = 0, end = 0;  // its parts
    };
    paperdeck::SearchField field = paperdeck::SearchField::kAnywhere;
    std::string written;
    std::vector<Part> parts;
    std::vector<Whole> wholes;
};

struct Paper {
    Paper(const paperdeck::LibraryPaper& paper, const paperdeck::PaperMarks& marks);

    paperdeck::LibraryPaper all;
    paperdeck::PaperMarks marks;
    std::vector<Text> texts;
};

// Whether each of `papers` is found. Signs of mathematics are known as far as tests use them; words are short of
// the limits in search/tokens.h.
std::vector<bool> scan(const std::vector<Paper>& papers, const paperdeck::QueryNode& node);

}  // namespace reference
