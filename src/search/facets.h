// Categories, days, authors and tags of the papers, and the flags that has: and is: ask for.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "digest/library.h"
#include "search/engine.h"
#include "search/slot_set.h"

namespace paperdeck {

// The values of one facet, each with a number for good, and who has them.
class FacetIndex {
public:
    // Of the next slot; `names` may repeat. A value's key is `fold_keys` ? its folded name : its name.
    explicit FacetIndex(bool fold_keys) : fold_keys_(fold_keys) {}
    void add(std::span<const std::string_view> names, Slot slot);
    // The slot's values count no longer.
    void remove(Slot slot);

    std::size_t size() const { return names_.size(); }
    const std::string& name(std::uint32_t value) const { return names_[value]; }
    std::uint32_t live_count(std::uint32_t value) const { return live_[value]; }
    std::span<const std::uint32_t> values_of(Slot slot) const { return {values_.data() + begins_[slot], begins_[slot + 1] - begins_[slot]}; }
    void add_slots(std::uint32_t value, SlotSet& out) const;

    // How many of `papers` have each value.
    std::vector<std::uint32_t> count(const SlotSet& papers) const;
    // The values that most of `papers` (`size` of them) have, with their numbers, at most `limit`.
    std::vector<std::pair<std::uint32_t, std::uint32_t>> most(const SlotSet& papers, std::uint32_t size, std::size_t limit) const;

    std::size_t bytes() const;

private:
    std::uint32_t number_of(std::string_view name);
    std::uint32_t count_of(std::uint32_t value, const SlotSet& papers) const;

    bool fold_keys_;
    std::vector<std::string> names_;  // as first seen
    std::unordered_map<std::string, std::uint32_t> numbers_;
    std::vector<std::uint32_t> live_;
    std::vector<PostingList> papers_;
    NumberPages pages_;
    std::vector<std::uint32_t> begins_{0}, values_;  // of slots
    mutable std::vector<std::uint32_t> by_size_;     // values of most papers first, made when asked for
    mutable std::size_t sized_values_ = 0, sized_slots_ = 0;
};

// In the order of their names below; those of is: follow those of has:.
enum class Flag : std::uint8_t { kCode, kLink, kMath, kNote, kTag, kSummary, kTranslation, kAbstract, kNew, kCross, kReplaced, kRead, kUnread, kStarred, kLater };
inline constexpr std::array<std::string_view, 15> kFlagNames = {"code",     "link", "math",  "note",     "tag",  "summary", "translation", "abstract",
                                                                "new", "cross", "replaced", "read", "unread",  "starred",     "later"};
inline constexpr std::size_t kHasFlags = 8;

class Facets {
public:
    void add(const LibraryPaper& paper, const PaperMarks* marks, Slot slot);
    void remove(Slot slot);

    FacetIndex categories{false}, days{false}, authors{true}, tags{true};
    std::array<SlotSet, kFlagNames.size()> flags;

    // Papers that pass the filter, but for id: and relative days, which the engine knows about.
    SlotSet matching(const QueryFilter& filter, std::size_t slots) const;
    std::size_t bytes() const;

private:
    std::string newest_day() const;
};

}  // namespace paperdeck
