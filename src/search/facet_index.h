// The values of one facet (categories, days, authors or tags), each with a number for good, and who has them.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "search/posting_list.h"
#include "search/slot_set.h"

namespace paperdeck {

class FacetIndex {
public:
    // Two names are one value when they are the same, or with `fold_names` when they are once folded.
    explicit FacetIndex(bool fold_names) : fold_names_(fold_names) {}

    // The values of the next slot; `names` may repeat.
    void add(std::span<const std::string_view> names);
    // The slot's values count no longer.
    void remove(Slot slot);

    std::size_t size() const { return papers_.size(); }
    std::string_view name(std::uint32_t value) const { return {names_.data() + name_begins_[value], name_begins_[value + 1] - name_begins_[value]}; }  // as first seen
    std::uint32_t live_count(std::uint32_t value) const { return live_[value]; }
    std::span<const std::uint32_t> values_of(Slot slot) const { return {values_.data() + begins_[slot], begins_[slot + 1] - begins_[slot]}; }
    void add_slots(std::uint32_t value, SlotSet& out) const;

    // All values, those of most papers first; those that came last may stand too far behind.
    const std::vector<std::uint32_t>& by_size() const;
    // How many of `papers` have each value; they are `size` of the `live` ones.
    std::vector<std::uint32_t> count(const SlotSet& papers, std::uint32_t size, const SlotSet& live) const;
    // The values that most of `papers` (live ones, `size` of them) have, with how many, at most `limit`.
    using Counted = std::pair<std::uint32_t, std::uint32_t>;
    std::vector<Counted> most(const SlotSet& papers, std::uint32_t size, std::size_t limit) const;

    std::size_t bytes() const;

private:
    struct Entry {
        std::uint32_t hash = 0;
        std::uint32_t value = kNone;
    };
    static constexpr std::uint32_t kNone = static_cast<std::uint32_t>(-1);

    std::uint32_t number_of(std::string_view name);
    void grow();
    std::uint32_t count_of(std::uint32_t value, const SlotSet& papers) const;
    std::vector<Counted> most_by_paper(const SlotSet& papers, std::size_t limit) const;
    std::vector<Counted> most_by_value(const SlotSet& papers, std::size_t limit) const;
    void keep_best(Counted counted, std::size_t limit, std::vector<Counted>& best) const;

    bool fold_names_;
    std::string names_;                         // one behind the other
    std::vector<std::uint32_t> name_begins_{0};
    std::vector<Entry> entries_;                // by the hash of the name; a power of two, at most half full
    std::vector<std::uint32_t> live_;
    std::vector<PostingList> papers_;
    NumberPages pages_;
    std::vector<std::uint32_t> begins_{0}, values_;  // of slots
    std::uint32_t live_slots_ = 0;
    mutable std::vector<std::uint32_t> by_size_;     // values of most papers first, made when asked for
    mutable std::size_t sized_values_ = 0, sized_slots_ = 0;
    mutable std::vector<std::uint32_t> met_;         // by value, all 0 between calls
};

}  // namespace paperdeck
