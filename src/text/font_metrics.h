// What layout has to know of fonts. The front end answers from Dear ImGui's glyphs, tests from a
// table, so that layout can be tested without a window.
#pragma once

#include <cstdint>

namespace paperdeck {

enum class Face : std::uint8_t { kRegular, kSemibold, kItalic };

class FontMetrics {
public:
    virtual ~FontMetrics() = default;
    // Width in px that `code_point` takes on the line, at `size_px`.
    virtual float advance(Face face, float size_px, char32_t code_point) const = 0;
};

}  // namespace paperdeck
