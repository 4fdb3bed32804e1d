// What the search did that the reader should know, in one quiet line above the results; none where there is nothing to say.
#include <cmath>

#include "search/result_notes.h"
#include "ui/panels.h"

namespace paperdeck::ui {
namespace {

constexpr float kLine = 19;
constexpr int kMostLines = 3;

std::string notice_of(const View& view)
{
    std::string words;
    const auto say = [&](const std::string& sentence) { words += (words.empty() ? "" : " ") + sentence; };
    const SearchResult& result = *view.result;
    for (const std::string& note : notes_of(*view.query, result, true)) say(note);
    const auto view_of = static_cast<HighlightView>(view.settings.get(Setting::kHighlights));
    if (!view.marked->highlighted.finder.empty() && view_of != HighlightView::kAll) {
        const std::string share = std::to_string(result.highlighted) + " of " + std::to_string(result.found) + (result.found == 1 ? " paper" : " papers");
        say(view_of == HighlightView::kOnly ? "Showing " + share + ": those with a highlight." : "With a highlight: " + share + ", shown first.");
    }
    if (result.share_searched < 1)
        say("Searching by the regular expression: " + std::to_string(static_cast<int>(std::floor(result.share_searched * 100))) + " %.");
    return words;
}

}  // namespace

float notice_ui(Painter& painter, const View& view, Point at, float width, NoticeState& state)
{
    if (state.epoch != view.result_epoch || state.width_px != width) {
        StyledText text;
        text.text = notice_of(view);
        state.epoch = view.result_epoch;
        state.width_px = width;
        state.laid_out = text.text.empty() ? Paragraph() : lay_out(text, {}, {Face::kRegular, 13, kLine, width, kMostLines}, painter.fonts());
        state.words = std::move(text.text);
    }
    if (state.words.empty()) return 0;
    painter.note({.role = Role::kNotice, .rect = {at.x, at.y, width, state.laid_out.height_px}, .name = state.words});
    painter.paragraph(state.laid_out, at, painter.theme().ink_soft);
    return state.laid_out.height_px + 8;
}

}  // namespace paperdeck::ui
