// The text that the reader has selected, one stretch in the whole program: from an anchor to a focus, by
// mouse or by a long press and its two handles.
//
// Panels draw what may be selected through text_ui(), in reading order. Where the pointer is follows
// from what the last frame drew, so that a point means what the reader saw there; what is selected is
// kept as papers, fields and bytes, so that it outlives scrolling and another layout.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "text/selection.h"
#include "ui/painter.h"
#include "ui/ui.h"

namespace paperdeck::ui {

class PanelTexts;

// A selection stays on one of them.
enum class Surface : std::uint8_t { kList, kDetail };

// In reading order.
enum class TextField : std::uint16_t { kTitle, kAuthors, kAbstract, kFirstSection };
// What the detail has below the abstract.
inline TextField section_field(std::size_t section) { return static_cast<TextField>(static_cast<std::size_t>(TextField::kFirstSection) + section); }

struct TextKey {
    Surface surface = Surface::kList;
    TextField field = TextField::kTitle;
    PaperIndex paper = kNoPaper;

    friend bool operator==(const TextKey&, const TextKey&) = default;
};

// A paragraph as this frame draws it; it has to stay where it is until the next one.
struct TextBlock {
    TextKey key;
    std::size_t row = 0;   // of the paper among the results; 0 in the detail
    const Paragraph* laid_out = nullptr;
    Rect rect;
    const StyledText* own = nullptr;  // its text, where it is the panel's and not as the paper has it
    ItemId owner = 0;      // the control that it is drawn on, if any: a press there may become a selection
};

// Draws text that can be selected, with what is selected of it.
void text_ui(Painter& painter, const TextBlock& block, Color color);

class TextSelection {
public:
    // Before the frame is drawn: what mouse and finger mean for the blocks of the last one.
    void take_pointer(Painter& painter, const View& view);
    // After it: handles and a button for what was selected by touch.
    void touch_tools_ui(Painter& painter);

    bool is_empty() const { return anchor_ == focus_; }
    // What is selected, as plain text: a line for each field, a blank line between papers.
    std::string text(const PanelTexts& texts) const;
    // False when nothing was selected.
    bool clear();
    // What was pressed is shown no more: the next press is no double click, wherever it goes.
    void forget_press() { pressed_ = {}; }

    // Moves the focus, if there is one.
    void extend(SelectionStep step, const PanelTexts& texts, const Fonts& fonts);
    // All text of one paper; `row` of it among the results, 0 in the detail.
    void select_all(Surface surface, PaperIndex paper, std::size_t row, const PanelTexts& texts);
    // There is an end that keys can move.
    bool has_focus() const { return focus_.key.paper != kNoPaper; }

    // A finger rests on text or selects some: a menu for it would be in the way.
    bool is_held() const { return mode_ == Mode::kResting || (mode_ == Mode::kSelecting && is_by_touch_); }
    // A long press happens without an event.
    bool is_animating() const { return mode_ == Mode::kResting; }

private:
    friend void text_ui(Painter&, const TextBlock&, Color);

    enum class Mode : std::uint8_t {
        kNone,
        kPressed,    // the button went down on text
        kResting,    // a finger rests on text
        kSelecting,  // the focus follows the pointer
    };
    enum class Unit : std::uint8_t { kCharacter, kWord, kParagraph };

    struct Place {
        TextKey key;
        std::size_t row = 0;
        std::uint32_t offset = 0;

        friend bool operator==(const Place&, const Place&) = default;
    };
    // Grows in reading order.
    static std::uint64_t order_of(const TextKey& key, std::size_t row) { return std::uint64_t{row} << 16 | static_cast<std::uint16_t>(key.field); }
    static bool is_before(const Place& a, const Place& b);

    struct Drawn {
        TextBlock block;
        Rect reach;  // where a press counts for it
    };

    // One end of the selection, on the screen.
    struct End {
        Point at;  // under the text
        float line_height_px = 0;
        bool is_seen = false;
    };

    // selection.cpp
    void draw(Painter& painter, const TextBlock& block, Color color);
    void note_ends(const Painter& painter, const TextBlock& block, SourceRange range);
    SourceRange range_in(const TextKey& key, std::size_t row) const;
    const Place& first() const { return is_before(focus_, anchor_) ? focus_ : anchor_; }
    const Place& last() const { return is_before(focus_, anchor_) ? anchor_ : focus_; }
    void keep_up_with(const View& view);

    // selection_keys.cpp
    std::optional<Place> text_beside(Place place, bool is_forwards, const PanelTexts& texts) const;
    Place moved(Place place, bool is_forwards, bool is_by_word, const PanelTexts& texts) const;
    Place moved_by_line(bool is_down, const Fonts& fonts) const;

    // selection_pointer.cpp
    void press(Painter& painter, const View& view);
    void press_with_finger(const Drawn* drawn);
    void hold(Painter& painter, const View& view);
    void release(Painter& painter);
    bool grip_handle();
    void begin_unit(const Painter& painter, const View& view, const Drawn& drawn, Unit unit);
    void follow(const Painter& painter, const View& view);
    const Drawn* drawn_under_pointer(const Painter& painter) const;
    const Drawn* drawn_nearest(Point point) const;
    static Place place_at(const Painter& painter, const Drawn& drawn, Point point, Snap snap);
    SourceRange unit_around(const View& view, const Drawn& drawn, std::uint32_t offset) const;

    Place anchor_, focus_;
    Place origin_begin_, origin_end_;  // the word or paragraph that a selection by these began with
    Mode mode_ = Mode::kNone;
    Unit unit_ = Unit::kCharacter;
    std::uint32_t result_epoch_ = 0;   // of the rows
    bool is_translated_ = false;

    TextKey pressed_;                  // the field of the last press, for double clicks
    ItemId press_owner_ = 0;
    Point grip_px_;                    // from the text of a handle to the finger that holds it
    bool is_by_touch_ = false;         // the selection has handles
    bool is_tap_ = false;              // a finger that may turn out to tap elsewhere

    std::vector<Drawn> drawn_;
    End ends_[2];
    Rect seen_;                        // around what is seen of the selection
    Rect button_;
};

}  // namespace paperdeck::ui
