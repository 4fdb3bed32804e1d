#include "ui/painter.h"

#include <cmath>

#include "base/utf8.h"

namespace paperdeck::ui {
namespace {

ImVec2 vec(Point p) { return {p.x, p.y}; }
ImVec2 top_left(const Rect& r) { return {r.x, r.y}; }
ImVec2 bottom_right(const Rect& r) { return {r.right(), r.bottom()}; }

}  // namespace

Painter::Painter(const Theme& theme, const Fonts& fonts, Items& items, std::vector<Command>& commands,
                 PointerState& pointer, TextSelection& selection)
    : theme_(theme), fonts_(fonts), items_(items), commands_(commands), pointer_(pointer), selection_(selection),
      list_(ImGui::GetWindowDrawList())
{
    const ImGuiIO& io = ImGui::GetIO();
    device_scale_ = io.DisplayFramebufferScale.x > 0 ? io.DisplayFramebufferScale.x : 1;
    clips_[0] = {0, 0, io.DisplaySize.x, io.DisplaySize.y};
}

float Painter::snap(float px) const { return std::floor(px * device_scale_ + 0.5f) / device_scale_; }

void Painter::fill(const Rect& rect, Color color, float rounding)
{
    list_->AddRectFilled(top_left(rect), bottom_right(rect), color, rounding);
}

void Painter::stroke(const Rect& rect, Color color, float rounding, float thickness)
{
    const float half = thickness / 2;
    list_->AddRect({rect.x + half, rect.y + half}, {rect.right() - half, rect.bottom() - half}, color, rounding, 0, thickness);
}

void Painter::line(Point from, Point to, Color color, float thickness) { list_->AddLine(vec(from), vec(to), color, thickness); }

float Painter::width(const TextLook& look, std::string_view text) const
{
    return fonts_.text_width(look.face, look.size_px, text);
}

float Painter::label(float x, float center_y, const TextLook& look, std::string_view text)
{
    // Centred on the x-height's middle rather than the line box: that is what the eye compares.
    const float baseline = snap(center_y + look.size_px * 0.36f);
    fonts_.draw(*list_, look.face, look.size_px, {snap(x), baseline}, look.color, text);
    return width(look, text);
}

float Painter::label_cut(float x, float center_y, float room, const TextLook& look, std::string_view text)
{
    if (width(look, text) <= room) return label(x, center_y, look, text);
    constexpr std::string_view kEllipsis = "…";
    float used = width(look, kEllipsis);
    std::size_t at = 0;
    while (at < text.size()) {
        const CodePoint point = decode_utf8(text, at);
        const float advance = fonts_.advance(look.face, look.size_px, point.value);
        if (used + advance > room) break;
        used += advance;
        at += static_cast<std::size_t>(point.length);
    }
    const float drawn = label(x, center_y, look, text.substr(0, at));
    return drawn + label(x + drawn, center_y, look, kEllipsis);
}

float Painter::chip(float x, float center_y, std::string_view text, Color ink, float scale)
{
    const TextLook look = {Face::kRegular, 11.5f * scale, ink};
    const float w = width(look, text) + 16;
    fill({snap(x), snap(center_y - 9 * scale), w, 18 * scale}, theme_.chip, 9 * scale);
    label(x + 8, center_y, look, text);
    return w;
}

void Painter::push_clip(const Rect& rect)
{
    IM_ASSERT(clip_depth_ + 1 < clips_.size());
    clips_[clip_depth_ + 1] = intersection(clip(), rect);
    ++clip_depth_;
    list_->PushClipRect(top_left(clip()), bottom_right(clip()));
}

void Painter::pop_clip()
{
    --clip_depth_;
    list_->PopClipRect();
}

bool Painter::is_visible(const Rect& rect) const
{
    const Rect seen = intersection(rect, clip());
    return seen.w > 0 && seen.h > 0;
}

bool Painter::is_pointer_in(const Rect& rect) const
{
    if (!is_enabled_) return false;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    return intersection(rect, clip()).contains({mouse.x, mouse.y});
}

ItemId Painter::note(const ItemSpec& spec) { return items_.add(spec); }

Interaction Painter::control(const ItemSpec& spec)
{
    Interaction result;
    result.id = items_.add(spec);
    result.is_hovered = is_pointer_in(spec.rect);
    if (result.is_hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) pointer_.held = result.id;
    result.is_held = pointer_.held == result.id;
    result.is_clicked = result.is_held && result.is_hovered && ImGui::IsMouseReleased(ImGuiMouseButton_Left) && !pointer_.was_drag;
    if (pointer_.activated == result.id) result.is_clicked = true;
    if (result.is_hovered && spec.role != Role::kArticle) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    if (result.is_clicked && spec.command != CommandKind::kNone)
        commands_.push_back({spec.command, spec.number, std::string(spec.value)});
    return result;
}

void Painter::focus_ring(const Rect& rect, ItemId id, float rounding)
{
    if (pointer_.focus != id || id == 0) return;
    stroke(rect.inset(-2, -2), theme_.focus, rounding, 2);
}

void Painter::search_icon(Point center, Color color)
{
    list_->AddCircle({center.x - 1, center.y - 1}, 4.5f, color, 20, 1.5f);
    line({center.x + 2.4f, center.y + 2.4f}, {center.x + 6, center.y + 6}, color, 1.5f);
}

void Painter::cross_icon(Point center, Color color, float radius)
{
    line({center.x - radius, center.y - radius}, {center.x + radius, center.y + radius}, color, 1.5f);
    line({center.x - radius, center.y + radius}, {center.x + radius, center.y - radius}, color, 1.5f);
}

void Painter::chevron(Point center, Color color, int direction)
{
    const float r = 3.5f;
    const float dx[4][3] = {{-r, 0, r}, {-r, 0, r}, {r / 2, -r / 2, r / 2}, {-r / 2, r / 2, -r / 2}};
    const float dy[4][3] = {{-r / 2, r / 2, -r / 2}, {r / 2, -r / 2, r / 2}, {-r, 0, r}, {-r, 0, r}};
    ImVec2 points[3];
    for (int i = 0; i < 3; ++i) points[i] = {center.x + dx[direction][i], center.y + dy[direction][i]};
    list_->AddPolyline(points, 3, color, 0, 1.5f);
}

}  // namespace paperdeck::ui
