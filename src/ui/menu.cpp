// Combo boxes: a word and a chevron; the choices open over everything else, where the platform has no list of its own.
#include <algorithm>

#include "ui/panels.h"

namespace paperdeck::ui {
namespace {

constexpr float kRow = 34, kNarrowest = 150;

}  // namespace

float combo_width(Painter& painter, std::string_view words) { return painter.width({Face::kRegular, 13, 0}, words) + 34; }

void combo_ui(Painter& painter, const Combo& combo, const Rect& rect, std::string_view words, MenuState& menu)
{
    const Theme& theme = painter.theme();
    const Interaction touch = painter.control({.role = Role::kComboBox, .rect = rect, .name = combo.name, .value = combo.options,
                                               .index = combo.chosen});
    if (painter.pointer().chosen == touch.id)
        painter.commands().push_back({combo.command, combo.number + painter.pointer().choice, {}});
    if (touch.is_clicked) {
        menu.open = menu.open == touch.id ? 0 : touch.id;
        menu.anchor = rect;
        menu.combo = combo;
    }
    const float center = rect.y + rect.h / 2;
    if (touch.is_hovered) painter.fill({rect.x, center - 15, rect.w, 30}, theme.chip, 7);
    painter.label(rect.x + 10, center, {Face::kRegular, 13, theme.ink_soft}, words);
    painter.chevron({rect.right() - 14, center}, theme.ink_faint, 0);
    painter.focus_ring({rect.x, center - 15, rect.w, 30}, touch.id, 9);
}

void menu_ui(Painter& painter, const Rect& window, MenuState& menu)
{
    if (!menu.open) return;
    const Theme& theme = painter.theme();
    const Combo& combo = menu.combo;
    const auto count = static_cast<float>(1 + std::count(combo.options.begin(), combo.options.end(), '\n'));
    const float width = std::max(kNarrowest, menu.anchor.w);
    const Rect box = {std::max(window.x + 4, menu.anchor.right() - width), menu.anchor.bottom() + 2, width, kRow * count + 8};
    painter.fill({box.x, box.y + 3, box.w, box.h}, with_alpha(theme.shade, 0.15f), 10);
    painter.fill(box, theme.card, 8);
    painter.stroke(box, theme.line, 8);
    std::uint32_t i = 0;
    for (std::size_t at = 0; at <= combo.options.size(); ++i) {
        const std::size_t end = std::min(combo.options.find('\n', at), combo.options.size());
        const std::string_view words = combo.options.substr(at, end - at);
        at = end + 1;
        const Rect row = {box.x + 4, box.y + 4 + kRow * static_cast<float>(i), box.w - 8, kRow};
        const Interaction touch = painter.control({.role = Role::kButton, .rect = row, .name = words, .command = combo.command,
                                                   .number = combo.number + i});
        if (touch.is_hovered) painter.fill(row, theme.chip, 6);
        const bool is_on = i == combo.chosen;
        painter.label(row.x + 12, row.y + kRow / 2, {is_on ? Face::kSemibold : Face::kRegular, 13, is_on ? theme.accent : theme.ink}, words);
        painter.focus_ring(row, touch.id);
        if (touch.is_clicked) menu.open = 0;
    }
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !painter.is_pointer_in(box)) menu.open = 0;
}

}  // namespace paperdeck::ui
