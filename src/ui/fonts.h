// The faces of the interface as Dear ImGui fonts, and their widths for layout.
#pragma once

#include "imgui.h"
#include "text/font_metrics.h"
#include "ui/system_font.h"
#include "ui/ui.h"

namespace paperdeck::ui {

class Fonts final : public FontMetrics {
public:
    // Adds the faces to the current context's atlas; mathematics and, for all that the files lack, the system's
    // fonts are merged into each of them, so that one face serves a whole line. Glyphs are measured when first
    // laid out and rasterised when first drawn. What no font has is drawn as a box.
    explicit Fonts(const FontFiles& files);

    ImFont* font(Face face) const { return faces_[static_cast<int>(face)]; }
    // 0 for combining marks, which are drawn over the letter before, and for what shows nothing (joiners …).
    float glyph_advance(Face face, float size_px, char32_t code_point) const override;
    Ink ink(Face face, float size_px, char32_t code_point) const override;
    bool has_glyph(Face face, char32_t code_point) const override;
    float pixel_px() const override;
    // Glyphs of the last frame wait for the next ones: drawing them all at once would have stopped it.
    bool has_waiting_glyphs() const { return has_waiting_; }
    float text_width(Face face, float size_px, std::string_view text) const;
    // The same in a text field of the platform, which has the font's own blanks.
    float field_width(Face face, float size_px, std::string_view text) const;
    // Draws `text` with its baseline's left end at `at`. Dear ImGui's own AddText rounds sizes and
    // positions to whole px and stretches glyphs between; here both are exact, so that text is as wide as
    // it was measured and sharp at any pixel ratio.
    void draw(ImDrawList& list, Face face, float size_px, ImVec2 at, ImU32 color, std::string_view text) const;

private:
    void begin_frame() const;
    ImFontBaked* baked(Face face, float size_px) const;
    const ImFontGlyph* glyph_of(ImFontBaked* glyphs, char32_t c) const;
    bool may_draw(ImFontBaked* glyphs, char32_t c) const;

    ImFont* faces_[4] = {};
    SystemFont system_[4];
    // The last one asked for: runs are measured and drawn letter by letter.
    mutable ImFontBaked* last_ = nullptr;
    mutable Face last_face_ = Face::kRegular;
    mutable float last_size_px_ = 0;
    mutable int last_frame_ = -1;
    mutable double drawing_ms_ = 0;  // of this frame, for new glyphs of the system's fonts
    mutable bool has_waiting_ = false;
};

}  // namespace paperdeck::ui
