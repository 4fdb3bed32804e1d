#include <algorithm>
#include <cstdio>
#include <cstring>

#include "imgui_internal.h"
#include "ui/panels.h"
#include "ui/words.h"

namespace paperdeck::ui {
namespace {

constexpr float kSearchHeight = 36;
constexpr float kWidestSearch = 720;
constexpr float kTextSize = 15, kTextSizeTouch = 16;  // web/app.css has the same: phones zoom into smaller fields

bool is_phone(const Rect& area) { return area.w < size::kTabletMin; }

// "1,204": what the eye groups; the mirror says plain digits.
Words grouped(std::size_t number)
{
    const Words digits(number);
    const std::string_view all = digits;
    Words out;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i > 0 && (all.size() - i) % 3 == 0) out.add(",");
        out.add(all.substr(i, 1));
    }
    return out;
}

void brand_ui(Painter& painter, float x, float center_y)
{
    const TextLook black = {Face::kSemibold, 15.5f, painter.theme().ink};
    const TextLook red = {Face::kSemibold, 15.5f, painter.theme().accent};
    x += painter.label(x, center_y, black, "Paper");
    painter.label(x, center_y, red, "deck");
}

// Right-aligned at `right`; returns the left edge.
float status_ui(Painter& painter, const View& view, float right, float center_y, bool shows_time)
{
    const std::size_t found = view.result->papers.size();
    const std::size_t loaded = view.library->live_count();
    const std::string_view papers = loaded == 1 ? " paper" : " papers";
    Words words(grouped(found), " of ", grouped(loaded), papers);
    if (shows_time && !view.query->empty()) {
        char time[32];
        // Some browsers' clocks go by whole ms, and no search takes none.
        if (view.query_ms < 0.05) std::snprintf(time, sizeof time, " · <0.1 ms");
        else std::snprintf(time, sizeof time, " · %.1f ms", view.query_ms);
        words.add(time);
    }
    const TextLook look = {Face::kRegular, 13, painter.theme().ink_soft};
    const float width = painter.width(look, words);
    painter.label(right - width, center_y, look, words);
    const Words said(found, " of ", loaded, papers);
    painter.note({.role = Role::kStatus, .rect = {right - width, center_y - 10, width, 20}, .name = said});
    return right - width;
}

struct BarButton {
    std::string_view name, words;
    CommandKind command;
};
constexpr float kButtonGap = 4;

float button_width(Painter& painter, const BarButton& button) { return painter.width({Face::kRegular, 13, 0}, button.words) + 20; }

void bar_button_ui(Painter& painter, const BarButton& button, float x, float center_y, bool is_touch)
{
    const TextLook look = {Face::kRegular, 13, painter.theme().ink_soft};
    const float height = is_touch ? size::kFinger : 32;
    const Rect rect = {painter.snap(x), painter.snap(center_y - height / 2), button_width(painter, button), height};
    const Interaction touch = painter.control({.role = Role::kButton, .rect = rect, .name = button.name, .command = button.command});
    if (touch.is_hovered) painter.fill(rect, painter.theme().chip, 7);
    painter.label(rect.x + 10, center_y, look, button.words);
    painter.focus_ring(rect, touch.id, 9);
}

void chips_behind(Painter& painter, const View& view, const Rect& text, float scroll, SearchBox& field)
{
    const TextLook look = {Face::kRegular, view.is_touch ? kTextSizeTouch : kTextSize, 0};
    const std::string_view query = view.query_text;
    painter.push_clip(text.inset(-3, 0));
    if (field.chips_of != query) {
        field.chips_of = query;
        field.chips = query_chips(query);
    }
    const auto width_of = [&](std::size_t begin, std::size_t end) {
        return painter.fonts().field_width(look.face, look.size_px, query.substr(begin, end - begin));
    };
    for (const QueryChip& chip : field.chips) {
        const float begin = width_of(0, chip.begin);
        const float width = width_of(chip.begin, chip.end);
        painter.fill({text.x + begin - scroll - 1.5f, text.y + text.h / 2 - 11, width + 3, 22}, painter.theme().chip, 5);
    }
    painter.pop_clip();
}

// Dear ImGui edits the text where the platform has no field of its own.
void edited_text(Painter& painter, const View& view, const Rect& text, SearchBox& field)
{
    if (view.query_text.size() < sizeof field.text && view.query_text != field.text) {
        std::memcpy(field.text, view.query_text.data(), view.query_text.size() + 1);
        if (ImGuiInputTextState* edited = ImGui::GetInputTextState(ImGui::GetID("##search"))) {
            edited->ReloadUserBufAndMoveToEnd();
            edited->ReloadSelectionStart = edited->ReloadSelectionEnd = static_cast<int>(view.search_caret);
        }
    }
    ImGui::PushFont(painter.fonts().font(Face::kRegular), kTextSize);
    ImGui::PushStyleColor(ImGuiCol_FrameBg, 0);
    ImGui::PushStyleColor(ImGuiCol_Text, painter.theme().ink);
    ImGui::PushStyleColor(ImGuiCol_InputTextCursor, painter.theme().ink);
    ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, with_alpha(painter.theme().focus, 0.3f));
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {0, (text.h - kTextSize) / 2 - 2});
    ImGui::SetCursorScreenPos({text.x, text.y});
    ImGui::SetNextItemWidth(text.w);
    if (field.wants_focus) ImGui::SetKeyboardFocusHere();
    if (field.wants_blur) ImGui::ClearActiveID();
    field.wants_focus = field.wants_blur = false;
    if (ImGui::InputText("##search", field.text, sizeof field.text)) {
        const ImGuiInputTextState* edited = ImGui::GetInputTextState(ImGui::GetItemID());
        painter.commands().push_back({CommandKind::kTypeQuery, edited ? static_cast<std::uint32_t>(edited->GetCursorPos()) : 0u, field.text});
    }
    field.is_active = ImGui::IsItemActive();
    // Enter and Escape leave the field; the keys belong to the list again.
    if (ImGui::IsItemDeactivated()) painter.commands().push_back({CommandKind::kLeaveSearch, 0, {}});
    ImGui::PopStyleVar();
    ImGui::PopStyleColor(4);
    ImGui::PopFont();
}

void search_ui(Painter& painter, const View& view, const Rect& box, SearchBox& field)
{
    const Theme& theme = painter.theme();
    painter.fill(box, theme.card, 8);
    const float side = view.is_touch ? size::kFinger : 36;
    const Rect text = {box.x + 34, box.y, box.w - 34 - 4 - (view.query_text.empty() ? side : 2 * side), box.h};
    const ItemId id = painter.note({.role = Role::kSearchBox, .rect = text, .name = "Search papers", .value = view.query_text,
                                    .index = view.search_caret, .command = CommandKind::kSetQuery});
    const ImGuiIO& io = ImGui::GetIO();
    // A press on the suggestions takes nothing away before the button comes up again.
    const bool is_choosing = field.list.contains({io.MousePos.x, io.MousePos.y}) && (io.MouseDown[0] || io.MouseReleased[0]);
    const bool has_focus = painter.pointer().focus == id || (!view.has_native_fields && (field.is_active || is_choosing));
    field.box = box;
    if (field.has_focus != has_focus) painter.commands().push_back({CommandKind::kSearchFocus, has_focus ? 1u : 0u, {}});
    field.has_focus = has_focus;
    if (has_focus) painter.stroke(box.inset(-2, -2), with_alpha(theme.focus, 0.3f), 10, 3);
    painter.stroke(box, has_focus ? theme.focus : theme.line, 8);
    painter.search_icon({box.x + 18, box.y + box.h / 2}, theme.ink_faint);
    chips_behind(painter, view, text, view.search_scroll_px, field);
    if (!view.has_native_fields) edited_text(painter, view, text, field);
    if (view.query_text.empty()) {
        const TextLook hint = {Face::kRegular, view.is_touch ? kTextSizeTouch : kTextSize, theme.ink_faint};
        painter.label_cut(text.x, box.y + box.h / 2, text.w, hint, "Search titles, abstracts, authors, ids");
        if (view.is_touch) return;
        const Rect key = {box.right() - 30, box.y + box.h / 2 - 10, 18, 20};
        painter.stroke(key, theme.line, 4);
        painter.label(key.x + 6, key.y + 10, {Face::kRegular, 11, theme.ink_faint}, "/");
        return;
    }
    const Rect ask = {box.right() - 2 * side - 1, box.y, side, box.h};
    const Interaction asked = painter.control({.role = Role::kButton, .rect = ask, .name = "What does this ask?", .command = CommandKind::kExplainQuery});
    const TextLook mark = {Face::kRegular, 15, asked.is_hovered ? theme.ink : theme.ink_faint};
    painter.label(ask.x + (ask.w - painter.width(mark, "?")) / 2, ask.y + ask.h / 2, mark, "?");
    painter.focus_ring(ask.inset(4, 4), asked.id);
    const Rect clear = {box.right() - side - 1, box.y, side, box.h};
    const Interaction touch = painter.control({.role = Role::kButton, .rect = clear, .name = "Clear search", .command = CommandKind::kClearQuery});
    painter.cross_icon({clear.x + clear.w / 2, clear.y + clear.h / 2}, touch.is_hovered ? theme.ink : theme.ink_faint);
    painter.focus_ring(clear.inset(4, 4), touch.id);
}

}  // namespace

void top_bar_ui(Painter& painter, const View& view, const Rect& area, SearchBox& field)
{
    painter.fill(area, painter.theme().panel);
    painter.line({area.x, area.bottom() - 0.5f}, {area.right(), area.bottom() - 0.5f}, painter.theme().line);
    const float height = view.is_touch ? size::kFinger : kSearchHeight;
    if (is_phone(area)) {
        brand_ui(painter, area.x + 12, area.y + 24);
        search_ui(painter, view, {area.x + 10, area.bottom() - 10 - height, area.w - 20, height}, field);
        status_ui(painter, view, area.right() - 12, area.y + 24, false);
        return;
    }
    const float center = area.y + area.h / 2;
    brand_ui(painter, area.x + 20, center);
    const BarButton buttons[] = {{"Open…", "Open…", CommandKind::kPickFiles},
                                 {"View", "View", CommandKind::kToggleView},
                                 {"Theme", view.is_dark ? "Light" : "Dark", CommandKind::kToggleTheme},
                                 {"Help", "Help", CommandKind::kToggleHelp}};
    float right = area.right() - 10;
    for (const BarButton& button : buttons) right -= button_width(painter, button) + kButtonGap;
    // The field's place does not depend on the status, whose width changes with every key.
    const float left = area.w < size::kDesktopMin ? 112 : 264;
    const float status_room = area.w < size::kDesktopMin ? 146 : 210;
    const float width = std::min(kWidestSearch, right - status_room - left);
    search_ui(painter, view, {area.x + left, center - height / 2, width, height}, field);
    status_ui(painter, view, right - 8, center, area.w >= size::kDesktopMin);
    // Noted in reading order, which is the order of the Tab key.
    for (const BarButton& button : buttons) {
        bar_button_ui(painter, button, right, center, view.is_touch);
        right += button_width(painter, button) + kButtonGap;
    }
}

}  // namespace paperdeck::ui
