// TeX mathematics → glyphs and lines with their places: a formula as boxes that a line of text can hold.
//
// The rules are those of the TeXbook's appendix G in the small, with the figures of Computer Modern where the
// interface's faces have none of their own: scripts, fractions, roots, accents, limits, growing delimiters,
// matrices. Spaces between atoms are those of its chapter 18.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "text/font_metrics.h"
#include "text/shape.h"

namespace paperdeck {

struct MathsGlyph {
    char32_t code_point = 0;
    Face face = Face::kRegular;
    float size_px = 0;
    float x_px = 0;
    float rise_px = 0;  // of its baseline above the formula's
    float width_px = 0;
};

// A part of a formula that no line ends in.
struct MathsBox {
    std::uint32_t first_glyph = 0, glyph_count = 0;
    std::uint32_t first_shape = 0, shape_count = 0;
    float width_px = 0;
    float ascent_px = 0;
    float descent_px = 0;
    float space_px = 0;  // to the next box, where no line ends between them
};

// Places are from the left end of the box that a glyph or shape belongs to.
struct Formula {
    std::vector<MathsGlyph> glyphs;
    std::vector<Shape> shapes;
    std::vector<MathsBox> boxes;
};

struct MathsLook {
    Face face = Face::kRegular;  // of digits, words and operators
    float size_px = 15;
    bool is_display = false;     // limits above and below, fractions in full size
    float line_px = 600;         // a formula much shorter than this stays whole
};

// Sets `tex` (without its dollars). Nothing where it is not all known, or where a part that cannot be
// broken is wider than the line.
std::optional<Formula> set_maths(std::string_view tex, const MathsLook& look, const FontMetrics& metrics);

}  // namespace paperdeck
