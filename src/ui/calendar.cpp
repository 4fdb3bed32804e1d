#include <algorithm>

#include "base/date.h"
#include "ui/panels.h"

namespace paperdeck::ui {
namespace {

constexpr float kGap = 3;
constexpr float kTitleHeight = 30;

const FacetCount* find_day(const std::vector<FacetCount>& days, const std::string& iso)
{
    for (const FacetCount& day : days)
        if (day.value == iso) return &day;
    return nullptr;
}

bool step_button(Painter& painter, ItemId parent, std::string_view name, Point center, int direction, bool is_possible)
{
    if (!is_possible) return false;
    const Rect rect = {center.x - 14, center.y - 14, 28, 28};
    const Interaction touch = painter.control({.parent = parent, .role = Role::kButton, .rect = rect, .name = name});
    if (touch.is_hovered) painter.fill(rect.inset(2, 2), painter.theme().chip, 6);
    painter.chevron(center, painter.theme().ink_soft, direction);
    painter.focus_ring(rect.inset(3, 3), touch.id);
    return touch.is_clicked;
}

void day_ui(Painter& painter, ItemId group, const Rect& cell, int number, const FacetCount& day, std::uint32_t most)
{
    const Theme& theme = painter.theme();
    const std::string description = std::to_string(day.count) + (day.count == 1 ? " paper" : " papers");
    const Interaction touch = painter.control({.parent = group, .role = Role::kCheckbox, .rect = cell, .name = day.value,
                                               .description = description, .value = day.value,
                                               .state = kHasChecked | (day.is_on ? kChecked : 0u),
                                               .command = CommandKind::kToggleFilter,
                                               .number = static_cast<std::uint32_t>(QueryFilter::Field::kDate)});
    // Shaded by how many papers there are, in steps the eye can tell.
    const float share = most ? 0.14f + 0.5f * static_cast<float>(day.count) / static_cast<float>(most) : 0;
    painter.fill(cell, day.count ? mix(theme.chip, theme.accent, share) : theme.chip, 4);
    if (touch.is_hovered) painter.fill(cell, with_alpha(theme.accent, 0.15f), 4);
    if (day.is_on) painter.stroke(cell.inset(-1, -1), theme.accent, 5, 2);
    const Color ink = day.is_on || day.count ? theme.ink : theme.ink_faint;
    const TextLook look = {day.is_on ? Face::kSemibold : Face::kRegular, 10, ink};
    const std::string words = std::to_string(number);
    painter.label(cell.x + (cell.w - painter.width(look, words)) / 2, cell.y + cell.h / 2, look, words);
    painter.focus_ring(cell, touch.id, 5);
}

}  // namespace

float calendar_ui(Painter& painter, const View& view, ItemId parent, Point at, float width, SidebarState& state)
{
    const auto& days = view.result->days;
    if (days.empty()) return 0;
    const Date newest = parse_iso_date(days.front().value).value_or(Date{});
    const Date oldest = parse_iso_date(days.back().value).value_or(newest);
    if (!newest) return 0;
    // A chosen month that is gone with its digest gives way to the newest.
    Date shown = {state.year, state.month, 1};
    if (!state.year || shown > newest || Date{shown.year, shown.month, 31} < oldest) shown = {newest.year, newest.month, 1};

    section_title_ui(painter, at.x, at.y + kTitleHeight / 2, month_name(shown.year, shown.month));
    const bool has_earlier = oldest < shown;
    const bool has_later = Date{shown.year, shown.month, 31} < newest;
    const float step_y = at.y + kTitleHeight / 2;
    if (step_button(painter, parent, "Previous month", {at.x + width - 44, step_y}, 2, has_earlier))
        shown = shown.month == 1 ? Date{shown.year - 1, 12, 1} : Date{shown.year, shown.month - 1, 1};
    if (step_button(painter, parent, "Next month", {at.x + width - 14, step_y}, 3, has_later))
        shown = shown.month == 12 ? Date{shown.year + 1, 1, 1} : Date{shown.year, shown.month + 1, 1};
    state.year = shown.year;
    state.month = shown.month;

    const float cell = (width - 6 * kGap) / 7;
    const int first_column = weekday(shown);
    const int count = days_in_month(shown.year, shown.month);
    const int rows = (first_column + count + 6) / 7;
    const float top = at.y + kTitleHeight;
    std::uint32_t most = 0;
    for (const FacetCount& day : days) most = std::max(most, day.count);
    const ItemId group = painter.note({.parent = parent, .role = Role::kGroup, .rect = {at.x, top, width, static_cast<float>(rows) * (cell + kGap)}, .name = "Days"});
    for (int number = 1; number <= count; ++number) {
        const int slot = first_column + number - 1;
        const Rect rect = {painter.snap(at.x + static_cast<float>(slot % 7) * (cell + kGap)),
                           painter.snap(top + static_cast<float>(slot / 7) * (cell + kGap)), cell, cell};
        const FacetCount* day = find_day(days, to_iso({shown.year, shown.month, number}));
        if (day) {
            day_ui(painter, group, rect, number, *day, most);
            continue;
        }
        painter.fill(rect, with_alpha(painter.theme().chip, 0.6f), 4);
        const TextLook look = {Face::kRegular, 10, with_alpha(painter.theme().ink_faint, 0.8f)};
        const std::string words = std::to_string(number);
        painter.label(rect.x + (cell - painter.width(look, words)) / 2, rect.y + cell / 2, look, words);
    }
    return kTitleHeight + static_cast<float>(rows) * (cell + kGap) + 6;
}

}  // namespace paperdeck::ui
