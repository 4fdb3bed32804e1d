#include "search/words.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "base/fold.h"
#include "base/utf8.h"

namespace paperdeck {
namespace {

// The order of letters in English text, commonest first; all other bytes are rarer.
constexpr std::string_view kCommonest = " etaoinsrhldcumfpgwybvkxqjz";

constexpr std::array<std::uint8_t, 256> make_ranks()
{
    std::array<std::uint8_t, 256> ranks{};
    for (std::size_t i = 0; i < kCommonest.size(); ++i)
        ranks[static_cast<unsigned char>(kCommonest[i])] = static_cast<std::uint8_t>(kCommonest.size() - i);
    // The first bytes of characters come in crowds of the same.
    for (std::size_t i = 0xC0; i < 0x100; ++i) ranks[i] = 20;
    return ranks;
}
constexpr std::array<std::uint8_t, 256> kRanks = make_ranks();

bool is_ascii_alnum(unsigned char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'); }

// In folded text, where Hangul has fallen apart into its letters: the first of a syllable counts.
bool is_word_by_itself(char32_t c)
{
    return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x1100 && c <= 0x115F) || (c >= 0xAC00 && c <= 0xD7A3) ||
           (c >= 0x20000 && c <= 0x2FFFF);
}

bool is_letter_at(std::string_view text, std::size_t i)
{
    const auto byte = static_cast<unsigned char>(text[i]);
    return byte < 0x80 ? is_ascii_alnum(byte) : is_alphanumeric(decode_utf8(text, i).value);
}

bool is_letter_before(std::string_view text, std::size_t i)
{
    do --i;
    while (i > 0 && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80);
    return is_letter_at(text, i);
}

bool is_word_start(std::string_view text, const std::vector<std::uint32_t>& humps, std::size_t i)
{
    if (i == 0 || !is_letter_before(text, i) || !is_letter_at(text, i)) return true;
    if (static_cast<unsigned char>(text[i]) >= 0x80 && is_word_by_itself(decode_utf8(text, i).value)) return true;
    return std::binary_search(humps.begin(), humps.end(), static_cast<std::uint32_t>(i));
}

}  // namespace

void SearchText::add(std::string_view text)
{
    if (!folded.empty()) folded += '\n';
    const auto shift = static_cast<std::uint32_t>(folded.size());
    std::vector<std::uint32_t> found;
    folded += fold_with_humps(text, found);
    for (const std::uint32_t hump : found) humps.push_back(hump + shift);
}

WordFinder::WordFinder(std::string folded) : folded_(std::move(folded))
{
    for (std::size_t i = 1; i < folded_.size(); ++i) {
        const auto rank = [&](std::size_t k) { return kRanks[static_cast<unsigned char>(folded_[k])]; };
        const bool is_continuation = (static_cast<unsigned char>(folded_[i]) & 0xC0) == 0x80;
        if (rank(i) < rank(rare_) || (is_continuation && rank(rare_) >= 20)) rare_ = i;
    }
}

std::size_t WordFinder::find(std::string_view text, const std::vector<std::uint32_t>& humps, std::size_t from) const
{
    const std::size_t size = folded_.size();
    if (text.size() < size) return std::string_view::npos;
    const std::size_t last = text.size() - size;  // where the word may begin at the latest
    while (from <= last) {
        const void* hit = std::memchr(text.data() + from + rare_, folded_[rare_], last - from + 1);
        if (!hit) break;
        const std::size_t begin = static_cast<std::size_t>(static_cast<const char*>(hit) - text.data()) - rare_;
        if (std::memcmp(text.data() + begin, folded_.data(), size) == 0 && is_word_start(text, humps, begin)) return begin;
        from = begin + 1;
    }
    return std::string_view::npos;
}

std::size_t word_end(std::string_view folded, std::size_t end)
{
    if (end == 0 || !is_letter_before(folded, end)) return end;
    while (end < folded.size()) {
        const CodePoint c = decode_utf8(folded, end);
        // The vowels of a Hangul syllable belong to it; the next character is a word of its own.
        if (!is_alphanumeric(c.value) || is_word_by_itself(c.value)) break;
        end += static_cast<std::size_t>(c.length);
    }
    return end;
}

}  // namespace paperdeck
