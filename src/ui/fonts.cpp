#include "ui/fonts.h"

#include <cfloat>

#include "base/utf8.h"

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

float Fonts::advance(Face face, float size_px, char32_t code_point) const
{
    return font(face)->GetFontBaked(size_px)->GetCharAdvance(static_cast<ImWchar>(code_point));
}

float Fonts::text_width(Face face, float size_px, std::string_view text) const
{
    ImFontBaked* baked = font(face)->GetFontBaked(size_px);
    float width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_utf8(text, at);
        width += baked->GetCharAdvance(static_cast<ImWchar>(point.value));
        at += static_cast<std::size_t>(point.length);
    }
    return width;
}

float Fonts::ascent(Face face, float size_px) const { return font(face)->GetFontBaked(size_px)->Ascent; }

}  // namespace paperdeck::ui
