// Where the panels stand in a window.
#pragma once

#include "ui/geometry.h"

namespace paperdeck::ui {

// A panel that has no place in the window is 0 wide.
struct PanelPlaces {
    Rect top, sidebar, feed, detail, bottom, results;
    bool is_phone = false;
};

// Tells whether three columns fit: the detail is a pane then.
bool has_detail_pane(float window_width_px);

// `sidebar` and `detail`: their widths in px, 0 where there is no room for them.
PanelPlaces place_panels(float width, float height, float sidebar, float detail);

// The sidebar's width until the reader chooses one.
float sidebar_width(float window_width, bool is_touch);

}  // namespace paperdeck::ui
