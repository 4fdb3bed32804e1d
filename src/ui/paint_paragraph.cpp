// Paragraphs: grounds of marks and code, glyphs, and the lines of formulas.
#include <algorithm>

#include "ui/painter.h"

namespace paperdeck::ui {
namespace {

// How far the ground of a mark reaches, in em of the glyphs on it.
constexpr float kGroundAbove = 0.95f, kGroundBelow = 0.33f;
constexpr float kHighlightShare = 0.2f;

// Draws in a shape's own square from (0, 0) top left to (1, 1), mirrored as the shape says.
class ShapePath {
public:
    ShapePath(ImDrawList& list, const Shape& shape, Point baseline)
        : list_(list), shape_(shape), left_(baseline.x + shape.x_px), top_(baseline.y - shape.rise_px)
    {
    }

    ImVec2 at(float x, float y) const
    {
        return {left_ + (shape_.flip_x ? 1 - x : x) * shape_.width_px, top_ + (shape_.flip_y ? 1 - y : y) * shape_.height_px};
    }

    ShapePath& to(float x, float y)
    {
        list_.PathLineTo(at(x, y));
        return *this;
    }
    ShapePath& curve(float x1, float y1, float x2, float y2, float x, float y)
    {
        list_.PathBezierCubicCurveTo(at(x1, y1), at(x2, y2), at(x, y));
        return *this;
    }
    void draw(Color color) { list_.PathStroke(color, 0, shape_.thickness_px); }

private:
    ImDrawList& list_;
    const Shape& shape_;
    float left_, top_;
};

void arrow(ShapePath path, const Shape& shape, Color color, bool is_double)
{
    const float head = std::min(0.45f, 0.5f * shape.height_px / shape.width_px * 1.6f);
    path.to(0, 0.5f).to(1, 0.5f).draw(color);
    path.to(1 - head, 0).to(1, 0.5f).to(1 - head, 1).draw(color);
    if (is_double) path.to(head, 0).to(0, 0.5f).to(head, 1).draw(color);
}

}  // namespace

// Marks and code on their grounds, before any glyph: neighbours share one, a formula has one for all its parts.
void Painter::line_grounds(const Paragraph& paragraph, const Line& line, Point baseline, float alpha)
{
    const Piece* const begin = paragraph.pieces.data() + line.first_piece;
    const Piece* const end = begin + line.piece_count;
    for (const Piece* piece = begin; piece != end;) {
        const Piece& first = *piece;
        float left = first.x_px, right = first.x_px + first.width_px, top = 0, bottom = 0;
        const auto take_height = [&](const Piece& part) {
            top = std::max(top, part.rise_px + kGroundAbove * part.size_px);
            bottom = std::min(bottom, part.rise_px - kGroundBelow * part.size_px);
        };
        take_height(first);
        for (++piece; piece != end; ++piece) {
            const bool is_same_look = piece->marks == first.marks && piece->is_code == first.is_code;
            const bool is_same_source = piece->source_begin == first.source_begin && piece->source_end == first.source_end;
            if (!is_same_look || (!is_same_source && piece->x_px > right + 0.5f)) break;
            left = std::min(left, piece->x_px);
            right = std::max(right, piece->x_px + piece->width_px);
            take_height(*piece);
        }
        if (!first.marks && !first.is_code) continue;
        const float y = snap(baseline.y - top);
        const Rect ground = {baseline.x + left - 1, y, right - left + 2, snap(baseline.y - bottom) - y};
        const bool is_highlight = first.marks & kHighlight;
        const Color color = first.marks & kHit ? with_alpha(theme_.hit, alpha)
                            : is_highlight     ? with_alpha(theme_.highlight, kHighlightShare * alpha)
                                               : with_alpha(theme_.chip, alpha);
        fill(ground, color, 3);
        if (is_highlight) fill({ground.x, ground.bottom() - 2, ground.w, 2}, with_alpha(theme_.highlight, alpha), 1);
    }
}

void Painter::shape(const Shape& shape, Point baseline, Color color)
{
    ShapePath path(*list_, shape, baseline);
    switch (shape.kind) {
    case ShapeKind::kRule: {
        const float top = snap(baseline.y - shape.rise_px);
        fill({baseline.x + shape.x_px, top, shape.width_px, std::max(shape.height_px, 1 / device_scale_)}, color);
        break;
    }
    case ShapeKind::kRadical: {
        const float sign = shape.sign_px / shape.width_px;
        const float half = shape.thickness_px / 2 / shape.height_px;
        path.to(0, 0.62f).to(sign * 0.28f, 0.54f).to(sign * 0.52f, 1).to(sign * 0.96f, half).to(1, half).draw(color);
        break;
    }
    case ShapeKind::kParen: path.to(1, 0).curve(0.55f, 0.1f, 0.1f, 0.25f, 0.1f, 0.5f).curve(0.1f, 0.75f, 0.55f, 0.9f, 1, 1).draw(color); break;
    case ShapeKind::kBracket: path.to(1, 0).to(0.15f, 0).to(0.15f, 1).to(1, 1).draw(color); break;
    case ShapeKind::kFloor: path.to(0.15f, 0).to(0.15f, 1).to(1, 1).draw(color); break;
    case ShapeKind::kCeil: path.to(1, 0).to(0.15f, 0).to(0.15f, 1).draw(color); break;
    case ShapeKind::kAngle: path.to(1, 0).to(0.1f, 0.5f).to(1, 1).draw(color); break;
    case ShapeKind::kSlash: path.to(1, 0).to(0, 1).draw(color); break;
    case ShapeKind::kBar: path.to(0.5f, 0).to(0.5f, 1).draw(color); break;
    case ShapeKind::kDoubleBar:
        path.to(0.25f, 0).to(0.25f, 1).draw(color);
        path.to(0.75f, 0).to(0.75f, 1).draw(color);
        break;
    case ShapeKind::kBrace:
        path.to(1, 0).curve(0.45f, 0, 0.55f, 0.06f, 0.55f, 0.2f).to(0.55f, 0.36f).curve(0.55f, 0.46f, 0.4f, 0.5f, 0, 0.5f)
            .curve(0.4f, 0.5f, 0.55f, 0.54f, 0.55f, 0.64f).to(0.55f, 0.8f).curve(0.55f, 0.94f, 0.45f, 1, 1, 1).draw(color);
        break;
    case ShapeKind::kFlatBrace:
        path.to(0, 1).curve(0, 0.4f, 0.04f, 0.5f, 0.15f, 0.5f).to(0.38f, 0.5f).curve(0.46f, 0.5f, 0.5f, 0.4f, 0.5f, 0)
            .curve(0.5f, 0.4f, 0.54f, 0.5f, 0.62f, 0.5f).to(0.85f, 0.5f).curve(0.96f, 0.5f, 1, 0.4f, 1, 1).draw(color);
        break;
    case ShapeKind::kHat: path.to(0, 1).to(0.5f, 0).to(1, 1).draw(color); break;
    case ShapeKind::kTilde: path.to(0, 0.9f).curve(0.25f, -0.4f, 0.45f, 0.1f, 0.5f, 0.5f).curve(0.55f, 0.9f, 0.75f, 1.4f, 1, 0.1f).draw(color); break;
    case ShapeKind::kArrow: arrow(path, shape, color, false); break;
    case ShapeKind::kTwoArrows: arrow(path, shape, color, true); break;
    }
}

void Painter::paragraph(const Paragraph& paragraph, Point at, Color color, float alpha, SourceRange selected)
{
    const Rect& clip = this->clip();
    const Color ink = with_alpha(color, alpha), link_ink = with_alpha(theme_.link, alpha);
    for (const Line& line : paragraph.lines) {
        const float top = at.y + line.top_px;
        if (top + line.height_px < clip.y) continue;
        if (top > clip.bottom()) break;
        const float baseline = snap(top + line.baseline_px);
        line_grounds(paragraph, line, {at.x, baseline}, alpha);
        if (const auto stretch = selected.empty() ? std::nullopt : stretch_of(paragraph, line, selected, fonts_))
            fill({at.x + stretch->x_px, snap(top), stretch->width_px, snap(top + line.height_px) - snap(top)}, theme_.selection);
        for (std::uint32_t p = 0; p < line.piece_count; ++p) {
            const Piece& piece = paragraph.pieces[line.first_piece + p];
            const std::string_view text = std::string_view(paragraph.text).substr(piece.begin, piece.end - piece.begin);
            fonts_.draw(*list_, piece.face, piece.size_px, {at.x + piece.x_px, snap(baseline - piece.rise_px)},
                        piece.link >= 0 ? link_ink : ink, text);
        }
        for (std::uint32_t s = 0; s < line.shape_count; ++s) {
            const Shape& drawn = paragraph.shapes[line.first_shape + s];
            shape(drawn, {at.x, baseline}, drawn.link >= 0 ? link_ink : ink);
        }
    }
}

}  // namespace paperdeck::ui
