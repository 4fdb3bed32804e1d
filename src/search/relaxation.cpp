#include "search/relaxation.h"

#include <algorithm>

#include "search/query_parts.h"

namespace paperdeck {

void relax(SearchEngine& engine, std::string_view text, SearchResult& result)
{
    constexpr std::size_t kMostTried = 8;
    if (!result.papers.empty() || !result.relaxations.empty()) return;
    const auto parts = query_parts(text);
    if (parts.size() < 2) return;
    for (std::size_t i = 0; i < std::min(parts.size(), kMostTried); ++i) {
        const std::string less = without_part(text, i);
        const std::uint32_t count = engine.count(parse_query(less));
        if (count > 0) result.relaxations.push_back({less, std::string(parts[i]), count});
    }
    std::stable_sort(result.relaxations.begin(), result.relaxations.end(),
                     [](const Relaxation& a, const Relaxation& b) { return a.count > b.count; });
}

}  // namespace paperdeck
