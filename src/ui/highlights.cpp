// The reader's own words and authors: a section of the sidebar, and a dialogue with the two lists.
#include <algorithm>
#include <cstring>

#include "imgui_internal.h"
#include "ui/panels.h"

namespace paperdeck::ui {
namespace {

constexpr float kPad = 24, kTitle = 34;
constexpr float kTextSize = 15, kTextSizeTouch = 16;  // as the search field
constexpr Choice kChoice = {Setting::kHighlights, "Highlights", {"All", "First", "Only"}};
constexpr std::string_view kHelp = "Marked in every paper. One a line, or with commas between; diffus* stands for all words that begin so.";

// Words that open the dialogue.
void link_ui(Painter& painter, ItemId parent, std::string_view name, std::string_view words, const Rect& rect)
{
    const Theme& theme = painter.theme();
    const Interaction touch = painter.control({.parent = parent, .role = Role::kButton, .rect = rect, .name = name, .command = CommandKind::kToggleHighlights});
    if (touch.is_hovered) painter.fill(rect, theme.chip, 6);
    painter.label(rect.x + 8, rect.y + rect.h / 2, {Face::kRegular, 13, theme.link}, words);
    painter.focus_ring(rect.inset(2, 2), touch.id);
}

// As the search field's, of several lines.
void edited_text(Painter& painter, const ItemSpec& spec, const Rect& text, LinesField& field)
{
    if (!field.is_active) field.text[spec.value.copy(field.text, kMostListBytes)] = 0;
    ImGui::PushFont(painter.fonts().font(Face::kRegular), kTextSize);
    for (const ImGuiCol ground : {ImGuiCol_FrameBg, ImGuiCol_ChildBg, ImGuiCol_ScrollbarBg}) ImGui::PushStyleColor(ground, 0);
    ImGui::PushStyleColor(ImGuiCol_Text, painter.theme().ink);
    ImGui::PushStyleColor(ImGuiCol_InputTextCursor, painter.theme().ink);
    ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, painter.theme().selection);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {0, 2});
    ImGui::SetCursorScreenPos({text.x, text.y});
    ImGui::PushID(static_cast<int>(spec.number));
    if (ImGui::InputTextMultiline("##list", field.text, sizeof field.text, {text.w, text.h}))
        painter.commands().push_back({spec.command, spec.number, field.text});
    field.is_active = ImGui::IsItemActive();
    ImGui::PopID();
    ImGui::PopStyleVar();
    ImGui::PopStyleColor(6);
    ImGui::PopFont();
}

void field_ui(Painter& painter, const View& view, ItemSpec spec, std::string_view example, LinesField& field)
{
    const Theme& theme = painter.theme();
    const Rect box = spec.rect;
    spec.rect = box.inset(10, 7);
    field.id = painter.note(spec);
    const bool has_focus = painter.pointer().focus == field.id || field.is_active;
    painter.fill(box, theme.background, 8);
    if (has_focus) painter.stroke(box.inset(-2, -2), with_alpha(theme.focus, 0.3f), 10, 3);
    painter.stroke(box, has_focus ? theme.focus : theme.line, 8);
    if (spec.value.empty()) painter.label_cut(spec.rect.x, spec.rect.y + 11, spec.rect.w, {Face::kRegular, view.is_touch ? kTextSizeTouch : kTextSize, theme.ink_faint}, example);
    if (!view.has_native_fields) edited_text(painter, spec, spec.rect, field);
}

}  // namespace

float highlights_section_ui(Painter& painter, const View& view, ItemId region, Point at, float width)
{
    const float row = view.is_touch ? size::kFinger : 28;
    const float head = kTitle / 2 + 4 + row / 2;
    section_title_ui(painter, at.x + 8, at.y + kTitle / 2 + 4, kChoice.name);
    if (view.marked->highlighted.finder.empty()) {
        constexpr std::string_view kAdd = "Add words and authors…";
        link_ui(painter, region, kAdd, kAdd, {at.x, at.y + kTitle, width, row});
        return kTitle + row;
    }
    constexpr std::string_view kEdit = "Edit…";
    const float edit = painter.width({Face::kRegular, 13, 0}, kEdit) + 16;
    link_ui(painter, region, "Edit highlights", kEdit, {at.x + width - edit, at.y + head - row, edit, row});
    const float height = view.is_touch ? size::kFinger : 34;
    choice_ui(painter, view, region, kChoice, {at.x + 8, at.y + head, width - 16, height});
    return head + height + 6;
}

void highlights_ui(Painter& painter, const View& view, const Rect& window, HighlightFields& fields)
{
    if (!view.are_highlights_open) return;
    const Theme& theme = painter.theme();
    painter.fill(window, theme.shade);
    const float width = std::min(window.w - 24, 480.0f);
    StyledText help;
    help.text = kHelp;
    const Paragraph words = lay_out(help, {}, {Face::kRegular, 14, 22, width - 2 * kPad, 0}, painter.fonts());
    const float lines = std::clamp(window.h - 178 - words.height_px, 96.0f, 280.0f);  // of both fields
    const float height = 62 + words.height_px + 14 + 2 * 22 + lines + 18 + kPad;
    const Rect box = {painter.snap(window.x + (window.w - width) / 2), painter.snap(std::max(window.y + 8, window.y + (window.h - height) / 2)), width, height};
    painter.fill(box, theme.card, 12);
    painter.stroke(box, theme.line, 12);
    const ItemId dialog = painter.note({.role = Role::kDialog, .rect = box, .name = kChoice.name, .state = kModal});
    const float x = box.x + kPad, inner = width - 2 * kPad;
    painter.label(x, box.y + 32, {Face::kSemibold, 19, theme.ink}, kChoice.name);
    const float button = view.is_touch ? size::kFinger : 30;
    button_ui(painter, {.parent = dialog, .role = Role::kButton, .name = "Close", .command = CommandKind::kToggleHighlights},
              {box.right() - 84, box.y + 31 - button / 2}, "Close", {false, button});
    float y = box.y + 62;
    painter.note({.parent = dialog, .role = Role::kText, .rect = {x, y, inner, words.height_px}, .name = kHelp});
    painter.paragraph(words, {x, y}, theme.ink_soft);
    y += words.height_px + 14;
    const auto list = [&](std::string_view name, std::string_view value, std::uint32_t number, std::string_view example, float share, LinesField& field) {
        section_title_ui(painter, x, y + 8, name);
        // A finger's keyboard would hide half of the dialogue.
        const std::uint32_t state = number == 0 && !view.is_touch ? kWantsFocus : 0u;
        const Rect rect = {x, y + 22, inner, painter.snap(lines * share)};
        field_ui(painter, view, {.parent = dialog, .role = Role::kTextField, .rect = rect, .name = name, .value = value, .state = state,
                                 .command = CommandKind::kEditHighlights, .number = number}, example, field);
        y += 22 + rect.h + 18;
    };
    list("Words", view.highlights->words, 0, "graph neural, diffus*", 0.6f, fields.words);
    list("Authors", view.highlights->authors, 1, "Yann LeCun", 0.4f, fields.authors);
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left) && !painter.is_pointer_in(box)) painter.commands().push_back({CommandKind::kToggleHighlights, 0, {}});
}

}  // namespace paperdeck::ui
