#include "search/slot_set.h"

#include <algorithm>

namespace paperdeck {

SlotSet& SlotSet::operator&=(const SlotSet& other)
{
    const std::size_t shared = std::min(words_.size(), other.words_.size());
    for (std::size_t i = 0; i < shared; ++i) words_[i] &= other.words_[i];
    std::fill(words_.begin() + static_cast<std::ptrdiff_t>(shared), words_.end(), 0);
    return *this;
}

SlotSet& SlotSet::operator|=(const SlotSet& other)
{
    const std::size_t shared = std::min(words_.size(), other.words_.size());
    for (std::size_t i = 0; i < shared; ++i) words_[i] |= other.words_[i];
    return *this;
}

SlotSet& SlotSet::operator-=(const SlotSet& other)
{
    const std::size_t shared = std::min(words_.size(), other.words_.size());
    for (std::size_t i = 0; i < shared; ++i) words_[i] &= ~other.words_[i];
    return *this;
}

bool SlotSet::empty() const
{
    return std::all_of(words_.begin(), words_.end(), [](std::uint64_t word) { return word == 0; });
}

std::uint32_t SlotSet::count() const { return count_with(*this); }

std::uint32_t SlotSet::count_with(const SlotSet& other) const
{
    const std::size_t shared = std::min(words_.size(), other.words_.size());
    int count = 0;
    for (std::size_t i = 0; i < shared; ++i) count += std::popcount(words_[i] & other.words_[i]);
    return static_cast<std::uint32_t>(count);
}

}  // namespace paperdeck
