#include "ui/marks.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "search/engine.h"

namespace paperdeck::ui {

MarkedWords mark_words(std::vector<QueryWord> searched, std::vector<QueryWord> highlighted)
{
    std::uint64_t look = 0;
    for (const auto* words : {&searched, &highlighted}) {
        look = mixed(look, words->size());
        for (const QueryWord& word : *words)
            look = mixed(look, std::hash<std::string>{}(word.text) + word.is_phrase + 2u * word.is_prefix + 4u * static_cast<unsigned>(word.field));
    }
    return {std::move(searched), std::move(highlighted), look};
}

std::vector<Mark> marks_of(const MarkedWords& marked, SearchField field, std::string_view text)
{
    const std::vector<Hit> hits = find_hits(marked.searched, field, text), highlights = find_hits(marked.highlighted, field, text);
    std::vector<Mark> marks;
    auto hit = hits.begin(), highlight = highlights.begin();
    for (std::uint32_t at = 0; hit != hits.end() || highlight != highlights.end();) {
        // Up to where the next one begins or ends, nothing changes.
        std::uint32_t end = static_cast<std::uint32_t>(text.size());
        std::uint8_t kinds = 0;
        const auto take = [&](auto& next, auto last, MarkKind kind) {
            if (next == last) return;
            if (next->begin <= at) kinds |= kind;
            end = std::min(end, next->begin <= at ? next->end : next->begin);
        };
        take(hit, hits.end(), kHit);
        take(highlight, highlights.end(), kHighlight);
        if (kinds) marks.push_back({at, end, kinds});
        at = end;
        if (hit != hits.end() && hit->end <= at) ++hit;
        if (highlight != highlights.end() && highlight->end <= at) ++highlight;
    }
    return marks;
}

std::vector<Mark> shown_marks(const std::vector<Mark>& of_all, std::string_view words, bool is_folded)
{
    const auto named = static_cast<std::uint32_t>(is_folded ? words.rfind(" and ") : words.size());
    std::vector<Mark> marks;
    Mark folded = {named + 1, static_cast<std::uint32_t>(words.size()), 0};
    for (const Mark& mark : of_all) {
        if (mark.begin < named) marks.push_back({mark.begin, std::min(mark.end, named), mark.kinds});
        else folded.kinds |= mark.kinds;
    }
    if (folded.kinds) marks.push_back(folded);
    return marks;
}

void say_highlights(const std::vector<Mark>& marks, std::string_view text, std::string& said)
{
    constexpr std::string_view kBefore = "Highlights: ";
    constexpr std::size_t kMostSaid = 200;
    for (const Mark& mark : marks) {
        const std::string_view words = text.substr(mark.begin, mark.end - mark.begin);
        if (!(mark.kinds & kHighlight) || said.size() > kMostSaid || said.find(words, kBefore.size()) != std::string::npos) continue;
        said.append(said.empty() ? kBefore : ", ").append(words);
    }
}

std::size_t authors_shown(std::size_t count)
{
    constexpr std::size_t kShown = 8;
    return count > kShown + 1 ? kShown : count;
}

std::string join_authors(const std::vector<std::string>& authors, std::size_t shown)
{
    std::string out;
    for (std::size_t i = 0; i < shown; ++i) out += (i ? ", " : "") + authors[i];
    if (shown < authors.size()) out += " and " + std::to_string(authors.size() - shown) + " more";
    return out;
}

}  // namespace paperdeck::ui
