// What layout has to know of fonts. The front end answers from Dear ImGui's glyphs, tests from a
// table, so that layout can be tested without a window.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace paperdeck {

// kMaths: the variables of formulas, a serif italic.
enum class Face : std::uint8_t { kRegular, kSemibold, kItalic, kMaths };

// Where a glyph has ink, in px from its origin on the baseline; upwards is positive.
struct Ink {
    float left = 0;
    float right = 0;
    float top = 0;
    float bottom = 0;
};

class FontMetrics {
public:
    virtual ~FontMetrics() = default;
    // Width in px that `code_point` takes on the line, at `size_px`: the glyph's own, but whole pixels of the device for
    // a blank, so that the gaps between words look alike.
    float advance(Face face, float size_px, char32_t code_point) const
    {
        const float width = glyph_advance(face, size_px, code_point);
        return is_word_space(code_point) ? word_space(width, pixel_px()) : width;
    }
    static bool is_word_space(char32_t c) { return c == ' ' || c == 0x00A0; }
    // Never less than one pixel.
    static float word_space(float width_px, float pixel_px) { return std::max(1.0f, std::round(width_px / pixel_px)) * pixel_px; }
    // The width of the glyph as the font has it.
    virtual float glyph_advance(Face face, float size_px, char32_t code_point) const = 0;
    virtual Ink ink(Face face, float size_px, char32_t code_point) const
    {
        return {0, advance(face, size_px, code_point), size_px * 0.7f, 0};
    }
    // False where a box would stand in the glyph's place.
    virtual bool has_glyph(Face, char32_t) const { return true; }
    // The size of one of the device's pixels.
    virtual float pixel_px() const { return 1.0f; }
};

}  // namespace paperdeck
