// What is marked in the texts of cards and papers: hits of the search, and highlights of the reader's own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/hits.h"
#include "search/query.h"
#include "text/paragraph.h"

namespace paperdeck::ui {

constexpr std::uint64_t mixed(std::uint64_t sum, std::uint64_t value)
{
    sum = (sum ^ value) * 0x9E3779B97F4A7C15u;
    return sum ^ (sum >> 29);
}

// Made when the words change, and used for every text.
struct WordsToMark {
    WordsToMark() = default;
    explicit WordsToMark(const std::vector<QueryWord>& words);

    HitFinder finder;
    std::uint64_t look = 0;  // another number for other words
};
struct MarkedWords {
    WordsToMark searched;
    WordsToMark highlighted;

    std::uint64_t look() const { return mixed(searched.look, highlighted.look); }
};

// The marks in a text, for lay_out.
std::vector<Mark> marks_of(const MarkedWords& marked, SearchField field, std::string_view text);
// Adds what is highlighted in `text` to "Highlights: diffusion, Yann LeCun", each once: for those who do not see it.
void say_highlights(const std::vector<Mark>& marks, std::string_view text, std::string& said);

// How many of a paper's authors are named before the others are folded into "and 14 more".
std::size_t authors_shown(std::size_t count);
// The first `shown` authors, and how many more there are.
std::string join_authors(const std::vector<std::string>& authors, std::size_t shown);

// The marks of all authors in those `words`; the marks of the ones that are folded are on "14 more".
std::vector<Mark> shown_marks(const std::vector<Mark>& of_all, std::string_view words, bool is_folded);

}  // namespace paperdeck::ui
