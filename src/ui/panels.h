// The panels around the list, one function and one file each.
#pragma once

#include "ui/card.h"
#include "ui/painter.h"
#include "ui/scroller.h"
#include "ui/ui.h"

namespace paperdeck::ui {

// Text editing where the platform has no field of its own.
struct SearchField {
    char text[1024] = {};
    bool wants_focus = false;
    bool wants_blur = false;
    bool is_active = false;
};

void top_bar_ui(Painter& painter, const View& view, const Rect& area, SearchField& field);

struct SidebarState {
    PaneScroll scroll;
    bool shows_all_categories = false;
    int year = 0, month = 0;  // of the calendar; 0: the month of the newest day
};
void sidebar_ui(Painter& painter, const View& view, const Rect& area, SidebarState& state);
// The calendar of one month; returns its height.
float calendar_ui(Painter& painter, const View& view, ItemId parent, Point at, float width, SidebarState& state);

struct SortMenuState {
    bool is_open = false;
};
// "Results 18 papers · 3 days" and the sort order, above the list.
void results_bar_ui(Painter& painter, const View& view, const Rect& area, SortMenuState& menu);
// The open menu lies over everything else.
void sort_menu_ui(Painter& painter, const View& view, const Rect& bar, SortMenuState& menu);

struct DetailState {
    PaneScroll scroll;
    PaperIndex paper = kNoPaper;
    std::uint32_t epoch = 0;
    float width_px = 0;
    Paragraph title, authors, abstract;
    std::vector<std::string> links;  // of the abstract as it was laid out
    std::string title_plain, authors_plain, abstract_plain;
};
// `is_page`: fills the window with a way back, instead of standing beside the list.
void detail_ui(Painter& painter, const View& view, const Rect& area, DetailState& state, bool is_page);

void bottom_bar_ui(Painter& painter, const View& view, const Rect& area);
void help_ui(Painter& painter, const View& view, const Rect& window, PaneScroll& scroll);
void drop_target_ui(Painter& painter, const Rect& window);
// Returns the height that the alerts take at the top of `area`.
float alerts_ui(Painter& painter, const View& view, const Rect& area);
// In place of the list when it is empty.
void empty_ui(Painter& painter, const View& view, const Rect& area);

// A button with words in a box; returns its width. Primary ones are filled with the accent.
struct ButtonLook {
    bool is_primary = false;
    float height = 30;
};
float button_ui(Painter& painter, ItemSpec spec, Point at, std::string_view words, ButtonLook look = {});

// Small capitals above a group.
void section_title_ui(Painter& painter, float x, float center_y, std::string_view words);

}  // namespace paperdeck::ui
