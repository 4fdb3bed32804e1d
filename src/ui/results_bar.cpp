#include <string>

#include "search/histogram.h"
#include "ui/panels.h"

namespace paperdeck::ui {
namespace {

constexpr std::string_view kSortNames[] = {"As listed", "Newest", "Title", "Best match"};
constexpr std::string_view kSortOptions = "As listed\nNewest\nTitle\nBest match";
constexpr std::string_view kAbstractsNames[] = {"Abstracts: hidden", "Abstracts: short", "Abstracts: full"};

std::string summary_of(const View& view)
{
    const std::size_t found = view.result->papers.size();
    std::string words = std::to_string(found) + (found == 1 ? " paper" : " papers");
    // With days chosen, the other days' counts say what they would add, not what is shown.
    std::size_t days = 0;
    for (const FacetCount& day : view.result->days) days += day.count > 0 && accepts_day(*view.query, day.value, view.result->days.front().value);
    if (days > 0) words += " · " + std::to_string(days) + (days == 1 ? " day" : " days");
    return words;
}

}  // namespace

void results_bar_ui(Painter& painter, const View& view, const Rect& area, SummaryState& summary, MenuState& menu)
{
    const Theme& theme = painter.theme();
    const float center = area.y + area.h / 2;
    float x = area.x + painter.label(area.x, center, {Face::kSemibold, 13, theme.ink}, "Results") + 10;
    const TextLook soft = {Face::kRegular, 13, theme.ink_soft};
    if (summary.epoch != view.result_epoch) summary = {view.result_epoch, summary_of(view)};
    x += painter.label(x, center, soft, summary.words) + 16;

    // On a phone there is room for one; the abstracts' length is on the page "More" there.
    const float height = view.is_touch ? size::kFinger : 30;
    // The last chevron stands above the cards' right edge.
    const float edge = area.right() + 9;
    float right = edge;
    auto combo = [&](const Combo& spec, std::string_view words) {
        const float width = combo_width(painter, words);
        right -= width;
        combo_ui(painter, spec, {painter.snap(right), painter.snap(center - height / 2), width, height}, words, menu);
    };
    const bool has_room = area.w >= 480;
    const std::string_view sort = kSortNames[static_cast<int>(view.query->order())];
    const std::string_view abstracts = kAbstractsNames[static_cast<int>(view.settings.abstracts())];
    if (has_room) right -= combo_width(painter, abstracts);
    combo({"Sort", kSortOptions, static_cast<std::uint32_t>(view.query->order()), CommandKind::kSetSort, 0}, sort);
    const float left = right;
    if (has_room) {
        right = edge;
        combo({"Abstracts", "Hidden\nShort\nFull", static_cast<std::uint32_t>(view.settings.abstracts()), CommandKind::kSet,
               setting_number(Setting::kAbstracts, 0)}, abstracts);
    }

    if (view.digests_total == 0) return;
    std::string words = "Loading " + std::to_string(view.digests_done) + " of " + std::to_string(view.digests_total) +
                              (view.digests_total == 1 ? " digest" : " digests");
    if (!view.loading_name.empty()) words.append(" from ").append(view.loading_name);
    painter.note({.role = Role::kProgressBar, .rect = {x, center - 10, left - x - 10, 20}, .name = words,
                  .set_size = view.digests_total, .index = view.digests_done});
    if (left - x > 140) painter.label_cut(x, center, left - x - 16, {Face::kRegular, 13, theme.ink_faint}, words);
    const float share = static_cast<float>(view.digests_done) / static_cast<float>(view.digests_total);
    painter.fill({area.x, area.bottom() - 2, area.w * share, 2}, theme.accent, 1);
}

}  // namespace paperdeck::ui
