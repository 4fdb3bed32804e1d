#include "ui/panel_places.h"

#include "ui/theme.h"

namespace paperdeck::ui {

bool has_detail_pane(float window_width_px) { return window_width_px >= size::kDesktopMin; }

PanelPlaces place_panels(float width, float height, float sidebar, float detail)
{
    PanelPlaces p;
    p.is_phone = width < size::kTabletMin;
    const float top = p.is_phone ? size::kTopBarPhone : size::kTopBar;
    const float bottom = p.is_phone ? size::kBottomBar : 0;
    p.top = {0, 0, width, top};
    p.sidebar = {0, top, sidebar, height - top - bottom};
    p.detail = {width - detail, top, detail, height - top};
    p.bottom = {0, height - bottom, width, bottom};
    p.feed = {sidebar, top, width - sidebar - detail, height - top - bottom};
    return p;
}

float sidebar_width(float window_width, bool is_touch)
{
    return is_touch ? size::kSidebarTouch : has_detail_pane(window_width) ? size::kSidebar : size::kSidebarTablet;
}

}  // namespace paperdeck::ui
