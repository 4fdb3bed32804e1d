// What keys do to the selection.
#include <algorithm>

#include "ui/selection.h"
#include "ui/selection_text.h"

namespace paperdeck::ui {

void TextSelection::extend(SelectionStep step, const PanelTexts& texts, const Fonts& fonts)
{
    if (!has_focus()) return;
    const bool is_forwards = step == SelectionStep::kRight || step == SelectionStep::kWordRight || step == SelectionStep::kDown;
    const bool is_by_word = step == SelectionStep::kWordLeft || step == SelectionStep::kWordRight;
    const bool is_by_line = step == SelectionStep::kUp || step == SelectionStep::kDown;
    focus_ = is_by_line ? moved_by_line(is_forwards, fonts) : moved(focus_, is_forwards, is_by_word, texts);
}

void TextSelection::select_all(Surface surface, PaperIndex paper, std::size_t row, const PanelTexts& texts)
{
    clear();
    const auto last = static_cast<TextField>(texts.fields(surface) - 1);
    anchor_ = {{surface, TextField::kTitle, paper}, row, 0};
    focus_ = {{surface, last, paper}, row, 0};
    focus_.offset = texts.shown_bytes(focus_.key);
}

// The nearest text that has any words, at the end that is reached first.
std::optional<TextSelection::Place> TextSelection::text_beside(Place place, bool is_forwards, const PanelTexts& texts) const
{
    const std::size_t fields = texts.fields(place.key.surface);
    auto field = static_cast<std::size_t>(place.key.field);
    for (;;) {
        const bool is_last = is_forwards ? field + 1 == fields : field == 0;
        if (is_last && !is_forwards && place.row == 0) return std::nullopt;
        if (is_last) place.row = is_forwards ? place.row + 1 : place.row - 1;
        field = !is_last ? (is_forwards ? field + 1 : field - 1) : is_forwards ? 0 : fields - 1;
        place.key.paper = texts.paper(place.key, place.row);
        if (place.key.paper == kNoPaper) return std::nullopt;
        place.key.field = static_cast<TextField>(field);
        const std::uint32_t shown = texts.shown_bytes(place.key);
        place.offset = is_forwards ? 0 : shown;
        if (shown > 0) return place;
    }
}

TextSelection::Place TextSelection::moved(Place place, bool is_forwards, bool is_by_word, const PanelTexts& texts) const
{
    const std::uint32_t shown = texts.shown_bytes(place.key);
    const bool is_at_edge = is_forwards ? place.offset >= shown : place.offset == 0;
    if (is_at_edge) return text_beside(place, is_forwards, texts).value_or(place);
    const StyledText& text = texts.text(place.key);
    const std::uint32_t to = is_forwards ? place_after(text, place.offset, is_by_word) : place_before(text, place.offset, is_by_word);
    place.offset = std::min(to, shown);
    return place;
}

// To the line above or below of what the last frame drew; beyond it to the end of the text.
TextSelection::Place TextSelection::moved_by_line(bool is_down, const Fonts& fonts) const
{
    const auto is_here = [this](const Drawn& drawn) { return drawn.block.key == focus_.key && drawn.block.row == focus_.row; };
    const auto here = std::find_if(drawn_.begin(), drawn_.end(), is_here);
    if (here == drawn_.end() || here->block.laid_out->lines.empty()) return focus_;
    const TextBlock* block = &here->block;
    const CaretPlace caret = caret_place(*block->laid_out, focus_.offset, fonts);
    const float x = block->rect.x + caret.x_px;
    std::size_t line = is_down ? caret.line + 1 : caret.line - 1;
    if (line >= block->laid_out->lines.size()) {
        const bool is_outermost = is_down ? here + 1 == drawn_.end() : here == drawn_.begin();
        const TextBlock* other = is_outermost ? nullptr : &(is_down ? here + 1 : here - 1)->block;
        if (!other || other->key.surface != focus_.key.surface || other->laid_out->lines.empty()) {
            Place edge = focus_;
            edge.offset = is_down ? shown_range(*block->laid_out).end : 0;
            return edge;
        }
        block = other;
        line = is_down ? 0 : block->laid_out->lines.size() - 1;
    }
    const Line& target = block->laid_out->lines[line];
    const float y = target.top_px + target.height_px / 2;
    return {block->key, block->row, offset_at(*block->laid_out, fonts, x - block->rect.x, y, Snap::kNearest)};
}

}  // namespace paperdeck::ui
