// Styled text → lines of placed glyph runs. The one layout for everything longer than a label.
//
// Line breaks follow UAX #14 in the large: after spaces, hyphens, dashes and slashes, at soft hyphens
// and zero-width spaces, between ideographs (with the no-start and no-end marks of JIS X 4051); a word
// wider than the line is broken, at the signs of an address or else between letters, rather than let over the edge.
// https://www.unicode.org/reports/tr14/
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "digest/styled_text.h"
#include "text/font_metrics.h"
#include "text/shape.h"

namespace paperdeck {

// Why something is marked; a stretch may have both.
enum MarkKind : std::uint8_t { kHit = 1, kHighlight = 2 };

// Bytes [begin, end) of a source text that are drawn marked.
struct Mark {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint8_t kinds = kHit;  // of MarkKind
};

struct ParagraphStyle {
    Face face = Face::kRegular;  // of plain text; bold and italic spans take their own
    float size_px = 15.0f;
    float line_height_px = 24.0f;
    float width_px = 600.0f;
    int max_lines = 0;           // 0: all; else the last line ends in an ellipsis when more would follow
};

// A run of glyphs of one face, size and look on one line.
struct Piece {
    std::uint32_t begin = 0;  // bytes of Paragraph::text
    std::uint32_t end = 0;
    // Bytes of StyledText::text that it stands for: byte for byte those of the text it draws, or, where
    // they were set (mathematics) or added (an ellipsis: empty), as a whole.
    std::uint32_t source_begin = 0;
    std::uint32_t source_end = 0;
    float x_px = 0;           // from the paragraph's left edge
    float width_px = 0;
    float size_px = 0;
    float rise_px = 0;        // baseline above (positive) or below the line's
    Face face = Face::kRegular;
    bool is_code = false;     // on a tinted ground
    std::uint8_t marks = 0;   // of MarkKind
    std::int32_t link = -1;   // of StyledText::links
};

struct Line {
    std::uint32_t first_piece = 0;
    std::uint32_t piece_count = 0;
    std::uint32_t first_shape = 0;
    std::uint32_t shape_count = 0;
    float width_px = 0;     // from the paragraph's left edge to the line's right end
    float top_px = 0;       // from the paragraph's top
    float height_px = 0;
    float baseline_px = 0;  // from the line's top
};

struct Paragraph {
    std::string text;  // what is drawn: maths set, white space made single
    std::vector<Piece> pieces;
    std::vector<Shape> shapes;  // of formulas: fraction rules, roots, large brackets
    std::vector<Line> lines;
    float height_px = 0;
    bool is_cut = false;  // max_lines left something out

    std::size_t size_bytes() const
    {
        return text.capacity() + pieces.capacity() * sizeof(Piece) + shapes.capacity() * sizeof(Shape) +
               lines.capacity() * sizeof(Line);
    }
};

// Lays `source` out. `marks` are in order and do not overlap; a mark that touches a maths span marks
// all of it. Widths never exceed style.width_px, unless one glyph alone does. A formula that cannot be set, or has a
// part wider than the line, shows its source as code. A line with a high formula is higher than style.line_height_px. A display
// formula that is a paragraph by itself stands in the middle of its line, if it fits on one.
Paragraph lay_out(const StyledText& source, const std::vector<Mark>& marks,
                  const ParagraphStyle& style, const FontMetrics& metrics);

// Where a line may end: after `before`, with `after` coming next.
bool may_break_between(char32_t before, char32_t after);

// Only says where a line may end or may not: soft hyphen, zero width space, word joiner. Takes no room within a line.
bool is_break_sign(char32_t c);

}  // namespace paperdeck
