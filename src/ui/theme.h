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
};

const Theme& light_theme();
const Theme& dark_theme();

// `a` with `share` (0 to 1) of `b` mixed in.
Color mix(Color a, Color b, float share);
Color with_alpha(Color color, float alpha);

namespace size {
inline constexpr float kTopBar = 56;
inline constexpr float kTopBarPhone = 100;
inline constexpr float kBottomBar = 56;
inline constexpr float kSidebar = 264;
inline constexpr float kSidebarTablet = 240;
inline constexpr float kDetail = 400;
inline constexpr float kWidestCard = 860;
inline constexpr float kDesktopMin = 1100;  // three columns from here
inline constexpr float kTabletMin = 641;    // two columns from here
}  // namespace size

}  // namespace paperdeck::ui
