// The words of a text, cut by the words of search/tokens.h alone: a part of reference_search. Signs of mathematics are
// known as far as tests use them; words are short of the limits that stand there.
#pragma once

#include <string>
#include <vector>

#include "search/engine.h"

namespace reference {

// A stretch of letters and digits, of Chinese, or a sign.
struct Run {
    std::vector<std::string> parts;  // Chinese: the characters
    bool is_chinese = false;
    std::vector<std::size_t> stretch_ends;  // parts up to each joining sign
};
std::vector<Run> runs_of(const std::string& text);
std::string joined(const std::vector<std::string>& parts);

// One text of a paper, cut into words.
struct Text {
    struct Part {
        std::string word;
        bool is_single = false;  // the last character of a Chinese stretch
    };
    struct Whole {  // the last parts together of a run, or of what stands between its joining signs
        std::string word;
        std::size_t begin = 0, end = 0;  // its parts
    };
    paperdeck::SearchField field = paperdeck::SearchField::kAnywhere;
    std::string written;
    std::vector<Part> parts;
    std::vector<Whole> wholes;
};

Text text_of(paperdeck::SearchField field, const std::string& written);

}  // namespace reference
