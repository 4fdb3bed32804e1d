#include "search/order.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/fold.h"

namespace paperdeck {
namespace {

std::uint32_t day_number(const Date& date) { return static_cast<std::uint32_t>(date.year * 10000 + date.month * 100 + date.day); }

// Newest days first, papers without a day last.
std::uint32_t newest_first(const Date& date) { return 99999999u - day_number(date); }

// Greater for a later id: year, month and number of either style. 0 for a paper that is not on arXiv.
std::uint64_t id_number(std::string_view id)
{
    if (id.empty()) return 0;
    const std::size_t slash = id.find('/');
    if (slash != std::string_view::npos) id.remove_prefix(slash + 1);
    std::uint64_t digits = 0;
    for (const char c : id)
        if (c >= '0' && c <= '9') digits = digits * 10 + static_cast<std::uint64_t>(c - '0');
    const bool is_short = id.size() < 10;  // 7 digits of old, 4 + 4 until 2014, 4 + 5 since
    if (is_short) digits *= id.size() == 9 ? 10 : 100;
    const bool is_last_century = !id.empty() && id[0] == '9';
    return digits + (is_last_century ? 0 : 10'000'000'000u);
}

// The first eight bytes as a number that sorts as they do.
std::uint64_t leading_bytes(std::string_view text)
{
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i) number = (number << 8) | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0u);
    return number;
}

}  // namespace

void Orders::add(PaperIndex paper)
{
    const LibraryPaper& found = library_.paper(paper);
    Key& key = keys_.emplace_back();
    key.paper = paper;
    if (!found.appearances.empty()) {
        const Appearance& newest = found.appearances.front();
        key.newest_day = newest_first(newest.date);
        key.digest = newest.digest;
        key.place = newest.order;
    }
    key.newest_id = ~id_number(found.paper.id);
    key.title = leading_bytes(fold(std::string_view(found.paper.title.text).substr(0, 32)));
}

// The place of each digest when they are sorted by file name.
void Orders::rank_files()
{
    const auto& digests = library_.digests();
    if (file_ranks_.size() == digests.size()) return;
    std::vector<std::uint32_t> order(digests.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return digests[a].file != digests[b].file ? digests[a].file < digests[b].file : a < b; });
    file_ranks_.resize(digests.size());
    for (std::uint32_t rank = 0; rank < order.size(); ++rank) file_ranks_[order[rank]] = rank;
}

bool Orders::is_before(Sort sort, Slot slot_a, Slot slot_b) const
{
    const Key &a = keys_[slot_a], &b = keys_[slot_b];
    if (sort == Sort::kTitle) {
        if (a.title != b.title) return a.title < b.title;
        const int order = fold(library_.paper(a.paper).paper.title.text).compare(fold(library_.paper(b.paper).paper.title.text));
        return order != 0 ? order < 0 : slot_a < slot_b;
    }
    if (a.newest_day != b.newest_day) return a.newest_day < b.newest_day;
    if (sort == Sort::kListed) {
        if (a.digest != b.digest) return file_ranks_[a.digest] < file_ranks_[b.digest];
        return a.place != b.place ? a.place < b.place : slot_a < slot_b;
    }
    return a.newest_id != b.newest_id ? a.newest_id < b.newest_id : slot_a < slot_b;
}

const std::vector<Slot>& Orders::of(Sort sort, const SlotSet& live)
{
    if (sort == Sort::kBest) sort = Sort::kNewest;
    Sorted& sorted = sorted_[static_cast<std::size_t>(sort)];
    if (sorted.seen == keys_.size()) return sorted.slots;
    rank_files();
    std::vector<Slot>& slots = sorted.slots;
    slots.erase(std::remove_if(slots.begin(), slots.end(), [&](Slot slot) { return !live.has(slot); }), slots.end());
    const auto old = static_cast<std::ptrdiff_t>(slots.size());
    for (auto slot = static_cast<Slot>(sorted.seen); slot < keys_.size(); ++slot)
        if (live.has(slot)) slots.push_back(slot);
    const auto before = [&](Slot a, Slot b) { return is_before(sort, a, b); };
    std::sort(slots.begin() + old, slots.end(), before);
    std::inplace_merge(slots.begin(), slots.begin() + old, slots.end(), before);
    sorted.seen = keys_.size();
    return slots;
}

std::size_t Orders::bytes() const
{
    std::size_t bytes = keys_.capacity() * sizeof(Key);
    for (const Sorted& sorted : sorted_) bytes += sorted.slots.capacity() * sizeof(Slot);
    return bytes;
}

}  // namespace paperdeck
