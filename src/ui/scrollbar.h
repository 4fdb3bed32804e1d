// A scroll bar at the right edge of a pane, for a list of any length.
#pragma once

#include <optional>

#include "ui/painter.h"
#include "ui/thumb.h"

namespace paperdeck::ui {

class Scrollbar {
public:
    static constexpr float kWidth = 12;

    // Takes the pointer: where the reader wants the view to begin (px of the content), if anywhere else. Call it
    // before what scrolls by touch, which leaves the finger alone while is_held().
    std::optional<double> take(Painter& painter, const Rect& area, const Extent& extent, ItemId parent, bool is_touch);
    void draw(Painter& painter, const Rect& area, const Extent& extent) const;

    // What PointerState::held is while a press is the bar's: no item's.
    static ItemId press_id(ItemId parent) { return parent ^ 0x5C011BA2u; }

    bool is_held() const { return is_held_; }
    // The thumb as drawn.
    static Rect thumb_rect(const Rect& area, const Extent& extent);

private:
    bool is_held_ = false;
    double grip_px_ = 0;  // where on the thumb the pointer holds it
};

}  // namespace paperdeck::ui
