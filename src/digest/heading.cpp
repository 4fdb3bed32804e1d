#include "digest/heading.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "digest/labels.h"
#include "digest/script.h"
#include "digest/tex.h"
#include "digest/title_text.h"

namespace paperdeck {
namespace {

bool says_replaced(std::string_view words) { return words.find("UPDATED") != std::string_view::npos || words.find("REPLACED") != std::string_view::npos; }
bool says_cross(std::string_view words) { return words.find("CROSS") != std::string_view::npos; }

// "Paper of the day: [Title](abs)": the bytes before a linked title that end in a colon.
std::size_t lead_before_link(const StyledText& heading)
{
    constexpr std::size_t kLongest = 40;
    for (const Span& span : heading.spans) {
        if (span.link < 0 || is_link_sign(std::string_view(heading.text).substr(span.begin, span.end - span.begin))) continue;
        const std::string_view before = trimmed(std::string_view(heading.text).substr(0, span.begin));
        const bool is_lead = !before.empty() && before.size() <= kLongest && before.back() == ':' && identity_of(heading.links[static_cast<std::size_t>(span.link)]);
        return is_lead ? span.begin : 0;
    }
    return 0;
}

// "7/10", "8.5/10", "★★★"
bool is_mark(std::string_view text)
{
    const std::size_t slash = text.find('/');
    const auto is_number = [](std::string_view part) { return !part.empty() && part.size() <= 4 && part.find_first_not_of("0123456789.") == std::string_view::npos; };
    if (slash == std::string_view::npos) return !text.empty() && static_cast<unsigned char>(text[0]) >= 0xE2 && without_signs(text).empty();
    const std::string_view most = text.substr(slash + 1);
    return is_number(text.substr(0, slash)) && (most == "5" || most == "10" || most == "100");
}

// The bytes of signs and blanks before the first word of "📄 3. Title".
std::size_t leading_ornaments(std::string_view text)
{
    std::size_t begin = 0;
    while (begin < text.size() && (is_blank(text[begin]) || static_cast<unsigned char>(text[begin]) >= 0xE2)) {
        const CodePoint c = decode_utf8(text, begin);
        if (!is_blank(text[begin]) && !is_ornament(c.value)) break;
        begin += static_cast<std::size_t>(c.length);
    }
    return begin;
}

// "📄 Title 🔥" without the signs; what is nothing else stays.
StyledText without_ornaments(StyledText title)
{
    const std::string& text = title.text;
    const std::size_t begin = leading_ornaments(text);
    std::size_t end = text.size();
    while (end > begin) {
        std::size_t at = end - 1;
        while (at > begin && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
        if (!is_blank(text[at]) && !is_ornament(decode_utf8(text, at).value)) break;
        end = at;
    }
    const bool is_whole = begin == 0 && end == text.size();
    return is_whole || begin == end ? std::move(title) : slice(title, begin, end);
}

// "[Title]": brackets that no link made.
StyledText without_outer_brackets(StyledText title)
{
    const std::string_view text = title.text;
    const bool is_bracketed = text.size() > 8 && text.front() == '[' && text.find(']') == text.size() - 1;
    return is_bracketed ? slice(title, 1, text.size() - 1) : std::move(title);
}

// "Title (Score: 8.5)", "标题（评分：8）": where a mark in brackets begins that is no part of the title.
std::size_t title_end(std::string_view title)
{
    constexpr std::size_t kLongest = 32;
    for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{" (", ")"}, {" [", "]"}, {"（", "）"}}) {
        const std::size_t at = title.ends_with(close) ? title.rfind(open) : std::string_view::npos;
        if (at == std::string_view::npos || at == 0 || title.size() - at > kLongest) continue;
        const std::string_view inside = title.substr(at + open.size());
        const std::size_t colon = std::min(inside.find(':'), inside.find("："));
        if (colon != std::string_view::npos && field_of(inside.substr(0, colon)) == Field::kIgnored) return at;
        if (is_mark(inside.substr(0, inside.size() - close.size()))) return at;
    }
    return title.size();
}

// "Paper 3: Title", "[논문리뷰] Title", "｜Title": the bytes before it.
std::size_t lead_of_title(std::string_view text, int& number)
{
    constexpr std::size_t kLongestTag = 24;
    if (text.starts_with("｜")) return std::string_view("｜").size();
    for (const std::string_view word : {"Paper ", "paper ", "论文 ", "论文", "論文", "논문 "}) {
        if (!text.starts_with(word)) continue;
        const std::size_t digits = std::min(text.find_first_not_of("0123456789", word.size()), text.size());
        const std::size_t colon = text.substr(digits, 1) == ":" ? 1 : text.substr(digits, 3) == "：" ? 3 : 0;
        if (digits == word.size() || digits > word.size() + 4 || colon == 0) continue;
        if (number == 0) number = std::stoi(std::string(text.substr(word.size(), digits - word.size())));
        return digits + colon;
    }
    const std::size_t close = text.starts_with('[') ? text.substr(0, kLongestTag).find(']') : std::string_view::npos;
    const bool is_tag = close != std::string_view::npos && close + 1 < text.size() && !language_of(text.substr(1, close - 1)).empty();
    return is_tag ? close + 1 : 0;
}

// "2607.05394 — Title": the bytes of an id before the title of its paper.
std::size_t id_before_title(std::string_view text, const PaperIdentity& identity)
{
    constexpr std::size_t kLongestId = 24;
    const std::size_t blank = text.substr(0, kLongestId).find(' ');
    if (!identity.arxiv || blank == std::string_view::npos || text[0] < '0' || text[0] > '9') return 0;
    std::string_view id = text.substr(0, blank);
    if (id.ends_with(':')) id.remove_suffix(1);
    const auto leading = parse_arxiv_id(id);
    return leading && leading->id == identity.arxiv->id ? blank : 0;
}

}  // namespace

PaperHeading read_paper_heading(const StyledText& heading, int expected_number)
{
    PaperHeading out;
    out.links = heading.links;
    std::vector<TextRange> gone = link_signs(heading);
    for (const std::string& link : heading.links)
        if (!out.identity) out.identity = identity_of(link);
    if (!out.identity.arxiv) {
        NamedId named = find_named_id(heading.text);
        if (named.id) {
            out.identity.arxiv = std::move(named.id);
            out.categories = find_categories(named.behind);
            if (says_replaced(named.behind)) out.kind = Kind::kReplaced;
            else if (says_cross(named.behind)) out.kind = Kind::kCross;
            gone.push_back({named.begin, named.end});
            std::sort(gone.begin(), gone.end());
        }
    }
    if (const std::size_t id = id_before_title(heading.text, out.identity); id > 0) gone.insert(gone.begin(), {0, id});
    if (const std::size_t lead = lead_before_link(heading); lead > 0) gone.insert(gone.begin(), {0, lead});
    out.title = tidied(without_ranges(heading, gone));
    // The signs behind "1. 😀" may be all the title, so the number goes first.
    const std::size_t signs = leading_ornaments(out.title.text);
    const NumberPrefix prefix = number_prefix(std::string_view(out.title.text).substr(signs), expected_number);
    if (prefix.length > 0) {
        out.number = prefix.number;
        if (prefix.kind != Kind::kUnknown) out.kind = prefix.kind;
        out.title = slice(out.title, signs + prefix.length, out.title.text.size());
    }
    out.title = without_ornaments(std::move(out.title));
    if (const std::size_t lead = lead_of_title(out.title.text, out.number); lead > 0) out.title = slice(out.title, lead, out.title.text.size());
    if (const std::size_t end = title_end(out.title.text); end < out.title.text.size()) out.title = slice(out.title, 0, end);
    out.title = without_outer_brackets(without_ornaments(tidied(with_tex_resolved(std::move(out.title)))));
    // A title is bold as a whole where the digest makes all of them so.
    if (out.title.spans.size() == 1 && out.title.spans[0].style == kBold && out.title.spans[0].begin == 0 && out.title.spans[0].end == out.title.text.size())
        out.title.spans.clear();
    return out;
}

}  // namespace paperdeck
