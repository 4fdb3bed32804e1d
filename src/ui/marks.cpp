#include "ui/marks.h"

#include <algorithm>
#include <functional>

#include "text/marks.h"

namespace paperdeck::ui {

WordsToMark::WordsToMark(const std::vector<QueryWord>& words) : finder(words), look(mixed(0, words.size()))
{
    for (const QueryWord& word : words)
        look = mixed(look, std::hash<std::string>{}(word.text) + word.is_phrase + 2u * word.is_prefix + 4u * static_cast<unsigned>(word.field));
}

std::vector<Mark> marks_of(const MarkedWords& marked, SearchField field, std::string_view text)
{
    const auto find = [&](const WordsToMark& words, MarkKind kind) {
        std::vector<Mark> marks;
        for (const Hit& hit : words.finder.find(field, text)) marks.push_back({hit.begin, hit.end, kind});
        return marks;
    };
    return merge_marks(find(marked.searched, kHit), find(marked.highlighted, kHighlight));
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
