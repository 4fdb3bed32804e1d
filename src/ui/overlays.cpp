// What lies over the page or in place of the list: messages, help, the drop target, the empty state.
#include <algorithm>

#include "ui/panels.h"

namespace paperdeck::ui {
namespace {

constexpr std::size_t kAlertsShown = 3;

StyledText plain(std::string_view text)
{
    StyledText out;
    out.text = text;
    return out;
}

struct KeyHelp {
    std::string_view keys, words;
};
constexpr KeyHelp kKeys[] = {
    {"j  ↓", "Next paper"},         {"k  ↑", "Previous paper"},
    {"Enter  o", "Open the paper"}, {"v", "Its arXiv page"},
    {"P", "Its PDF"},               {"/  Ctrl+K", "Search"},
    {"Space", "Page down"},         {"g g  ·  G", "First paper · last paper"},
    {"h", "Your highlights"},       {"?", "This help"},
    {"Esc", "Close, leave the search field"},
};
constexpr KeyHelp kQueries[] = {
    {"graph matching", "both words"},
    {"\"graph matching\"", "the phrase"},
    {"a OR b  -c  graph*", "either, without, all that begin so"},
    {"title:graph author:li", "in a field; abstract: summary: comment: too"},
    {"cat:cs.CV", "in a category; cat:cs.* for all of cs"},
    {"date:2021-03-11", "of a day, a month (2021-03) or a year"},
    {"has:code  has:math", "with a code link, with mathematics"},
    {"2103.06255", "an arXiv id or link: that paper"},
};

// Keys or a query at the left, what they do beside it; returns the height.
float help_rows(Painter& painter, const KeyHelp* rows, std::size_t count, Point at, float width)
{
    const float column = std::min(150.0f, width * 0.42f);
    const float top = at.y;
    for (std::size_t i = 0; i < count; ++i) {
        const Paragraph words = lay_out(plain(rows[i].words), {}, {Face::kRegular, 13, 20, width - column, 0}, painter.fonts());
        painter.label_cut(at.x, at.y + 13, column - 8, {Face::kSemibold, 13, painter.theme().ink}, rows[i].keys);
        painter.paragraph(words, {at.x + column, at.y + 3}, painter.theme().ink_soft);
        at.y += words.height_px + 6;
    }
    return at.y - top;
}

// "Remove has:code · 41 papers": what may be left out, most papers first; returns their height.
float relaxations_ui(Painter& painter, const View& view, Point top_center, float width)
{
    constexpr std::size_t kShown = 4;
    const auto& relaxations = view.result->relaxations;
    const float height = view.is_touch ? size::kFinger : 34;
    float y = top_center.y;
    for (std::size_t i = 0; i < std::min(relaxations.size(), kShown); ++i) {
        const Theme& theme = painter.theme();
        const Relaxation& less = relaxations[i];
        const std::string count = std::to_string(less.count) + (less.count == 1 ? " matches" : " match");
        const std::string name = "Remove " + less.dropped + ": " + count;
        const Rect rect = {painter.snap(top_center.x - width / 2), painter.snap(y), width, height};
        const Interaction touch = painter.control({.role = Role::kButton, .rect = rect, .name = name, .value = less.query,
                                                   .command = CommandKind::kSetQuery});
        painter.fill(rect, touch.is_hovered ? mix(theme.card, theme.chip, 0.7f) : theme.card, 7);
        painter.stroke(rect, theme.line, 7);
        const TextLook soft = {Face::kRegular, 13, theme.ink_soft};
        const float count_width = painter.width(soft, count);
        const float x = rect.x + 14 + painter.label(rect.x + 14, y + height / 2, soft, "Remove ");
        painter.label_cut(x, y + height / 2, rect.right() - 28 - count_width - x, {Face::kSemibold, 13, theme.ink}, less.dropped);
        painter.label(rect.right() - 14 - count_width, y + height / 2, soft, count);
        painter.focus_ring(rect, touch.id, 9);
        y += height + 8;
    }
    return y - top_center.y + (relaxations.empty() ? 0 : 8);
}

}  // namespace

float alerts_ui(Painter& painter, const View& view, const Rect& area)
{
    const Theme& theme = painter.theme();
    const auto& alerts = *view.alerts;
    float y = area.y;
    const std::size_t shown = std::min(alerts.size(), kAlertsShown);
    for (std::size_t i = 0; i < alerts.size(); ++i) {
        const Alert& alert = alerts[i];
        // All are in the mirror; only the newest few take room on the screen.
        if (i < alerts.size() - shown) {
            painter.note({.role = Role::kAlert, .rect = {area.x, area.y, 1, 1}, .name = alert.text, .key = alert.id + 1});
            continue;
        }
        const TextLook look = {Face::kRegular, 13, theme.ink};
        const float buttons = alert.offers_reload ? 176.0f : 96.0f;
        const float button_height = view.is_touch ? size::kFinger : 30;
        const bool is_narrow = area.w < 520;
        const float text_width = is_narrow ? area.w - 28 : area.w - 28 - buttons;
        const Paragraph text = lay_out(plain(alert.text), {}, {Face::kRegular, 13, 20, text_width, 6}, painter.fonts());
        const float height = is_narrow ? text.height_px + 28 + button_height : std::max(text.height_px + 20, button_height + 16);
        const Rect box = {area.x, y, area.w, height};
        painter.fill(box, theme.accent_soft, 10);
        painter.stroke(box, mix(theme.accent_soft, theme.accent, 0.4f), 10);
        const ItemId id = painter.note({.role = Role::kAlert, .rect = box, .name = alert.text, .key = alert.id + 1});
        painter.paragraph(text, {box.x + 14, is_narrow ? box.y + 10 : box.y + (height - text.height_px) / 2}, look.color);
        const float button_y = is_narrow ? box.bottom() - 10 - button_height : box.y + (height - button_height) / 2;
        float x = box.right() - buttons + 4;
        if (alert.offers_reload)
            x += 8 + button_ui(painter, {.parent = id, .role = Role::kButton, .name = "Reload", .command = CommandKind::kReload,
                                         .number = alert.id}, {x, button_y}, "Reload", {true, button_height});
        button_ui(painter, {.parent = id, .role = Role::kButton, .name = "Dismiss", .command = CommandKind::kDismissAlert, .number = alert.id},
                  {x, button_y}, "Dismiss", {false, button_height});
        y += height + 8;
    }
    if (alerts.size() > shown) {
        const std::string words = "and " + std::to_string(alerts.size() - shown) + " earlier " + (alerts.size() - shown == 1 ? "message" : "messages");
        painter.label(area.x + 14, y + 8, {Face::kRegular, 12, painter.theme().ink_faint}, words);
        y += 24;
    }
    return y - area.y;
}

void empty_ui(Painter& painter, const View& view, const Rect& area)
{
    const Theme& theme = painter.theme();
    const bool has_papers = view.library->live_count() > 0;
    const bool is_loading = !view.is_started || view.digests_total > 0;
    const std::string_view title = has_papers ? "No papers match" : is_loading ? "Loading…" : "No digest is open";
    const auto& relaxations = view.result->relaxations;
    const bool is_narrowed = view.result->found > 0;  // to highlights: the search did find some
    const std::string_view words = is_narrowed  ? "None of the papers found has a highlight."
                                   : has_papers ? (relaxations.empty() ? "Try other words, or clear the search." : "Leaving one part out finds some:")
                                   : is_loading ? ""
                                                : "Drop Markdown or JSON files here, choose Open…, or paste a digest.";
    const float center_x = area.x + area.w / 2;
    float y = area.y + std::min(area.h * 0.3f, 200.0f);
    const TextLook big = {Face::kSemibold, 19, theme.ink};
    painter.label(center_x - painter.width(big, title) / 2, y, big, title);
    painter.note({.role = Role::kText, .rect = {area.x, y - 14, area.w, 28}, .name = title, .key = 11});
    const Paragraph text = lay_out(plain(words), {}, {Face::kRegular, 14, 22, std::min(area.w - 40, 420.0f), 0}, painter.fonts());
    y += 24;
    for (const Line& line : text.lines) {
        if (!line.piece_count) continue;
        const Piece& first = text.pieces[line.first_piece];
        const Piece& last = text.pieces[line.first_piece + line.piece_count - 1];
        painter.label(center_x - line.width_px / 2, y + 11, {Face::kRegular, 14, theme.ink_soft},
                      std::string_view(text.text).substr(first.begin, last.end - first.begin));
        y += 22;
    }
    painter.note({.role = Role::kText, .rect = {area.x, y - 30, area.w, 28}, .name = words, .key = 12});
    if (is_loading && !has_papers) return;
    if (has_papers) y += relaxations_ui(painter, view, {center_x, y + 14}, std::min(area.w - 40, 420.0f));
    const std::string_view button = is_narrowed ? "Show all" : has_papers ? "Clear" : "Open…";
    const float width = painter.width({Face::kRegular, 13, 0}, button) + 24;
    // The top bar's own "Open…" carries the contract's name; this one says what it is for.
    button_ui(painter, {.role = Role::kButton, .name = is_narrowed ? "Show all" : has_papers ? "Clear the search" : "Choose files",
                        .command = is_narrowed ? CommandKind::kSet : has_papers ? CommandKind::kClearQuery : CommandKind::kPickFiles,
                        .number = is_narrowed ? setting_number(Setting::kHighlights, 0) : 0},
              {center_x - width / 2, y + 14}, button, {relaxations.empty(), view.is_touch ? size::kFinger : 30});
}

void help_ui(Painter& painter, const View& view, const Rect& window, PaneScroll& scroll)
{
    if (!view.is_help_open) {
        scroll = {};
        return;
    }
    const Theme& theme = painter.theme();
    painter.fill(window, theme.shade);
    const float width = std::min(window.w - 24, 520.0f);
    // As high as its words, once they were laid out, and no higher than the window.
    const float height = std::min(window.h - 24, scroll.content_px > 0 ? scroll.content_px : 620.0f);
    const Rect box = {window.x + (window.w - width) / 2, painter.snap(window.y + (window.h - height) / 2), width, height};
    painter.fill(box, theme.card, 12);
    painter.stroke(box, theme.line, 12);
    const ItemId dialog = painter.note({.role = Role::kDialog, .rect = box, .name = "Help", .state = kModal});
    painter.push_clip(box.inset(0, 1));
    const float x = box.x + 24;
    const float top = scroll.begin(painter, box);
    float y = top + 22;
    painter.label(x, y + 10, {Face::kSemibold, 19, theme.ink}, "Help");
    const float button = view.is_touch ? 44.0f : 30.0f;
    button_ui(painter, {.parent = dialog, .role = Role::kButton, .name = "Close", .command = CommandKind::kToggleHelp},
              {box.right() - 84, y + 9 - button / 2}, "Close", {false, button});
    y += 40;
    section_title_ui(painter, x, y + 8, "Keys");
    y += 24;
    y += help_rows(painter, kKeys, std::size(kKeys), {x, y}, width - 48) + 10;
    section_title_ui(painter, x, y + 8, "Search");
    y += 24;
    y += help_rows(painter, kQueries, std::size(kQueries), {x, y}, width - 48);
    scroll.end(painter, box, y - top + 16);
    std::string said;
    for (const KeyHelp& row : kKeys) said += std::string(row.keys) + ": " + std::string(row.words) + ". ";
    for (const KeyHelp& row : kQueries) said += std::string(row.keys) + ": " + std::string(row.words) + ". ";
    painter.note({.parent = dialog, .role = Role::kText, .rect = box.inset(24, 60), .name = said});
    painter.pop_clip();
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !painter.is_pointer_in(box)) painter.commands().push_back({CommandKind::kToggleHelp, 0, {}});
}

void drop_target_ui(Painter& painter, const Rect& window)
{
    const Theme& theme = painter.theme();
    painter.fill(window, with_alpha(theme.background, 0.85f));
    painter.stroke(window.inset(16, 16), theme.accent, 14, 2);
    const TextLook look = {Face::kSemibold, 19, theme.ink};
    constexpr std::string_view kWords = "Drop digests to open them";
    painter.label(window.x + (window.w - painter.width(look, kWords)) / 2, window.y + window.h / 2, look, kWords);
}

void bottom_bar_ui(Painter& painter, const View& view, const Rect& area)
{
    const Theme& theme = painter.theme();
    painter.fill(area, theme.panel);
    painter.line({area.x, area.y + 0.5f}, {area.right(), area.y + 0.5f}, theme.line);
    struct Tab {
        std::string_view name;
        Page page;
    };
    constexpr Tab kTabs[] = {{"Papers", Page::kPapers}, {"Days", Page::kDays}, {"Filters", Page::kFilters}, {"More", Page::kMore}};
    const ItemId bar = painter.note({.role = Role::kNavigation, .rect = area, .name = "Pages"});
    const float width = area.w / static_cast<float>(std::size(kTabs));
    float x = area.x;
    for (const Tab& tab : kTabs) {
        const bool is_on = view.page == tab.page;
        const Rect rect = {x, area.y, width, area.h};
        const Interaction touch = painter.control({.parent = bar, .role = Role::kButton, .rect = rect, .name = tab.name, .state = kHasPressed | (is_on ? kPressed : 0u),
                                                   .command = CommandKind::kShowPage, .number = static_cast<std::uint32_t>(tab.page)});
        const TextLook look = {is_on ? Face::kSemibold : Face::kRegular, 12.5f, is_on ? theme.accent : theme.ink_soft};
        painter.label(x + (width - painter.width(look, tab.name)) / 2, area.y + area.h / 2, look, tab.name);
        painter.focus_ring(rect.inset(4, 6), touch.id);
        x += width;
    }
}

}  // namespace paperdeck::ui
