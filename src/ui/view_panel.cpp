// How things look, for the reader to choose: a dialogue on wide windows, the page "More" on a phone.
#include <algorithm>
#include <iterator>

#include "ui/panels.h"

namespace paperdeck::ui {
namespace {

constexpr Choice kChoices[] = {
    {Setting::kTheme, "Theme", {"System", "Light", "Dark"}},
    {Setting::kTextSize, "Text size", {"Small", "Medium", "Large", "Larger"}},
    {Setting::kDensity, "Density", {"Comfortable", "Compact"}},
    {Setting::kAbstracts, "Abstracts", {"Hidden", "Short", "Full"}},
    {Setting::kText, "Text", {"Original", "Translation"}},
};

// A choice that would change nothing is not offered.
bool is_offered(const Choice& choice, const View& view) { return choice.setting != Setting::kText || view.has_translations; }

struct Action {
    std::string_view name;
    CommandKind command;
};
constexpr Action kActions[] = {{"Open…", CommandKind::kPickFiles}, {"Help", CommandKind::kToggleHelp}};

// Returns their height.
float choices_ui(Painter& painter, const View& view, ItemId parent, Point at, float width)
{
    const float height = view.is_touch ? size::kFinger : 34;
    float y = at.y;
    for (const Choice& choice : kChoices) {
        if (!is_offered(choice, view)) continue;
        section_title_ui(painter, at.x, y + 8, choice.name);
        choice_ui(painter, view, parent, choice, {at.x, y + 22, width, height});
        y += height + 40;
    }
    return y - at.y - 18;
}

}  // namespace

void view_ui(Painter& painter, const View& view, const Rect& window)
{
    if (!view.is_view_open) return;
    const Theme& theme = painter.theme();
    painter.fill(window, theme.shade);
    const float width = std::min(window.w - 24, 420.0f);
    const float row = view.is_touch ? size::kFinger : 34;
    const auto offered = std::count_if(std::begin(kChoices), std::end(kChoices), [&](const Choice& choice) { return is_offered(choice, view); });
    const float height = 62 + static_cast<float>(offered) * (row + 40) - 18 + 24;
    const Rect box = {window.x + (window.w - width) / 2, painter.snap(std::max(window.y + 8, window.y + (window.h - height) / 2)), width, height};
    painter.fill(box, theme.card, 12);
    painter.stroke(box, theme.line, 12);
    const ItemId dialog = painter.note({.role = Role::kDialog, .rect = box, .name = "View", .state = kModal});
    painter.label(box.x + 24, box.y + 32, {Face::kSemibold, 19, theme.ink}, "View");
    const float button = view.is_touch ? size::kFinger : 30;
    button_ui(painter, {.parent = dialog, .role = Role::kButton, .name = "Close", .command = CommandKind::kToggleView},
              {box.right() - 84, box.y + 31 - button / 2}, "Close", {false, button});
    choices_ui(painter, view, dialog, {box.x + 24, box.y + 66}, width - 48);
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !painter.is_pointer_in(box)) painter.commands().push_back({CommandKind::kToggleView, 0, {}});
}

void more_ui(Painter& painter, const View& view, const Rect& area, PaneScroll& scroll)
{
    const Theme& theme = painter.theme();
    painter.fill(area, theme.panel);
    painter.push_clip(area);
    const ItemId region = painter.note({.role = Role::kRegion, .rect = area, .name = "More", .key = 2});
    const float x = area.x + 20, width = area.w - 40;
    const float top = scroll.begin(painter, area) + 20;
    float y = top + choices_ui(painter, view, region, {x, top}, width) + 14;
    for (const Action& action : kActions) {
        const Rect rect = {x, y, width, 48};
        const Interaction touch = painter.control({.parent = region, .role = Role::kButton, .rect = rect, .name = action.name, .command = action.command});
        painter.line({x, y + 0.5f}, {x + width, y + 0.5f}, theme.line);
        painter.label(x, y + 24, {Face::kRegular, 15, touch.is_hovered ? theme.accent : theme.ink}, action.name);
        painter.chevron({x + width - 8, y + 24}, theme.ink_faint, 3);
        painter.focus_ring(rect.inset(-4, 2), touch.id);
        y += 48;
    }
    scroll.end(painter, area, y - top + 40);
    painter.pop_clip();
}

}  // namespace paperdeck::ui
