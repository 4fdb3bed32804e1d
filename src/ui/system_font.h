// The fonts of the reader's system as a source of glyphs for Dear ImGui.
#pragma once

#include "base/system_glyphs.h"
#include "imgui.h"
#include "text/font_metrics.h"

namespace paperdeck::ui {

// What one face takes from the system. Has to live as long as the font.
struct SystemFont {
    SystemGlyphs glyphs;
    Face face = Face::kRegular;
};

// Makes the system's fonts the last source of `font`: they are asked for what the sources before lack. To be
// called before the font is drawn first; Dear ImGui 1.92.2 takes no new source after that.
void add_system_font(ImFont* font, const ImFontConfig& like, SystemFont& system);

}  // namespace paperdeck::ui
