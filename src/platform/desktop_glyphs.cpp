// Glyphs of the installed fonts: fontconfig finds the font that has a character, FreeType draws it.
//
// fontconfig's sorted list is the order in which every program of a desktop falls back, languages of the reader
// first: https://www.freedesktop.org/software/fontconfig/fontconfig-devel/fcfontsort.html
#include <fontconfig/fontconfig.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_OUTLINE_H

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <map>
#include <memory>
#include <string_view>
#include <vector>

#include "platform/platform.h"

namespace paperdeck::platform {
namespace {

struct Font {
    FcPattern* pattern = nullptr;  // owned by the list
    FT_Face face = nullptr;        // opened when first drawn from
    bool is_broken = false;
};

// The fonts for one weight and slant, best first.
struct FontList {
    FcFontSet* set = nullptr;
    std::vector<Font> fonts;
    std::map<char32_t, int> font_of;  // -1: none has it
};

constexpr int kNoFont = -1;

FT_Library g_freetype = nullptr;
std::array<FontList, 5> g_lists;  // by weight and slant; the last one of emoji
constexpr std::size_t kEmojiList = 4;

void fill_list(FontList& list, bool is_semibold, bool is_italic, bool is_emoji)
{
    FcPattern* wanted = FcPatternCreate();
    FcPatternAddString(wanted, FC_FAMILY, reinterpret_cast<const FcChar8*>(is_emoji ? "emoji" : "sans-serif"));
    FcPatternAddInteger(wanted, FC_WEIGHT, is_semibold ? FC_WEIGHT_DEMIBOLD : FC_WEIGHT_REGULAR);
    FcPatternAddInteger(wanted, FC_SLANT, is_italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
    if (is_emoji) FcPatternAddBool(wanted, FC_COLOR, FcTrue);
    FcConfigSubstitute(nullptr, wanted, FcMatchPattern);
    FcDefaultSubstitute(wanted);
    FcResult result = FcResultNoMatch;
    list.set = FcFontSort(nullptr, wanted, FcTrue, nullptr, &result);
    FcPatternDestroy(wanted);
    for (int i = 0; list.set && i < list.set->nfont; ++i) {
        FcBool has_color = FcFalse;
        FcPatternGetBool(list.set->fonts[i], FC_COLOR, 0, &has_color);
        if (!is_emoji || has_color) list.fonts.push_back({list.set->fonts[i]});
    }
}

FontList& list_of(std::size_t index)
{
    FontList& list = g_lists[index];
    if (!list.set) fill_list(list, (index & 1) != 0, (index & 2) != 0, index == kEmojiList);
    return list;
}

FT_Face open_face(Font& font)
{
    if (font.face || font.is_broken) return font.face;
    FcChar8* file = nullptr;
    int index = 0;
    FcPatternGetString(font.pattern, FC_FILE, 0, &file);
    FcPatternGetInteger(font.pattern, FC_INDEX, 0, &index);
    if (!g_freetype && FT_Init_FreeType(&g_freetype) != 0) g_freetype = nullptr;
    font.is_broken = !g_freetype || !file || FT_New_Face(g_freetype, reinterpret_cast<const char*>(file), index, &font.face) != 0;
    if (font.is_broken) font.face = nullptr;
    return font.face;
}

// The first font of the list that has the character; null where none has.
Font* font_for(FontList& list, char32_t code_point)
{
    const auto known = list.font_of.find(code_point);
    if (known != list.font_of.end()) return known->second == kNoFont ? nullptr : &list.fonts[static_cast<std::size_t>(known->second)];
    int& found = list.font_of[code_point] = kNoFont;
    for (std::size_t i = 0; i < list.fonts.size(); ++i) {
        FcCharSet* characters = nullptr;
        if (FcPatternGetCharSet(list.fonts[i].pattern, FC_CHARSET, 0, &characters) != FcResultMatch) continue;
        if (!FcCharSetHasChar(characters, code_point)) continue;
        FT_Face face = open_face(list.fonts[i]);
        if (!face || FT_Get_Char_Index(face, code_point) == 0) continue;
        found = static_cast<int>(i);
        return &list.fonts[i];
    }
    return nullptr;
}

// Signs that are pictures unless asked otherwise (Emoji_Presentation), below the blocks of emoji.
constexpr std::u32string_view kOldEmoji =
    U"⌚⌛⏩⏪⏫⏬⏰⏳◽◾☔☕♈♉♊♋♌♍♎♏♐♑♒♓♿⚓⚡⚪⚫⚽⚾⛄⛅⛎⛔⛪⛲⛳⛵⛺⛽✅✊✋✨❌❎❓❔❕❗➕➖➗➰➿⬛⬜⭐⭕";

bool is_emoji(char32_t c) { return (c >= 0x1F000 && c < 0x1FB00) || kOldEmoji.find(c) != std::u32string_view::npos; }

Font* find_font(char32_t code_point, const GlyphStyle& style)
{
    if (is_emoji(code_point))
        if (Font* font = font_for(list_of(kEmojiList), code_point)) return font;
    return font_for(list_of((style.is_semibold ? 1u : 0u) | (style.is_italic ? 2u : 0u)), code_point);
}

// Sets the size and loads the glyph, in the weight and slant asked for also where the font has them not. Returns by
// how much the loaded glyph is to be scaled, which is not 1 for pictures of a fixed size; 0 when it cannot be loaded.
double load(Font& font, char32_t code_point, const GlyphStyle& style)
{
    FT_Face face = font.face;
    double scale = 1;
    if (FT_IS_SCALABLE(face)) {
        if (FT_Set_Char_Size(face, 0, std::lround(style.size_px * 64), 72, 72) != 0) return 0;
    } else {
        // The smallest that is large enough.
        int best = 0;
        const auto ppem = [face](int i) { return static_cast<double>(face->available_sizes[i].y_ppem) / 64; };
        for (int i = 1; i < face->num_fixed_sizes; ++i)
            if (ppem(best) < style.size_px ? ppem(i) > ppem(best) : ppem(i) >= style.size_px && ppem(i) < ppem(best)) best = i;
        if (face->num_fixed_sizes == 0 || FT_Select_Size(face, best) != 0) return 0;
        scale = style.size_px / ppem(best);
    }
    // Fonts of outlines may hold pictures for small sizes, made for screens without grey.
    const FT_Int32 flags = FT_LOAD_COLOR | FT_LOAD_NO_HINTING | (FT_IS_SCALABLE(face) ? FT_LOAD_NO_BITMAP : 0);
    if (FT_Load_Char(face, code_point, flags) != 0) return 0;
    if (face->glyph->format != FT_GLYPH_FORMAT_OUTLINE) return scale;
    int weight = FC_WEIGHT_REGULAR, slant = FC_SLANT_ROMAN;
    FcPatternGetInteger(font.pattern, FC_WEIGHT, 0, &weight);
    FcPatternGetInteger(font.pattern, FC_SLANT, 0, &slant);
    FT_Outline& outline = face->glyph->outline;
    if (style.is_semibold && weight < FC_WEIGHT_DEMIBOLD) {
        const FT_Pos strength = std::lround(style.size_px * 64 / 32);
        FT_Outline_Embolden(&outline, strength);
        FT_Outline_Translate(&outline, -strength / 2, -strength / 2);
    }
    if (style.is_italic && slant == FC_SLANT_ROMAN) {
        const FT_Matrix lean = {0x10000, 0x3333, 0, 0x10000};  // a fifth, as browsers do
        FT_Outline_Transform(&outline, &lean);
    }
    return scale;
}

bool measure(char32_t code_point, const GlyphStyle& style, GlyphBox& out)
{
    Font* font = find_font(code_point, style);
    const double scale = font ? load(*font, code_point, style) : 0;
    if (scale <= 0) return false;
    const FT_GlyphSlot glyph = font->face->glyph;
    double left = 0, top = 0, right = 0, bottom = 0;
    if (glyph->format == FT_GLYPH_FORMAT_OUTLINE) {
        FT_BBox box;
        FT_Outline_Get_CBox(&glyph->outline, &box);
        left = static_cast<double>(box.xMin) / 64, right = static_cast<double>(box.xMax) / 64;
        top = -static_cast<double>(box.yMax) / 64, bottom = -static_cast<double>(box.yMin) / 64;
    } else {
        left = glyph->bitmap_left * scale, top = -glyph->bitmap_top * scale;
        right = left + glyph->bitmap.width * scale, bottom = top + glyph->bitmap.rows * scale;
    }
    out.advance = static_cast<float>(static_cast<double>(glyph->advance.x) / 64 * scale);
    out.left = static_cast<int>(std::floor(left));
    out.top = static_cast<int>(std::floor(top));
    out.width = static_cast<int>(std::ceil(right)) - out.left;
    out.height = static_cast<int>(std::ceil(bottom)) - out.top;
    return true;
}

// One pixel of a bitmap as red, green, blue (premultiplied) and alpha.
std::array<unsigned, 4> pixel_of(const FT_Bitmap& bitmap, unsigned x, unsigned y)
{
    const unsigned char* row = bitmap.buffer + static_cast<std::ptrdiff_t>(y) * bitmap.pitch;
    switch (bitmap.pixel_mode) {
        case FT_PIXEL_MODE_BGRA: return {row[4 * x + 2], row[4 * x + 1], row[4 * x], row[4 * x + 3]};
        case FT_PIXEL_MODE_GRAY: return {0, 0, 0, row[x]};
        case FT_PIXEL_MODE_MONO: return {0, 0, 0, row[x / 8] & (0x80u >> (x % 8)) ? 255u : 0u};
        default: return {};
    }
}

// The mean of the bitmap's pixels under one pixel of the box.
std::array<unsigned, 4> sample(const FT_Bitmap& bitmap, double x0, double y0, double step)
{
    const auto first = [](double v) { return static_cast<unsigned>(std::max(v, 0.0)); };
    const auto last = [](double v, unsigned limit) { return static_cast<unsigned>(std::clamp(std::ceil(v), 0.0, static_cast<double>(limit))); };
    std::array<unsigned, 4> sum = {};
    const unsigned right = last(x0 + step, bitmap.width), bottom = last(y0 + step, bitmap.rows);
    for (unsigned y = first(y0); y < bottom; ++y)
        for (unsigned x = first(x0); x < right; ++x) {
            const auto pixel = pixel_of(bitmap, x, y);
            for (std::size_t i = 0; i < 4; ++i) sum[i] += pixel[i];
        }
    const auto count = static_cast<unsigned>((std::ceil(x0 + step) - std::floor(x0)) * (std::ceil(y0 + step) - std::floor(y0)));
    for (unsigned& value : sum) value /= std::max(count, 1u);
    return sum;
}

bool draw(char32_t code_point, const GlyphStyle& style, const GlyphBox& box, unsigned char* out)
{
    Font* font = find_font(code_point, style);
    const double scale = font ? load(*font, code_point, style) : 0;
    if (scale <= 0 || FT_Render_Glyph(font->face->glyph, FT_RENDER_MODE_NORMAL) != 0) return false;
    const FT_GlyphSlot glyph = font->face->glyph;
    const FT_Bitmap& bitmap = glyph->bitmap;
    const bool has_colors = bitmap.pixel_mode == FT_PIXEL_MODE_BGRA;
    for (int y = 0; y < box.height; ++y)
        for (int x = 0; x < box.width; ++x) {
            const auto pixel = sample(bitmap, (box.left + x) / scale - glyph->bitmap_left, (box.top + y) / scale + glyph->bitmap_top, 1 / scale);
            if (!has_colors) {
                *out++ = static_cast<unsigned char>(pixel[3]);
                continue;
            }
            for (std::size_t i = 0; i < 3; ++i) *out++ = static_cast<unsigned char>(pixel[3] ? std::min(255u, pixel[i] * 255 / pixel[3]) : 0);
            *out++ = static_cast<unsigned char>(pixel[3]);
        }
    return has_colors;
}

}  // namespace

SystemGlyphs system_glyphs() { return {measure, draw}; }

}  // namespace paperdeck::platform
