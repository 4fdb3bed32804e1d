#include "ui/system_font.h"

#include <algorithm>
#include <cstddef>

#include "base/characters.h"
#include "imgui_internal.h"

namespace paperdeck::ui {
namespace {

// Dear ImGui numbers the glyphs of a size with 16 bits.
constexpr int kMostGlyphs = 0xFF00;

// Dear ImGui looks for its replacement and ellipsis characters this way: they are the bundled fonts'.
bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar) { return false; }

// Text is placed between pixels too, where the neighbours of a transparent pixel shine through it: give it
// their colour. Works on a line from left to right, then back.
void bleed_colors(unsigned char* rgba, int width, int height)
{
    for (int y = 0; y < height; ++y) {
        unsigned char* row = rgba + static_cast<std::ptrdiff_t>(y) * width * 4;
        for (int x = 1; x < width; ++x)
            if (row[4 * x + 3] == 0) std::copy_n(row + 4 * (x - 1), 3, row + 4 * x);
        for (int x = width - 2; x >= 0; --x)
            if (row[4 * x + 3] == 0 && row[4 * x + 7] != 0) std::copy_n(row + 4 * (x + 1), 3, row + 4 * x);
    }
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar code_point, ImFontGlyph* out, float* out_advance)
{
    const auto& system = *static_cast<const SystemFont*>(source->FontLoaderData);
    const char32_t character = code_point;
    if (is_invisible(character) || character == '\t' || baked->Glyphs.Size >= kMostGlyphs) return false;
    const float density = baked->RasterizerDensity;
    const GlyphStyle style = {baked->Size * density, system.face == Face::kSemibold, system.face == Face::kItalic};
    GlyphBox box;
    if (!system.glyphs.measure(character, style, box)) return false;
    if (out_advance) {
        *out_advance = box.advance / density;
        return true;
    }
    out->Codepoint = code_point;
    out->AdvanceX = box.advance / density;
    if (box.width <= 0 || box.height <= 0) return true;
    const ImFontAtlasRectId id = ImFontAtlasPackAddRect(atlas, box.width, box.height);
    if (id == ImFontAtlasRectId_Invalid) return false;
    ImTextureRect* place = ImFontAtlasPackGetRect(atlas, id);
    ImVector<unsigned char>& pixels = atlas->Builder->TempBuffer;
    pixels.resize(4 * box.width * box.height);
    std::fill(pixels.begin(), pixels.end(), static_cast<unsigned char>(0));
    const bool is_colored = system.glyphs.draw(character, style, box, pixels.Data);
    if (is_colored) bleed_colors(pixels.Data, box.width, box.height);
    const float baseline = IM_ROUND(baked->Ascent);
    out->X0 = static_cast<float>(box.left) / density;
    out->Y0 = static_cast<float>(box.top) / density + baseline;
    out->X1 = out->X0 + static_cast<float>(box.width) / density;
    out->Y1 = out->Y0 + static_cast<float>(box.height) / density;
    out->Visible = true;
    out->Colored = is_colored;
    out->PackId = id;
    const ImTextureFormat format = is_colored ? ImTextureFormat_RGBA32 : ImTextureFormat_Alpha8;
    const int pitch = is_colored ? 4 * box.width : box.width;
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, out, place, pixels.Data, format, pitch);
    return true;
}

const ImFontLoader* loader()
{
    static const ImFontLoader instance = [] {
        ImFontLoader made;
        made.Name = "system";
        made.FontSrcContainsGlyph = contains_glyph;
        made.FontBakedLoadGlyph = load_glyph;
        return made;
    }();
    return &instance;
}

}  // namespace

void add_system_font(ImFont* font, const ImFontConfig& like, SystemFont& system)
{
    ImFontConfig config = like;
    config.FontData = nullptr;
    config.FontDataSize = 0;
    config.FontDataOwnedByAtlas = true;  // of nothing: Dear ImGui copies what it does not own
    config.MergeMode = true;
    config.DstFont = font;
    config.FontLoader = loader();
    config.FontLoaderData = &system;
    ImGui::GetIO().Fonts->AddFont(&config);
}

}  // namespace paperdeck::ui
