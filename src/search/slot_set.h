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
    SlotSet& operator&=(const SlotSet& other)
    {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.word(i);
        return *this;
    }
    SlotSet& operator|=(const SlotSet& other)
    {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.word(i);
        return *this;
    }
    SlotSet& operator-=(const SlotSet& other)
    {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.word(i);
        return *this;
    }

    bool empty() const
    {
        for (const std::uint64_t word : words_)
            if (word != 0) return false;
        return true;
    }
    std::uint32_t count() const
    {
        int count = 0;
        for (const std::uint64_t word : words_) count += std::popcount(word);
        return static_cast<std::uint32_t>(count);
    }
    // How many both have.
    std::uint32_t count_with(const SlotSet& other) const
    {
        int count = 0;
        for (std::size_t i = 0; i < words_.size(); ++i) count += std::popcount(words_[i] & other.word(i));
        return static_cast<std::uint32_t>(count);
    }

    // Calls `use(Slot)` for all, ascending.
    template <class Use>
    void each(Use&& use) const
    {
        for (std::size_t i = 0; i < words_.size(); ++i)
            for (std::uint64_t rest = words_[i]; rest != 0; rest &= rest - 1)
                use(static_cast<Slot>(i * 64 + static_cast<std::size_t>(std::countr_zero(rest))));
    }

    std::size_t bytes() const { return words_.capacity() * sizeof(std::uint64_t); }

private:
    std::uint64_t word(std::size_t i) const { return i < words_.size() ? words_[i] : 0; }

    std::vector<std::uint64_t> words_;
};

}  // namespace paperdeck
