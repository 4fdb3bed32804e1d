// Styled text → runs: stretches of one look, cut by spans and marks, with mathematics set. What lines are filled with.
#pragma once

#include <string>
#include <vector>

#include "text/maths.h"
#include "text/paragraph.h"

namespace paperdeck {

struct Run {
    std::uint32_t begin = 0;  // bytes of Paragraph::text
    std::uint32_t end = 0;
    std::uint32_t source_begin = 0;  // bytes of StyledText::text
    std::uint32_t source_end = 0;
    Face face = Face::kRegular;
    bool is_code = false;
    std::uint8_t marks = 0;  // of MarkKind
    std::int32_t link = -1;
    std::int32_t formula = -1;  // a box of that formula, that no line ends in …
    std::uint32_t box = 0;
    float space_px = 0;         // … and the space before it, unless it begins a line
    bool is_alone = false;      // a display formula that is a paragraph by itself
};

struct Runs {
    std::vector<Run> runs;
    std::vector<Formula> formulas;

    const MathsBox& box_of(const Run& run) const { return formulas[static_cast<std::size_t>(run.formula)].boxes[run.box]; }
};

// The runs of `source`; what they draw goes to `text`.
Runs make_runs(const StyledText& source, const std::vector<Mark>& marks, const ParagraphStyle& style,
               const FontMetrics& metrics, std::string& text);

}  // namespace paperdeck
