// The edge between two panels, which the reader moves: by mouse, by finger, or with the arrow keys.
#pragma once

#include <string_view>
#include <vector>

#include "ui/painter.h"
#include "ui/settings.h"

namespace paperdeck::ui {

class Splitter {
public:
    Splitter(Setting setting, std::string_view name, bool is_left) : setting_(setting), name_(name), is_left_(is_left) {}

    // Call before the panels are drawn: the panel's width for this frame, within [least, most]; `initial` where the
    // reader chose none. A panel at the left grows to the right.
    float take(Painter& painter, const Settings& settings, const Rect& window, float top, float initial, float least, float most, bool is_touch);
    // Call after them: the line, and its item.
    void draw(Painter& painter);
    void hide() { edge_ = {}; is_held_ = false; }

    // The panels take no pointer meanwhile.
    bool is_held() const { return is_held_; }
    // Keys for the edge when it has the focus: arrows, Home, End, Enter (as it comes). True when it was used.
    bool key(std::string_view name, ItemId focus, std::vector<Command>& commands) const;

private:
    Command wide(float width_px) const;

    Setting setting_;
    std::string_view name_;
    bool is_left_;
    Rect edge_;  // what takes the pointer; width 0: not there
    float line_x_ = 0, width_ = 0, least_ = 0, most_ = 0;
    bool is_hovered_ = false, is_held_ = false;
    ItemId id_ = 0;
};

}  // namespace paperdeck::ui
