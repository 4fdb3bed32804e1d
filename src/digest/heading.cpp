#include "digest/heading.h"

#include <algorithm>
#include <utility>

#include "digest/labels.h"
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
    }
    return title.size();
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
    if (const std::size_t lead = lead_before_link(heading); lead > 0) gone.insert(gone.begin(), {0, lead});
    out.title = tidied(without_ranges(heading, gone));
    const NumberPrefix prefix = number_prefix(out.title.text, expected_number);
    if (prefix.length > 0) {
        out.number = prefix.number;
        if (prefix.kind != Kind::kUnknown) out.kind = prefix.kind;
        out.title = slice(out.title, prefix.length, out.title.text.size());
    }
    if (const std::size_t end = title_end(out.title.text); end < out.title.text.size()) out.title = slice(out.title, 0, end);
    out.title = tidied(with_tex_resolved(std::move(out.title)));
    // A title is bold as a whole where the digest makes all of them so.
    if (out.title.spans.size() == 1 && out.title.spans[0].style == kBold && out.title.spans[0].begin == 0 && out.title.spans[0].end == out.title.text.size())
        out.title.spans.clear();
    return out;
}

}  // namespace paperdeck
