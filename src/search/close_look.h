// How close together a query's words stand in a paper: read from its row, for the best results only.
#pragma once

#include <cstdint>
#include <vector>

#include "search/index.h"
#include "search/matcher.h"

namespace paperdeck {

struct Nearness {
    float in_title = 0;  // 1: side by side; 0: not all there
    float elsewhere = 0;
    bool is_whole_title = false;
};

class CloseLook {
public:
    CloseLook(const Index& index, const std::vector<AskedWord>& asked);

    bool is_worthwhile() const { return !words_.empty(); }
    Nearness at(Slot slot) const;
    // What nearness adds to a score: for words close together, and for a title that is just the query.
    float worth_of_closeness(const Nearness& near) const;
    float worth_of_title(const Nearness& near) const;
    float worth(const Nearness& near) const { return worth_of_closeness(near) + worth_of_title(near); }

private:
    static constexpr std::size_t kMostWords = 16;
    using Place = const row::Unit*;

    // The words of the query that the term stands for, a bit each.
    std::uint32_t asked_by(TermId term) const;
    bool is_asked(row::Unit unit) const { return (units_[unit / 64] >> (unit % 64) & 1) != 0; }
    std::uint32_t all() const { return static_cast<std::uint32_t>((std::uint64_t{1} << words_.size()) - 1); }
    bool is_whole_title(Place at, Place end) const;
    float closest(Place at, Place end) const;

    const Index& index_;
    std::vector<std::vector<TermId>> words_;  // sorted
    std::vector<std::uint64_t> units_;        // a bit for each unit that a word of the query may have in a row
    float weight_ = 0;
};

}  // namespace paperdeck
