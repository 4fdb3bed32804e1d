#include "text/marks.h"

#include <algorithm>
#include <limits>

namespace paperdeck {

std::vector<Mark> merge_marks(const std::vector<Mark>& a, const std::vector<Mark>& b)
{
    std::vector<Mark> out;
    auto next_a = a.begin(), next_b = b.begin();
    for (std::uint32_t at = 0; next_a != a.end() || next_b != b.end();) {
        // Up to where the next one begins or ends, nothing changes.
        Mark stretch = {at, std::numeric_limits<std::uint32_t>::max(), 0};
        const auto take = [&](auto next, auto last) {
            if (next == last) return;
            const bool has_begun = next->begin <= at;
            if (has_begun) stretch.kinds |= next->kinds;
            stretch.end = std::min(stretch.end, has_begun ? next->end : next->begin);
        };
        take(next_a, a.end());
        take(next_b, b.end());
        if (stretch.kinds) out.push_back(stretch);
        at = stretch.end;
        if (next_a != a.end() && next_a->end <= at) ++next_a;
        if (next_b != b.end() && next_b->end <= at) ++next_b;
    }
    return out;
}

}  // namespace paperdeck
