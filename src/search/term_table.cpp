#include "search/term_table.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "base/thrifty.h"

namespace paperdeck {
namespace {

constexpr std::size_t kNamePage = 65536;

std::uint64_t first_bytes(std::size_t size) { return size >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << (8 * size)) - 1; }

// Little-endian machines only, as all are that run WebAssembly or this program's desktop.
static_assert(std::endian::native == std::endian::little);

TermHead head_of(const Token& token)
{
    const std::size_t size = token.term.size();
    TermHead head;
    static_assert(sizeof head == kRoom);
    if (token.has_room) {
        std::memcpy(&head, token.term.data(), sizeof head);
        head.first &= first_bytes(size);
        head.second &= size > 8 ? first_bytes(size - 8) : 0;
    } else {
        std::memcpy(&head, token.term.data(), std::min(size, sizeof head));
    }
    if (token.has_capital) head.first |= 0x20;
    return head;
}

// `rest`: what the head does not have.
std::uint32_t hash_of(const TermHead& head, std::string_view rest)
{
    std::uint64_t hash = (head.first ^ (head.second * 0x9E3779B97F4A7C15u)) * 0xD6E8FEB86659FD93u;
    for (const char c : rest) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
    return static_cast<std::uint32_t>(hash >> 32);
}

std::string_view behind_head(std::string_view term) { return term.substr(std::min(term.size(), sizeof(TermHead))); }

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

const char* TermTable::keep(const Token& token)
{
    const std::size_t size = token.term.size();
    if (names_.empty() || name_at_ + size > kNamePage) {
        names_.push_back(std::make_unique<char[]>(kNamePage));
        name_at_ = 0;
    }
    char* bytes = names_.back().get() + name_at_;
    std::memcpy(bytes, token.term.data(), size);
    if (token.has_capital) bytes[0] = static_cast<char>(bytes[0] | 0x20);
    name_at_ += size;
    return bytes;
}

void TermTable::grow()
{
    slots_.assign(slots_.empty() ? 1u << 15 : slots_.size() * 2, kNoTerm);
    const std::size_t mask = slots_.size() - 1;
    for (TermId id = 0; id < size_; ++id) {
        const Term& term = (*this)[id];
        std::size_t at = hash_of(term.head, behind_head(term.text())) & mask;
        while (slots_[at] != kNoTerm) at = (at + 1) & mask;
        slots_[at] = id;
    }
}

bool TermTable::is_term(TermId id, const Token& token, const TermHead& head) const
{
    const std::size_t size = token.term.size();
    const Term& known = (*this)[id];
    return known.head == head && known.size == size && (size <= sizeof head || std::memcmp(known.bytes + sizeof head, token.term.data() + sizeof head, size - sizeof head) == 0);
}

// Leaves in `at` where the word is or would go.
TermId TermTable::find(const Token& token, const TermHead& head, std::size_t& at) const
{
    const std::size_t mask = slots_.size() - 1;
    for (at = hash_of(head, behind_head(token.term)) & mask; slots_[at] != kNoTerm; at = (at + 1) & mask)
        if (is_term(slots_[at], token, head)) return slots_[at];
    return kNoTerm;
}

TermId TermTable::add(const Token& token)
{
    if (size_ * 4 >= slots_.size() * 3) grow();
    const TermHead head = head_of(token);
    std::size_t at = 0;
    const TermId known = find(token, head, at);
    if (known != kNoTerm || size_ > row::kTerm) return known;
    const auto id = static_cast<TermId>(size_++);
    if ((id & kPageMask) == 0) pages_.push_back(std::make_unique<Term[]>(1u << kPageBits));
    Term& made = (*this)[id];
    made.head = head;
    if (token.term.size() > sizeof head) made.bytes = keep(token);
    made.size = static_cast<std::uint8_t>(token.term.size());
    const std::string_view text = made.text();
    push_thriftily(shapes_[made.size], TermShape{letter_set(text), id});
    slots_[at] = id;
    const std::size_t bucket = static_cast<unsigned char>(text[0]) * 256u + (text.size() > 1 ? static_cast<unsigned char>(text[1]) : 0u);
    push_thriftily(buckets_[bucket], Entry{next_bytes(text), id});
    return id;
}

TermId TermTable::find(std::string_view term) const
{
    if (slots_.empty() || term.empty()) return kNoTerm;
    const Token token{.term = term};
    const TermHead head = head_of(token);
    std::size_t at = 0;
    return find(token, head, at);
}

std::size_t TermTable::bytes() const
{
    return pages_.size() * sizeof(Term) * (1u << kPageBits) + slots_.size() * sizeof(TermId) + names_.size() * kNamePage +
           buckets_.size() * sizeof(buckets_[0]) + size_ * (sizeof(Entry) + sizeof(TermShape)) * 3 / 2;
}

}  // namespace paperdeck
