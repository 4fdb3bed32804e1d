// The front end: a view goes in, a drawn frame, its semantic items and the reader's commands come out.
// Dear ImGui stays inside this room.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "digest/library.h"
#include "search/engine.h"
#include "search/query.h"
#include "ui/command.h"
#include "ui/items.h"

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

// All that a frame shows. Pointers are valid during draw() and never null.
struct View {
    const Library* library = nullptr;
    const SearchResult* result = nullptr;
    const Query* query = nullptr;
    std::uint32_t result_epoch = 0;  // changes with the results, their order or their hits
    std::uint32_t query_epoch = 0;   // changes with the query: the list starts anew
    std::string query_text;
    float search_scroll_px = 0;      // how far the native search field has scrolled its text
    double query_ms = 0;

    PaperIndex selected = kNoPaper;
    bool is_paper_open = false;      // the detail as a page, where it is no pane
    bool are_filters_open = false;   // the filters as a page, on a phone
    bool is_help_open = false;
    bool is_drop_target = false;     // files are held over the window

    bool is_dark = false;
    bool is_touch = false;
    bool has_native_fields = false;  // the platform edits text itself: draw the box only
    std::uint32_t digests_done = 0;
    std::uint32_t digests_total = 0; // 0 when nothing loads
    std::string loading_name;        // where from, when that is another address than the site's own
    bool is_started = false;         // what there is to load is known, and all of it is loaded

    const std::vector<Alert>* alerts = nullptr;
    const std::vector<OwnDigest>* own_digests = nullptr;
};

struct FontData {
    const unsigned char* bytes = nullptr;
    unsigned size = 0;
};

struct FontFiles {
    FontData regular, semibold, italic, maths;  // TrueType or OpenType, static; live as long as the Ui
};

// Tells whether three columns fit: the detail is a pane then.
bool has_detail_pane(float window_width_px);

class Ui {
public:
    // Dear ImGui's context has to be there.
    explicit Ui(const FontFiles& fonts);
    ~Ui();

    // Draws one frame between Dear ImGui's NewFrame and Render. Commands are appended.
    void draw(const View& view, std::vector<Command>& commands);

    const Items& items() const;

    // As if the control were clicked, or its option chosen, with the next frame.
    void activate(ItemId id);
    void choose(ItemId id, std::uint32_t option);

    // Which item has the keyboard's focus (0: none): drawn with a ring.
    void set_focus(ItemId id);
    // Moves the focus to the next (1) or previous (-1) control; for windows without a DOM.
    void move_focus(int direction);
    ItemId focus() const;

    // The next frame brings a card into view and gives it the keyboard's focus.
    void reveal(PaperIndex paper);
    void scroll_pages(int pages);
    void scroll_to_end(bool last);
    void focus_search(bool on);  // for the text field that Dear ImGui edits

    // Closes an open menu; false when none was open.
    bool close_menu();
    // Whether the last frame showed the paper as a page of its own.
    bool is_paper_page() const;

    // True while something moves by itself (inertia): another frame is due.
    bool is_animating() const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace paperdeck::ui
