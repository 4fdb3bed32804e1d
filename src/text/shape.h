// Lines that are drawn, not taken from a font: they grow with the formula that they belong to.
#pragma once

#include <cstdint>

namespace paperdeck {

enum class ShapeKind : std::uint8_t {
    kRule,       // filled
    kRadical,    // a sign, sign_px wide, and a rule over the rest
    kParen, kBracket, kBrace, kAngle, kFloor, kCeil,  // left ones; flip_x: right ones
    kBar, kDoubleBar, kSlash,
    kHat, kTilde,
    kArrow,      // to the right; flip_x: to the left
    kTwoArrows,  // to both sides
    kFlatBrace   // over what it spans; flip_y: under it
};

struct Shape {
    ShapeKind kind = ShapeKind::kRule;
    bool flip_x = false;
    bool flip_y = false;
    float x_px = 0;     // left edge, from the paragraph's
    float rise_px = 0;  // top edge above the line's baseline
    float width_px = 0;
    float height_px = 0;
    float thickness_px = 1;
    float sign_px = 0;
    std::int32_t link = -1;  // of StyledText::links
};

}  // namespace paperdeck
