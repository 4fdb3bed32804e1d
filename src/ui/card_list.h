// The list of cards: any number of them, of different heights, exact to the pixel (text/list_position).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "text/list_position.h"
#include "ui/card.h"
#include "ui/day_marks.h"
#include "ui/scroller.h"
#include "ui/ui.h"

namespace paperdeck::ui {

class CardList final : private RowMeasure {
public:
    // Draws the cards of `view.result` into `area`.
    void draw(Painter& painter, const View& view, const Rect& area);

    // With the next frame: the reader goes to the card; the card comes into view; the focus goes to it.
    void reveal(PaperIndex paper);
    void show(PaperIndex paper) { reveal_ = paper; }
    void focus(PaperIndex paper) { focused_ = paper; }
    void scroll_pages(int pages) { pages_ += pages; }
    void scroll_to_end(bool last) { jump_ = last ? Jump::kLast : Jump::kFirst; }
    // How much of the paper's abstract its card shows, in bytes of its text. Not before the first draw().
    const StyledText& shown_authors(const View& view, PaperIndex paper);
    std::uint32_t shown_abstract_bytes(const View& view, PaperIndex paper);
    bool is_animating() const { return scroller_.is_moving() || moved_to_focus_; }

    // Where the view begins, to come back to it later: in this window, at another width, after a reload.
    // Without a paper at the list's start.
    ListPlace place() const;
    void restore(const ListPlace& place) { restored_ = place; }
    // Counts what the reader did to the list's place.
    std::uint32_t moves() const { return moves_; }

    std::uint64_t cards_laid_out() const { return cache_.laid_out(); }

private:
    enum class Jump { kNone, kFirst, kLast };

    void take_results(const View& view, const CardStyle& style);
    void forget_heights(const CardStyle& style);
    void guess_heights(const View& view);
    void stand(const View& view, bool is_new_query, bool was_at_top, double share);
    std::int32_t measure_px(std::size_t row) override;
    const CardLayout& layout(PaperIndex paper);
    void scroll(Painter& painter, const Rect& area, ItemId feed);
    void apply_jumps(double view_px);
    void draw_rows(Painter& painter, const Rect& area, ItemId feed);
    Extent extent(const Rect& area) const;
    void draw_day_under_pointer(Painter& painter, const Rect& area);

    CardCache cache_;
    ListPosition position_;
    Scroller scroller_;
    Scrollbar bar_;
    DayMarks days_;
    std::optional<std::size_t> day_under_pointer_;  // the row it begins with
    FocusFollower follower_;
    const View* view_ = nullptr;
    const Fonts* fonts_ = nullptr;
    CardStyle style_;
    std::uint32_t result_epoch_ = 0;
    std::uint32_t query_epoch_ = 0;

    // By paper, for the present style; a new result takes them over.
    std::vector<CardShape> shapes_;
    std::vector<std::int32_t> known_px_;  // 0: not measured
    std::vector<std::int32_t> guesses_px_;  // of the results' rows, kept for its memory

    PaperIndex anchor_paper_ = kNoPaper;    // of the top row, to find it among other results
    PaperIndex seen_selected_ = kNoPaper;   // the selected paper, if its card was in view
    double seen_selected_y_px_ = 0;

    ListPlace restored_;
    PaperIndex reveal_ = kNoPaper;
    PaperIndex focused_ = kNoPaper;  // gets the keyboard's focus with this frame
    int pages_ = 0;
    Jump jump_ = Jump::kNone;
    std::uint32_t moves_ = 0;
    bool moved_to_focus_ = false;
};

}  // namespace paperdeck::ui
