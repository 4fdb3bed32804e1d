#include "search/facet_index.h"

#include <algorithm>
#include <functional>

#include "base/fold.h"
#include "base/thrifty.h"

namespace paperdeck {

void FacetIndex::add(std::span<const std::string_view> names)
{
    const auto slot = static_cast<Slot>(begins_.size() - 1);
    const std::size_t first = values_.size();
    for (const std::string_view name : names) {
        if (name.empty()) continue;
        const std::uint32_t value = number_of(name);
        if (std::find(values_.begin() + static_cast<std::ptrdiff_t>(first), values_.end(), value) != values_.end()) continue;
        push_thriftily(values_, value);
        papers_[value].push(pages_, Posting::make(slot, 0, 0));
        ++live_[value];
    }
    begins_.push_back(static_cast<std::uint32_t>(values_.size()));
    ++live_slots_;
}

void FacetIndex::remove(Slot slot)
{
    for (const std::uint32_t value : values_of(slot)) --live_[value];
    --live_slots_;
}

std::uint32_t FacetIndex::number_of(std::string_view name)
{
    if (size() * 2 >= entries_.size()) grow();
    const std::string key = fold_names_ ? fold(name) : std::string(name);
    const auto hash = static_cast<std::uint32_t>(std::hash<std::string_view>{}(key));
    const std::size_t mask = entries_.size() - 1;
    std::size_t at = hash & mask;
    for (; entries_[at].value != kNone; at = (at + 1) & mask) {
        if (entries_[at].hash != hash) continue;
        const std::string_view known = this->name(entries_[at].value);
        if (known == name || (fold_names_ && fold(known) == key)) return entries_[at].value;
    }
    entries_[at] = {hash, static_cast<std::uint32_t>(size())};
    if (names_.size() + name.size() > names_.capacity()) names_.reserve(names_.size() + names_.size() / 4 + name.size());
    names_ += name;
    push_thriftily(name_begins_, static_cast<std::uint32_t>(names_.size()));
    push_thriftily(live_, 0u);
    push_thriftily(papers_, PostingList());
    return entries_[at].value;
}

void FacetIndex::grow()
{
    const std::vector<Entry> old = std::move(entries_);
    entries_.assign(old.empty() ? 64 : old.size() * 2, Entry{});
    const std::size_t mask = entries_.size() - 1;
    for (const Entry& entry : old) {
        if (entry.value == kNone) continue;
        std::size_t at = entry.hash & mask;
        while (entries_[at].value != kNone) at = (at + 1) & mask;
        entries_[at] = entry;
    }
}

std::size_t FacetIndex::bytes() const
{
    const std::size_t numbers = name_begins_.capacity() + live_.capacity() + begins_.capacity() + values_.capacity() + by_size_.capacity() + met_.capacity();
    return names_.capacity() + entries_.capacity() * sizeof(Entry) + papers_.capacity() * sizeof(PostingList) + pages_.bytes() + numbers * sizeof(std::uint32_t);
}

}  // namespace paperdeck
