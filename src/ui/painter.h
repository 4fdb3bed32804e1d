// Drawing and pointing for one frame: text, boxes and controls, each control with its semantic item.
// Controls are drawn by hand on Dear ImGui's draw list: its own widgets look like a tool, and a control
// here has to be the same thing for the mouse, the mirror and the tests.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "imgui.h"
#include "text/paragraph.h"
#include "text/selection.h"
#include "ui/fonts.h"
#include "ui/items.h"
#include "ui/theme.h"

namespace paperdeck::ui {

class TextSelection;

// What the pointer does to a control this frame.
struct Interaction {
    ItemId id = 0;
    bool is_hovered = false;
    bool is_held = false;
    bool is_clicked = false;
};

struct TextLook {
    Face face = Face::kRegular;
    float size_px = 13;
    Color color = 0;
};

// Lasts over frames: which control the button went down on, which one has the keyboard.
struct PointerState {
    ItemId held = 0;
    ItemId focus = 0;
    bool was_drag = false;  // the press became a scroll or a selection: no click comes of it
    bool is_selecting = false;  // the pointer selects text: it scrolls nothing
    bool may_glide = true;  // what a finger lets go moves on by itself
    ItemId activated = 0;   // clicked from outside: mirror, keyboard, test
    ItemId chosen = 0;      // combo box that was given an option from outside …
    std::uint32_t choice = 0;  // … and which
};

class Painter {
public:
    Painter(const Theme& theme, const Fonts& fonts, Items& items, std::vector<Command>& commands,
            PointerState& pointer, TextSelection& selection);

    const Theme& theme() const { return theme_; }
    const Fonts& fonts() const { return fonts_; }
    Items& items() { return items_; }
    const Items& items() const { return items_; }
    std::vector<Command>& commands() { return commands_; }
    PointerState& pointer() { return pointer_; }
    const PointerState& pointer() const { return pointer_; }
    TextSelection& selection() { return selection_; }
    ImDrawList* list() { return list_; }

    // Rounded to the device's pixels, so that lines and text stay sharp.
    float snap(float px) const;

    void fill(const Rect& rect, Color color, float rounding = 0);
    void stroke(const Rect& rect, Color color, float rounding = 0, float thickness = 1);
    void line(Point from, Point to, Color color, float thickness = 1);

    // Text with its line box centred on `center_y`; returns the width.
    float label(float x, float center_y, const TextLook& look, std::string_view text);
    // The same, cut with an ellipsis where it would pass `width`.
    float label_cut(float x, float center_y, float width, const TextLook& look, std::string_view text);
    float width(const TextLook& look, std::string_view text) const;

    // A laid-out paragraph with its top left at `at`; lines outside the clip are left out. `selected`
    // of its source has the selection's ground. Text that can be selected is drawn by text_ui().
    void paragraph(const Paragraph& paragraph, Point at, Color color, float alpha = 1, SourceRange selected = {});

    // A rounded tag; returns its width.
    float chip(float x, float center_y, std::string_view text, Color ink, float scale = 1);

    // Everything drawn and pointed at until pop_clip() stays within `rect`.
    void push_clip(const Rect& rect);
    void pop_clip();
    const Rect& clip() const { return clips_[clip_depth_]; }
    bool is_visible(const Rect& rect) const;

    // Controls under a modal take no pointer.
    void set_enabled(bool enabled) { is_enabled_ = enabled; }

    // A control: noted as an item, pointed at, its command sent when clicked.
    Interaction control(const ItemSpec& spec);
    // An item that takes no pointer (headings, text, regions).
    ItemId note(const ItemSpec& spec);
    void focus_ring(const Rect& rect, ItemId id, float rounding = 6);
    bool is_pointer_in(const Rect& rect) const;

    // Shape drawn with lines, 16 px wide: icons that need no font.
    void search_icon(Point center, Color color);
    void cross_icon(Point center, Color color, float radius = 4);
    void chevron(Point center, Color color, int direction);  // 0 down, 1 up, 2 left, 3 right

private:
    void line_grounds(const Paragraph& paragraph, const Line& line, Point baseline, float alpha);
    void shape(const Shape& shape, Point baseline, Color color);

    const Theme& theme_;
    const Fonts& fonts_;
    Items& items_;
    std::vector<Command>& commands_;
    PointerState& pointer_;
    TextSelection& selection_;
    ImDrawList* list_;
    std::array<Rect, 8> clips_;  // as deep as panes in panes go
    std::size_t clip_depth_ = 0;
    float device_scale_ = 1;
    bool is_enabled_ = true;
};

}  // namespace paperdeck::ui
