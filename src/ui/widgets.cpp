// Small parts that several panels use.
#include <algorithm>
#include <cctype>
#include <iterator>

#include "ui/panels.h"

namespace paperdeck::ui {

float button_ui(Painter& painter, ItemSpec spec, Point at, std::string_view words, ButtonLook look)
{
    const Theme& theme = painter.theme();
    const TextLook text = {Face::kRegular, 13, look.is_primary ? theme.on_accent : theme.ink};
    const float width = painter.width(text, words) + 24;
    spec.rect = {painter.snap(at.x), painter.snap(at.y), width, look.height};
    const Interaction touch = painter.control(spec);
    Color ground = look.is_primary ? theme.accent : theme.card;
    if (touch.is_hovered) ground = mix(ground, look.is_primary ? theme.ink : theme.chip, look.is_primary ? 0.15f : 0.7f);
    painter.fill(spec.rect, ground, 7);
    if (!look.is_primary) painter.stroke(spec.rect, theme.line, 7);
    painter.label(spec.rect.x + 12, spec.rect.y + look.height / 2, text, words);
    painter.focus_ring(spec.rect, touch.id, 9);
    return width;
}

void section_title_ui(Painter& painter, float x, float center_y, std::string_view words)
{
    const TextLook look = {Face::kSemibold, 11, painter.theme().ink_faint};
    for (char c : words) {
        const char upper = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
        x += painter.label(x, center_y, look, std::string_view(&upper, 1)) + 0.66f;
    }
}

void choice_ui(Painter& painter, const View& view, ItemId parent, const Choice& choice, const Rect& rect)
{
    const Theme& theme = painter.theme();
    const ItemId group = painter.note({.parent = parent, .role = Role::kGroup, .rect = rect, .name = choice.name});
    const auto count = static_cast<float>(std::count_if(std::begin(choice.options), std::end(choice.options), [](auto o) { return !o.empty(); }));
    const float width = rect.w / count;
    painter.fill(rect, theme.chip, 8);
    for (int i = 0; i < static_cast<int>(count); ++i) {
        const bool is_on = view.settings.get(choice.setting) == i;
        const Rect part = {rect.x + width * static_cast<float>(i), rect.y, width, rect.h};
        const Interaction touch = painter.control({.parent = group, .role = Role::kButton, .rect = part, .name = choice.options[i],
                                                   .state = kHasPressed | (is_on ? kPressed : 0u), .command = CommandKind::kSet,
                                                   .number = setting_number(choice.setting, i)});
        if (is_on) {
            painter.fill(part.inset(2, 2), theme.card, 6);
            painter.stroke(part.inset(2, 2), theme.line, 6);
        } else if (touch.is_hovered) {
            painter.fill(part.inset(2, 2), with_alpha(theme.card, 0.5f), 6);
        }
        const TextLook look = {is_on ? Face::kSemibold : Face::kRegular, 13, is_on ? theme.ink : theme.ink_soft};
        painter.label(part.x + (part.w - painter.width(look, choice.options[i])) / 2, part.y + part.h / 2, look, choice.options[i]);
        painter.focus_ring(part.inset(2, 2), touch.id, 8);
    }
}

}  // namespace paperdeck::ui
