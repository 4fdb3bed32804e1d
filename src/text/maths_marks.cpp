// Boxes that grow with what they belong to: accents, delimiters, grids.
#include <cmath>

#include "text/maths_setter.h"

namespace paperdeck {
namespace {

// A delimiter may be a little lower than what it is around (TeXbook: \delimiterfactor).
constexpr float kDelimiterPart = 0.9f;
constexpr float kAccentHeight = 0.52f;  // em; above it the accents of a text face have their ink

constexpr float kSlant = 0.12f;         // of the height: how far an accent moves to the right over a slanting letter

// The shape of a delimiter, and its width in em.
struct Grown {
    ShapeKind kind = ShapeKind::kRule;
    float width_em = 0;  // 0: it does not grow
    bool flips = false;
};

Grown grown(char32_t delimiter, bool is_right)
{
    switch (delimiter) {
    case '(': return {ShapeKind::kParen, 0.34f, false};
    case ')': return {ShapeKind::kParen, 0.34f, true};
    case '[': return {ShapeKind::kBracket, 0.3f, false};
    case ']': return {ShapeKind::kBracket, 0.3f, true};
    case '{': return {ShapeKind::kBrace, 0.42f, false};
    case '}': return {ShapeKind::kBrace, 0.42f, true};
    case 0x27E8: return {ShapeKind::kAngle, 0.36f, false};
    case 0x27E9: return {ShapeKind::kAngle, 0.36f, true};
    case 0x230A: return {ShapeKind::kFloor, 0.3f, false};
    case 0x230B: return {ShapeKind::kFloor, 0.3f, true};
    case 0x2308: return {ShapeKind::kCeil, 0.3f, false};
    case 0x2309: return {ShapeKind::kCeil, 0.3f, true};
    case '|':
    case 0x2223: return {ShapeKind::kBar, 0.24f, is_right};
    case 0x2016:
    case 0x2225: return {ShapeKind::kDoubleBar, 0.36f, is_right};
    case '/': return {ShapeKind::kSlash, 0.4f, false};
    case '\\': return {ShapeKind::kSlash, 0.4f, true};
    default: return {};
    }
}

}  // namespace

// A delimiter around the axis, at least `height_px` high.
Extent MathsSetter::fence(char32_t delimiter, bool is_right, float height_px, MathsStyle style)
{
    if (delimiter == 0) return {};
    const float size = size_of(style), axis = axis_px(style);
    const Ink ink = metrics_.ink(look_.face, size, delimiter);
    const Grown shape = grown(delimiter, is_right);
    const float reach = 2 * std::min(ink.top - axis, axis - ink.bottom);
    if (shape.width_em == 0 || height_px <= reach * 1.08f) return put(delimiter, look_.face, size);
    Shape made;
    made.kind = shape.kind;
    made.flip_x = shape.flips;
    made.rise_px = axis + height_px / 2;
    made.height_px = height_px;
    made.thickness_px = std::max(metrics_.pixel_px(), 0.075f * size);
    const float side = 0.05f * size;
    made.x_px = side;
    made.width_px = shape.width_em * size * std::min(1.3f, 0.8f + 0.1f * height_px / size) - 2 * side;
    out_.shapes.push_back(made);
    return {made.width_px + 2 * side, made.rise_px, height_px - made.rise_px};
}

// Puts delimiters around what was set from `from` on.
Extent MathsSetter::between_fences(const Mark& from, Extent inner, char32_t left, char32_t right, float least_px, MathsStyle style)
{
    const float axis = axis_px(style);
    const float reach = std::max(inner.ascent_px - axis, inner.descent_px + axis);
    const float height = std::max(least_px, 2 * reach * kDelimiterPart);
    const Mark left_at = mark();
    const Extent open = fence(left, false, height, style);
    const Mark right_at = mark();
    const Extent close = fence(right, true, height, style);
    shift(from, left_at, open.width_px, 0);
    shift(right_at, open.width_px + inner.width_px, 0);
    return {open.width_px + inner.width_px + close.width_px, std::max({inner.ascent_px, open.ascent_px, close.ascent_px}),
            std::max({inner.descent_px, open.descent_px, close.descent_px})};
}

bool MathsSetter::is_slanting(int index) const
{
    if (index < 0) return false;
    const Node& item = node(index);
    if (item.kind == NodeKind::kRow) return item.first >= 0 && node(item.first).next < 0 && is_slanting(item.first);
    return item.kind == NodeKind::kGlyph && item.letters == Letters::kItalic;
}

Extent MathsSetter::accent(const Node& item, MathsStyle style)
{
    const float size = size_of(style), rule = rule_px(style);
    const Mark base_at = mark();
    const Extent base = set(item.first, style);
    Extent all = base;
    if (!item.is_drawn) {
        const Mark at = mark();
        const Extent over = put(item.glyph, look_.face, size);
        const float dy = std::max(0.0f, base.ascent_px - kAccentHeight * size);
        shift(at, (base.width_px - over.width_px) / 2 + (is_slanting(item.first) ? kSlant * base.ascent_px : 0), dy);
        all.ascent_px = std::max(all.ascent_px, over.ascent_px + dy);
        return all;
    }
    Shape made;
    made.kind = item.shape;
    made.flip_x = item.flips;
    made.thickness_px = rule;
    const bool is_arrow = item.shape == ShapeKind::kArrow || item.shape == ShapeKind::kTwoArrows;
    const float least = is_arrow ? 0.55f * size : 0.3f * size;
    made.width_px = std::max(base.width_px - (item.shape == ShapeKind::kRule ? 0.08f * size : 0), least);
    made.height_px = item.shape == ShapeKind::kRule ? rule : (item.shape == ShapeKind::kFlatBrace ? 0.3f : is_arrow ? 0.26f : 0.16f) * size;
    const float gap = item.shape == ShapeKind::kRule ? 1.5f * rule : 0.08f * size;
    all.width_px = std::max(base.width_px, made.width_px);
    shift(base_at, (all.width_px - base.width_px) / 2, 0);
    made.x_px = (all.width_px - made.width_px) / 2 + (item.is_below || !is_slanting(item.first) ? 0 : kSlant * base.ascent_px / 2);
    if (item.is_below) {
        made.flip_y = true;
        made.rise_px = -(base.descent_px + gap);
        all.descent_px = made.height_px - made.rise_px;
    } else {
        made.rise_px = base.ascent_px + gap + made.height_px;
        all.ascent_px = made.rise_px + rule / 2;
    }
    out_.shapes.push_back(made);
    return all;
}

Extent MathsSetter::overlay(const Node& item, MathsStyle style)
{
    const Extent base = set(item.first, style);
    const Mark at = mark();
    const Extent over = set(item.second, style);
    shift(at, (base.width_px - over.width_px) / 2, 0);
    return {base.width_px, std::max(base.ascent_px, over.ascent_px), std::max(base.descent_px, over.descent_px)};
}

// Rows and columns around the axis; small in a line of text, so that the line stays low.
Extent MathsSetter::grid(const Node& item, MathsStyle style)
{
    const MathsStyle part = style == MathsStyle::kText ? MathsStyle::kScript : style == MathsStyle::kDisplay ? MathsStyle::kText : style;
    const float size = size_of(part), column_gap = 0.8f * size, row_gap = 0.2f * size;
    struct Cell {
        Mark from;
        Extent extent;
        int column;
        std::size_t row;
    };
    std::vector<Cell> cells;
    std::vector<float> columns(static_cast<std::size_t>(item.columns), 0.0f);
    std::vector<Extent> rows;
    const Mark begin = mark();
    for (int index = item.first; index >= 0; index = node(index).next) {
        const int column = node(index).columns;
        if (column == 0) rows.push_back({0, 0.7f * size, 0.2f * size});
        const Mark from = mark();
        const Extent extent = set(index, part);
        cells.push_back({from, extent, column, rows.size() - 1});
        float& width = columns[static_cast<std::size_t>(column)];
        width = std::max(width, extent.width_px);
        rows.back().ascent_px = std::max(rows.back().ascent_px, extent.ascent_px);
        rows.back().descent_px = std::max(rows.back().descent_px, extent.descent_px);
    }
    const Mark end = mark();
    float height = -row_gap, width = -column_gap;
    for (const Extent& one : rows) height += one.ascent_px + one.descent_px + row_gap;
    for (const float one : columns) width += one + column_gap;

    const float top = axis_px(style) + height / 2;
    float baseline = top, x = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const Cell& cell = cells[i];
        if (cell.column == 0) {
            baseline -= i ? rows[cell.row - 1].descent_px + row_gap : 0;
            baseline -= rows[cell.row].ascent_px;
            x = 0;
        }
        const float room = columns[static_cast<std::size_t>(cell.column)];
        const float dx = item.is_left ? 0 : (room - cell.extent.width_px) / 2;
        shift(cell.from, i + 1 < cells.size() ? cells[i + 1].from : end, x + dx, baseline);
        x += room + column_gap;
    }
    const Extent all = {width, top, height - top};
    return item.glyph || item.plain ? between_fences(begin, all, item.glyph, item.plain, 0, style) : all;
}

}  // namespace paperdeck
