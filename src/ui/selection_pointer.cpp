// What mouse and finger do to the selection.
#include <algorithm>
#include <cmath>

#include "ui/selection.h"
#include "ui/selection_text.h"

namespace paperdeck::ui {
namespace {

constexpr float kDragSlop_px = 3;    // a mouse that moves less has clicked
constexpr float kRestSlop_px = 10;   // a finger that moves less rests
constexpr double kLongPress_s = 0.5;
constexpr float kTarget_px = 44;     // what a finger hits
constexpr float kHandleRadius_px = 9;

Point pointer()
{
    const ImVec2 at = ImGui::GetIO().MousePos;
    return {at.x, at.y};
}

// How far from where the button went down.
float moved_px()
{
    const ImVec2 from = ImGui::GetIO().MouseClickedPos[0];
    return std::hypot(pointer().x - from.x, pointer().y - from.y);
}

// How long the button has been down or, in the frame it is let go in, was. Its events say so: frames may be late.
double held_s()
{
    const ImGuiIO& io = ImGui::GetIO();
    return (ImGui::IsMouseReleased(ImGuiMouseButton_Left) ? io.MouseReleasedTime[0] : ImGui::GetTime()) - io.MouseClickedTime[0];
}

// A touch that the browser takes back is lifted beside the window (web/pointer.js).
bool is_taken_back() { return ImGui::GetIO().MouseSource == ImGuiMouseSource_TouchScreen && pointer().x < 0; }

Rect handle_target(Point at) { return {at.x - kTarget_px / 2, at.y + kHandleRadius_px - kTarget_px / 2, kTarget_px, kTarget_px}; }

}  // namespace

void TextSelection::take_pointer(Painter& painter, const View& view)
{
    keep_up_with(view);
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        press(painter, view);
    } else if (ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
        hold(painter, view);
    } else {
        // A late frame may be the first to hear of all that was between press and release.
        if (ImGui::IsMouseReleased(ImGuiMouseButton_Left) && !is_taken_back()) hold(painter, view);
        release(painter);
    }
    painter.pointer().is_selecting = mode_ == Mode::kSelecting;
    drawn_.clear();
    ends_[0] = ends_[1] = {};
    seen_ = {};
}

void TextSelection::press(Painter& painter, const View& view)
{
    const ImGuiIO& io = ImGui::GetIO();
    mode_ = Mode::kNone;
    is_tap_ = false;
    // Nothing is pressed behind a dialogue.
    if (!painter.is_pointer_in({0, 0, io.DisplaySize.x, io.DisplaySize.y}) || button_.contains(pointer())) return;
    const Drawn* drawn = drawn_under_pointer(painter);
    press_owner_ = drawn ? drawn->block.owner : 0;
    if (io.MouseSource == ImGuiMouseSource_TouchScreen) return press_with_finger(drawn);

    if (!drawn) {
        clear();
        return;
    }
    const int clicks = drawn->block.key == pressed_ ? io.MouseClickedCount[0] : 1;
    pressed_ = drawn->block.key;
    const bool extends = io.KeyShift && anchor_.key.paper != kNoPaper && anchor_.key.surface == pressed_.surface;
    // These open nothing.
    painter.pointer().was_drag = extends || clicks > 1;
    if (clicks > 1) return begin_unit(painter, view, *drawn, clicks == 2 ? Unit::kWord : Unit::kParagraph);
    unit_ = Unit::kCharacter;
    focus_ = place_at(painter, *drawn, pointer(), Snap::kNearest);
    mode_ = extends ? Mode::kSelecting : Mode::kPressed;
    is_by_touch_ = false;
    grip_px_ = {};
    if (!extends) anchor_ = focus_;
}

void TextSelection::press_with_finger(const Drawn* drawn)
{
    if (grip_handle()) return;
    is_tap_ = true;
    if (drawn) mode_ = Mode::kResting;
}

// A finger on a handle moves that end and holds the other one.
bool TextSelection::grip_handle()
{
    const Point finger = pointer();
    const End* nearest = nullptr;
    for (const End& end : ends_) {
        if (!end.is_seen || !handle_target(end.at).contains(finger)) continue;
        if (!nearest || std::fabs(end.at.x - finger.x) < std::fabs(nearest->at.x - finger.x)) nearest = &end;
    }
    if (!nearest) return false;
    const bool is_first = nearest == &ends_[0];
    const Place from = first(), to = last();
    anchor_ = is_first ? to : from;
    focus_ = is_first ? from : to;
    grip_px_ = {finger.x - nearest->at.x, finger.y - (nearest->at.y - nearest->line_height_px / 2)};
    unit_ = Unit::kCharacter;
    mode_ = Mode::kSelecting;
    return true;
}

void TextSelection::hold(Painter& painter, const View& view)
{
    PointerState& state = painter.pointer();
    const bool is_on_control = state.held != 0 && state.held != press_owner_;
    if (moved_px() > kRestSlop_px) is_tap_ = false;
    if (mode_ == Mode::kPressed) {
        if (is_on_control) mode_ = Mode::kNone;
        else if (moved_px() > kDragSlop_px) mode_ = Mode::kSelecting;
    } else if (mode_ == Mode::kResting) {
        const Drawn* drawn = drawn_under_pointer(painter);
        if (is_on_control || state.was_drag || moved_px() > kRestSlop_px) {
            mode_ = Mode::kNone;
        } else if (drawn && held_s() >= kLongPress_s) {
            begin_unit(painter, view, *drawn, Unit::kWord);
            is_by_touch_ = true;
            painter.commands().push_back({CommandKind::kTouchFeedback, 0, {}});
        }
    }
    if (mode_ != Mode::kSelecting) return;
    state.was_drag = true;
    is_tap_ = false;
    if (ImGui::IsMousePosValid()) follow(painter, view);
}

void TextSelection::release(Painter& painter)
{
    // A tap beside the selection ends it, and does nothing else.
    if (is_tap_ && !painter.pointer().was_drag && clear()) painter.pointer().was_drag = true;
    is_tap_ = false;
    mode_ = Mode::kNone;
}

void TextSelection::begin_unit(const Painter& painter, const View& view, const Drawn& drawn, Unit unit)
{
    unit_ = unit;
    mode_ = Mode::kSelecting;
    is_by_touch_ = false;
    grip_px_ = {};
    origin_begin_ = origin_end_ = place_at(painter, drawn, pointer(), Snap::kUnder);
    const SourceRange range = unit_around(view, drawn, origin_begin_.offset);
    origin_begin_.offset = range.begin;
    origin_end_.offset = range.end;
    anchor_ = origin_begin_;
    focus_ = origin_end_;
}

// Moves the focus to the pointer; whole words or paragraphs where the selection began with one.
void TextSelection::follow(const Painter& painter, const View& view)
{
    const Point point = {pointer().x - grip_px_.x, pointer().y - grip_px_.y};
    const Drawn* drawn = drawn_nearest(point);
    if (!drawn) return;
    Place begin = place_at(painter, *drawn, point, unit_ == Unit::kCharacter ? Snap::kNearest : Snap::kUnder);
    if (unit_ == Unit::kCharacter) {
        // Handles that meet would leave nothing to take hold of.
        if (!is_by_touch_ || !(begin == anchor_)) focus_ = begin;
        return;
    }
    Place end = begin;
    const SourceRange range = unit_around(view, *drawn, begin.offset);
    begin.offset = range.begin;
    end.offset = range.end;
    const bool is_backwards = is_before(begin, origin_begin_);
    anchor_ = is_backwards ? origin_end_ : origin_begin_;
    focus_ = is_backwards ? begin : is_before(end, origin_end_) ? origin_end_ : end;
}

const TextSelection::Drawn* TextSelection::drawn_under_pointer(const Painter& painter) const
{
    for (const Drawn& drawn : drawn_)
        if (painter.is_pointer_in(drawn.reach)) return &drawn;
    return nullptr;
}

// On the surface of the selection, the block that is nearest above or below.
const TextSelection::Drawn* TextSelection::drawn_nearest(Point point) const
{
    const Drawn* nearest = nullptr;
    float least_px = 0;
    for (const Drawn& drawn : drawn_) {
        if (drawn.block.key.surface != anchor_.key.surface) continue;
        const Rect& rect = drawn.block.rect;
        const float distance_px = std::max({rect.y - point.y, point.y - rect.bottom(), 0.0f});
        if (nearest && distance_px >= least_px) continue;
        nearest = &drawn;
        least_px = distance_px;
    }
    return nearest;
}

TextSelection::Place TextSelection::place_at(const Painter& painter, const Drawn& drawn, Point point, Snap snap)
{
    const TextBlock& block = drawn.block;
    return {block.key, block.row, offset_at(*block.laid_out, painter.fonts(), point.x - block.rect.x, point.y - block.rect.y, snap)};
}

// What is not shown of a unit is not selected.
SourceRange TextSelection::unit_around(const View& view, const Drawn& drawn, std::uint32_t offset) const
{
    const StyledText& source = drawn.block.own ? *drawn.block.own : text_of(view, drawn.block.key);
    const SourceRange unit = unit_ == Unit::kWord ? word_at(source, offset) : paragraph_at(source, offset);
    const SourceRange shown = shown_range(*drawn.block.laid_out);
    return {std::max(unit.begin, shown.begin), std::min(unit.end, shown.end)};
}

// ---- What a finger takes hold of

void TextSelection::touch_tools_ui(Painter& painter)
{
    constexpr float kGap_px = 6, kButtonWidth_px = 72;
    button_ = {};
    if (!is_by_touch_ || is_empty()) return;
    const Theme& theme = painter.theme();
    for (const End& end : ends_) {
        if (!end.is_seen) continue;
        painter.fill({end.at.x - 1, end.at.y - end.line_height_px, 2, end.line_height_px}, theme.focus);
        const Rect dot = {end.at.x - kHandleRadius_px, end.at.y, 2 * kHandleRadius_px, 2 * kHandleRadius_px};
        painter.fill(dot, theme.focus, kHandleRadius_px);
        painter.note({.role = Role::kHandle, .rect = handle_target(end.at), .name = {}, .key = &end == ends_ ? 1u : 2u});
    }
    if (mode_ == Mode::kSelecting || seen_.h <= 0) return;
    const ImVec2 window = ImGui::GetIO().DisplaySize;
    const float above = seen_.y - kTarget_px - kGap_px;
    const float below = seen_.bottom() + 2 * kHandleRadius_px + kGap_px;
    const float y = above >= kGap_px ? above : std::min(below, window.y - kTarget_px - kGap_px);
    const float x = std::clamp(seen_.x + (seen_.w - kButtonWidth_px) / 2, kGap_px, window.x - kButtonWidth_px - kGap_px);
    button_ = {painter.snap(x), painter.snap(y), kButtonWidth_px, kTarget_px};
    const Interaction touch = painter.control({.role = Role::kButton, .rect = button_, .name = "Copy", .command = CommandKind::kCopySelection});
    const Rect drawn = button_.inset(0, 3);
    painter.fill(drawn, touch.is_held ? theme.ink_soft : theme.ink, 9);
    const TextLook look = {Face::kSemibold, 14, theme.card};
    painter.label(drawn.x + (drawn.w - painter.width(look, "Copy")) / 2, drawn.y + drawn.h / 2, look, "Copy");
    painter.focus_ring(drawn, touch.id, 11);
}

}  // namespace paperdeck::ui
