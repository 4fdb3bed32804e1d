// The list below the search field: what the reader may mean to write, or asked before. The field keeps the focus; the
// arrow keys choose (app/actions).
#include <algorithm>

#include "ui/panels.h"

namespace paperdeck::ui {
namespace {

constexpr float kRow = 34, kNarrowest = 260;

}  // namespace

void suggestions_ui(Painter& painter, const View& view, SearchBox& field)
{
    const auto& all = *view.suggestions;
    if (all.empty() || !field.has_focus) {
        field.list = {};
        return;
    }
    const Theme& theme = painter.theme();
    const float row_height = view.is_touch ? size::kFinger : kRow;
    const Rect box = {field.box.x, field.box.bottom() + 4, std::max(std::min(field.box.w, 480.0f), kNarrowest), row_height * static_cast<float>(all.size()) + 8};
    field.list = box;
    painter.fill({box.x, box.y + 3, box.w, box.h}, with_alpha(theme.shade, 0.15f), 10);
    painter.fill(box, theme.card, 8);
    painter.stroke(box, theme.line, 8);
    const ItemId list = painter.note({.role = Role::kListBox, .rect = box, .name = "Suggestions"});
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Suggestion& offered = all[i];
        const Rect row = {box.x + 4, box.y + 4 + row_height * static_cast<float>(i), box.w - 8, row_height};
        const bool is_active = static_cast<int>(i) == view.suggestion;
        const Interaction touch = painter.control({.parent = list, .role = Role::kOption, .rect = row, .name = offered.words, .description = offered.note,
                                                   .state = is_active ? kCurrent : 0u, .command = CommandKind::kTakeSuggestion,
                                                   .number = static_cast<std::uint32_t>(i)});
        if (is_active || touch.is_hovered) painter.fill(row, theme.chip, 6);
        const float center = row.y + row.h / 2;
        const TextLook soft = {Face::kRegular, 13, theme.ink_faint};
        const float note = offered.note.empty() ? 0 : painter.width(soft, offered.note) + 12;
        painter.label_cut(row.x + 12, center, row.w - 24 - note, {Face::kRegular, offered.is_quiet ? 13.0f : 14.0f, offered.is_quiet ? theme.ink_faint : theme.ink}, offered.words);
        if (note > 0) painter.label(row.right() - note, center, soft, offered.note);
    }
}

}  // namespace paperdeck::ui
