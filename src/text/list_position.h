// Where a long list of rows of unknown heights stands, exact to the pixel.
//
// The truth is an anchor, {row, offset}: the row at the top of the view and how far into it the view begins.
// A row is measured when it comes near; until then its height is a guess, and correcting a guess never moves
// what is seen. Offsets are in px and may be fractions, so that nothing of a touchpad's small steps is lost.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "text/height_index.h"

namespace paperdeck {

// Tells the exact height of a row; asked only for rows in and near the view.
class RowMeasure {
public:
    virtual ~RowMeasure() = default;
    virtual std::int32_t measure_px(std::size_t row) = 0;
};

class ListPosition {
public:
    // Other rows, with known or guessed heights; the view stands at the first.
    void reset(const std::vector<std::int32_t>& heights_px);

    std::size_t size() const { return heights_.size(); }
    std::size_t row() const { return row_; }
    double offset_px() const { return offset_px_; }
    // The part of the top row that lies above the view, 0 to 1: what a change of all heights keeps.
    double share() const;
    // The list above the view and the whole list, by what is known and guessed.
    double top_px() const { return static_cast<double>(heights_.top(row_)) + offset_px_; }
    double total_px() const { return static_cast<double>(heights_.total()); }
    const HeightIndex& heights() const { return heights_; }

    // These say where to go; settle() goes there.
    void move(double distance_px) { offset_px_ += distance_px; }
    void go_to(std::size_t row, double offset_px);
    void scroll_to(double top_px);

    // Moves as little as it takes to show the row whole, with `context_px` of its neighbour.
    void bring_into_view(std::size_t row, double view_px, double context_px, RowMeasure& rows);

    // Makes the anchor the row at the top of the view again and keeps the view within the list. A move shorter than
    // the view is exact; a longer one leaves nothing in sight that was there, so what it passes is taken as guessed.
    // Returns true when the list ended before the move did.
    bool settle(double view_px, RowMeasure& rows);

private:
    double measured_px(std::size_t row, RowMeasure& rows);
    void pass_unseen(double view_px);
    bool pull_up_to_start(RowMeasure& rows);

    HeightIndex heights_;
    std::size_t row_ = 0;
    double offset_px_ = 0;
};

}  // namespace paperdeck
