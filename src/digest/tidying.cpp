#include "digest/tidying.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/utf8.h"

namespace paperdeck {
namespace {

constexpr std::size_t kNarrowest = 50, kWidest = 100;
constexpr std::string_view kLostLink = "[link lost in the digest]";

const Span* span_at(const StyledText& text, std::size_t at)
{
    const auto span = std::partition_point(text.spans.begin(), text.spans.end(), [&](const Span& s) { return s.end <= at; });
    return span != text.spans.end() && span->begin <= at ? &*span : nullptr;
}

bool begins_item(std::string_view line)
{
    line = trimmed(line);
    if (line.empty()) return true;
    if (line[0] == '-' || line[0] == '*' || line[0] == '+' || line.substr(0, 3) == "\u2022") return true;
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    return digits > 0 && digits <= 2 && digits < line.size() && (line[digits] == '.' || line[digits] == ')');
}

std::size_t columns(std::string_view line) { return count_code_points(line); }

// The line that begins at `from`, without its end.
std::string_view line_at(std::string_view text, std::size_t from) { return text.substr(from, std::min(text.find('\n', from), text.size()) - from); }

// Offset, from `from` on, of the next words that stand for a link; npos for none.
std::size_t find_link_words(std::string_view text, std::size_t from, std::size_t& length)
{
    constexpr std::array<std::string_view, 2> kWords = {"this https ", "this http "};
    constexpr std::string_view kLast = "URL";  // rarer than what begins with a small letter
    for (std::size_t last = from; (last = text.find(kLast, last)) != std::string_view::npos; ++last) {
        const std::string_view before = text.substr(from, last - from);
        for (const std::string_view words : kWords) {
            if (!before.ends_with(words)) continue;
            length = words.size() + kLast.size();
            return last - words.size();
        }
    }
    return std::string_view::npos;
}

// "this https URL (https://…", "this https URL: https://…"
bool is_address_next(std::string_view rest)
{
    const std::size_t at = rest.find_first_not_of(" :(<\n");
    return at < 5 && rest.substr(at, 4) == "http";
}

}  // namespace

StyledText with_wraps_joined(StyledText text)
{
    const std::string_view all = text.text;
    if (all.find('\n') == std::string_view::npos) return text;
    std::size_t widest = 0;
    for (std::size_t begin = 0; begin < all.size();) {
        const std::string_view line = line_at(all, begin);
        widest = std::max(widest, line.size() <= 4 * kWidest ? columns(line) : kWidest + 1);
        begin += line.size() + 1;
    }
    if (widest < kNarrowest || widest > kWidest) return text;
    std::vector<std::size_t> wraps;
    bool is_in_sentence = false;  // a break that no author makes
    std::size_t begin = 0;
    for (std::size_t end; (end = all.find('\n', begin)) != std::string_view::npos; begin = end + 1) {
        const std::string_view line = trimmed(all.substr(begin, end - begin)), next = line_at(all, end + 1);
        const Span* span = span_at(text, end);
        const bool is_verbatim = span && (span->style & (kMaths | kCode)) != 0;
        if (line.empty() || begins_item(next) || is_verbatim) continue;
        if (columns(line) + 1 + columns(next.substr(0, next.find(' '))) <= widest) continue;
        wraps.push_back(end);
        is_in_sentence = is_in_sentence || std::string_view(".!?:").find(line.back()) == std::string_view::npos;
    }
    if (is_in_sentence)
        for (const std::size_t at : wraps) text.text[at] = ' ';
    return text;
}

StyledText with_lost_links_marked(StyledText text)
{
    std::size_t length = 0;
    if (find_link_words(text.text, 0, length) == std::string_view::npos) return text;
    StyledText out;
    const std::string_view all = text.text;
    std::size_t done = 0;
    for (std::size_t at = 0; (at = find_link_words(all, at, length)) != std::string_view::npos; at += length) {
        const Span* span = span_at(text, at);
        const bool is_text = !span || (span->link < 0 && (span->style & (kMaths | kCode)) == 0);
        if (!is_text || is_address_next(all.substr(at + length))) continue;
        append(out, slice(text, done, at));
        StyledText lost;
        lost.text = kLostLink;
        lost.spans.push_back({0, static_cast<std::uint32_t>(kLostLink.size()), kItalic, -1});
        append(out, lost);
        done = at + length;
    }
    if (done == 0) return text;
    append(out, slice(text, done, all.size()));
    return out;
}

StyledText finished_text(StyledText text) { return tidied(with_lost_links_marked(with_wraps_joined(std::move(text)))); }

}  // namespace paperdeck
