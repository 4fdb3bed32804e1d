// Glyphs of the system's fonts in a browser: a 2D canvas draws them (web/glyphs.js).
#include "platform/platform.h"
#include "platform/web_bridge.h"

namespace paperdeck::platform {
namespace {

int bits(const GlyphStyle& style) { return (style.is_semibold ? 1 : 0) | (style.is_italic ? 2 : 0); }

bool measure(char32_t code_point, const GlyphStyle& style, GlyphBox& out)
{
    float box[5];  // advance, left, top, width, height
    if (!pd_js_glyph_measure(code_point, bits(style), style.size_px, box)) return false;
    out = {box[0], static_cast<int>(box[1]), static_cast<int>(box[2]), static_cast<int>(box[3]), static_cast<int>(box[4])};
    return true;
}

bool draw(char32_t code_point, const GlyphStyle& style, const GlyphBox& box, unsigned char* out)
{
    return pd_js_glyph_draw(code_point, bits(style), style.size_px, box.left, box.top, box.width, box.height, out) != 0;
}

}  // namespace

SystemGlyphs system_glyphs() { return {measure, draw}; }

}  // namespace paperdeck::platform
