#include <algorithm>

#include "base/fold.h"
#include "search/engine.h"
#include "search/words.h"

namespace paperdeck {
namespace {

// One character may fold to several bytes or letters ("æ" to "ae"); a hit has it whole.
std::uint32_t source_end(const Folded& folded, std::size_t end)
{
    const std::uint32_t last = folded.source_offsets[end - 1];
    while (end + 1 < folded.source_offsets.size() && folded.source_offsets[end] == last) ++end;
    return folded.source_offsets[end];
}

}  // namespace

std::vector<Hit> find_hits(const Query& query, std::string_view text)
{
    std::vector<Hit> hits;
    if (query.words.empty() || text.empty()) return hits;
    std::vector<std::uint32_t> humps;
    const Folded folded = fold_with_offsets(text, humps);
    for (const QueryWord& word : query.words) {
        if (word.folded.empty()) continue;
        const WordFinder finder(word.folded);
        for (std::size_t at = 0; (at = finder.find(folded.text, humps, at)) != std::string_view::npos;) {
            const std::size_t end = word_end(folded.text, at + word.folded.size());
            hits.push_back({folded.source_offsets[at], source_end(folded, end)});
            at = end;
        }
    }
    std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.begin != b.begin ? a.begin < b.begin : a.end < b.end; });
    std::vector<Hit> apart;
    for (const Hit& hit : hits) {
        if (!apart.empty() && hit.begin < apart.back().end) apart.back().end = std::max(apart.back().end, hit.end);
        else apart.push_back(hit);
    }
    return apart;
}

}  // namespace paperdeck
