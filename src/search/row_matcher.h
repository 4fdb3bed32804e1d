// Whether a pattern stands in a document's row of words.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "search/text_index.h"
#include "search/word_pattern.h"

namespace paperdeck {

// A pattern with its words' numbers looked up; made once for many rows.
class RowMatcher {
public:
    RowMatcher(const WordPattern& pattern, const TermTable& terms);

    // False where a word that has to stand there is not in the library at all.
    bool is_possible() const { return is_possible_; }
    bool occurs_in(std::span<const std::uint32_t> row) const;

private:
    struct Wanted {
        TermId term = kNoTerm;
        std::string_view prefix;  // not empty: any word that begins so
    };
    struct Run {
        std::vector<Wanted> parts;
        Wanted whole;
        bool has_whole = false;
        bool is_cjk = false;
    };

    bool is_wanted(TermId term, const Wanted& wanted) const;
    bool ends_with(std::uint32_t pair, std::uint32_t character) const;
    bool matches(std::span<const std::uint32_t> row, std::size_t at, std::size_t run) const;
    bool matches_next(std::span<const std::uint32_t> row, std::size_t at, std::size_t run) const;

    const TermTable& terms_;
    SearchField field_;
    std::vector<Run> runs_;
    bool is_possible_ = true;
};

}  // namespace paperdeck
