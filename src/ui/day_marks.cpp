#include "ui/day_marks.h"

#include <algorithm>
#include <cmath>

#include "base/runs.h"
#include "ui/scrollbar.h"

namespace paperdeck::ui {
namespace {

constexpr float kReachPx = 4;    // above and below a tick, where a press means it
constexpr float kTickGapPx = 6;  // ticks nearer than this would be a grey bar

Date day_of(const View& view, std::size_t row)
{
    const LibraryPaper& paper = view.library->paper(view.result->papers[row]);
    return paper.appearances.empty() ? Date{} : paper.appearances.front().date;
}

bool is_sorted_by_day(Sort sort) { return sort == Sort::kListed || sort == Sort::kNewest; }

}  // namespace

void DayMarks::take(const View& view)
{
    marks_.clear();
    ticks_.clear();
    placed_total_px_ = -1;
    if (!is_sorted_by_day(view.query->order())) return;
    const auto starts = starts_of_runs(view.result->papers.size(), [&](std::size_t row) { return day_of(view, row); });
    for (const std::size_t row : starts) {
        const Date day = day_of(view, row);
        const bool is_same_month = !marks_.empty() && marks_.back().day.month == day.month && marks_.back().day.year == day.year;
        marks_.push_back({row, day, !is_same_month});
    }
    if (marks_.size() < 2) marks_.clear();
}

// Months first; days where there is room left between.
void DayMarks::place_ticks(float track_px, const HeightIndex& heights)
{
    placed_total_px_ = heights.total();
    placed_track_px_ = track_px;
    ticks_.clear();
    const double scale = static_cast<double>(track_px) / static_cast<double>(std::max<std::int64_t>(1, placed_total_px_));
    const auto y_of = [&](const Mark& mark) { return static_cast<float>(static_cast<double>(heights.top(mark.row)) * scale); };
    float last = -kTickGapPx;
    for (const Mark& mark : marks_) {
        const float y = y_of(mark);
        if (!mark.begins_month || y < last + kTickGapPx) continue;
        ticks_.push_back({mark.row, y, true});
        last = y;
    }
    const std::size_t months = ticks_.size();
    std::size_t next_month = 0;
    last = -kTickGapPx;
    for (const Mark& mark : marks_) {
        const float y = y_of(mark);
        while (next_month < months && ticks_[next_month].y <= y) last = std::max(last, ticks_[next_month++].y);
        const bool has_room = next_month == months || y + kTickGapPx <= ticks_[next_month].y;
        if (mark.begins_month || y < last + kTickGapPx || !has_room) continue;
        ticks_.push_back({mark.row, y, false});
        last = y;
    }
}

std::optional<std::size_t> DayMarks::row_under_pointer(const Painter& painter, const Rect& area, const Rect& thumb) const
{
    if (painter.is_pointer_in(thumb)) return std::nullopt;
    const Tick* nearest = nullptr;
    const float pointer_y = ImGui::GetIO().MousePos.y - area.y;
    const auto is_nearer = [&](const Tick& tick) { return !nearest || std::abs(tick.y - pointer_y) < std::abs(nearest->y - pointer_y); };
    for (const Tick& tick : ticks_)
        if (is_nearer(tick)) nearest = &tick;
    if (!nearest || !painter.is_pointer_in({area.right() - Scrollbar::kWidth, area.y + nearest->y - kReachPx, Scrollbar::kWidth, 2 * kReachPx})) return std::nullopt;
    return nearest->row;
}

void DayMarks::draw(Painter& painter, const Rect& area, const HeightIndex& heights)
{
    if (marks_.empty()) return;
    if (placed_total_px_ != heights.total() || placed_track_px_ != area.h) place_ticks(area.h, heights);
    const Color color = with_alpha(painter.theme().ink_faint, 0.55f);
    for (const Tick& tick : ticks_) {
        const float length = tick.is_long ? 8.0f : 4.0f;
        painter.fill({area.right() - length, painter.snap(area.y + tick.y), length, 1}, color);
    }
}

void DayMarks::draw_label(Painter& painter, const Rect& area, const Rect& beside, std::size_t row)
{
    if (marks_.empty()) return;
    const auto after = std::upper_bound(marks_.begin(), marks_.end(), row, [](std::size_t r, const Mark& mark) { return r < mark.row; });
    const Date day = (after - 1)->day;
    if (label_.empty() || labelled_ != day) {
        labelled_ = day;
        label_ = day ? to_words(day) : "No day";
    }
    const Theme& theme = painter.theme();
    const TextLook look = {Face::kSemibold, 13, theme.ink};
    const float width = painter.width(look, label_) + 24, height = 30;
    const float y = std::clamp(beside.y + beside.h / 2 - height / 2, area.y + 4, area.bottom() - height - 4);
    const Rect box = {painter.snap(beside.x - width - 8), painter.snap(y), width, height};
    painter.fill({box.x, box.y + 2, box.w, box.h}, with_alpha(theme.shade, 0.15f), 8);
    painter.fill(box, theme.card, 7);
    painter.stroke(box, theme.line, 7);
    painter.label(box.x + 12, box.y + height / 2, look, label_);
}

}  // namespace paperdeck::ui
