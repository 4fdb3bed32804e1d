#include "ui/fonts.h"

#include <algorithm>
#include <cfloat>
#include <chrono>

#include "base/characters.h"
#include "base/utf8.h"
#include "imgui_internal.h"

namespace paperdeck::ui {
namespace {

// The atlas may become this large, 64 MB; a screen of 4K at scale 2 has half as many pixels.
constexpr int kLargestAtlas_px = 4096;
// With more than this many pixels of glyphs in it, those out of sight are given up: half of what has room.
constexpr int kCrowded_px2 = kLargestAtlas_px * kLargestAtlas_px / 2;

// Tables of Dear ImGui are as long as the largest character of a font is high. Past the planes of ideographs there
// is only private use.
constexpr char32_t kLastDrawn = 0x3FFFF;

// The bundled fonts have nothing from here on: ideographs, kana, Hangul, emoji.
constexpr char32_t kFirstOfSystem = 0x2E80;
// A frame draws new glyphs of the system's fonts for this long; what is left has its turn in the next ones.
constexpr double kMostDrawing_ms = 8;

ImFontConfig config_of_faces()
{
    ImFontConfig config;
    // Negative: sizes mean the em square, as in CSS, not the height from ascender to descender.
    // Limits on the advance are scaled by that sign too, hence "at most infinite" the other way round.
    config.SizePixels = -1.0f;
    config.GlyphMaxAdvanceX = -FLT_MAX;
    return config;
}

ImFont* add_font(const FontData& data, ImFont* merge_into)
{
    ImFontConfig config = config_of_faces();
    config.FontDataOwnedByAtlas = false;
    config.MergeMode = merge_into != nullptr;
    config.DstFont = merge_into;
    // Dear ImGui takes the bytes as mutable but only reads them when it does not own them.
    void* bytes = const_cast<unsigned char*>(data.bytes);
    return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(bytes, static_cast<int>(data.size), 0.0f, &config);
}

constexpr ImWchar kMissing = 0x25A1;  // □, for what no font has

ImWchar drawn_as(char32_t c) { return c > kLastDrawn ? kMissing : static_cast<ImWchar>(c); }

float glyph_advance_of(ImFontBaked* glyphs, char32_t c)
{
    if (is_invisible(c) || is_combining(c)) return 0;
    const ImWchar index = drawn_as(c);
    const float advance = glyphs->GetCharAdvance(index);
    // Of a character that no font has, Dear ImGui says 0 the first time and the box's width from then on.
    return advance > 0 ? advance : glyphs->GetCharAdvance(index);
}

// As FontMetrics::advance() says it, for a run of one size.
float advance_of(ImFontBaked* glyphs, char32_t c, float pixel_px)
{
    const float width = glyph_advance_of(glyphs, c);
    return FontMetrics::is_word_space(c) ? FontMetrics::word_space(width, pixel_px) : width;
}

// The glyph that marks are put on, from its pen position.
struct Base {
    float x = 0, width = 0, top = FLT_MAX;
};

// Fonts draw a mark where it suits a small letter. Centred on its letter, and raised over a tall one.
ImVec2 place_mark(const ImFontGlyph& mark, Base& base, const ImFontBaked& glyphs)
{
    const float x = base.x + (base.width - (mark.X1 - mark.X0)) / 2 - mark.X0;
    const bool is_above = mark.Y1 < glyphs.Ascent - 0.4f * glyphs.Size;
    if (!is_above) return {x, 0};
    const float gap = 0.06f * glyphs.Size;
    const float y = std::min(0.0f, base.top - gap - mark.Y1);
    base.top = mark.Y0 + y;
    return {x, y};
}

}  // namespace

Fonts::Fonts(const FontFiles& files)
{
    ImGui::GetStyle().FontSizeBase = 15.0f;
    ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
    const int largest_px = ImGui::GetPlatformIO().Renderer_TextureMaxWidth;
    atlas.TexMaxWidth = atlas.TexMaxHeight = largest_px > 0 ? std::min(largest_px, kLargestAtlas_px) : kLargestAtlas_px;
    const FontData faces[] = {files.regular, files.semibold, files.italic, files.maths_italic};
    for (int i = 0; i < 4; ++i) {
        faces_[i] = add_font(faces[i], nullptr);
        faces_[i]->FallbackChar = kMissing;
        // The others hold fewer scripts and signs than regular: what they lack stands plain rather than not at all.
        if (i > 0) add_font(files.regular, faces_[i]);
        add_font(files.maths, faces_[i]);
        if (!files.system.measure) continue;
        system_[i] = {files.system, static_cast<Face>(i)};
        add_system_font(faces_[i], config_of_faces(), system_[i]);
    }
}

// Dear ImGui gives up whole sizes only, when the atlas is full, and never one that was used in the last frame: the
// text of thousands of ideographs scrolled past would stay for ever.
void Fonts::begin_frame() const
{
    last_frame_ = ImGui::GetFrameCount();
    last_ = nullptr;
    drawing_ms_ = 0;
    has_waiting_ = false;
    ImFontAtlas* atlas = ImGui::GetIO().Fonts;
    const ImFontAtlasBuilder& builder = *atlas->Builder;
    if (builder.RectsPackedSurface - builder.RectsDiscardedSurface > kCrowded_px2) ImFontAtlasTextureCompact(atlas);
}

ImFontBaked* Fonts::baked(Face face, float size_px) const
{
    if (ImGui::GetFrameCount() != last_frame_) begin_frame();
    if (last_ && face == last_face_ && size_px == last_size_px_) return last_;
    ImFont* chosen = font(face);
    ImFontAtlas* atlas = chosen->ContainerAtlas;
    // The window's own, not the font's: that one is set only for the font that ImGui uses itself.
    const float density = ImGui::GetIO().DisplayFramebufferScale.x;
    last_ = ImFontAtlasBakedGetOrAdd(atlas, chosen, size_px, density > 0 ? density : 1.0f);
    last_->LastUsedFrame = atlas->Builder->FrameCount;
    last_->LoadNoRenderOnLayout = true;
    last_face_ = face;
    last_size_px_ = size_px;
    return last_;
}

float Fonts::glyph_advance(Face face, float size_px, char32_t code_point) const { return glyph_advance_of(baked(face, size_px), code_point); }

Ink Fonts::ink(Face face, float size_px, char32_t code_point) const
{
    ImFontBaked* glyphs = baked(face, size_px);
    const ImFontGlyph* glyph = glyphs->FindGlyph(drawn_as(code_point));
    return {glyph->X0, glyph->X1, glyphs->Ascent - glyph->Y0, glyphs->Ascent - glyph->Y1};
}

bool Fonts::has_glyph(Face face, char32_t code_point) const
{
    return font(face)->IsGlyphInFont(drawn_as(code_point));
}

float Fonts::pixel_px() const
{
    const float density = ImGui::GetIO().DisplayFramebufferScale.x;
    return density > 0 ? 1 / density : 1.0f;
}

float Fonts::text_width(Face face, float size_px, std::string_view text) const
{
    ImFontBaked* glyphs = baked(face, size_px);
    const float pixel = pixel_px();
    float width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_utf8(text, at);
        width += advance_of(glyphs, point.value, pixel);
        at += static_cast<std::size_t>(point.length);
    }
    return width;
}

float Fonts::field_width(Face face, float size_px, std::string_view text) const
{
    ImFontBaked* glyphs = baked(face, size_px);
    float width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_utf8(text, at);
        width += glyph_advance_of(glyphs, point.value);
        at += static_cast<std::size_t>(point.length);
    }
    return width;
}

// Thousands of ideographs that come into sight at once are drawn over several frames, each blank until its turn.
bool Fonts::may_draw(ImFontBaked* glyphs, char32_t c) const
{
    using Clock = std::chrono::steady_clock;
    if (c < kFirstOfSystem || glyphs->IsGlyphLoaded(drawn_as(c))) return true;
    if (drawing_ms_ >= kMostDrawing_ms) {
        has_waiting_ = true;
        return false;
    }
    const auto begin = Clock::now();
    glyphs->FindGlyph(drawn_as(c));
    drawing_ms_ += std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
    return true;
}

// What is drawn of a character: null for nothing. No box for a mark that no font has.
const ImFontGlyph* Fonts::glyph_of(ImFontBaked* glyphs, char32_t c) const
{
    if (is_invisible(c) || !may_draw(glyphs, c)) return nullptr;
    const ImFontGlyph* glyph = glyphs->FindGlyph(drawn_as(c));
    if (is_combining(c) && glyph->Codepoint != c) return nullptr;
    return glyph->Visible ? glyph : nullptr;
}

void Fonts::draw(ImDrawList& list, Face face, float size_px, ImVec2 at, ImU32 color, std::string_view text) const
{
    ImFontBaked* glyphs = baked(face, size_px);
    // A glyph that is drawn for the first time may make the atlas grow and the list start a new command:
    // all are there before the first vertex is.
    int visible = 0;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = decode_utf8(text, i);
        visible += glyph_of(glyphs, point.value) != nullptr;
        i += static_cast<std::size_t>(point.length);
    }
    if (visible == 0) return;
    list.PrimReserve(6 * visible, 4 * visible);
    const float top = at.y - glyphs->Ascent, pixel = pixel_px();
    Base base;
    base.x = at.x;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = decode_utf8(text, i);
        const ImFontGlyph* glyph = glyph_of(glyphs, point.value);
        const float advance = advance_of(glyphs, point.value, pixel);
        const bool is_mark = is_combining(point.value);
        if (!is_mark && advance > 0) base = {at.x, advance, glyph ? glyph->Y0 : FLT_MAX};
        if (glyph) {
            const ImVec2 pen = is_mark ? place_mark(*glyph, base, *glyphs) : ImVec2{at.x, 0};
            const ImU32 tint = glyph->Colored ? color | ~IM_COL32_A_MASK : color;
            list.PrimRectUV({pen.x + glyph->X0, top + pen.y + glyph->Y0}, {pen.x + glyph->X1, top + pen.y + glyph->Y1},
                            {glyph->U0, glyph->V0}, {glyph->U1, glyph->V1}, tint);
        }
        at.x += advance;
        i += static_cast<std::size_t>(point.length);
    }
}

}  // namespace paperdeck::ui
