// Scrolling a pane by wheel and by touch, with inertia; in px, one to one.
#pragma once

#include "ui/geometry.h"
#include "ui/painter.h"

namespace paperdeck::ui {

// Turns the frame's wheel and touch over `area` into a distance; the pane decides how far it can go.
class Scroller {
public:
    // Px to move down this frame (negative: up).
    float take(Painter& painter, const Rect& area);
    bool is_moving() const { return velocity_px_s_ != 0; }
    void stop() { velocity_px_s_ = 0; }

private:
    float velocity_px_s_ = 0;
    float dragged_px_ = 0;  // in all directions: a sideways swipe is no tap either
    bool is_dragging_ = false;
};

// A pane whose whole content is drawn, clipped: sidebar, detail, help.
struct PaneScroll {
    Scroller scroller;
    float offset_px = 0;
    float content_px = 0;  // measured while drawing; used with the next frame

    // Call before drawing: returns the y where the content begins.
    float begin(Painter& painter, const Rect& area);
    void end(float content_height_px) { content_px = content_height_px; }
};

// Thin bar at the right edge of `area`; returns the new share (0 to 1) scrolled to while it is
// dragged, or -1.
float scrollbar(Painter& painter, const Rect& area, double top_share, double seen_share, ItemId parent);

}  // namespace paperdeck::ui
