// The counts of a facet's choices: part of every search.
#include <algorithm>

#include "search/facet_index.h"

namespace paperdeck {
namespace {

// Results are met one by one below this share of all papers (1 / kShare); above it, each value's papers are looked through.
constexpr std::uint32_t kShare = 6;

}  // namespace

void FacetIndex::add_slots(std::uint32_t value, SlotSet& out) const
{
    papers_[value].each(pages_, [&](Posting posting) { out.add(posting.slot()); });
}

std::uint32_t FacetIndex::count_of(std::uint32_t value, const SlotSet& papers) const
{
    std::uint32_t count = 0;
    papers_[value].each(pages_, [&](Posting posting) { count += papers.has(posting.slot()); });
    return count;
}

std::vector<std::uint32_t> FacetIndex::count(const SlotSet& papers, std::uint32_t size, const SlotSet& live) const
{
    const std::uint32_t *begins = begins_.data(), *values = values_.data();
    if (size <= live_slots_ / 2) {
        std::vector<std::uint32_t> counts(live_.size());
        papers.each([&](Slot slot) {
            for (std::uint32_t i = begins[slot]; i < begins[slot + 1]; ++i) ++counts[values[i]];
        });
        return counts;
    }
    // Of most papers it is the others that are counted.
    std::vector<std::uint32_t> counts = live_;
    SlotSet others = live;
    others -= papers;
    others.each([&](Slot slot) {
        for (std::uint32_t i = begins[slot]; i < begins[slot + 1]; ++i) --counts[values[i]];
    });
    return counts;
}

void FacetIndex::keep_best(Counted counted, std::size_t limit, std::vector<Counted>& best) const
{
    const auto is_before = [&](const Counted& a, const Counted& b) { return a.second != b.second ? a.second > b.second : name(a.first) < name(b.first); };
    if (counted.second == 0 || (best.size() == limit && !is_before(counted, best.back()))) return;
    best.insert(std::upper_bound(best.begin(), best.end(), counted, is_before), counted);
    if (best.size() > limit) best.pop_back();
}

std::vector<FacetIndex::Counted> FacetIndex::most(const SlotSet& papers, std::uint32_t size, std::size_t limit) const
{
    return size < live_slots_ / kShare ? most_by_paper(papers, limit) : most_by_value(papers, limit);
}

std::vector<FacetIndex::Counted> FacetIndex::most_by_paper(const SlotSet& papers, std::size_t limit) const
{
    met_.resize(live_.size());
    std::vector<std::uint32_t> values;
    papers.each([&](Slot slot) {
        for (const std::uint32_t value : values_of(slot))
            if (met_[value]++ == 0) values.push_back(value);
    });
    std::vector<Counted> best;
    for (const std::uint32_t value : values) {
        if (best.size() < limit || met_[value] >= best.back().second) keep_best({value, met_[value]}, limit, best);
        met_[value] = 0;
    }
    return best;
}

const std::vector<std::uint32_t>& FacetIndex::by_size() const
{
    if (sized_values_ != size() || begins_.size() > sized_slots_ + sized_slots_ / 8) {
        by_size_.resize(size());
        for (std::uint32_t i = 0; i < by_size_.size(); ++i) by_size_[i] = i;
        std::sort(by_size_.begin(), by_size_.end(), [&](std::uint32_t a, std::uint32_t b) { return papers_[a].count() > papers_[b].count(); });
        sized_values_ = size();
        sized_slots_ = begins_.size();
    }
    return by_size_;
}

// Those of most papers first: once the next one has fewer papers at all than the last of the best has among the
// results, no other can be better.
std::vector<FacetIndex::Counted> FacetIndex::most_by_value(const SlotSet& papers, std::size_t limit) const
{
    std::vector<Counted> best;
    for (const std::uint32_t value : by_size()) {
        if (best.size() == limit && papers_[value].count() + begins_.size() - sized_slots_ < best.back().second) break;
        keep_best({value, count_of(value, papers)}, limit, best);
    }
    return best;
}

}  // namespace paperdeck
