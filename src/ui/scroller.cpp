#include "ui/scroller.h"

#include <algorithm>
#include <cmath>

namespace paperdeck::ui {
namespace {

constexpr double kWheelPx = 100;     // the shell gives wheel steps of 100 CSS px
constexpr float kTouchSlopPx = 8;    // a finger that moves less is a tap
constexpr float kFocusMarginPx = 8;
constexpr float kEdgePx = 20;        // a selection dragged this near to the edge scrolls …
constexpr float kEdgeSpeed_s = 15;   // … by so many px a second for each px past that
constexpr float kFastestEdge_px_s = 1200;
constexpr float kLongestStep_s = 0.05f;  // after a rest the first frame's time is the rest's

}  // namespace

// A selection that is dragged to the edge of the area it began in, or past it, scrolls on: the further the faster.
double Scroller::follow_selection(const Rect& area)
{
    const ImGuiIO& io = ImGui::GetIO();
    is_dragging_ = false;
    glide_.stop();
    const ImVec2 from = io.MouseClickedPos[0];
    if (!area.contains({from.x, from.y}) || !ImGui::IsMousePosValid()) return 0;
    // A long press or a double click beside the edge, which rests there, asks for its word only.
    if (io.MouseDragMaxDistanceSqr[0] < kTouchSlopPx * kTouchSlopPx) return 0;
    const float above = std::min(0.0f, io.MousePos.y - (area.y + kEdgePx));
    const float below = std::max(0.0f, io.MousePos.y - (area.bottom() - kEdgePx));
    const float speed_px_s = std::clamp((above + below) * kEdgeSpeed_s, -kFastestEdge_px_s, kFastestEdge_px_s);
    is_at_edge_ = speed_px_s != 0;
    return static_cast<double>(speed_px_s * std::min(io.DeltaTime, kLongestStep_s));
}

double Scroller::take(Painter& painter, const Rect& area)
{
    is_at_edge_ = false;
    if (painter.pointer().is_selecting) return follow_selection(area);
    const ImGuiIO& io = ImGui::GetIO();
    const bool is_over = painter.is_pointer_in(area);
    double distance = 0;
    if (is_over && io.MouseWheel != 0) {
        glide_.stop();
        distance -= static_cast<double>(io.MouseWheel) * kWheelPx;
    }
    const bool is_touch = io.MouseSource == ImGuiMouseSource_TouchScreen;
    if (is_over && is_touch && ImGui::IsMouseClicked(0)) {
        is_dragging_ = true;
        dragged_px_ = 0;
        // A touch that stops a glide is not a tap.
        painter.pointer().was_drag = glide_.is_moving();
        glide_.press(ImGui::GetTime());
    }
    if (is_dragging_) return distance + drag(painter);
    return glide_.is_moving() ? distance + glide_.advance(static_cast<double>(io.DeltaTime)) : distance;
}

double Scroller::drag(Painter& painter)
{
    const ImGuiIO& io = ImGui::GetIO();
    if (!ImGui::IsMouseDown(0)) {
        is_dragging_ = false;
        if (painter.pointer().was_drag && painter.pointer().may_glide) glide_.lift(ImGui::GetTime());
        return 0;
    }
    dragged_px_ += std::fabs(io.MouseDelta.x) + std::fabs(io.MouseDelta.y);
    if (dragged_px_ > kTouchSlopPx) painter.pointer().was_drag = true;
    if (!painter.pointer().was_drag) return 0;
    const double distance = -static_cast<double>(io.MouseDelta.y);
    glide_.drag(distance, ImGui::GetTime());
    return distance;
}

float FocusFollower::distance(const Painter& painter, const Rect& area)
{
    const ItemId focus = painter.pointer().focus;
    if (focus == followed_) return 0;
    followed_ = focus;
    const auto& records = painter.items().records();
    for (std::size_t i = first_item_; focus != 0 && i < records.size(); ++i) {
        const ItemRecord& record = records[i];
        if (record.id != focus) continue;
        const float above = record.y - kFocusMarginPx - area.y;
        const float below = record.y + record.h + kFocusMarginPx - area.bottom();
        // What is taller than the pane shows its beginning.
        return above < 0 ? above : below > 0 ? std::min(below, above) : 0;
    }
    return 0;
}

Extent PaneScroll::extent(const Rect& area) const
{
    return {static_cast<double>(offset_px), static_cast<double>(area.h), static_cast<double>(content_px)};
}

float PaneScroll::begin(Painter& painter, const Rect& area, ItemId parent, bool is_touch)
{
    focus.begin(painter);
    moved_to_focus = false;
    has_bar = parent != 0;
    if (has_bar) {
        if (const auto wanted = bar.take(painter, area, extent(area), parent, is_touch)) offset_px = static_cast<float>(*wanted);
    }
    const float furthest = std::max(0.0f, content_px - area.h);
    const float wanted = bar.is_held() ? offset_px : offset_px + static_cast<float>(scroller.take(painter, area));
    offset_px = std::clamp(wanted, 0.0f, furthest);
    if (offset_px != wanted) scroller.stop();
    return area.y - painter.snap(offset_px);
}

void PaneScroll::end(Painter& painter, const Rect& area, float content_height_px)
{
    content_px = content_height_px;
    const float distance = focus.distance(painter, area);
    moved_to_focus = distance != 0;
    offset_px = std::clamp(offset_px + distance, 0.0f, std::max(0.0f, content_px - area.h));
    if (has_bar) bar.draw(painter, area, extent(area));
}

}  // namespace paperdeck::ui
