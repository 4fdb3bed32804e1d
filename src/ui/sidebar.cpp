#include <algorithm>
#include <string>

#include "ui/panels.h"
#include "ui/words.h"

namespace paperdeck::ui {
namespace {

constexpr float kRow = 28, kRowTouch = 44;
constexpr float kTitle = 34;
constexpr std::size_t kCategoriesShown = 12;
constexpr float kWidestCalendar = 420;

struct Row {
    std::string_view name;   // what the reader reads
    std::string_view value;  // what the query says
    std::uint32_t count = 0;
    bool is_on = false;
    QueryFilter::Field field = QueryFilter::Field::kCategory;
};

void check_row_ui(Painter& painter, ItemId group, const Rect& rect, const Row& row)
{
    const Theme& theme = painter.theme();
    const Words count(row.count), description(row.count, row.count == 1 ? " paper" : " papers");
    const Interaction touch = painter.control({.parent = group, .role = Role::kCheckbox, .rect = rect, .name = row.name,
                                               .description = description, .value = row.value,
                                               .state = kHasChecked | (row.is_on ? kChecked : 0u),
                                               .command = CommandKind::kToggleFilter,
                                               .number = static_cast<std::uint32_t>(row.field)});
    if (touch.is_hovered) painter.fill(rect, theme.chip, 6);
    const float center = rect.y + rect.h / 2;
    const Rect box = {painter.snap(rect.x + 8), painter.snap(center - 7), 14, 14};
    if (row.is_on) {
        painter.fill(box, theme.accent, 4);
        const ImVec2 tick[3] = {{box.x + 3.5f, box.y + 7.2f}, {box.x + 6, box.y + 9.8f}, {box.x + 10.6f, box.y + 4.6f}};
        painter.list()->AddPolyline(tick, 3, theme.on_accent, 0, 1.6f);
    } else {
        painter.stroke(box, theme.ink_faint, 4, 1.5f);
    }
    const TextLook number = {Face::kRegular, 12, theme.ink_faint};
    const float number_width = painter.width(number, count);
    painter.label(rect.right() - 8 - number_width, center, number, count);
    const bool is_dead = row.count == 0 && !row.is_on;
    const TextLook name = {Face::kRegular, 13, is_dead ? theme.ink_faint : theme.ink};
    painter.label_cut(rect.x + 30, center, rect.w - 30 - number_width - 18, name, row.name);
    painter.focus_ring(rect.inset(2, 2), touch.id);
}

float own_digests_ui(Painter& painter, const View& view, ItemId parent, Point at, float width, float row_height)
{
    if (view.own_digests->empty()) return 0;
    const Theme& theme = painter.theme();
    section_title_ui(painter, at.x + 8, at.y + kTitle / 2 + 4, "Your digests");
    float y = at.y + kTitle;
    const ItemId list = painter.note({.parent = parent, .role = Role::kList, .rect = {at.x, y, width, row_height * static_cast<float>(view.own_digests->size())}, .name = "Your digests"});
    for (const OwnDigest& digest : *view.own_digests) {
        const Rect rect = {at.x, y, width, row_height};
        const std::string said = digest.name + ", " + std::to_string(digest.papers) + (digest.papers == 1 ? " paper" : " papers");
        const ItemId row = painter.note({.parent = list, .role = Role::kListItem, .rect = rect, .name = said, .key = digest.id + 1});
        const Rect remove = {rect.right() - row_height, rect.y, row_height, row_height};
        const std::string name = "Remove " + digest.name;
        const Interaction touch = painter.control({.parent = row, .role = Role::kButton, .rect = remove, .name = name,
                                                   .command = CommandKind::kRemoveDigest, .number = digest.id});
        painter.label_cut(rect.x + 8, rect.y + row_height / 2, width - row_height - 14, {Face::kRegular, 13, theme.ink}, digest.name);
        painter.cross_icon({remove.x + remove.w / 2, remove.y + remove.h / 2}, touch.is_hovered ? theme.accent : theme.ink_faint, 3.5f);
        painter.focus_ring(remove.inset(3, 3), touch.id);
        y += row_height;
    }
    return y - at.y;
}

// Categories, what papers have, and the reader's own digests; returns their height.
float filters_ui(Painter& painter, const View& view, ItemId region, Point at, float width, SidebarState& state)
{
    const float row = view.is_touch ? kRowTouch : kRow;
    const float x = at.x;
    float y = at.y;
    const auto& categories = view.result->categories;
    if (!categories.empty()) {
        section_title_ui(painter, x + 8, y + kTitle / 2 + 4, "Category");
        y += kTitle;
        const std::size_t shown = state.shows_all_categories ? categories.size() : std::min(categories.size(), kCategoriesShown);
        const ItemId group = painter.note({.parent = region, .role = Role::kGroup, .rect = {x, y, width, row * static_cast<float>(shown)}, .name = "Category"});
        for (std::size_t i = 0; i < categories.size(); ++i) {
            // A choice that is on stays in sight however far down the list it is.
            if (i >= shown && !categories[i].is_on) continue;
            const FacetCount& category = categories[i];
            check_row_ui(painter, group, {x, y, width, row}, {category.value, category.value, category.count, category.is_on, QueryFilter::Field::kCategory});
            y += row;
        }
        if (categories.size() > kCategoriesShown) {
            const Words words = state.shows_all_categories ? Words("Show fewer") : Words("Show all ", categories.size());
            const Rect rect = {x, y, width, row};
            const Interaction touch = painter.control({.parent = region, .role = Role::kButton, .rect = rect, .name = words});
            painter.label(x + 30, y + row / 2, {Face::kRegular, 13, painter.theme().link}, words);
            painter.focus_ring(rect.inset(2, 2), touch.id);
            if (touch.is_clicked) state.shows_all_categories = !state.shows_all_categories;
            y += row;
        }
    }

    if (view.library->live_count() > 0) {
        section_title_ui(painter, x + 8, y + kTitle / 2 + 4, "Has");
        y += kTitle;
        const ItemId group = painter.note({.parent = region, .role = Role::kGroup, .rect = {x, y, width, row * 2}, .name = "Has"});
        const auto has = QueryFilter::Field::kHas;
        check_row_ui(painter, group, {x, y, width, row}, {"Code link", "code", view.result->count_of(has, "code"), has_filter(*view.query, has, "code"), has});
        y += row;
        check_row_ui(painter, group, {x, y, width, row}, {"Maths", "math", view.result->count_of(has, "math"), has_filter(*view.query, has, "math"), has});
        y += row;
    }
    if (view.library->live_count() > 0) y += highlights_section_ui(painter, view, region, {x, y}, width);
    y += own_digests_ui(painter, view, region, {x, y}, width, row);
    return y - at.y;
}

}  // namespace

void sidebar_ui(Painter& painter, const View& view, const Rect& area, SidebarState& state, SidebarPart part)
{
    const Theme& theme = painter.theme();
    painter.fill(area, theme.panel);
    painter.line({area.right() - 0.5f, area.y}, {area.right() - 0.5f, area.bottom()}, theme.line);
    painter.push_clip(area);
    // The mirror clips what is scrolled out at its parent's edge, as the canvas does.
    const ItemId region = painter.note({.role = Role::kRegion, .rect = area, .name = part == SidebarPart::kDays ? "Days" : "Filters", .key = 1});
    const float x = area.x + 12, width = area.w - 24;
    const float top = state.scroll.begin(painter, area) + 12;
    float y = top;

    if (part != SidebarPart::kFilters) y += calendar_ui(painter, view, region, {x + 8, y}, std::min(width - 16, kWidestCalendar), state);
    if (part != SidebarPart::kDays) y += filters_ui(painter, view, region, {x, y}, width, state);
    state.scroll.end(painter, area, y - top + 24);
    painter.pop_clip();
}

}  // namespace paperdeck::ui
