// A set of documents, a bit each: 100,000 of them are 12 KB, so that AND, OR and NOT cost next to nothing.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "search/posting_list.h"

namespace paperdeck {

class SlotSet {
public:
    SlotSet() = default;
    explicit SlotSet(std::size_t slots) : words_((slots + 63) / 64) {}

    void resize(std::size_t slots) { words_.resize((slots + 63) / 64); }
    void add(Slot slot) { words_[slot / 64] |= std::uint64_t{1} << (slot % 64); }
    void remove(Slot slot) { words_[slot / 64] &= ~(std::uint64_t{1} << (slot % 64)); }
    bool has(Slot slot) const { return slot / 64 < words_.size() && ((words_[slot / 64] >> (slot % 64)) & 1) != 0; }

    // The other set may be shorter: it has none of the rest then.
    SlotSet& operator&=(const SlotSet& other);
    SlotSet& operator|=(const SlotSet& other);
    SlotSet& operator-=(const SlotSet& other);

    bool empty() const;
    std::uint32_t count() const;
    std::uint32_t count_with(const SlotSet& other) const;  // how many both have

    // Calls `use(Slot)` for all, ascending.
    template <class Use>
    void each(Use&& use) const
    {
        const std::uint64_t* words = words_.data();
        for (std::size_t i = 0, size = words_.size(); i < size; ++i)
            for (std::uint64_t rest = words[i]; rest != 0; rest &= rest - 1)
                use(static_cast<Slot>(i * 64 + static_cast<std::size_t>(std::countr_zero(rest))));
    }

    std::size_t bytes() const { return words_.capacity() * sizeof(std::uint64_t); }

private:
    std::vector<std::uint64_t> words_;
};

}  // namespace paperdeck
