#include "ui/fonts.h"

#include <cfloat>

#include "base/utf8.h"
#include "imgui_internal.h"

namespace paperdeck::ui {
namespace {

ImFont* add_font(const FontData& data, ImFont* merge_into)
{
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.MergeMode = merge_into != nullptr;
    config.DstFont = merge_into;
    // Negative: sizes mean the em square, as in CSS, not the height from ascender to descender.
    // Limits on the advance are scaled by that sign too, hence "at most infinite" the other way round.
    config.SizePixels = -1.0f;
    config.GlyphMaxAdvanceX = -FLT_MAX;
    // Dear ImGui takes the bytes as mutable but only reads them when it does not own them.
    void* bytes = const_cast<unsigned char*>(data.bytes);
    return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(bytes, static_cast<int>(data.size), 0.0f, &config);
}

}  // namespace

Fonts::Fonts(const FontFiles& files)
{
    ImGui::GetStyle().FontSizeBase = 15.0f;
    const FontData faces[] = {files.regular, files.semibold, files.italic};
    for (int i = 0; i < 3; ++i) {
        faces_[i] = add_font(faces[i], nullptr);
        // Italic holds fewer scripts than regular: what it lacks stands upright rather than not at all.
        if (i == static_cast<int>(Face::kItalic)) add_font(files.regular, faces_[i]);
        add_font(files.maths, faces_[i]);
    }
}

ImFontBaked* Fonts::baked(Face face, float size_px) const
{
    const int frame = ImGui::GetFrameCount();
    if (last_ && face == last_face_ && size_px == last_size_px_ && frame == last_frame_) return last_;
    ImFont* chosen = font(face);
    ImFontAtlas* atlas = chosen->ContainerAtlas;
    // The window's own, not the font's: that one is set only for the font that ImGui uses itself.
    const float density = ImGui::GetIO().DisplayFramebufferScale.x;
    last_ = ImFontAtlasBakedGetOrAdd(atlas, chosen, size_px, density > 0 ? density : 1.0f);
    last_->LastUsedFrame = atlas->Builder->FrameCount;
    last_face_ = face;
    last_size_px_ = size_px;
    last_frame_ = frame;
    return last_;
}

float Fonts::advance(Face face, float size_px, char32_t code_point) const
{
    return baked(face, size_px)->GetCharAdvance(static_cast<ImWchar>(code_point));
}

float Fonts::text_width(Face face, float size_px, std::string_view text) const
{
    ImFontBaked* glyphs = baked(face, size_px);
    float width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_utf8(text, at);
        width += glyphs->GetCharAdvance(static_cast<ImWchar>(point.value));
        at += static_cast<std::size_t>(point.length);
    }
    return width;
}

void Fonts::draw(ImDrawList& list, Face face, float size_px, ImVec2 at, ImU32 color, std::string_view text) const
{
    ImFontBaked* glyphs = baked(face, size_px);
    // A glyph that is drawn for the first time may make the atlas grow and the list start a new command:
    // all are there before the first vertex is.
    int visible = 0;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = decode_utf8(text, i);
        visible += glyphs->FindGlyph(static_cast<ImWchar>(point.value))->Visible;
        i += static_cast<std::size_t>(point.length);
    }
    if (visible == 0) return;
    list.PrimReserve(6 * visible, 4 * visible);
    const float top = at.y - glyphs->Ascent;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint point = decode_utf8(text, i);
        const ImFontGlyph* glyph = glyphs->FindGlyph(static_cast<ImWchar>(point.value));
        if (glyph->Visible) {
            const ImU32 tint = glyph->Colored ? color | ~IM_COL32_A_MASK : color;
            list.PrimRectUV({at.x + glyph->X0, top + glyph->Y0}, {at.x + glyph->X1, top + glyph->Y1}, {glyph->U0, glyph->V0},
                            {glyph->U1, glyph->V1}, tint);
        }
        at.x += glyph->AdvanceX;
        i += static_cast<std::size_t>(point.length);
    }
}

}  // namespace paperdeck::ui
