#include "ui/scroller.h"

#include <algorithm>
#include <cmath>

namespace paperdeck::ui {
namespace {

constexpr float kWheelPx = 100;        // the shell gives wheel steps of 100 CSS px
constexpr float kTouchSlopPx = 8;      // a finger that moves less is a tap
constexpr float kGlideTime_s = 0.325f; // time constant of inertia
constexpr float kSlowest_px_s = 12;

}  // namespace

float Scroller::take(Painter& painter, const Rect& area)
{
    const ImGuiIO& io = ImGui::GetIO();
    const bool is_over = painter.is_pointer_in(area);
    float distance = 0;
    if (is_over && io.MouseWheel != 0) {
        velocity_px_s_ = 0;
        distance -= io.MouseWheel * kWheelPx;
    }
    const bool is_touch = io.MouseSource == ImGuiMouseSource_TouchScreen;
    if (is_over && is_touch && ImGui::IsMouseClicked(0)) {
        is_dragging_ = true;
        dragged_px_ = 0;
        // A touch that stops a glide is not a tap.
        painter.pointer().was_drag = velocity_px_s_ != 0;
        velocity_px_s_ = 0;
    }
    if (is_dragging_ && ImGui::IsMouseDown(0)) {
        dragged_px_ += std::fabs(io.MouseDelta.x) + std::fabs(io.MouseDelta.y);
        if (dragged_px_ > kTouchSlopPx) painter.pointer().was_drag = true;
        if (painter.pointer().was_drag) {
            distance -= io.MouseDelta.y;
            const float dt = std::max(io.DeltaTime, 0.001f);
            velocity_px_s_ = velocity_px_s_ * 0.6f - io.MouseDelta.y / dt * 0.4f;
        }
        return distance;
    }
    if (is_dragging_) {
        is_dragging_ = false;
        if (!painter.pointer().was_drag) velocity_px_s_ = 0;
    }
    if (velocity_px_s_ != 0) {
        distance += velocity_px_s_ * io.DeltaTime;
        velocity_px_s_ *= std::exp(-io.DeltaTime / kGlideTime_s);
        if (std::fabs(velocity_px_s_) < kSlowest_px_s) velocity_px_s_ = 0;
    }
    return distance;
}

float PaneScroll::begin(Painter& painter, const Rect& area)
{
    const float furthest = std::max(0.0f, content_px - area.h);
    const float wanted = offset_px + scroller.take(painter, area);
    offset_px = painter.snap(std::clamp(wanted, 0.0f, furthest));
    if (offset_px != wanted && (offset_px <= 0 || offset_px >= furthest)) scroller.stop();
    return area.y - offset_px;
}

float scrollbar(Painter& painter, const Rect& area, double top_share, double seen_share, ItemId parent)
{
    if (seen_share >= 1) return -1;
    constexpr float kWidth = 12;
    constexpr float kShortest = 36;
    const Rect track = {area.right() - kWidth, area.y, kWidth, area.h};
    const float length = std::max(kShortest, static_cast<float>(seen_share) * area.h);
    const float travel = area.h - length;
    const double share = std::clamp(top_share / std::max(1e-9, 1 - seen_share), 0.0, 1.0);
    const Rect thumb = {track.x, track.y + static_cast<float>(share) * travel, kWidth, length};

    // Not an item: it repeats what the keys and the wheel do, and a screen reader has the feed.
    const ItemId id = parent ^ 0x5C011BA2u;
    const bool is_over = painter.is_pointer_in(track);
    if (is_over && ImGui::IsMouseClicked(0)) painter.pointer().held = id;
    const bool is_held = painter.pointer().held == id && ImGui::IsMouseDown(0);
    const float inset = is_over || is_held ? 2 : 4;
    painter.fill(thumb.inset(inset, 2), with_alpha(painter.theme().ink_faint, is_over || is_held ? 0.7f : 0.4f), 4);
    if (!is_held || travel <= 0) return -1;
    const float y = ImGui::GetIO().MousePos.y - length / 2 - track.y;
    return std::clamp(y / travel, 0.0f, 1.0f) * static_cast<float>(1 - seen_share);
}

}  // namespace paperdeck::ui
