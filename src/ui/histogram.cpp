// The results over time as bars above the cards: drag over them, click one, or go through them with the arrow keys.
#include "ui/histogram.h"

#include <algorithm>
#include <cmath>

namespace paperdeck::ui {
namespace {

constexpr float kHeight = 44, kBelow = 12;
constexpr float kThinnest = 3, kGap = 2, kShortest = 2;

}  // namespace

void HistogramPanel::take(const View& view, float width)
{
    if (view.result_epoch == epoch_ && width == width_) return;
    epoch_ = view.result_epoch;
    width_ = width;
    const auto most = static_cast<std::size_t>(std::max(1.0f, (width + kGap) / (kThinnest + kGap)));
    histogram_ = make_histogram(view.result->days, *view.query, most);
    names_.clear();
    for (std::size_t i = 0; i < histogram_.bins.size(); ++i) names_.push_back(to_words(histogram_, i));
    const auto& bins = histogram_.bins;
    if (stop_ >= bins.size()) stop_ = 0;
    if (bins.empty() || bins[stop_].count > 0) return;
    // The Tab key finds the newest bar that says something.
    for (std::size_t i = 0; i < bins.size(); ++i)
        if (bins[i].count > 0) stop_ = i;
}

float HistogramPanel::height(const View& view, float width)
{
    take(view, width);
    return histogram_.most == 0 ? 0 : kHeight + kBelow;
}

std::size_t HistogramPanel::bin_at(float x, const Rect& area) const
{
    const auto count = static_cast<float>(histogram_.bins.size());
    return static_cast<std::size_t>(std::clamp((x - area.x) / area.w * count, 0.0f, count - 1));
}

void HistogramPanel::choose(std::vector<Command>& commands, std::size_t from, std::size_t to)
{
    // A click on what is chosen lets it go.
    const bool clears = from == to && histogram_.bins[from].is_on;
    commands.push_back({CommandKind::kSetDates, 0, clears ? std::string() : date_value(histogram_, from, to)});
}

// Mouse and finger; what they have brushed so far is from_ to to_.
void HistogramPanel::brush(Painter& painter, const Rect& area, ItemId group)
{
    const float x = ImGui::GetIO().MousePos.x;
    hovered_ = painter.is_pointer_in(area) || is_brushing_ ? bin_at(x, area) : kNone;
    if (painter.is_pointer_in(area)) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
            painter.pointer().held = group;
            is_brushing_ = true;
            from_ = hovered_;
        }
    }
    if (!is_brushing_) return;
    to_ = hovered_;
    if (!ImGui::IsMouseReleased(ImGuiMouseButton_Left)) return;
    is_brushing_ = false;
    choose(painter.commands(), from_, to_);
}

void HistogramPanel::draw(Painter& painter, const Rect& whole)
{
    const Theme& theme = painter.theme();
    const auto& bins = histogram_.bins;
    const Rect area = {whole.x, whole.y, whole.w, kHeight};
    const ItemId group = painter.note({.role = Role::kGroup, .rect = area, .name = "Papers over time"});
    brush(painter, area, group);

    const float pitch = area.w / static_cast<float>(bins.size());
    const float gap = pitch < 2 * kGap + kThinnest ? 1 : kGap;
    const float floor = painter.snap(area.bottom());
    const std::size_t low = std::min(from_, to_), high = std::max(from_, to_);
    ids_.clear();
    for (std::size_t i = 0; i < bins.size(); ++i) {
        const float x = painter.snap(area.x + pitch * static_cast<float>(i));
        const Rect slot = {x, area.y, painter.snap(area.x + pitch * static_cast<float>(i + 1)) - x, kHeight};
        const std::uint32_t state = kHasPressed | kCanvasPointer | (bins[i].is_on ? kPressed : 0u) | (i == stop_ ? 0u : kNotTabStop) |
                                    (i == wants_focus_ ? kWantsFocus : 0u);
        const ItemId id = painter.note({.parent = group, .role = Role::kButton, .rect = slot, .name = names_[i], .state = state});
        ids_.push_back(id);
        if (painter.pointer().activated == id) choose(painter.commands(), i, i);
        const float share = histogram_.most ? static_cast<float>(bins[i].count) / static_cast<float>(histogram_.most) : 0;
        const float height = bins[i].count ? std::max(kShortest, share * (kHeight - 2)) : 0;
        const bool is_on = is_brushing_ ? i >= low && i <= high : bins[i].is_on;
        const Color color = is_on ? theme.accent : mix(theme.chip, theme.accent, i == hovered_ ? 0.55f : 0.35f);
        if (is_brushing_ && is_on) painter.fill(slot, with_alpha(theme.accent, 0.12f));
        const Rect bar = {slot.x, floor - height, std::max(kThinnest - 1, slot.w - gap), height};
        if (height > 0) painter.list()->AddRectFilled({bar.x, bar.y}, {bar.right(), bar.bottom()}, color, 2, ImDrawFlags_RoundCornersTop);
        painter.focus_ring(slot.inset(0, 2), id, 3);
    }
    wants_focus_ = kNone;
    painter.line({area.x, floor + 0.5f}, {area.right(), floor + 0.5f}, theme.line);
}

void HistogramPanel::draw_tip(Painter& painter, const Rect& whole)
{
    if (hovered_ == kNone || hovered_ >= names_.size()) return;
    const Theme& theme = painter.theme();
    const TextLook look = {Face::kRegular, 12, theme.ink};
    const float width = painter.width(look, names_[hovered_]) + 16;
    const float pitch = whole.w / static_cast<float>(names_.size());
    const float center = whole.x + pitch * (static_cast<float>(hovered_) + 0.5f);
    const Rect tip = {painter.snap(std::clamp(center - width / 2, whole.x, std::max(whole.x, whole.right() - width))), whole.y + kHeight + 4, width, 24};
    painter.fill(tip, theme.card, 6);
    painter.stroke(tip, theme.line, 6);
    painter.label(tip.x + 8, tip.y + 12, look, names_[hovered_]);
}

bool HistogramPanel::key(std::string_view name, ItemId focus, std::vector<Command>& commands)
{
    const auto found = std::find(ids_.begin(), ids_.end(), focus);
    if (is_brushing_ && name == "Escape") {
        is_brushing_ = false;
        return true;
    }
    if (focus == 0 || found == ids_.end()) return false;
    auto at = static_cast<std::size_t>(found - ids_.begin());
    if (name == "Escape" && histogram_.has_range) {
        commands.push_back({CommandKind::kSetDates, 0, {}});
        return true;
    }
    if (name == "ArrowLeft" && at > 0)
        --at;
    else if (name == "ArrowRight" && at + 1 < ids_.size())
        ++at;
    else if (name == "Home")
        at = 0;
    else if (name == "End")
        at = ids_.size() - 1;
    else
        return name == "ArrowLeft" || name == "ArrowRight";
    stop_ = wants_focus_ = at;
    return true;
}

ItemId HistogramPanel::focused(ItemId focus) const { return wants_focus_ < ids_.size() ? ids_[wants_focus_] : focus; }

}  // namespace paperdeck::ui
