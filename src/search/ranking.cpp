#include "search/ranking.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <functional>
#include <utility>

namespace paperdeck {
namespace {

// How many of the best are looked at closely.
constexpr std::size_t kLookedAt = 256;
// Shares of the weight of all words together, for all of them side by side in the title, anywhere else, and for a
// title that has no others.
constexpr float kCloseInTitle = 0.25f, kClose = 0.1f, kWholeTitle = 0.6f;

struct Nearness {
    float in_title = 0;  // 1: side by side; 0: not all there
    float elsewhere = 0;
    bool is_whole_title = false;
};

class CloseLook {
public:
    CloseLook(const Index& index, const std::vector<AskedWord>& asked) : index_(index)
    {
        for (const AskedWord& word : asked) {
            if (word.choices.empty() || words_.size() == kMostWords) continue;
            auto& terms = words_.emplace_back();
            for (const AskedWord::Choice& choice : word.choices) terms.push_back(choice.term);
            std::sort(terms.begin(), terms.end());
            float best = 0;
            for (const AskedWord::Choice& choice : word.choices) best = std::max(best, choice.weight);
            weight_ += best;
        }
    }

    bool is_worthwhile() const { return !words_.empty(); }
    float weight() const { return weight_; }

    Nearness at(Slot slot) const
    {
        Nearness near;
        std::array<std::int32_t, kMostWords> last{};
        std::int32_t at = 0;
        std::uint32_t others = 0;  // parts of the title that no word asks for
        bool is_title = false;
        const auto all = static_cast<std::uint32_t>((std::uint64_t{1} << words_.size()) - 1);
        std::uint32_t seen = 0, seen_in_title = 0;
        for (const std::uint32_t item : index_.text.row_of(slot)) {
            if (row::is_field(item)) {
                is_title = row::field_of(item) == SearchField::kTitle;
                seen = 0;
                continue;
            }
            const std::uint32_t word = asked_by(row::term_of(item));
            if (!row::is_whole(item)) ++at;
            if (is_title && !row::is_whole(item)) {
                others += word == 0;
                seen_in_title |= word;
            }
            if (word == 0) continue;
            for (std::size_t i = 0; i < words_.size(); ++i)
                if ((word >> i) & 1) last[i] = at;
            seen |= word;
            if (seen != all) continue;
            const std::int32_t first = *std::min_element(last.begin(), last.begin() + static_cast<std::ptrdiff_t>(words_.size()));
            const float share = static_cast<float>(words_.size()) / static_cast<float>(std::max<std::int32_t>(at - first + 1, static_cast<std::int32_t>(words_.size())));
            float& best = is_title ? near.in_title : near.elsewhere;
            best = std::max(best, share);
        }
        near.is_whole_title = others == 0 && seen_in_title == all;
        return near;
    }

    // What nearness adds to a score.
    float worth(const Nearness& near) const
    {
        const float close = words_.size() < 2 ? 0 : std::max(kCloseInTitle * near.in_title, kClose * near.elsewhere);
        return weight_ * (close + (near.is_whole_title ? kWholeTitle : 0));
    }

private:
    static constexpr std::size_t kMostWords = 16;

    // The words of the query that the term stands for, a bit each.
    std::uint32_t asked_by(TermId term) const
    {
        std::uint32_t bits = 0;
        for (std::size_t i = 0; i < words_.size(); ++i) {
            const auto& terms = words_[i];
            const bool is_asked = terms.size() == 1 ? terms[0] == term : std::binary_search(terms.begin(), terms.end(), term);
            if (is_asked) bits |= 1u << i;
        }
        return bits;
    }

    const Index& index_;
    std::vector<std::vector<TermId>> words_;
    float weight_ = 0;
};

// Numbers of the same bits; they sort as scores do, which are not negative.
std::uint32_t bits_of(float score)
{
    std::uint32_t bits = 0;
    std::memcpy(&bits, &score, sizeof bits);
    return bits;
}

float float_of(std::uint32_t bits)
{
    float score = 0;
    std::memcpy(&score, &bits, sizeof score);
    return score;
}

// Greatest first, keeping the order of equal ones: three passes over numbers that sort as the scores do.
void sort_by_score(Ranked& ranked)
{
    constexpr std::size_t kBits = 11, kBuckets = 1u << kBits;
    struct Item {
        std::uint32_t key;
        Slot slot;
    };
    const std::size_t size = ranked.slots.size();
    std::vector<Item> items(size), moved(size);
    for (std::size_t i = 0; i < size; ++i) items[i] = {~bits_of(ranked.scores[i]), ranked.slots[i]};
    if (size < 512) {
        std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.key < b.key; });
    } else {
        for (unsigned shift = 0; shift < 32; shift += kBits) {
            std::array<std::uint32_t, kBuckets> begins{};
            for (const Item& item : items) ++begins[(item.key >> shift) & (kBuckets - 1)];
            std::uint32_t sum = 0;
            for (std::uint32_t& begin : begins) sum += std::exchange(begin, sum);
            for (const Item& item : items) moved[begins[(item.key >> shift) & (kBuckets - 1)]++] = item;
            items.swap(moved);
        }
    }
    for (std::size_t i = 0; i < size; ++i) {
        ranked.slots[i] = items[i].slot;
        ranked.scores[i] = float_of(~items[i].key);
    }
}

}  // namespace

Ranked rank(Index& index, const SlotSet& set, std::uint32_t count, const std::vector<AskedWord>& asked)
{
    std::vector<float> scores(index.slots());
    for (const AskedWord& word : asked) {
        const std::uint8_t mask = mask_of(word.field);
        for (const AskedWord::Choice& choice : word.choices) {
            const float step = choice.weight / static_cast<float>(Posting::kMaxLevel);
            index.text.each_posting(choice.term, [&](Posting posting) {
                if ((posting.fields() & mask) != 0) scores[posting.slot()] += step * static_cast<float>(posting.level());
            });
        }
    }
    Ranked ranked;
    ranked.slots.reserve(count);
    ranked.scores.reserve(count);
    for (const Slot slot : index.orders.of(Sort::kNewest, index.live)) {
        if (!set.has(slot)) continue;
        ranked.slots.push_back(slot);
        ranked.scores.push_back(scores[slot]);
    }
    const CloseLook look(index, asked);
    if (look.is_worthwhile() && !ranked.slots.empty()) {
        float least = 0;
        if (ranked.slots.size() > kLookedAt) {
            std::vector<float> best = ranked.scores;
            std::nth_element(best.begin(), best.begin() + kLookedAt, best.end(), std::greater<float>());
            least = best[kLookedAt];
        }
        std::size_t looked_at = 0;
        for (std::size_t i = 0; i < ranked.slots.size() && looked_at < 2 * kLookedAt; ++i) {
            if (ranked.scores[i] < least || (least > 0 && ranked.scores[i] == least)) continue;
            ranked.scores[i] += look.worth(look.at(ranked.slots[i]));
            ++looked_at;
        }
    }
    sort_by_score(ranked);
    return ranked;
}

std::vector<ScorePart> score_parts(const Index& index, Slot slot, const std::vector<AskedWord>& asked)
{
    static constexpr std::array<std::string_view, 5> kPlaces = {"the title", "the authors", "the abstract", "summaries, translation or comments", "tags or notes"};
    std::vector<ScorePart> parts;
    for (const AskedWord& word : asked) {
        const std::uint8_t mask = mask_of(word.field);
        for (const AskedWord::Choice& choice : word.choices) {
            index.text.each_posting(choice.term, [&](Posting posting) {
                if (posting.slot() != slot || (posting.fields() & mask) == 0) return;
                std::string words = "“" + std::string(index.text.terms()[choice.term].text()) + "” in ";
                bool is_first = true;
                for (unsigned i = 0; i < kPlaces.size(); ++i) {
                    if (((posting.fields() & mask) >> i & 1) == 0) continue;
                    words += (is_first ? "" : " and ") + std::string(kPlaces[i]);
                    is_first = false;
                }
                parts.push_back({std::move(words), choice.weight * worth_of(posting.level())});
            });
        }
    }
    const CloseLook look(index, asked);
    if (look.is_worthwhile()) {
        const Nearness near = look.at(slot);
        Nearness only_close = near;
        only_close.is_whole_title = false;
        const float close = look.worth(only_close), whole = look.worth(near) - close;
        if (whole > 0) parts.push_back({"the whole title", whole});
        if (close > 0) parts.push_back({near.in_title * kCloseInTitle >= near.elsewhere * kClose ? "words close together in the title" : "words close together", close});
    }
    std::stable_sort(parts.begin(), parts.end(), [](const ScorePart& a, const ScorePart& b) { return a.score > b.score; });
    return parts;
}

}  // namespace paperdeck
