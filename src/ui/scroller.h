// Scrolling a pane by wheel and by touch, with inertia; in px, one to one.
#pragma once

#include "ui/geometry.h"
#include "ui/glide.h"
#include "ui/painter.h"
#include "ui/scrollbar.h"

namespace paperdeck::ui {

// Turns the frame's wheel and touch over `area` into a distance; the pane decides how far it can go.
class Scroller {
public:
    // Px to move down this frame (negative: up).
    double take(Painter& painter, const Rect& area);
    bool is_moving() const { return glide_.is_moving() || is_at_edge_; }
    void stop()
    {
        glide_.stop();
        is_at_edge_ = false;
    }

private:
    double follow_selection(const Rect& area);
    double drag(Painter& painter);

    Glide glide_;
    float dragged_px_ = 0;  // in all directions: a sideways swipe is no tap either
    bool is_dragging_ = false;
    bool is_at_edge_ = false;  // a selection scrolls on
};

// The item that has just got the keyboard's focus, looked for among the items that a pane noted.
class FocusFollower {
public:
    void begin(const Painter& painter) { first_item_ = painter.items().records().size(); }
    // How far to scroll down (negative: up) for the newly focused item to be seen whole within `area`; 0 when
    // it is, or when the focus is elsewhere or not new.
    float distance(const Painter& painter, const Rect& area);

private:
    std::size_t first_item_ = 0;
    ItemId followed_ = 0;
};

// A pane whose whole content is drawn, clipped: sidebar, detail, help.
struct PaneScroll {
    Scroller scroller;
    Scrollbar bar;
    FocusFollower focus;
    float offset_px = 0;
    float content_px = 0;  // measured while drawing; used with the next frame
    bool moved_to_focus = false;
    bool has_bar = false;

    // Call before drawing: returns the y where the content begins. A `parent` gives the pane a scroll bar.
    float begin(Painter& painter, const Rect& area, ItemId parent = 0, bool is_touch = false);
    void end(Painter& painter, const Rect& area, float content_height_px);
    bool is_moving() const { return scroller.is_moving() || moved_to_focus; }

private:
    Extent extent(const Rect& area) const;
};

}  // namespace paperdeck::ui
