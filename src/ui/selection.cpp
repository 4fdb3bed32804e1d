#include "ui/selection.h"

#include <algorithm>
#include <limits>

#include "ui/selection_text.h"

namespace paperdeck::ui {
namespace {

constexpr float kReach_px = 16;  // beside a paragraph: a drag often begins in the margin

Rect around(const Rect& a, const Rect& b)
{
    if (a.h <= 0) return b;
    const float x = std::min(a.x, b.x), y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

// Over the text of a line, rather than the room behind it.
bool is_over_text(const Painter& painter, const TextBlock& block)
{
    if (!painter.is_pointer_in(block.rect)) return false;
    for (const Line& line : block.laid_out->lines)
        if (painter.is_pointer_in({block.rect.x, block.rect.y + line.top_px, line.width_px, line.height_px})) return true;
    return false;
}

}  // namespace

void text_ui(Painter& painter, const TextBlock& block, Color color) { painter.selection().draw(painter, block, color); }

bool TextSelection::is_before(const Place& a, const Place& b)
{
    const std::uint64_t order_a = order_of(a.key, a.row), order_b = order_of(b.key, b.row);
    return order_a < order_b || (order_a == order_b && a.offset < b.offset);
}

SourceRange TextSelection::range_in(const TextKey& key, std::size_t row) const
{
    if (is_empty() || key.surface != anchor_.key.surface) return {};
    const Place &from = first(), &to = last();
    const std::uint64_t here = order_of(key, row), begin = order_of(from.key, from.row), end = order_of(to.key, to.row);
    if (here < begin || end < here) return {};
    return {here == begin ? from.offset : 0, here == end ? to.offset : std::numeric_limits<std::uint32_t>::max()};
}

void TextSelection::draw(Painter& painter, const TextBlock& block, Color color)
{
    const SourceRange range = range_in(block.key, block.row);
    painter.paragraph(*block.laid_out, {block.rect.x, block.rect.y}, color, 1, range);
    drawn_.push_back({block, intersection(block.rect.inset(-kReach_px, 0), painter.clip())});
    if (mode_ == Mode::kSelecting || is_over_text(painter, block)) ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
    if (is_by_touch_ && !range.empty()) note_ends(painter, block, range);
}

void TextSelection::note_ends(const Painter& painter, const TextBlock& block, SourceRange range)
{
    bool is_first = block.key == first().key;
    for (const Line& line : block.laid_out->lines) {
        const auto stretch = stretch_of(*block.laid_out, line, range, painter.fonts());
        if (!stretch) continue;
        const Rect rect = {block.rect.x + stretch->x_px, block.rect.y + line.top_px, stretch->width_px, line.height_px};
        const Rect seen = intersection(rect, painter.clip());
        if (seen.h > 0) seen_ = around(seen_, seen);
        if (is_first) ends_[0] = {{rect.x, rect.bottom()}, line.height_px, seen.h > 0};
        is_first = false;
        if (block.key == last().key) ends_[1] = {{rect.right(), rect.bottom()}, line.height_px, seen.h > 0};
    }
}

// Another result may put the papers elsewhere or leave them out; another paper may be open.
void TextSelection::keep_up_with(const View& view)
{
    const bool is_same = view.result_epoch == result_epoch_;
    result_epoch_ = view.result_epoch;
    if (!is_same) drawn_.clear();
    // Another text stands where the selected one stood.
    if (is_translated_ != view.settings.is_translated()) {
        is_translated_ = view.settings.is_translated();
        drawn_.clear();
        clear();
    }
    if (anchor_.key.paper == kNoPaper) return;
    if (anchor_.key.surface == Surface::kDetail) {
        if (anchor_.key.paper != view.selected) clear();
        return;
    }
    if (is_same) return;
    const auto& papers = view.result->papers;
    for (Place* place : {&anchor_, &focus_, &origin_begin_, &origin_end_}) {
        const auto found = std::find(papers.begin(), papers.end(), place->key.paper);
        place->row = static_cast<std::size_t>(found - papers.begin());
        const bool is_end = place == &anchor_ || place == &focus_;
        if (is_end && found == papers.end()) {
            clear();
            return;
        }
    }
}

bool TextSelection::clear()
{
    const bool was_there = !is_empty();
    anchor_ = focus_ = {};
    mode_ = Mode::kNone;
    is_by_touch_ = false;
    return was_there;
}

std::string TextSelection::text(const PanelTexts& texts) const
{
    std::string out;
    if (is_empty()) return out;
    for (std::size_t row = first().row; row <= last().row; ++row) {
        const PaperIndex paper = texts.paper(anchor_.key, row);
        if (paper == kNoPaper) break;
        const char* gap = out.empty() ? "" : "\n\n";
        for (std::size_t field = 0; field < texts.fields(anchor_.key.surface); ++field) {
            const TextKey key = {anchor_.key.surface, static_cast<TextField>(field), paper};
            SourceRange range = range_in(key, row);
            if (range.empty()) continue;
            // A card shows the beginning of its abstract; what is not seen is not selected.
            range.end = std::min(range.end, texts.shown_bytes(key));
            const std::string words = copied_text(texts.text(key), range);
            if (words.empty()) continue;
            out.append(gap).append(words);
            gap = "\n";
        }
    }
    return out;
}

}  // namespace paperdeck::ui
