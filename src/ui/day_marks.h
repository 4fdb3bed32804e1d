// The days of a list that is sorted by them, as marks beside its scroll bar.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "text/height_index.h"
#include "ui/painter.h"
#include "ui/ui.h"

namespace paperdeck::ui {

class DayMarks {
public:
    // Finds the first card of each day; none where the list has another order. Once for each result.
    void take(const View& view);

    // The row that the day under the pointer begins with, where there is a tick; not under `thumb`.
    std::optional<std::size_t> row_under_pointer(const Painter& painter, const Rect& area, const Rect& thumb) const;
    // Ticks along the right edge of `area`, longer ones where a month begins.
    void draw(Painter& painter, const Rect& area, const HeightIndex& heights);
    // The day of a row, beside the thumb or its tick: "Thu 11 Mar 2021".
    void draw_label(Painter& painter, const Rect& area, const Rect& beside, std::size_t row);

private:
    struct Mark {
        std::size_t row = 0;
        Date day;
        bool begins_month = false;
    };
    struct Tick {
        std::size_t row = 0;
        float y = 0;  // from the area's top
        bool is_long = false;
    };

    void place_ticks(float track_px, const HeightIndex& heights);

    std::vector<Mark> marks_;
    Date labelled_;      // the day that has …
    std::string label_;  // … these words
    std::vector<Tick> ticks_;
    std::int64_t placed_total_px_ = -1;
    float placed_track_px_ = 0;
};

}  // namespace paperdeck::ui
