#include "search/ranking.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "search/close_look.h"

namespace paperdeck {
namespace {

// How many of the best are looked at closely.
constexpr std::size_t kLookedAt = 128;

// What is sorted by: the upper 22 bits of a score that is not negative, which sort as it does; the greatest has the
// smallest key. Scores that differ by less than one in 16,000 are equal.
constexpr unsigned kDropped = 9, kBits = 11, kBuckets = 1u << kBits, kPasses = 2;

struct Scored {
    std::uint32_t key;
    Slot slot;

    static Scored make(float score, Slot slot)
    {
        std::uint32_t bits = 0;
        std::memcpy(&bits, &score, sizeof bits);
        return {~(bits >> kDropped), slot};
    }
    float score() const
    {
        const std::uint32_t bits = ~key << kDropped;
        float score = 0;
        std::memcpy(&score, &bits, sizeof score);
        return score;
    }
    unsigned digit(unsigned pass) const { return (key >> (pass * kBits)) & (kBuckets - 1); }
};

bool is_better(const Scored& a, const Scored& b) { return a.key < b.key; }

// Greatest score first, keeping the order of equal ones.
void sort_by_score(std::vector<Scored>& items)
{
    if (items.size() < 512) return std::stable_sort(items.begin(), items.end(), is_better);
    std::array<std::array<std::uint32_t, kBuckets>, kPasses> begins{};
    for (const Scored& item : items)
        for (unsigned pass = 0; pass < kPasses; ++pass) ++begins[pass][item.digit(pass)];
    std::vector<Scored> moved(items.size());
    for (unsigned pass = 0; pass < kPasses; ++pass) {
        std::uint32_t sum = 0;
        for (std::uint32_t& begin : begins[pass]) sum += std::exchange(begin, sum);
        for (const Scored& item : items) moved[begins[pass][item.digit(pass)]++] = item;
        items.swap(moved);
    }
}

}  // namespace

Ranked list(Index& index, const SlotSet& set, std::uint32_t count, Sort sort)
{
    // One more to write to: whether a paper is among the results is no branch that could be foreseen.
    Ranked ranked{std::vector<PaperIndex>(count + 1), std::vector<float>(count)};
    PaperIndex* to = ranked.papers.data();
    for (const Slot slot : index.orders.of(sort, index.live)) {
        *to = index.paper_of[slot];
        to += set.has(slot);
    }
    ranked.papers.pop_back();
    return ranked;
}

Ranked rank(Index& index, const SlotSet& set, std::uint32_t count, const Matcher& matcher)
{
    if (count == 0) return {};
    const CloseLook look(index, matcher.asked());
    if (!look.is_worthwhile()) return list(index, set, count, Sort::kNewest);
    std::vector<Scored> items(count + 1);  // one more, as in list()
    Scored* to = items.data();
    const float* scores = matcher.scores().data();
    for (const Slot slot : index.orders.of(Sort::kNewest, index.live)) {
        *to = Scored::make(scores[slot], slot);
        to += set.has(slot);
    }
    items.pop_back();
    sort_by_score(items);
    // A close look only adds: the best stay the best.
    const auto best = items.begin() + static_cast<std::ptrdiff_t>(std::min(items.size(), kLookedAt));
    for (auto item = items.begin(); item != best; ++item) *item = Scored::make(item->score() + look.worth(look.at(item->slot)), item->slot);
    std::stable_sort(items.begin(), best, is_better);

    Ranked ranked{std::vector<PaperIndex>(count), std::vector<float>(count)};
    for (std::size_t i = 0; i < items.size(); ++i) {
        ranked.papers[i] = index.paper_of[items[i].slot];
        ranked.scores[i] = items[i].score();
    }
    return ranked;
}

}  // namespace paperdeck
