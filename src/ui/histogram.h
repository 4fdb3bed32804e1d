// The bars above the cards: how many results each day, week, month or year has, and the filter by date that they are.
#pragma once

#include <string>
#include <vector>

#include "search/histogram.h"
#include "ui/painter.h"
#include "ui/ui.h"

namespace paperdeck::ui {

class HistogramPanel {
public:
    // What it takes of the feed's height; 0 where there is nothing to compare. The bars are made anew when results or
    // width changed, and at no other time.
    float height(const View& view, float width);
    void draw(Painter& painter, const Rect& area);
    // The words of the bar under the pointer, over what is drawn below.
    void draw_tip(Painter& painter, const Rect& area);

    // Keys for the bar with the focus: arrows, Home, End, Escape. True when it was used.
    bool key(std::string_view name, ItemId focus, std::vector<Command>& commands);
    // Where the focus goes after a key.
    ItemId focused(ItemId focus) const;

private:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

    void take(const View& view, float width);
    void brush(Painter& painter, const Rect& area, ItemId group);
    void choose(std::vector<Command>& commands, std::size_t from, std::size_t to);
    std::size_t bin_at(float x, const Rect& area) const;

    Histogram histogram_;
    std::vector<std::string> names_;
    std::vector<ItemId> ids_;  // of the frame
    std::uint32_t epoch_ = 0;
    float width_ = 0;
    std::size_t stop_ = 0;             // the bar that Tab goes to
    std::size_t wants_focus_ = kNone;  // gets the focus with the next frame
    std::size_t hovered_ = kNone;
    std::size_t from_ = kNone, to_ = kNone;
    bool is_brushing_ = false;
};

}  // namespace paperdeck::ui
