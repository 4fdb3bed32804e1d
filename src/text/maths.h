// TeX mathematics → a row of glyph runs that a line of text can hold: Greek, operators, relations,
// arrows, alphabets, accents, sub- and superscripts (nested), fractions and roots in linear form.
// Box layout (stacked fractions, limits above and below, matrices) takes this place when it comes;
// what cannot be set whole is refused whole, and the caller shows the source.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paperdeck {

// Glyphs of one face at one level.
struct MathsRun {
    std::string text;        // UTF-8
    bool is_italic = false;  // a variable; digits, operators and function names stand upright
    bool is_bold = false;
    float scale = 1.0f;      // of the text's size; scripts are smaller
    float rise_em = 0.0f;    // baseline above (positive) or below the line's, in em of the text's size
};

// The runs of `tex` (without its dollars), or nothing when it holds a command that is not known.
std::optional<std::vector<MathsRun>> set_maths(std::string_view tex);

// The Unicode character for a TeX command that stands for one symbol ("alpha", "leq"), without its
// backslash; empty for any other command.
std::string_view maths_symbol(std::string_view command);

}  // namespace paperdeck
