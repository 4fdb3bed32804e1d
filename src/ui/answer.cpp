// A dialogue that answers one question about the search: what the query asks, why a paper stands where it does, which
// papers are like it.
#include <algorithm>

#include "ui/panels.h"

namespace paperdeck::ui {
namespace {

constexpr float kPad = 24;

Paragraph wrapped(Painter& painter, const std::string& words, const ParagraphStyle& style)
{
    StyledText text;
    text.text = words;
    return lay_out(text, {}, style, painter.fonts());
}

// Words, what is said of them, and a bar or a way to the paper; returns its height.
float row_ui(Painter& painter, const AnswerRow& row, Point at, float width, ItemId dialog, std::uint32_t key, bool is_touch)
{
    const Theme& theme = painter.theme();
    const bool is_paper = row.paper != kNoPaper;
    const Paragraph words = wrapped(painter, row.words, {is_paper ? Face::kSemibold : Face::kRegular, 14, 20, is_paper ? width : width - 56, is_paper ? 2 : 0});
    const Paragraph note = wrapped(painter, row.note, {Face::kRegular, 12.5f, 18, width, 1});
    const float height = is_paper ? std::max(words.height_px + note.height_px, is_touch ? size::kFinger : 0.0f) : words.height_px + 8;
    const Rect rect = {at.x, at.y, width, height};
    if (is_paper) {
        const Interaction touch = painter.control({.parent = dialog, .role = Role::kButton, .rect = rect.inset(-8, -4), .name = row.words, .description = row.note,
                                                   .command = CommandKind::kGoToPaper, .number = row.paper, .key = key});
        if (touch.is_hovered) painter.fill(rect.inset(-8, -4), theme.chip, 6);
        painter.focus_ring(rect.inset(-8, -4), touch.id);
        painter.paragraph(words, at, theme.ink);
        painter.paragraph(note, {at.x, at.y + words.height_px}, theme.ink_soft);
        return height + 12;
    }
    painter.note({.parent = dialog, .role = Role::kText, .rect = rect, .name = row.words + ": " + row.note, .key = key});
    painter.paragraph(words, at, theme.ink);
    const TextLook number = {Face::kRegular, 13, theme.ink_soft};
    painter.label(rect.right() - painter.width(number, row.note), at.y + 10, number, row.note);
    const float y = at.y + words.height_px + 2;
    painter.fill({at.x, y, width, 4}, theme.chip, 2);
    painter.fill({at.x, y, std::max(width * row.share, 4.0f), 4}, theme.accent, 2);
    return height + 8;
}

}  // namespace

void answer_ui(Painter& painter, const View& view, const Rect& window, PaneScroll& scroll)
{
    const Answer& answer = *view.answer;
    if (answer.title.empty()) {
        scroll = {};
        return;
    }
    const Theme& theme = painter.theme();
    painter.fill(window, theme.shade);
    const float width = std::min(window.w - 24, 520.0f);
    const float height = std::min(window.h - 24, scroll.content_px > 0 ? scroll.content_px : 320.0f);
    const Rect box = {painter.snap(window.x + (window.w - width) / 2), painter.snap(window.y + (window.h - height) / 2), width, height};
    painter.fill(box, theme.card, 12);
    painter.stroke(box, theme.line, 12);
    const ItemId dialog = painter.note({.role = Role::kDialog, .rect = box, .name = answer.title, .state = kModal});
    painter.push_clip(box.inset(0, 1));
    const float x = box.x + kPad, inner = width - 2 * kPad;
    const float top = scroll.begin(painter, box);
    float y = top + 22;
    painter.label_cut(x, y + 10, inner - 72, {Face::kSemibold, 19, theme.ink}, answer.title);
    const float button = view.is_touch ? size::kFinger : 30;
    button_ui(painter, {.parent = dialog, .role = Role::kButton, .name = "Close", .command = CommandKind::kCloseAnswer}, {box.right() - 84, y + 9 - button / 2},
              "Close", {false, button});
    y += 42;
    if (!answer.words.empty()) {
        const Paragraph words = wrapped(painter, answer.words, {Face::kRegular, 14, 22, inner, 0});
        painter.note({.parent = dialog, .role = Role::kText, .rect = {x, y, inner, words.height_px}, .name = answer.words});
        painter.paragraph(words, {x, y}, theme.ink_soft);
        y += words.height_px + 14;
    }
    std::uint32_t key = 0;
    for (const AnswerRow& row : answer.rows) y += row_ui(painter, row, {x, y}, inner, dialog, ++key, view.is_touch);
    scroll.end(painter, box, y - top + 10);
    painter.pop_clip();
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !painter.is_pointer_in(box)) painter.commands().push_back({CommandKind::kCloseAnswer, 0, {}});
}

}  // namespace paperdeck::ui
