#include "ui/card_list.h"

#include <algorithm>
#include <cmath>

namespace paperdeck::ui {
namespace {

constexpr std::int32_t kGapPx = 10;
constexpr double kContextPx = 48;  // of the next card, when the selection moves or the view by a page
constexpr float kSidePx = 22, kSidePhonePx = 10;

std::size_t row_of(const View& view, PaperIndex paper)
{
    const auto& papers = view.result->papers;
    return static_cast<std::size_t>(std::find(papers.begin(), papers.end(), paper) - papers.begin());
}

}  // namespace

void CardList::draw(Painter& painter, const View& view, const Rect& area)
{
    view_ = &view;
    fonts_ = &painter.fonts();
    const float side = area.w < 600 ? kSidePhonePx : kSidePx;
    CardStyle style;
    style.width_px = std::min(area.w - 2 * side, size::kWidestCard);
    style.scale = view.settings.text_scale();
    style.abstracts = view.settings.abstracts();
    style.is_compact = view.settings.is_compact();
    style.is_translated = view.settings.is_translated();
    style.is_touch = view.is_touch;
    take_results(view, style);

    const std::uint32_t busy = view.is_started ? 0u : kBusy;
    const ItemId feed = painter.note({.role = Role::kFeed, .rect = area, .name = "Papers", .state = busy});
    painter.push_clip(area);
    moved_to_focus_ = false;
    if (position_.size() > 0) {
        follower_.begin(painter);
        scroll(painter, area, feed);
        draw_rows(painter, area, feed);
        const float to_focus = follower_.distance(painter, area);
        moved_to_focus_ = to_focus != 0;
        if (moved_to_focus_) position_.move(static_cast<double>(to_focus));
        days_.draw(painter, area, position_.heights());
        bar_.draw(painter, area, extent(area));
        if (bar_.is_held()) days_.draw_label(painter, area, Scrollbar::thumb_rect(area, extent(area)), position_.row());
        else if (day_under_pointer_) draw_day_under_pointer(painter, area);
    }
    painter.pop_clip();
}

void CardList::draw_day_under_pointer(Painter& painter, const Rect& area)
{
    ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    const Rect tick = {area.right() - Scrollbar::kWidth, ImGui::GetIO().MousePos.y, Scrollbar::kWidth, 0};
    days_.draw_label(painter, area, tick, *day_under_pointer_);
}

void CardList::reveal(PaperIndex paper)
{
    show(paper);
    focus(paper);
    restored_ = {};
    ++moves_;
}

ListPlace CardList::place() const
{
    const bool is_at_start = position_.row() == 0 && position_.offset_px() <= 0;
    return is_at_start ? ListPlace{} : ListPlace{anchor_paper_, static_cast<float>(position_.share())};
}

Extent CardList::extent(const Rect& area) const { return {position_.top_px(), static_cast<double>(area.h), position_.total_px()}; }

void CardList::scroll(Painter& painter, const Rect& area, ItemId feed)
{
    const auto view_height = static_cast<double>(area.h);
    const std::uint32_t moves_before = moves_;
    day_under_pointer_ = view_->is_touch || bar_.is_held() ? std::nullopt : days_.row_under_pointer(painter, area, Scrollbar::thumb_rect(area, extent(area)));
    if (day_under_pointer_ && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        painter.pointer().held = Scrollbar::press_id(feed);
        position_.go_to(*day_under_pointer_, 0);
        scroller_.stop();
        ++moves_;
    } else if (const auto wanted = bar_.take(painter, area, extent(area), feed, view_->is_touch)) {
        position_.scroll_to(*wanted);
        scroller_.stop();
        ++moves_;
    }
    const double distance = bar_.is_held() ? 0 : scroller_.take(painter, area);
    if (distance != 0) {
        position_.move(distance);
        ++moves_;
    }
    apply_jumps(view_height);
    // What the reader does takes the place of where they once were.
    if (moves_ != moves_before) restored_ = {};
    if (position_.settle(view_height, *this)) scroller_.stop();
}

// A new query shows its results from the top, or with the selected card where it was in view. Papers that come or
// go while digests load leave the card at the top of the view where it is.
void CardList::take_results(const View& view, const CardStyle& style)
{
    if (view.result_epoch != result_epoch_ || !(style == style_)) {
        const bool is_new_query = view.query_epoch != query_epoch_;
        const bool was_at_top = position_.row() == 0 && position_.offset_px() <= 0;
        const double share = position_.size() > 0 ? position_.share() : 0;
        const bool is_new_result = view.result_epoch != result_epoch_;
        if (!(style == style_)) forget_heights(style);
        result_epoch_ = view.result_epoch;
        query_epoch_ = view.query_epoch;
        guess_heights(view);
        if (is_new_result) days_.take(view);
        stand(view, is_new_query, was_at_top, share);
    }
    if (restored_.paper == kNoPaper || position_.size() == 0) return;
    const std::size_t row = row_of(view, restored_.paper);
    if (row < position_.size()) position_.go_to(row, static_cast<double>(restored_.share) * measure_px(row));
    restored_ = {};
}

void CardList::forget_heights(const CardStyle& style)
{
    style_ = style;
    known_px_.assign(known_px_.size(), 0);
}

void CardList::guess_heights(const View& view)
{
    const auto& library = view.library->papers();
    for (std::size_t paper = shapes_.size(); paper < library.size(); ++paper) shapes_.push_back(shape_of(library[paper].paper));
    known_px_.resize(library.size(), 0);
    guesses_px_.clear();
    for (const PaperIndex paper : view.result->papers) {
        const std::int32_t known = known_px_[paper];
        guesses_px_.push_back(known ? known : static_cast<std::int32_t>(guessed_height_px(shapes_[paper], style_)) + kGapPx);
    }
    position_.reset(guesses_px_);
}

// Puts the view where it belongs among the rows that are new.
void CardList::stand(const View& view, bool is_new_query, bool was_at_top, double share)
{
    if (is_new_query) {
        const bool keeps_selected = view.selected != kNoPaper && view.selected == seen_selected_;
        const std::size_t row = keeps_selected ? row_of(view, view.selected) : position_.size();
        if (row < position_.size()) position_.go_to(row, -seen_selected_y_px_);
    } else if (!was_at_top) {
        const std::size_t row = row_of(view, anchor_paper_);
        if (row < position_.size()) position_.go_to(row, share * measure_px(row));
    }
}

const CardLayout& CardList::layout(PaperIndex paper)
{
    return cache_.get(*view_->library, paper, *view_->marked, style_, *fonts_);
}

// Lays the row's card out if need be: its exact height, gap included.
std::int32_t CardList::measure_px(std::size_t row)
{
    const PaperIndex paper = view_->result->papers[row];
    const auto height = static_cast<std::int32_t>(std::ceil(layout(paper).height_px)) + kGapPx;
    known_px_[paper] = height;
    return height;
}

const StyledText& CardList::shown_authors(const View& view, PaperIndex paper)
{
    view_ = &view;
    return layout(paper).authors_text;
}

std::uint32_t CardList::shown_abstract_bytes(const View& view, PaperIndex paper)
{
    view_ = &view;
    return shown_range(layout(paper).abstract).end;
}

void CardList::apply_jumps(double view_px)
{
    if (jump_ != Jump::kNone || pages_ != 0) ++moves_;
    if (jump_ == Jump::kFirst) position_.go_to(0, 0);
    if (jump_ == Jump::kLast) position_.go_to(position_.size() - 1, view_px);
    jump_ = Jump::kNone;
    if (pages_ != 0) position_.move(pages_ * (view_px - kContextPx));
    pages_ = 0;
    if (reveal_ == kNoPaper) return;
    position_.bring_into_view(row_of(*view_, reveal_), view_px, kContextPx, *this);
    reveal_ = kNoPaper;
}

void CardList::draw_rows(Painter& painter, const Rect& area, ItemId feed)
{
    const auto& papers = view_->result->papers;
    const float x = painter.snap(area.x + (area.w - style_.width_px) / 2);
    float y = area.y - painter.snap(static_cast<float>(position_.offset_px()));
    seen_selected_ = kNoPaper;
    for (std::size_t row = position_.row(); row < papers.size() && y < area.bottom(); ++row) {
        const PaperIndex paper = papers[row];
        const CardLayout& card = layout(paper);
        const auto height = static_cast<float>(measure_px(row));
        CardPlace place;
        place.rect = {x, y, style_.width_px, height - kGapPx};
        place.feed = feed;
        place.position = static_cast<std::uint32_t>(row + 1);
        place.set_size = static_cast<std::uint32_t>(papers.size());
        place.is_selected = paper == view_->selected;
        place.style = &style_;
        place.wants_focus = paper == focused_ && place.is_selected;
        if (painter.is_visible(place.rect)) {
            card_ui(painter, view_->library->paper(paper), paper, card, place);
            if (place.is_selected) {
                seen_selected_ = paper;
                seen_selected_y_px_ = static_cast<double>(y - area.y);
            }
        }
        y += height;
    }
    anchor_paper_ = papers[position_.row()];
    focused_ = kNoPaper;
}

}  // namespace paperdeck::ui
