#include <string>

#include "ui/panels.h"

namespace paperdeck::ui {
namespace {

constexpr std::string_view kSortNames[] = {"As listed", "Newest", "Title"};
constexpr std::string_view kSortOptions = "As listed\nNewest\nTitle";
constexpr int kSortCount = 3;
constexpr float kMenuRow = 34, kMenuWidth = 150;

std::string summary(const View& view)
{
    const std::size_t found = view.result->papers.size();
    std::string words = std::to_string(found) + (found == 1 ? " paper" : " papers");
    std::size_t days = 0;
    for (const FacetCount& day : view.result->days) days += day.count > 0;
    // With days chosen, the other days' counts say what they would add, not what is shown.
    bool any_on = false;
    std::size_t on = 0;
    for (const FacetCount& day : view.result->days) {
        any_on = any_on || day.is_on;
        on += day.is_on && day.count > 0;
    }
    if (any_on) days = on;
    if (days > 0) words += " · " + std::to_string(days) + (days == 1 ? " day" : " days");
    return words;
}

}  // namespace

void results_bar_ui(Painter& painter, const View& view, const Rect& area, SortMenuState& menu)
{
    const Theme& theme = painter.theme();
    const float center = area.y + area.h / 2;
    float x = area.x + painter.label(area.x, center, {Face::kSemibold, 13, theme.ink}, "Results") + 10;
    const TextLook soft = {Face::kRegular, 13, theme.ink_soft};
    x += painter.label(x, center, soft, summary(view)) + 16;

    const std::string_view sort = kSortNames[static_cast<int>(view.query->sort)];
    const float width = painter.width(soft, sort) + 34;
    const Rect box = {area.right() - width, center - 15, width, 30};
    const Interaction touch = painter.control({.role = Role::kComboBox, .rect = box, .name = "Sort", .value = kSortOptions,
                                               .index = static_cast<std::uint32_t>(view.query->sort)});
    if (painter.pointer().chosen == touch.id)
        painter.commands().push_back({CommandKind::kSetSort, painter.pointer().choice, {}});
    if (touch.is_clicked) menu.is_open = !menu.is_open;
    if (touch.is_hovered) painter.fill(box, theme.chip, 7);
    painter.label(box.x + 10, center, soft, sort);
    painter.chevron({box.right() - 14, center}, theme.ink_faint, 0);
    painter.focus_ring(box, touch.id, 9);

    if (view.digests_total == 0) return;
    std::string words = "Loading " + std::to_string(view.digests_done) + " of " + std::to_string(view.digests_total) +
                              (view.digests_total == 1 ? " digest" : " digests");
    if (!view.loading_name.empty()) words += " from " + view.loading_name;
    painter.note({.role = Role::kProgressBar, .rect = {x, center - 10, box.x - x - 10, 20}, .name = words,
                  .set_size = view.digests_total, .index = view.digests_done});
    if (box.x - x > 140) painter.label_cut(x, center, box.x - x - 16, {Face::kRegular, 13, theme.ink_faint}, words);
    const float share = static_cast<float>(view.digests_done) / static_cast<float>(view.digests_total);
    painter.fill({area.x, area.bottom() - 2, area.w * share, 2}, theme.accent, 1);
}

void sort_menu_ui(Painter& painter, const View& view, const Rect& bar, SortMenuState& menu)
{
    if (!menu.is_open) return;
    const Theme& theme = painter.theme();
    const Rect box = {bar.right() - kMenuWidth, bar.y + bar.h, kMenuWidth, kMenuRow * kSortCount + 8};
    painter.fill({box.x, box.y + 3, box.w, box.h}, with_alpha(theme.shade, 0.15f), 10);
    painter.fill(box, theme.card, 8);
    painter.stroke(box, theme.line, 8);
    for (int i = 0; i < kSortCount; ++i) {
        const Rect row = {box.x + 4, box.y + 4 + kMenuRow * static_cast<float>(i), box.w - 8, kMenuRow};
        const Interaction touch = painter.control({.role = Role::kButton, .rect = row, .name = kSortNames[i],
                                                   .command = CommandKind::kSetSort, .number = static_cast<std::uint32_t>(i)});
        const bool is_on = static_cast<int>(view.query->sort) == i;
        if (touch.is_hovered) painter.fill(row, theme.chip, 6);
        painter.label(row.x + 12, row.y + kMenuRow / 2, {is_on ? Face::kSemibold : Face::kRegular, 13, is_on ? theme.accent : theme.ink}, kSortNames[i]);
        if (touch.is_clicked) menu.is_open = false;
    }
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !painter.is_pointer_in(box)) menu.is_open = false;
}

}  // namespace paperdeck::ui
