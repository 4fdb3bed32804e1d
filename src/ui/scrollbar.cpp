#include "ui/scrollbar.h"

namespace paperdeck::ui {
namespace {

constexpr float kGrabTouch = 44;  // of the thumb; around it cards take the finger
constexpr double kContextPx = 48; // of the page before, when the track is clicked

}  // namespace

Rect Scrollbar::thumb_rect(const Rect& area, const Extent& extent)
{
    const Thumb thumb = thumb_of(extent, static_cast<double>(area.h));
    return {area.right() - kWidth, area.y + static_cast<float>(thumb.y), kWidth, static_cast<float>(thumb.length)};
}

std::optional<double> Scrollbar::take(Painter& painter, const Rect& area, const Extent& extent, ItemId parent, bool is_touch)
{
    const bool was_held = is_held_;
    is_held_ = is_held_ && ImGui::IsMouseDown(ImGuiMouseButton_Left);
    if (extent.furthest() <= 0) return std::nullopt;
    const Rect thumb = thumb_rect(area, extent);
    const double pointer_y = static_cast<double>(ImGui::GetIO().MousePos.y) - static_cast<double>(area.y);
    const Thumb place = thumb_of(extent, static_cast<double>(area.h));
    const float grab = is_touch ? kGrabTouch : kWidth;
    const Rect grip = {area.right() - grab, thumb.y, grab, thumb.h};
    const Rect track = {area.right() - kWidth, area.y, kWidth, area.h};
    if (!was_held && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        const bool is_on_thumb = painter.is_pointer_in(grip);
        const bool is_on_track = !is_touch && painter.is_pointer_in(track);
        // Not an item: it repeats what keys and wheel do, and a screen reader has the feed. The press is its own all the same.
        if (is_on_thumb || is_on_track) painter.pointer().held = press_id(parent);
        is_held_ = is_on_thumb;
        grip_px_ = pointer_y - place.y;
        if (is_on_track && !is_on_thumb) return extent.top + (grip_px_ < 0 ? -1 : 1) * (extent.seen - kContextPx);
        return std::nullopt;
    }
    if (!is_held_ || ImGui::GetIO().MouseDelta.y == 0) return std::nullopt;
    painter.pointer().was_drag = true;
    return top_of_thumb(extent, static_cast<double>(area.h), pointer_y - grip_px_);
}

void Scrollbar::draw(Painter& painter, const Rect& area, const Extent& extent) const
{
    if (extent.furthest() <= 0) return;
    const Rect track = {area.right() - kWidth, area.y, kWidth, area.h};
    const bool is_awake = is_held_ || painter.is_pointer_in(track);
    painter.fill(thumb_rect(area, extent).inset(is_awake ? 2 : 4, 2), with_alpha(painter.theme().ink_faint, is_awake ? 0.8f : 0.45f), 4);
}

}  // namespace paperdeck::ui
