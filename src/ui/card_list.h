// The list of cards: any number of them, of different heights, exact to the pixel.
//
// The truth is an anchor, {card, offset}: the card at the top of the view and how far into it the view
// begins. Cards are laid out when they come near; until then a height is a guess, and correcting a
// guess never moves what is seen.
#pragma once

#include <cstdint>

#include "text/height_index.h"
#include "ui/card.h"
#include "ui/scroller.h"
#include "ui/ui.h"

namespace paperdeck::ui {

class CardList {
public:
    // Draws the cards of `view.result` into `area`.
    void draw(Painter& painter, const View& view, const Rect& area, std::uint64_t frame);

    // With `takes_focus`, the keyboard's focus goes to the card too.
    void reveal(PaperIndex paper, bool takes_focus)
    {
        reveal_ = paper;
        focused_ = takes_focus ? paper : kNoPaper;
    }
    void scroll_pages(int pages) { pages_ += pages; }
    void scroll_to_end(bool last) { jump_ = last ? Jump::kLast : Jump::kFirst; }
    bool is_animating() const { return scroller_.is_moving(); }

private:
    enum class Jump { kNone, kFirst, kLast };

    void take_results(const View& view, float card_width);
    std::int32_t row_height(std::size_t row);
    void apply_jumps(const Rect& area);
    void bring_into_view(std::size_t row, float view_height);
    void move(std::int64_t distance);
    void normalise(float view_height);
    void draw_rows(Painter& painter, const Rect& area, ItemId feed);

    CardCache cache_;
    HeightIndex heights_;
    Scroller scroller_;
    const View* view_ = nullptr;
    const Fonts* fonts_ = nullptr;
    float card_width_ = 0;
    std::uint32_t result_epoch_ = 0;
    std::uint32_t query_epoch_ = 0;
    PaperIndex anchor_paper_ = kNoPaper;  // the paper of anchor_row_, to find it among other results
    std::uint64_t frame_ = 0;

    std::size_t anchor_row_ = 0;
    std::int64_t anchor_offset_px_ = 0;

    PaperIndex reveal_ = kNoPaper;
    PaperIndex focused_ = kNoPaper;  // gets the keyboard's focus with this frame
    int pages_ = 0;
    Jump jump_ = Jump::kNone;
};

}  // namespace paperdeck::ui
