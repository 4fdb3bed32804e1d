// The three faces of the interface as Dear ImGui fonts, and their widths for layout.
#pragma once

#include "imgui.h"
#include "text/font_metrics.h"
#include "ui/ui.h"

namespace paperdeck::ui {

class Fonts final : public FontMetrics {
public:
    // Adds the faces to the current context's atlas; mathematics is merged into each of them, so that
    // one face serves a whole line. Glyphs are rasterised when first drawn.
    explicit Fonts(const FontFiles& files);

    ImFont* font(Face face) const { return faces_[static_cast<int>(face)]; }
    float advance(Face face, float size_px, char32_t code_point) const override;
    float text_width(Face face, float size_px, std::string_view text) const;
    // Baseline below the top of a line drawn at `size_px`.
    float ascent(Face face, float size_px) const;

private:
    ImFont* faces_[3] = {};
};

}  // namespace paperdeck::ui
