#include "digest/heading.h"

#include <algorithm>
#include <array>

#include "digest/tex.h"

namespace paperdeck {
namespace {

constexpr int kMaxNumber = 99999;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_ascii_alnum(char c) { return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

std::string lower(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

std::string_view without_brackets(std::string_view text)
{
    text = trimmed(text);
    while (text.size() >= 2 && ((text.front() == '[' && text.back() == ']') || (text.front() == '(' && text.back() == ')')))
        text = trimmed(text.substr(1, text.size() - 2));
    return text;
}

// True for the words of a link that only say what is behind it, and so are no part of the title.
bool is_link_sign(std::string_view anchor)
{
    constexpr std::array<std::string_view, 22> kWords = {
        "abs",  "arxiv",   "arxiv link", "code", "demo", "doi",   "download", "github",     "here",  "html", "link",
        "openreview", "page", "paper",   "paper link", "pdf", "pdf link", "project", "project page", "url", "video", "website"};
    anchor = without_brackets(anchor);
    const bool has_letter = std::any_of(anchor.begin(), anchor.end(), is_ascii_alnum);
    // An arrow or a page as a sign; a title in Chinese is longer than any sign.
    if (!has_letter) return anchor.size() <= 8;
    if (anchor.front() == ':' && anchor.back() == ':' && anchor.find(' ') == std::string_view::npos) return true;
    if (is_web_url(anchor) || parse_arxiv_id(anchor)) return true;
    return std::find(kWords.begin(), kWords.end(), lower(anchor)) != kWords.end();
}

// Bytes of what parts a title from the signs beside it: "|", "·", "-", "•", brackets left empty.
std::size_t separator_at_end(std::string_view text)
{
    for (const std::string_view mark : {" ", "\n", "\t", "|", "·", "•", "–", "—", "[", "(", "[]", "()", " -", ",", "/"})
        if (text.size() >= mark.size() && text.substr(text.size() - mark.size()) == mark) return mark.size();
    return 0;
}

std::size_t separator_at_start(std::string_view text)
{
    for (const std::string_view mark : {" ", "\n", "\t", "|", "·", "•", "–", "—", "]", ")", "- ", ":", ",", "/"})
        if (text.substr(0, mark.size()) == mark) return mark.size();
    return 0;
}

// A number at the start of a heading and the length of it with what belongs to it: "26.", "[26]", "#26:".
struct NumberPrefix {
    int number = 0;
    std::size_t length = 0;
};

NumberPrefix number_prefix(std::string_view text, int expected)
{
    std::size_t i = 0;
    const bool in_bracket = !text.empty() && text[0] == '[';
    if (in_bracket) ++i;
    if (i < text.size() && text[i] == '#') ++i;
    const std::size_t digits_at = i;
    int number = 0;
    for (; i < text.size() && is_digit(text[i]); ++i) {
        number = number * 10 + (text[i] - '0');
        if (number > kMaxNumber) return {};
    }
    if (i == digits_at || i >= text.size()) return {};
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
    return i < text.size() ? NumberPrefix{number, i} : NumberPrefix{};
}

// "(arXiv:2103.06255v2)" in words, without a link: in brackets or first of all. Elsewhere it belongs to
// the title ("Comment on arXiv:2511.21731v1").
struct NamedId {
    std::optional<ArxivId> id;
    std::size_t begin = 0, end = 0;
};

NamedId find_named_id(std::string_view text)
{
    const std::string folded = lower(text);
    for (std::size_t at = 0; (at = folded.find("arxiv:", at)) != std::string::npos; at += 6) {
        std::size_t end = at + 6;
        while (end < text.size() && text[end] == ' ') ++end;
        while (end < text.size() && (is_ascii_alnum(text[end]) || text[end] == '.' || text[end] == '/' || text[end] == '-')) ++end;
        while (end > at && text[end - 1] == '.') --end;
        const char before = at > 0 ? text[at - 1] : '\0', behind = end < text.size() ? text[end] : '\0';
        const bool is_apart = at == 0 || (before == '(' && behind == ')') || (before == '[' && behind == ']');
        if (!is_apart) continue;
        if (auto id = parse_arxiv_id(text.substr(at, end - at))) return {std::move(id), at, end};
    }
    return {};
}

using Range = std::pair<std::size_t, std::size_t>;

// Where links stand that only say what is behind them.
std::vector<Range> link_signs(const StyledText& heading)
{
    std::vector<Range> signs;
    for (std::size_t i = 0; i < heading.spans.size();) {
        // A link of several styles (a title with maths in it) is several spans.
        const Span& first = heading.spans[i];
        std::size_t end = first.end;
        for (++i; i < heading.spans.size() && heading.spans[i].link == first.link && heading.spans[i].begin == end; ++i) end = heading.spans[i].end;
        if (first.link < 0) continue;
        if (is_link_sign(std::string_view(heading.text).substr(first.begin, end - first.begin))) signs.push_back({first.begin, end});
    }
    return signs;
}

// The text without `gone` (in order) and what parted it from the rest; links are no part of a title.
StyledText without_ranges(const StyledText& heading, const std::vector<Range>& gone)
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

}  // namespace

PaperHeading read_paper_heading(const StyledText& heading, int expected_number)
{
    PaperHeading out;
    out.links = heading.links;
    std::vector<Range> gone = link_signs(heading);
    for (const std::string& link : heading.links)
        if (!out.id) out.id = arxiv_id_in_url(link);
    if (!out.id) {
        NamedId named = find_named_id(heading.text);
        if (named.id) {
            out.id = std::move(named.id);
            gone.push_back({named.begin, named.end});
            std::sort(gone.begin(), gone.end());
        }
    }
    out.title = tidied(without_ranges(heading, gone));
    const NumberPrefix prefix = number_prefix(out.title.text, expected_number);
    if (prefix.length > 0) {
        out.number = prefix.number;
        out.title = slice(out.title, prefix.length, out.title.text.size());
    }
    out.title = tidied(with_tex_resolved(std::move(out.title)));
    return out;
}

SectionNames read_section_heading(std::string_view text)
{
    SectionNames names;
    names.date = find_date(text).value_or(Date{});
    names.categories = find_categories(text);
    const std::string words = lower(text);
    const auto says = [&](std::string_view piece) { return words.find(piece) != std::string::npos; };
    if (says("cross-list") || says("cross list") || says("cross submission")) names.kind = Kind::kCross;
    else if (says("replacement") || says("replaced")) names.kind = Kind::kReplaced;
    else if (says("new submission")) names.kind = Kind::kNew;
    return names;
}

SectionNames read_file_name(std::string_view path)
{
    SectionNames names;
    while (!path.empty()) {
        const std::size_t slash = path.find_last_of("/\\");
        const std::string_view part = slash == std::string_view::npos ? path : path.substr(slash + 1);
        if (!names.date) names.date = find_date(part).value_or(Date{});
        if (names.categories.empty()) names.categories = find_categories(part);
        path = slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
    }
    return names;
}

}  // namespace paperdeck
