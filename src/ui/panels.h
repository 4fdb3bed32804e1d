// The panels around the list, one function and one file each.
#pragma once

#include "ui/card.h"
#include "ui/painter.h"
#include "ui/scroller.h"
#include "ui/ui.h"

namespace paperdeck::ui {

// Text editing where the platform has no field of its own.
struct SearchBox {
    char text[1024] = {};
    bool wants_focus = false;
    bool wants_blur = false;
    bool is_active = false;
    Rect box;   // of the field, in this frame
    Rect list;  // of the suggestions, in the last one; empty when they are shut
    bool has_focus = false;
    std::string chips_of;  // the query that has …
    std::vector<QueryChip> chips;
};

// The line above the results, made anew when they change.
struct SummaryState {
    std::uint32_t epoch = 0;
    std::string words;
};

// What the search did, said under that line.
struct NoticeState {
    std::uint32_t epoch = 0;
    float width_px = 0;
    std::string words;
    Paragraph laid_out;
};
// Returns its height with the gap below; 0 where there is nothing to say.
float notice_ui(Painter& painter, const View& view, Point at, float width, NoticeState& state);

void top_bar_ui(Painter& painter, const View& view, const Rect& area, SearchBox& field);

// The suggestions lie over everything else.
void suggestions_ui(Painter& painter, const View& view, SearchBox& field);

// What is told of the days of the month that the calendar shows.
struct MonthNotes {
    std::uint32_t epoch = 0;
    Date month;
    float width_px = 0;
    std::string words;
    Paragraph laid_out;
};

struct SidebarState {
    PaneScroll scroll;
    bool shows_all_categories = false;
    int year = 0, month = 0;  // of the calendar; 0: the month of the newest day
    Date titled;              // the month that has …
    std::string title;        // … this name
    MonthNotes notes;
};
// A phone shows the days on one page, the other filters on another.
enum class SidebarPart { kAll, kDays, kFilters };
void sidebar_ui(Painter& painter, const View& view, const Rect& area, SidebarState& state, SidebarPart part);
// The calendar of one month; returns its height.
float calendar_ui(Painter& painter, const View& view, ItemId parent, Point at, float width, SidebarState& state);

// One of a few choices; its command gets `number` plus the choice.
struct Combo {
    std::string_view name;
    std::string_view options;  // one a line
    std::uint32_t chosen = 0;
    CommandKind command = CommandKind::kNone;
    std::uint32_t number = 0;
};
// At most one menu is open.
struct MenuState {
    ItemId open = 0;
    Rect anchor;
    Combo combo;
};
float combo_width(Painter& painter, std::string_view words);
void combo_ui(Painter& painter, const Combo& combo, const Rect& rect, std::string_view words, MenuState& menu);
// The open menu lies over everything else.
void menu_ui(Painter& painter, const Rect& window, MenuState& menu);

// "Results 18 papers · 3 days", the sort order and the length of abstracts, above the list.
void results_bar_ui(Painter& painter, const View& view, const Rect& area, SummaryState& summary, MenuState& menu);

// The choices about the look of things: a dialogue, and with what else there is, a phone's page.
void view_ui(Painter& painter, const View& view, const Rect& window);
void more_ui(Painter& painter, const View& view, const Rect& area, PaneScroll& scroll);

// A part of a paper below its abstract: a summary, its translation, keywords.
struct DetailSection {
    std::string title;  // none for what belongs to the section before
    StyledText text;
    std::string plain;
    Paragraph laid_out;
};

struct DetailState {
    PaneScroll scroll;
    PaperIndex paper = kNoPaper;
    std::uint32_t epoch = 0;
    float width_px = 0;
    float scale = 1;
    bool shows_all_authors = false, has_all_authors = false;  // as asked for, as laid out
    Paragraph title, authors, abstract;
    std::vector<std::string> links;  // of the abstract as it was laid out
    std::string title_plain, abstract_plain;
    StyledText authors_text;  // as many of them as are shown
    bool is_translated = false;
    std::string day;       // "Thu 11 Mar 2021 · paper 26 of 66"
    PaperPlace place;
    std::string meta;      // its tags and place
    std::string history, source;
    Paragraph history_lines, source_lines;
    std::vector<DetailSection> sections;
};
// `is_page`: fills the window with a way back, instead of standing beside the list.
void detail_ui(Painter& painter, const View& view, const Rect& area, DetailState& state, bool is_page);

// A row of buttons of which one is pressed.
struct Choice {
    Setting setting;
    std::string_view name;
    std::string_view options[4];
};
void choice_ui(Painter& painter, const View& view, ItemId parent, const Choice& choice, const Rect& rect);

// A field of several lines. Dear ImGui edits its text where the platform has no field of its own.
struct LinesField {
    ItemId id = 0;
    char text[kMostListBytes + 1] = {};
    bool is_active = false;
};
struct HighlightFields {
    LinesField words, authors;
};
// Of the sidebar: what becomes of papers without a highlight, and the way to the lists. Returns its height.
float highlights_section_ui(Painter& painter, const View& view, ItemId region, Point at, float width);
// The dialogue with the lists.
void highlights_ui(Painter& painter, const View& view, const Rect& window, HighlightFields& fields);

void bottom_bar_ui(Painter& painter, const View& view, const Rect& area);
void help_ui(Painter& painter, const View& view, const Rect& window, PaneScroll& scroll);
void answer_ui(Painter& painter, const View& view, const Rect& window, PaneScroll& scroll);
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
