// The front end: a view goes in, a drawn frame, its semantic items and the reader's commands come out.
// Dear ImGui stays inside this room.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/system_glyphs.h"
#include "digest/day_notes.h"
#include "digest/library.h"
#include "search/engine.h"
#include "search/query.h"
#include "ui/command.h"
#include "ui/items.h"
#include "ui/marks.h"
#include "ui/settings.h"

namespace paperdeck::ui {

// A message that stays until dismissed.
struct Alert {
    std::uint32_t id = 0;
    std::string text;
    bool offers_reload = false;  // with a button "Reload"
};

inline constexpr DigestId kNoDigest = 0xFFFFFFFFu;

// A digest that the reader brought and may remove.
struct OwnDigest {
    std::uint32_t id = 0;            // counts what the reader brought
    DigestId digest = kNoDigest;     // none while there is nothing in the library to show for it
    std::string name;
    std::uint32_t papers = 0;
};

inline constexpr PaperIndex kNoPaper = 0xFFFFFFFFu;

// Where the list stands: the paper at the top of the view, and the part of its card that lies above, 0 to 1.
struct ListPlace {
    PaperIndex paper = kNoPaper;
    float share = 0;
};

// What a phone, where there is room for one thing, shows.
enum class Page : std::uint8_t { kPapers, kDays, kFilters, kMore };

// Offered below the search field while it has the focus.
struct Suggestion {
    std::string words;
    std::string note;       // how many papers
    Command command;        // what taking it does
    bool is_quiet = false;  // no answer, but something to do
};

// One line of an answer: a paper to go to, or a part and its share of the greatest one.
struct AnswerRow {
    std::string words;
    std::string note;
    PaperIndex paper = kNoPaper;
    float share = 0;
};

// What the reader asked about the search; no title: nothing.
struct Answer {
    std::string title;
    std::string words;
    std::vector<AnswerRow> rows;
};

// The reader's own, as they typed them: see parse_highlights().
inline constexpr std::size_t kMostListBytes = 4000;  // platforms keep settings of 4 KB
struct HighlightLists {
    std::string words;
    std::string authors;
};

// All that a frame shows. Pointers are valid during draw() and never null.
struct View {
    const Library* library = nullptr;
    const SearchResult* result = nullptr;
    const Query* query = nullptr;
    const MarkedWords* marked = nullptr;
    const HighlightLists* highlights = nullptr;
    std::uint32_t result_epoch = 0;  // changes with the results, their order or their hits
    std::uint32_t query_epoch = 0;   // changes with the query: the list starts anew
    std::string_view query_text;     // ends in a NUL
    std::uint32_t search_caret = 0;  // in bytes: where a field that shows another text puts its caret with this one
    float search_scroll_px = 0;      // how far the native search field has scrolled its text
    double query_ms = 0;
    const std::vector<Suggestion>* suggestions = nullptr;
    int suggestion = -1;             // that Enter takes; -1: none
    const Answer* answer = nullptr;

    PaperIndex selected = kNoPaper;
    bool is_paper_open = false;      // the detail as a page, where it is no pane
    Page page = Page::kPapers;       // on a phone
    bool is_help_open = false;
    bool is_view_open = false;
    bool are_highlights_open = false;  // the dialogue
    Settings settings;
    bool is_drop_target = false;     // files are held over the window

    bool is_dark = false;
    bool has_more_contrast = false;
    bool has_less_motion = false;    // nothing moves by itself
    bool is_touch = false;
    bool has_native_fields = false;  // the platform edits text itself: draw the box only
    std::uint32_t digests_done = 0;
    std::uint32_t digests_total = 0; // 0 when nothing loads
    std::string_view loading_name;   // where from, when that is another address than the site's own
    bool is_started = false;         // what there is to load is known, and all of it is loaded

    bool has_translations = false;   // some paper has a title or an abstract in translation

    const std::vector<DayNote>* day_notes = nullptr;
    const std::vector<Alert>* alerts = nullptr;
    const std::vector<OwnDigest>* own_digests = nullptr;
};

struct FontData {
    const unsigned char* bytes = nullptr;
    unsigned size = 0;
};

struct FontFiles {
    FontData regular, semibold, italic, maths_italic, maths;  // TrueType or OpenType, static; live as long as the Ui
    SystemGlyphs system;                        // for what they lack
};

class Ui {
public:
    // Dear ImGui's context has to be there.
    explicit Ui(const FontFiles& fonts);
    ~Ui();

    // Draws one frame between Dear ImGui's NewFrame and Render. Commands are appended.
    void draw(const View& view, std::vector<Command>& commands);

    const Items& items() const;

    // A key for what has the focus, where that is no plain control: a bar of the histogram, the edge of a panel.
    // True when it was used; commands are appended.
    bool key(std::string_view name, std::vector<Command>& commands);

    // As if the control were clicked, or its option chosen, with the next frame.
    void activate(ItemId id);
    void choose(ItemId id, std::uint32_t option);
    // A field of the platform's own has another text: the command is appended.
    void edit(ItemId id, std::string text, std::vector<Command>& commands);

    // Which item has the keyboard's focus (0: none): drawn with a ring.
    void set_focus(ItemId id);
    // Moves the focus to the next (1) or previous (-1) control; for windows without a DOM.
    void move_focus(int direction);
    ItemId focus() const;

    // The next frame brings a card into view and gives it the keyboard's focus.
    void reveal(PaperIndex paper);
    // The same in parts: the card comes into view, not the reader's doing; the focus goes to a card in view.
    void show_card(PaperIndex paper);
    void focus_card(PaperIndex paper);
    void scroll_pages(int pages);
    void scroll_to_end(bool last);
    // Where the list stands, and back to such a place with the next frame.
    ListPlace list_place() const;
    void restore_list(const ListPlace& place);
    // Counts what the reader did to that place.
    std::uint32_t list_moves() const;
    void focus_search(bool on);  // for the text field that Dear ImGui edits

    // The selected text as it goes to the clipboard; empty when none is.
    std::string selected_text(const View& view);
    // False when nothing was selected.
    bool clear_selection();
    // There is an end of selected text, if only a place that was pressed, that arrow keys can move.
    bool has_selection_end() const;
    void extend_selection(const View& view, SelectionStep step);
    // All text of the paper that is open, else of the selected card.
    void select_all(const View& view);
    // A finger holds text to select it.
    bool is_text_held() const;

    // Closes an open menu; false when none was open.
    bool close_menu();
    // Whether the last frame showed the paper as a page of its own, and whether it has a pane beside the list.
    bool is_paper_page() const;
    bool has_pane() const;

    // True while something moves by itself (inertia) or is still to be drawn: another frame is due.
    bool is_animating() const;
    // Since the start; for the figures.
    std::uint64_t cards_laid_out() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace paperdeck::ui
