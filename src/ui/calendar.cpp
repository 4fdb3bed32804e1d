#include <algorithm>

#include "base/date.h"
#include "search/histogram.h"
#include "ui/panels.h"
#include "ui/words.h"

namespace paperdeck::ui {
namespace {

constexpr float kGap = 3;
constexpr float kTitleHeight = 30, kTitleHeightTouch = 48;

// `days`: newest first.
const FacetCount* find_day(const std::vector<FacetCount>& days, const std::string& iso)
{
    const auto found = std::lower_bound(days.begin(), days.end(), iso, [](const FacetCount& day, const std::string& wanted) { return day.value > wanted; });
    return found != days.end() && found->value == iso ? &*found : nullptr;
}

bool step_button(Painter& painter, ItemId parent, std::string_view name, Point center, int direction, bool is_possible, bool is_touch)
{
    if (!is_possible) return false;
    const float half = is_touch ? size::kFinger / 2 : 14;
    const Rect rect = {center.x - half, center.y - half, 2 * half, 2 * half};
    const Interaction touch = painter.control({.parent = parent, .role = Role::kButton, .rect = rect, .name = name});
    if (touch.is_hovered) painter.fill({center.x - 12, center.y - 12, 24, 24}, painter.theme().chip, 6);
    painter.chevron(center, painter.theme().ink_soft, direction);
    painter.focus_ring({center.x - 11, center.y - 11, 22, 22}, touch.id);
    return touch.is_clicked;
}

// `note`: what is odd about the day; may be null.
void day_ui(Painter& painter, ItemId group, const Rect& cell, int number, const FacetCount& day, std::uint32_t most, bool is_in_range,
            const DayNote* note)
{
    const Theme& theme = painter.theme();
    Words description(day.count, day.count == 1 ? " paper" : " papers");
    if (note) {
        description.add(", ");
        description.add(note->words);
    }
    const Interaction touch = painter.control({.parent = group, .role = Role::kCheckbox, .rect = cell.inset(-kGap / 2, -kGap / 2), .name = day.value,
                                               .description = description, .value = day.value,
                                               .state = kHasChecked | (day.is_on ? kChecked : 0u),
                                               .command = CommandKind::kToggleFilter,
                                               .number = static_cast<std::uint32_t>(QueryFilter::Field::kDate)});
    // Shaded by how many papers there are, in steps the eye can tell.
    const float share = most ? 0.14f + 0.5f * static_cast<float>(day.count) / static_cast<float>(most) : 0;
    painter.fill(cell, day.count ? mix(theme.chip, theme.accent, share) : theme.chip, 4);
    if (touch.is_hovered) painter.fill(cell, with_alpha(theme.accent, 0.15f), 4);
    if (day.is_on)
        painter.stroke(cell.inset(-1, -1), theme.accent, 5, 2);
    else if (is_in_range)
        painter.stroke(cell, theme.accent, 4);
    else if (note)
        painter.stroke(cell, theme.ink_faint, 4);
    const Color ink = day.is_on || day.count ? theme.ink : theme.ink_faint;
    const TextLook look = {day.is_on ? Face::kSemibold : Face::kRegular, 10, ink};
    const std::string words = std::to_string(number);
    painter.label(cell.x + (cell.w - painter.width(look, words)) / 2, cell.y + cell.h / 2, look, words);
    painter.focus_ring(cell, touch.id, 5);
}

// A day without papers cannot be chosen. One whose digest says so is outlined and told of.
void other_day_ui(Painter& painter, ItemId group, const Rect& cell, int number, const DayNote* note)
{
    const Theme& theme = painter.theme();
    painter.fill(cell, with_alpha(theme.chip, 0.6f), 4);
    if (note) {
        painter.stroke(cell, theme.ink_faint, 4);
        painter.note({.parent = group, .role = Role::kText, .rect = cell, .name = note->day + ", " + note->words});
    }
    const TextLook look = {Face::kRegular, 10, note ? theme.ink_faint : with_alpha(theme.ink_faint, 0.8f)};
    const std::string words = std::to_string(number);
    painter.label(cell.x + (cell.w - painter.width(look, words)) / 2, cell.y + cell.h / 2, look, words);
}

// "Wed 12 Mar: repeats 2025-03-11", for the days of one month; the words are laid out when they change.
void take_notes(MonthNotes& notes, const View& view, const Date& month, float width, const Fonts& fonts)
{
    constexpr std::size_t kMost = 4;
    if (notes.epoch == view.result_epoch && notes.month == month && notes.width_px == width) return;
    notes = {view.result_epoch, month, width, {}, {}};
    std::size_t count = 0;
    const std::string prefix = to_iso(month).substr(0, 8);
    for (const DayNote& note : *view.day_notes) {
        if (note.day.compare(0, prefix.size(), prefix) != 0 || ++count > kMost) continue;
        const std::string day = to_words(parse_iso_date(note.day).value_or(month));
        notes.words += (count > 1 ? "\n" : "") + day.substr(0, day.rfind(' ')) + ": " + note.words;
    }
    if (count > kMost) notes.words += "\nand " + std::to_string(count - kMost) + (count > kMost + 1 ? " more days" : " more day");
    StyledText text;
    text.text = notes.words;
    notes.laid_out = lay_out(text, {}, {Face::kRegular, 12, 17, width, 0}, fonts);
}

// Under the days; returns its height.
float month_notes_ui(Painter& painter, const View& view, ItemId parent, Point at, float width, const Date& month, MonthNotes& notes)
{
    take_notes(notes, view, month, width, painter.fonts());
    if (notes.words.empty()) return 0;
    painter.note({.parent = parent, .role = Role::kText, .rect = {at.x, at.y, width, notes.laid_out.height_px}, .name = notes.words, .key = 1});
    painter.paragraph(notes.laid_out, at, painter.theme().ink_soft);
    return notes.laid_out.height_px + 4;
}

}  // namespace

float calendar_ui(Painter& painter, const View& view, ItemId parent, Point at, float width, SidebarState& state)
{
    const auto& days = view.result->days;
    const auto& notes = *view.day_notes;
    Date newest, oldest;
    const auto reach = [&](std::string_view iso) {
        const Date day = parse_iso_date(iso).value_or(Date{});
        if (!day) return;
        newest = std::max(newest, day);
        oldest = oldest ? std::min(oldest, day) : day;
    };
    if (!days.empty()) reach(days.front().value), reach(days.back().value);
    // Before the first day with papers and after the last there may be empty ones.
    if (!notes.empty()) reach(notes.front().day), reach(notes.back().day);
    if (!newest) return 0;
    // A chosen month that is gone with its digest gives way to the newest.
    Date shown = {state.year, state.month, 1};
    if (!state.year || shown > newest || Date{shown.year, shown.month, 31} < oldest) shown = {newest.year, newest.month, 1};

    const float title = view.is_touch ? kTitleHeightTouch : kTitleHeight;
    const float step = view.is_touch ? size::kFinger : 30;
    if (state.titled != shown) {
        state.titled = shown;
        state.title = month_name(shown.year, shown.month);
    }
    section_title_ui(painter, at.x, at.y + title / 2, state.title);
    const bool has_earlier = oldest < shown;
    const bool has_later = Date{shown.year, shown.month, 31} < newest;
    const float step_y = at.y + title / 2;
    if (step_button(painter, parent, "Previous month", {at.x + width - 1.5f * step, step_y}, 2, has_earlier, view.is_touch))
        shown = shown.month == 1 ? Date{shown.year - 1, 12, 1} : Date{shown.year, shown.month - 1, 1};
    if (step_button(painter, parent, "Next month", {at.x + width - step / 2, step_y}, 3, has_later, view.is_touch))
        shown = shown.month == 12 ? Date{shown.year + 1, 1, 1} : Date{shown.year, shown.month + 1, 1};
    state.year = shown.year;
    state.month = shown.month;

    const float cell = (width - 6 * kGap) / 7;
    const int first_column = weekday(shown);
    const int count = days_in_month(shown.year, shown.month);
    const int rows = (first_column + count + 6) / 7;
    const float top = at.y + title;
    const bool has_range = has_date_filter(*view.query);
    std::uint32_t most = 0;
    for (const FacetCount& day : days) most = std::max(most, day.count);
    const ItemId group = painter.note({.parent = parent, .role = Role::kGroup, .rect = {at.x, top, width, static_cast<float>(rows) * (cell + kGap)}, .name = "Days"});
    for (int number = 1; number <= count; ++number) {
        const int slot = first_column + number - 1;
        const Rect rect = {painter.snap(at.x + static_cast<float>(slot % 7) * (cell + kGap)),
                           painter.snap(top + static_cast<float>(slot / 7) * (cell + kGap)), cell, cell};
        const std::string iso = to_iso({shown.year, shown.month, number});
        const DayNote* note = note_of_day(notes, iso);
        if (const FacetCount* day = find_day(days, iso))
            day_ui(painter, group, rect, number, *day, most, has_range && accepts_day(*view.query, day->value, days.front().value), note);
        else
            other_day_ui(painter, group, rect, number, note);
    }
    const float height = title + static_cast<float>(rows) * (cell + kGap) + 6;
    return height + month_notes_ui(painter, view, parent, {at.x, at.y + height}, width, shown, state.notes);
}

}  // namespace paperdeck::ui
