#include "text/paragraph.h"

#include "text/line_filler.h"

namespace paperdeck {

Paragraph lay_out(const StyledText& source, const std::vector<Mark>& marks, const ParagraphStyle& style,
                  const FontMetrics& metrics)
{
    Paragraph paragraph;
    const Runs runs = make_runs(source, marks, style, metrics, paragraph.text);
    LineFiller(runs, style, metrics, paragraph).fill();
    paragraph.pieces.shrink_to_fit();
    paragraph.shapes.shrink_to_fit();
    return paragraph;
}

}  // namespace paperdeck
