#include "digest/link_lines.h"

#include <algorithm>
#include <array>

#include "digest/paper_links.h"
#include "digest/title_text.h"

namespace paperdeck {
namespace {

constexpr std::array<std::string_view, 9> kScores = {"core", "ating", "tars", "ank", "评分", "評分", "評価", "평점", "점수"};

// A letter of the alphabet, kana, an ideograph or Hangul; no digit, sign or emoji.
bool has_letter(std::string_view text)
{
    return std::any_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (byte >= 0xE3 && byte <= 0xED);
    });
}

// A letter in [begin, end) of `text` that none of `ranges` covers.
bool has_letter_outside(std::string_view text, std::size_t begin, std::size_t end, const std::vector<TextRange>& ranges)
{
    for (const TextRange& range : ranges) {
        if (range.first < begin || range.second > end) continue;
        if (has_letter(text.substr(begin, range.first - begin))) return true;
        begin = range.second;
    }
    return has_letter(text.substr(begin, end - begin));
}

}  // namespace

bool is_labelled_link(const StyledText& text)
{
    constexpr std::size_t kLongest = 30;
    const auto first = std::find_if(text.spans.begin(), text.spans.end(), [](const Span& span) { return span.link >= 0; });
    if (first == text.spans.end()) return false;
    const std::string_view words = trimmed(std::string_view(text.text).substr(0, first->begin));
    const bool is_label = words.size() <= kLongest && (words.ends_with(':') || words.ends_with("："));
    return is_label && is_link_row(slice(text, first->begin, text.text.size()));
}

bool is_row_of_parts(const Piece& piece)
{
    constexpr std::size_t kLongestRow = 200, kLongestPart = 32;
    const std::string_view text = piece.text.text;
    if (text.size() > kLongestRow || piece.text.links.empty()) return false;
    const bool is_score = std::any_of(kScores.begin(), kScores.end(), [&](std::string_view word) { return piece.label.find(word) != std::string::npos; });
    if (piece.field != Field::kNone && !(piece.field == Field::kIgnored && is_score)) return false;
    const std::vector<TextRange> signs = link_signs(piece.text);
    if (signs.empty()) return false;
    std::size_t parts = 0;
    bool has_words = false;
    for (std::size_t begin = 0; begin < text.size();) {
        std::size_t end = text.size(), width = 1;
        for (const std::string_view mark : {" · ", " | ", " • ", " ｜ ", " / "}) {
            const std::size_t at = text.find(mark, begin);
            if (at < end) {
                end = at;
                width = mark.size();
            }
        }
        const bool is_sign = std::any_of(signs.begin(), signs.end(), [&](const TextRange& sign) { return sign.first >= begin && sign.second <= end; });
        if (end - begin > kLongestPart) return false;
        has_words = has_words || (!is_sign && has_letter(text.substr(begin, end - begin)));
        if (is_sign && has_letter_outside(text, begin, end, signs)) return false;
        ++parts;
        begin = end + width;
    }
    return parts > 1 || !has_words;
}

}  // namespace paperdeck
