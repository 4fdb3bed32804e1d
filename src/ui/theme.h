// Colours and measures of the design, in one place.
#pragma once

#include <cstdint>

namespace paperdeck::ui {

// Packed as Dear ImGui packs it: 0xAABBGGRR.
using Color = std::uint32_t;

struct Theme {
    Color background, panel, card, line;
    Color ink, ink_soft, ink_faint;
    Color accent, accent_soft, on_accent;
    Color hit, chip, link, green, focus;
    Color shade;  // behind what lies over the page
    Color selection;  // over a ground and under its text
    Color highlight;  // below the reader's own words, and thinly behind them
};

// The colours of the design, or, where the system wishes for more contrast, stronger ones.
const Theme& theme_of(bool is_dark, bool has_more_contrast);

// `a` with `share` (0 to 1) of `b` mixed in.
Color mix(Color a, Color b, float share);
constexpr Color with_alpha(Color color, float alpha)
{
    return (color & 0x00FFFFFFu) | (static_cast<Color>(alpha * 255.0f + 0.5f) << 24);
}

namespace size {
inline constexpr float kTopBar = 56;
inline constexpr float kTopBarPhone = 100;
inline constexpr float kBottomBar = 56;
inline constexpr float kSidebar = 264;
inline constexpr float kSidebarTablet = 240;
inline constexpr float kSidebarTouch = 348;  // seven days of a week, each as wide as a finger
inline constexpr float kDetail = 400;
inline constexpr float kNarrowestSidebar = 200, kWidestSidebar = 480;
inline constexpr float kNarrowestDetail = 320;
inline constexpr float kNarrowestFeed = 410;
inline constexpr float kWidestCard = 860;
inline constexpr float kDesktopMin = 1100;  // three columns from here
inline constexpr float kTabletMin = 641;    // two columns from here
inline constexpr float kFinger = 44;        // the smallest target for one
}  // namespace size

}  // namespace paperdeck::ui
