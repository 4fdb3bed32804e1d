#include "text/list_position.h"

#include <algorithm>
#include <cmath>

namespace paperdeck {

void ListPosition::reset(const std::vector<std::int32_t>& heights_px)
{
    heights_.assign(heights_px);
    row_ = 0;
    offset_px_ = 0;
}

double ListPosition::share() const
{
    const double height = heights_.size() > 0 ? heights_.height(row_) : 0;
    return height > 0 ? std::clamp(offset_px_ / height, 0.0, 1.0) : 0;
}

void ListPosition::go_to(std::size_t row, double offset_px)
{
    row_ = heights_.size() > 0 ? std::min(row, heights_.size() - 1) : 0;
    offset_px_ = offset_px;
}

void ListPosition::scroll_to(double top_px)
{
    row_ = heights_.row_at(static_cast<std::int64_t>(std::floor(top_px)));
    offset_px_ = top_px - static_cast<double>(heights_.top(row_));
}

double ListPosition::measured_px(std::size_t row, RowMeasure& rows)
{
    const std::int32_t height = rows.measure_px(row);
    heights_.set_height(row, height);
    return height;
}

void ListPosition::bring_into_view(std::size_t row, double view_px, double context_px, RowMeasure& rows)
{
    if (row >= size()) return;
    settle(view_px, rows);
    const double height = measured_px(row, rows);
    double top = -offset_px_;
    bool is_near = row >= row_;
    for (std::size_t r = row_; is_near && r < row; ++r) {
        top += measured_px(r, rows);
        is_near = top < 2 * view_px;
    }
    // Above the view, or far below: it goes to the top.
    if (!is_near || top < 0) return go_to(row, row == 0 ? 0 : -context_px);
    const double below = top + height + context_px - view_px;
    if (below > 0) move(std::min(below, top));
}

// Goes row by row without measuring, until the top of the view is in the row.
void ListPosition::pass_unseen(double view_px)
{
    if (offset_px_ > view_px) {
        while (row_ + 1 < size() && offset_px_ >= heights_.height(row_)) offset_px_ -= heights_.height(row_++);
    } else if (offset_px_ < -view_px) {
        while (row_ > 0 && offset_px_ < 0) offset_px_ += heights_.height(--row_);
    }
}

bool ListPosition::pull_up_to_start(RowMeasure& rows)
{
    while (offset_px_ < 0 && row_ > 0) offset_px_ += measured_px(--row_, rows);
    if (offset_px_ >= 0) return false;
    offset_px_ = 0;
    return true;
}

bool ListPosition::settle(double view_px, RowMeasure& rows)
{
    if (size() == 0) return false;
    pass_unseen(view_px);
    bool is_at_end = pull_up_to_start(rows);
    while (row_ + 1 < size()) {
        const double height = measured_px(row_, rows);
        if (offset_px_ < height) break;
        offset_px_ -= height;
        ++row_;
    }
    // Near the end the last row sits at the bottom of the view, not above it.
    double bottom = -offset_px_;
    for (std::size_t row = row_; row < size() && bottom < view_px; ++row) bottom += measured_px(row, rows);
    if (bottom >= view_px) return is_at_end;
    offset_px_ -= view_px - bottom;
    pull_up_to_start(rows);
    return true;
}

}  // namespace paperdeck
