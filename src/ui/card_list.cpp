#include "ui/card_list.h"

#include <algorithm>
#include <cmath>

namespace paperdeck::ui {
namespace {

constexpr std::int32_t kGuessPx = 190;  // a card with a title of one line and a short abstract
constexpr std::int32_t kGapPx = 10;
constexpr float kContextPx = 48;        // of the next card, when the selection moves
constexpr float kSidePx = 22, kSidePhonePx = 10;

}  // namespace

void CardList::draw(Painter& painter, const View& view, const Rect& area, std::uint64_t frame)
{
    view_ = &view;
    fonts_ = &painter.fonts();
    frame_ = frame;
    const float side = area.w < 600 ? kSidePhonePx : kSidePx;
    const float card_width = std::min(area.w - 2 * side, size::kWidestCard);
    take_results(view, card_width);

    const std::uint32_t busy = view.is_started ? 0u : kBusy;
    const ItemId feed = painter.note({.role = Role::kFeed, .rect = area, .name = "Papers", .state = busy});
    painter.push_clip(area);
    if (heights_.size() > 0) {
        const float distance = scroller_.take(painter, area);
        move(static_cast<std::int64_t>(std::lround(distance)));
        apply_jumps(area);
        normalise(area.h);
        draw_rows(painter, area, feed);

        const double total = std::max<double>(1, static_cast<double>(heights_.total()));
        const double top = static_cast<double>(heights_.top(anchor_row_) + anchor_offset_px_);
        const float share = scrollbar(painter, area, top / total, area.h / total, feed);
        if (share >= 0) {
            const auto y = static_cast<std::int64_t>(static_cast<double>(share) * total);
            anchor_row_ = heights_.row_at(y);
            anchor_offset_px_ = y - heights_.top(anchor_row_);
        }
    }
    painter.pop_clip();
}

// A new query shows its results from the top, or the selected card where it is still among them. Papers
// that come or go while digests load leave the card at the top of the view where it is.
void CardList::take_results(const View& view, float card_width)
{
    const auto& papers = view.result->papers;
    if (view.result_epoch == result_epoch_ && card_width == card_width_) return;
    const bool is_new_query = view.query_epoch != query_epoch_;
    const bool is_at_top = anchor_row_ == 0 && anchor_offset_px_ <= 0;
    result_epoch_ = view.result_epoch;
    query_epoch_ = view.query_epoch;
    card_width_ = card_width;
    heights_.reset(papers.size(), kGuessPx);
    const PaperIndex kept = is_new_query ? view.selected : anchor_paper_;
    const auto found = is_at_top && !is_new_query ? papers.end() : std::find(papers.begin(), papers.end(), kept);
    if (is_new_query || found == papers.end()) anchor_row_ = 0, anchor_offset_px_ = 0;
    if (found == papers.end()) return;
    if (!is_new_query)
        anchor_row_ = static_cast<std::size_t>(found - papers.begin());
    else if (found != papers.begin())
        reveal(view.selected, false);
}

// Lays the row's card out if need be: its exact height, gap included.
std::int32_t CardList::row_height(std::size_t row)
{
    const CardLayout& layout = cache_.get(*view_->library, view_->result->papers[row], *view_->query, card_width_,
                                          result_epoch_, frame_, *fonts_);
    const auto height = static_cast<std::int32_t>(std::ceil(layout.height_px)) + kGapPx;
    heights_.set_height(row, height);
    return height;
}

void CardList::apply_jumps(const Rect& area)
{
    if (jump_ == Jump::kFirst) anchor_row_ = 0, anchor_offset_px_ = 0;
    if (jump_ == Jump::kLast) anchor_row_ = heights_.size() - 1, anchor_offset_px_ = 0;
    jump_ = Jump::kNone;
    if (pages_ != 0) move(static_cast<std::int64_t>(pages_ * (area.h - kContextPx)));
    pages_ = 0;
    if (reveal_ == kNoPaper) return;
    const auto& papers = view_->result->papers;
    const auto found = std::find(papers.begin(), papers.end(), reveal_);
    if (found != papers.end()) bring_into_view(static_cast<std::size_t>(found - papers.begin()), area.h);
    reveal_ = kNoPaper;
}

// Moves the view as little as it takes to show the row whole, with some of its neighbour.
void CardList::bring_into_view(std::size_t row, float view_height)
{
    normalise(view_height);
    const std::int32_t height = row_height(row);
    const std::int64_t limit = static_cast<std::int64_t>(view_height) + height;
    std::int64_t top = -anchor_offset_px_;
    bool is_near = row >= anchor_row_;
    for (std::size_t r = anchor_row_; is_near && r < row; ++r) {
        top += row_height(r);
        is_near = top < limit;
    }
    const std::int64_t context = row == 0 ? 0 : static_cast<std::int64_t>(kContextPx);
    if (is_near) {
        const std::int64_t below = top + height - kGapPx + static_cast<std::int64_t>(kContextPx) - static_cast<std::int64_t>(view_height);
        if (top < 0)
            move(top - context);
        else if (below > 0)
            move(std::min(below, top));
        return;
    }
    anchor_row_ = row;
    anchor_offset_px_ = -context;
}

void CardList::move(std::int64_t distance) { anchor_offset_px_ += distance; }

// Makes the anchor the card at the top of the view again, and keeps the view within the list.
void CardList::normalise(float view_height)
{
    while (anchor_offset_px_ < 0 && anchor_row_ > 0) anchor_offset_px_ += row_height(--anchor_row_);
    if (anchor_offset_px_ < 0) {
        anchor_offset_px_ = 0;
        scroller_.stop();
    }
    while (anchor_row_ + 1 < heights_.size() && anchor_offset_px_ >= row_height(anchor_row_)) {
        anchor_offset_px_ -= heights_.height(anchor_row_);
        ++anchor_row_;
    }
    // Near the end the last card sits at the bottom of the view, not above it.
    std::int64_t bottom = -anchor_offset_px_;
    for (std::size_t row = anchor_row_; row < heights_.size(); ++row) {
        bottom += row_height(row);
        if (bottom >= static_cast<std::int64_t>(view_height)) return;
    }
    anchor_offset_px_ -= static_cast<std::int64_t>(view_height) - bottom;
    while (anchor_offset_px_ < 0 && anchor_row_ > 0) anchor_offset_px_ += row_height(--anchor_row_);
    if (anchor_offset_px_ < 0) anchor_offset_px_ = 0;
    scroller_.stop();
}

void CardList::draw_rows(Painter& painter, const Rect& area, ItemId feed)
{
    const auto& papers = view_->result->papers;
    const float x = painter.snap(area.x + (area.w - card_width_) / 2);
    float y = area.y - static_cast<float>(anchor_offset_px_);
    for (std::size_t row = anchor_row_; row < papers.size() && y < area.bottom(); ++row) {
        const PaperIndex paper = papers[row];
        const auto height = static_cast<float>(row_height(row));
        CardPlace place;
        place.rect = {x, y, card_width_, height - kGapPx};
        place.feed = feed;
        place.position = static_cast<std::uint32_t>(row + 1);
        place.set_size = static_cast<std::uint32_t>(papers.size());
        place.is_selected = paper == view_->selected;
        place.is_touch = view_->is_touch;
        place.wants_focus = paper == focused_ && place.is_selected;
        const CardLayout& layout = cache_.get(*view_->library, paper, *view_->query, card_width_, result_epoch_, frame_, *fonts_);
        if (painter.is_visible(place.rect)) card_ui(painter, view_->library->paper(paper), paper, layout, place);
        y += height;
    }
    anchor_paper_ = papers[anchor_row_];
    focused_ = kNoPaper;
}

}  // namespace paperdeck::ui
