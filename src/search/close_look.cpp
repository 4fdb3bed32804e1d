#include "search/close_look.h"

#include <algorithm>
#include <array>

namespace paperdeck {
namespace {

// Shares of the weight of all words together, for all of them side by side in the title, anywhere else, and for a
// title that has no others.
constexpr float kCloseInTitle = 0.25f, kClose = 0.1f, kWholeTitle = 0.6f;
// Words further apart than this are not close.
constexpr std::uint32_t kFar = 64;

// How many words stand from `first` to `last`, at most `limit`.
std::uint32_t words_between(const row::Unit* first, const row::Unit* last, std::uint32_t limit)
{
    std::uint32_t count = 1;
    for (; first < last && count < limit; first = row::next(first)) count += !row::is_whole(row::item_at(first));
    return count;
}

}  // namespace

CloseLook::CloseLook(const Index& index, const std::vector<AskedWord>& asked) : index_(index), units_((1u << 16) / 64)
{
    const auto note = [&](row::Unit unit) { units_[unit / 64] |= std::uint64_t{1} << (unit % 64); };
    for (const AskedWord& word : asked) {
        if (word.choices.empty() || words_.size() == kMostWords) continue;
        auto& terms = words_.emplace_back();
        float best = 0;
        for (const AskedWord::Choice& choice : word.choices) {
            terms.push_back(choice.term);
            best = std::max(best, choice.weight);
            if (choice.term < row::kFieldUnits) note(static_cast<row::Unit>(choice.term));
            note(row::second_half(choice.term));
        }
        std::sort(terms.begin(), terms.end());
        weight_ += best;
    }
}

std::uint32_t CloseLook::asked_by(TermId term) const
{
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < words_.size(); ++i)
        if (std::binary_search(words_[i].begin(), words_[i].end(), term)) bits |= 1u << i;
    return bits;
}

Nearness CloseLook::at(Slot slot) const
{
    Nearness near;
    const Row row = index_.text.row_of(slot);
    Place at = row.first_unit();
    const Place end = row.end_of_units();
    while (at < end) {
        const bool is_title = row::field_of(row::item_at(at)) == SearchField::kTitle;
        // One word is not close to any other: only a title may be just that word.
        if (!is_title && words_.size() < 2) break;
        Place last = ++at;
        while (last < end && !row::is_field_unit(*last)) ++last;
        if (is_title) near.is_whole_title = is_whole_title(at, last);
        if (words_.size() > 1) {
            float& best = is_title ? near.in_title : near.elsewhere;
            best = std::max(best, closest(at, last));
        }
        at = last;
    }
    return near;
}

bool CloseLook::is_whole_title(Place at, Place end) const
{
    std::uint32_t seen = 0;
    for (; at < end; at = row::next(at)) {
        const std::uint32_t item = row::item_at(at);
        if (row::is_whole(item)) continue;
        const std::uint32_t words = asked_by(row::term_of(item));
        if (words == 0) return false;
        seen |= words;
    }
    return seen == all();
}

// 1 where all words stand side by side between the places, less the further apart they are, 0 where not all are there.
float CloseLook::closest(Place at, Place end) const
{
    std::array<Place, kMostWords> last{};
    const std::size_t size = words_.size();
    std::uint32_t seen = 0, best = kFar;
    for (; at < end; ++at) {
        if (!is_asked(*at)) continue;
        const Place item = *at >= row::kSecondHalf ? at - 1 : at;
        const std::uint32_t words = asked_by(row::term_of(row::item_at(item)));
        if (words == 0) continue;
        for (std::size_t i = 0; i < size; ++i)
            if ((words >> i) & 1) last[i] = item;
        seen |= words;
        if (seen == all()) best = std::min(best, words_between(*std::min_element(last.begin(), last.begin() + static_cast<std::ptrdiff_t>(size)), item, best));
    }
    return best == kFar ? 0 : static_cast<float>(size) / static_cast<float>(std::max<std::size_t>(best, size));
}

float CloseLook::worth_of_closeness(const Nearness& near) const
{
    return words_.size() < 2 ? 0 : weight_ * std::max(kCloseInTitle * near.in_title, kClose * near.elsewhere);
}

float CloseLook::worth_of_title(const Nearness& near) const { return near.is_whole_title ? weight_ * kWholeTitle : 0; }

}  // namespace paperdeck
