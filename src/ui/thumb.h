// The arithmetic of a scroll bar: what is seen of what there is ↔ a thumb on a track. In doubles: a list of
// 100,000 cards is 20 million px long, where floats no longer tell neighbours apart.
#pragma once

#include <algorithm>

namespace paperdeck::ui {

// The content's part that is seen, px.
struct Extent {
    double top = 0;
    double seen = 0;
    double total = 0;

    double furthest() const { return std::max(0.0, total - seen); }
};

struct Thumb {
    static constexpr double kShortest_px = 32;

    double y = 0;  // from the track's top
    double length = 0;
};

inline Thumb thumb_of(const Extent& extent, double track_px)
{
    if (extent.furthest() <= 0) return {0, track_px};
    Thumb thumb;
    thumb.length = std::min(track_px, std::max(Thumb::kShortest_px, track_px * extent.seen / extent.total));
    thumb.y = (track_px - thumb.length) * std::clamp(extent.top / extent.furthest(), 0.0, 1.0);
    return thumb;
}

// The inverse: where the view begins when the thumb is dragged to `y`.
inline double top_of_thumb(const Extent& extent, double track_px, double y)
{
    const double travel = track_px - thumb_of(extent, track_px).length;
    return travel > 0 ? extent.furthest() * std::clamp(y / travel, 0.0, 1.0) : 0;
}

}  // namespace paperdeck::ui
