// Glyphs of the fonts that the reader's system has, for what the bundled fonts lack: the platform measures and
// draws them, the front end asks through this table.
#pragma once

namespace paperdeck {

struct GlyphStyle {
    float size_px = 0;  // of the em square, in px of the screen
    bool is_semibold = false;
    bool is_italic = false;
};

// Where a glyph stands and how far it takes the pen, in px of the screen. The pen starts at 0, 0 on the
// baseline; y grows downwards. A blank has no size.
struct GlyphBox {
    float advance = 0;
    int left = 0;
    int top = 0;
    int width = 0;
    int height = 0;
};

struct SystemGlyphs {
    // False when no font of the system has the character. Combining marks are measured by themselves.
    bool (*measure)(char32_t code_point, const GlyphStyle& style, GlyphBox& out) = nullptr;
    // Draws what was measured. True for a glyph with colours of its own (emoji): `out` is then width × height
    // times red, green, blue, alpha, not premultiplied; else width × height times coverage. It has room for
    // the larger of the two.
    bool (*draw)(char32_t code_point, const GlyphStyle& style, const GlyphBox& box, unsigned char* out) = nullptr;
};

}  // namespace paperdeck
