// Small parts that several panels use.
#include <cctype>

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

}  // namespace paperdeck::ui
