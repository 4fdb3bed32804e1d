// Whether a pattern stands in a document's row of words.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "search/text_index.h"
#include "search/word_pattern.h"

namespace paperdeck {

// A pattern with its words' numbers looked up; made once for many rows. The pattern must outlive it.
class RowMatcher {
public:
    RowMatcher(const WordPattern& pattern, const TermTable& terms);

    bool occurs_in(const Row& row) const;

private:
    using Place = const row::Unit*;

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
    // What the rest is looked for in: the row, or a stretch of one field.
    struct Stretch {
        Place begin, end;
    };

    void note_first(const Wanted& wanted);
    void note_first(TermId term);
    Place next_first(Place at, Place end) const;
    Stretch next_stretch(Place at, Place end) const;
    bool occurs_in(const Stretch& stretch) const;
    bool is_wanted(TermId term, const Wanted& wanted) const;
    bool ends_with(std::uint32_t pair, std::uint32_t character) const;
    Place behind(Place at, Place end) const;
    bool matches(Place at, Place end, std::size_t run) const;
    bool matches_next(Place at, Place end, std::size_t run) const;

    const TermTable& terms_;
    SearchField field_;
    std::vector<Run> runs_;
    // Units that the pattern can begin with; of one word, which is the usual case, there are two.
    std::vector<std::uint64_t> firsts_;
    std::array<row::Unit, 2> first_two_{};
    bool is_one_word_ = false;
};

}  // namespace paperdeck
