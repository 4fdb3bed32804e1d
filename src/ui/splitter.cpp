#include "ui/splitter.h"

#include <algorithm>

namespace paperdeck::ui {
namespace {

constexpr float kMouseWidth = 9, kStepPx = 16;

}  // namespace

Command Splitter::wide(float width_px) const
{
    return {CommandKind::kSet, setting_number(setting_, static_cast<int>(width_px + 0.5f)), {}};
}

float Splitter::take(Painter& painter, const Settings& settings, const Rect& window, float top, float initial, float least, float most, bool is_touch)
{
    const auto chosen = static_cast<float>(settings.get(setting_));
    least_ = least;
    most_ = std::max(least, most);
    width_ = std::clamp(chosen > 0 ? chosen : initial, least_, most_);
    const float mouse = ImGui::GetIO().MousePos.x;
    if (is_held_) {
        width_ = std::clamp(is_left_ ? mouse - window.x : window.right() - mouse, least_, most_);
        if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
            is_held_ = false;
            painter.commands().push_back(wide(width_));
        }
    }
    line_x_ = is_left_ ? window.x + width_ : window.right() - width_;
    // A finger needs more room: it takes it from the empty margins of the list.
    const float hit = is_touch ? size::kFinger : kMouseWidth;
    const float begin = is_touch ? (is_left_ ? line_x_ - 16 : line_x_ - hit + 16) : line_x_ - hit / 2;
    edge_ = {begin, top, hit, window.bottom() - top};
    is_hovered_ = painter.is_pointer_in(edge_);
    if (is_hovered_ && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
        is_held_ = false;
        painter.commands().push_back(wide(0));
    } else if (is_hovered_ && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        is_held_ = true;
    }
    if (is_hovered_ || is_held_) ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
    return width_;
}

void Splitter::draw(Painter& painter)
{
    if (edge_.w == 0) return;
    id_ = painter.note({.role = Role::kSeparator, .rect = edge_, .name = name_, .position = static_cast<std::uint32_t>(least_),
                        .set_size = static_cast<std::uint32_t>(most_), .index = static_cast<std::uint32_t>(width_)});
    const bool has_focus = painter.pointer().focus == id_;
    if (!is_hovered_ && !is_held_ && !has_focus) return;
    painter.fill({painter.snap(line_x_ - 1.5f), edge_.y, 3, edge_.h}, has_focus ? painter.theme().focus : painter.theme().accent);
}

bool Splitter::key(std::string_view name, ItemId focus, std::vector<Command>& commands) const
{
    if (focus == 0 || focus != id_ || edge_.w == 0) return false;
    const float step = is_left_ ? kStepPx : -kStepPx;
    float width = width_;
    if (name == "ArrowRight")
        width += step;
    else if (name == "ArrowLeft")
        width -= step;
    else if (name == "Home")
        width = least_;
    else if (name == "End")
        width = most_;
    else if (name == "Enter")
        width = 0;
    else
        return false;
    commands.push_back(wide(width == 0 ? 0 : std::clamp(width, least_, most_)));
    return true;
}

}  // namespace paperdeck::ui
