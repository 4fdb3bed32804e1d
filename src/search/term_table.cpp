#include "search/term_table.h"

#include <cstring>

namespace paperdeck {
namespace {

constexpr std::size_t kNamePage = 65536;

// FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/
std::uint32_t hash_of(std::string_view term, bool has_capital)
{
    std::uint32_t hash = 2166136261u;
    std::size_t i = 0;
    if (has_capital) hash = (hash ^ (static_cast<unsigned char>(term[i++]) | 0x20u)) * 16777619u;
    for (; i < term.size(); ++i) hash = (hash ^ static_cast<unsigned char>(term[i])) * 16777619u;
    return hash ^ (hash >> 15);
}

// `term` with its capital against a word of the same size.
bool is_same(const char* known, std::string_view term, bool has_capital)
{
    std::size_t i = 0;
    if (has_capital && static_cast<unsigned char>(known[i++]) != (static_cast<unsigned char>(term[0]) | 0x20u)) return false;
    for (; i < term.size(); ++i)
        if (known[i] != term[i]) return false;
    return true;
}

}  // namespace

std::uint32_t letter_set(std::string_view folded)
{
    std::uint32_t set = 0;
    for (const char c : folded) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 'a' && byte <= 'z') set |= 1u << (byte - 'a');
        else set |= 1u << (26 + byte % 6);
    }
    return set;
}

std::uint32_t TermTable::next_bytes(std::string_view term)
{
    std::uint32_t next = 0;
    for (std::size_t i = 2; i < 6; ++i) next = (next << 8) | (i < term.size() ? static_cast<unsigned char>(term[i]) : 0u);
    return next;
}

const char* TermTable::keep(std::string_view term, bool has_capital)
{
    if (names_.empty() || name_at_ + term.size() > kNamePage) {
        names_.push_back(std::make_unique<char[]>(kNamePage));
        name_at_ = 0;
    }
    char* bytes = names_.back().get() + name_at_;
    std::memcpy(bytes, term.data(), term.size());
    if (has_capital) bytes[0] = static_cast<char>(bytes[0] | 0x20);
    name_at_ += term.size();
    return bytes;
}

void TermTable::grow()
{
    std::vector<Slot> old = std::move(slots_);
    slots_.assign(old.empty() ? 1u << 15 : old.size() * 2, Slot{});
    const std::size_t mask = slots_.size() - 1;
    for (const Slot& slot : old) {
        if (slot.term == kNoTerm) continue;
        std::size_t at = slot.hash & mask;
        while (slots_[at].term != kNoTerm) at = (at + 1) & mask;
        slots_[at] = slot;
    }
}

TermId TermTable::add(std::string_view term, bool has_capital)
{
    if (size_ * 2 >= slots_.size()) grow();
    const std::uint32_t hash = hash_of(term, has_capital);
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = hash & mask;
    for (; slots_[at].term != kNoTerm; at = (at + 1) & mask) {
        if (slots_[at].hash != hash) continue;
        const Term& known = (*this)[slots_[at].term];
        if (known.size == term.size() && is_same(known.bytes, term, has_capital)) return slots_[at].term;
    }
    const auto id = static_cast<TermId>(size_++);
    if ((id & kPageMask) == 0) pages_.push_back(std::make_unique<Term[]>(1u << kPageBits));
    Term& made = (*this)[id];
    made.bytes = keep(term, has_capital);
    made.size = static_cast<std::uint8_t>(term.size());
    made.hash = hash;
    made.letters = letter_set(made.text());
    slots_[at] = {hash, id};
    const std::string_view text = made.text();
    const std::size_t bucket = static_cast<unsigned char>(text[0]) * 256u + (text.size() > 1 ? static_cast<unsigned char>(text[1]) : 0u);
    buckets_[bucket].push_back({next_bytes(text), id});
    return id;
}

TermId TermTable::find(std::string_view term) const
{
    if (slots_.empty() || term.empty()) return kNoTerm;
    const std::uint32_t hash = hash_of(term, false);
    const std::size_t mask = slots_.size() - 1;
    for (std::size_t at = hash & mask; slots_[at].term != kNoTerm; at = (at + 1) & mask)
        if (slots_[at].hash == hash && (*this)[slots_[at].term].text() == term) return slots_[at].term;
    return kNoTerm;
}

std::size_t TermTable::bytes() const
{
    return pages_.size() * sizeof(Term) * (1u << kPageBits) + slots_.size() * sizeof(Slot) + names_.size() * kNamePage +
           buckets_.size() * sizeof(buckets_[0]) + size_ * sizeof(Entry) * 3 / 2;
}

}  // namespace paperdeck
