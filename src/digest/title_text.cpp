#include "digest/title_text.h"

#include <algorithm>
#include <array>
#include <string>

#include "base/ascii.h"
#include "digest/labels.h"
#include "digest/paper_identity.h"

namespace paperdeck {
namespace {

constexpr int kMaxNumber = 99999;
constexpr std::size_t kLongestTag = 40;  // behind an id in brackets: "[cs.IR] UPDATED"
constexpr std::size_t kMaxSigns = 200;   // beside one title; more is no row of links

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_alnum(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string_view without_brackets(std::string_view text)
{
    text = trimmed(text);
    while (text.size() >= 2 && ((text.front() == '[' && text.back() == ']') || (text.front() == '(' && text.back() == ')')))
        text = trimmed(text.substr(1, text.size() - 2));
    return text;
}

// "new", "replaced 003", "cross"
Kind kind_of(std::string_view word)
{
    if (word == "new") return Kind::kNew;
    if (word == "replaced" || word == "replace" || word == "updated" || word == "update" || word == "rep") return Kind::kReplaced;
    if (word == "cross" || word == "crosslist" || word == "cross-list") return Kind::kCross;
    return Kind::kUnknown;
}

}  // namespace

bool is_link_sign(std::string_view anchor)
{
    constexpr std::array<std::string_view, 8> kWords = {"here", "back", "view", "see", "toc", "more", "slides", "poster"};
    anchor = without_brackets(anchor);
    const bool has_letter = std::any_of(anchor.begin(), anchor.end(), is_ascii_alnum);
    // An arrow or a page as a sign; a title in Chinese is longer than any sign.
    if (!has_letter && anchor.size() <= 8) return true;
    if (anchor.front() == ':' && anchor.back() == ':' && anchor.find(' ') == std::string_view::npos) return true;
    if (is_web_url(anchor) || parse_arxiv_id(anchor)) return true;
    const std::string_view core = without_signs(anchor);
    if (parse_arxiv_id(core) || !leading_doi(core).empty()) return true;
    const Field field = field_of(core);
    if (field == Field::kLinks || field == Field::kCode || field == Field::kDoi || field == Field::kAbstract) return true;
    if (std::find(kWords.begin(), kWords.end(), ascii_lower(core)) != kWords.end()) return true;
    // "arXiv preprint", "PDF (v2)", "arXiv:2103.06255"
    const std::size_t space = core.find_first_of(" :");
    const bool is_short = core.size() <= 24 && space != std::string_view::npos;
    return is_short && field_of(core.substr(0, space)) == Field::kLinks && core.substr(0, 1) != "d";
}

std::size_t separator_at_end(std::string_view text)
{
    for (const std::string_view mark : {" ", "\n", "\t", "|", "·", "•", "–", "—", "[", "(", "[]", "()", " -", ",", "/"})
        if (text.size() >= mark.size() && text.substr(text.size() - mark.size()) == mark) return mark.size();
    return 0;
}

std::size_t separator_at_start(std::string_view text)
{
    for (const std::string_view mark : {" ", "\n", "\t", "|", "｜", "·", "•", "–", "—", "]", ")", "- ", ":", ",", "/"})
        if (text.substr(0, mark.size()) == mark) return mark.size();
    return 0;
}

NumberPrefix number_prefix(std::string_view text, int expected)
{
    std::size_t i = 0;
    const bool in_bracket = !text.empty() && text[0] == '[';
    if (in_bracket) ++i;
    if (i < text.size() && text[i] == '#') ++i;
    Kind kind = Kind::kUnknown;
    if (in_bracket && i < text.size() && text[i] >= 'A') {
        const std::size_t word = i;
        while (i < text.size() && (is_ascii_alnum(text[i]) || text[i] == '-') && !is_digit(text[i])) ++i;
        kind = kind_of(ascii_lower(text.substr(word, i - word)));
        if (kind == Kind::kUnknown) return {};
        while (i < text.size() && text[i] == ' ') ++i;
    }
    const std::size_t digits_at = i;
    int number = 0;
    for (; i < text.size() && is_digit(text[i]); ++i) {
        number = number * 10 + (text[i] - '0');
        if (number > kMaxNumber) return {};
    }
    if ((i == digits_at && kind == Kind::kUnknown) || i >= text.size()) return {};
    if (in_bracket) {
        if (text[i] != ']') return {};
        ++i;
    }
    const bool is_marked = in_bracket || text[0] == '#';
    const char behind = i < text.size() ? text[i] : ' ';
    if (behind == '.' || behind == ')' || (behind == ':' && is_marked)) ++i;
    else if (!is_marked) return {};
    const char next = i < text.size() ? text[i] : '\0';
    // A bare number close to a digit is one only where it goes on counting.
    if (!is_marked && is_digit(next) && number != expected) return {};
    while (i < text.size() && is_blank(text[i])) ++i;
    return i < text.size() ? NumberPrefix{number, i, kind} : NumberPrefix{};
}

namespace {

// "[2103.06255] Title", "Title (2103.06255v2)": nothing but an id in brackets at one end.
NamedId id_in_brackets(std::string_view text)
{
    for (const std::string_view brackets : {"[]", "()"}) {
        const std::size_t first = !text.empty() && text.front() == brackets[0] ? text.find(brackets[1]) : std::string_view::npos;
        const std::size_t last = !text.empty() && text.back() == brackets[1] ? text.rfind(brackets[0]) : std::string_view::npos;
        for (const auto& [open, close] : {std::pair<std::size_t, std::size_t>{0, first}, {last, text.size() - 1}}) {
            if (open == std::string_view::npos || close == std::string_view::npos || close < open) continue;
            if (auto id = parse_arxiv_id(text.substr(open + 1, close - open - 1))) return {std::move(id), open + 1, close, {}};
        }
    }
    return {};
}

}  // namespace

NamedId find_named_id(std::string_view text)
{
    if (NamedId alone = id_in_brackets(text); alone.id) return alone;
    for (std::size_t colon = 4; (colon = text.find(':', colon + 1)) != std::string_view::npos;) {
        const std::size_t at = colon - 5;
        if (ascii_lower(text.substr(at, 5)) != "arxiv") continue;
        std::size_t end = at + 6;
        while (end < text.size() && text[end] == ' ') ++end;
        while (end < text.size() && (is_ascii_alnum(text[end]) || text[end] == '.' || text[end] == '/' || text[end] == '-')) ++end;
        while (end > at && text[end - 1] == '.') --end;
        const std::string_view name = text.substr(at, end - at);
        const char before = at > 0 ? text[at - 1] : '\0';
        const char closer = before == '(' ? ')' : before == '[' ? ']' : '\0';
        // "(arXiv:2304.07763v1 [cs.IR] UPDATED)"
        const std::size_t close = closer == '\0' ? end : text.substr(0, std::min(text.size(), end + kLongestTag)).find(closer, end);
        const bool is_apart = at == 0 || (closer != '\0' && close != std::string_view::npos);
        if (!is_apart) continue;
        const std::size_t until = at == 0 ? end : close;
        if (auto id = parse_arxiv_id(name)) return {std::move(id), at, until, text.substr(end, until - end)};
    }
    return {};
}

std::vector<TextRange> link_signs(const StyledText& heading)
{
    std::vector<TextRange> signs;
    for (std::size_t i = 0; i < heading.spans.size();) {
        // A link of several styles (a title with maths in it) is several spans.
        const Span& first = heading.spans[i];
        std::size_t end = first.end;
        for (++i; i < heading.spans.size() && heading.spans[i].link == first.link && heading.spans[i].begin == end; ++i) end = heading.spans[i].end;
        if (first.link < 0) continue;
        if (is_link_sign(std::string_view(heading.text).substr(first.begin, end - first.begin))) signs.push_back({first.begin, end});
        if (signs.size() >= kMaxSigns) break;
    }
    return signs;
}

StyledText without_ranges(const StyledText& heading, const std::vector<TextRange>& gone)
{
    StyledText out;
    std::size_t from = 0;
    const auto take = [&](std::size_t end) {
        StyledText piece = slice(heading, from, end);
        drop_links(piece);
        append(out, piece);
    };
    for (const auto& [begin, end] : gone) {
        take(std::max(begin, from));
        from = std::max(end, from);
        // "Title [[pdf](…)] [[code](…)]": what stood around the sign goes with it.
        bool is_between = !trimmed(out.text).empty();
        std::size_t kept = out.text.size();
        while (const std::size_t mark = separator_at_end(std::string_view(out.text).substr(0, kept))) kept -= mark;
        if (kept < out.text.size()) out = slice(out, 0, kept);
        const std::string_view rest = std::string_view(heading.text).substr(from);
        std::size_t skipped = 0;
        while (const std::size_t mark = separator_at_start(rest.substr(skipped))) skipped += mark;
        from += skipped;
        is_between = is_between && from < heading.text.size();
        if (is_between) out.text += ' ';
    }
    take(heading.text.size());
    return out;
}

}  // namespace paperdeck
