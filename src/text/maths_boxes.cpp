// Boxes: each kind of node with its parts in their places. Figures in em of the style's size; where none
// is named otherwise they are those of Computer Modern (TeXbook, appendix G).
#include <cmath>

#include "text/maths_setter.h"

namespace paperdeck {
namespace {

// The serif italic is drawn larger, so that its capitals are as high as those of the text's face.
constexpr float kMathsFaceScale = 1.1f;
constexpr float kScriptScale = 0.7f, kScriptScriptScale = 0.55f;
constexpr float kRule = 0.055f;
constexpr float kSuperRise = 0.38f, kSuperRiseDisplay = 0.42f, kSuperDrop = 0.386f;
constexpr float kSubDrop = 0.05f, kSubSink = 0.15f, kSubSinkBelowSuper = 0.24f;
constexpr float kXHeight = 0.5f;
constexpr float kScriptSpace = 0.05f;
constexpr float kNumeratorRise = 0.394f, kNumeratorRiseDisplay = 0.677f, kDenominatorSink = 0.345f, kDenominatorSinkDisplay = 0.686f;
constexpr float kFractionSide = 0.1f;
constexpr float kDisplayOperator = 1.4f;
constexpr float kLimitGap = 0.12f;
constexpr char32_t kPrime = 0x2032;

Extent stacked(Extent base, const Extent& part, float dy)
{
    base.ascent_px = std::max(base.ascent_px, part.ascent_px + dy);
    base.descent_px = std::max(base.descent_px, part.descent_px - dy);
    return base;
}

}  // namespace

float MathsSetter::size_of(MathsStyle style) const
{
    const float scale = style == MathsStyle::kScript ? kScriptScale : style == MathsStyle::kScriptScript ? kScriptScriptScale : 1.0f;
    return look_.size_px * scale;
}

float MathsSetter::rule_px(MathsStyle style) const
{
    const float pixel = metrics_.pixel_px();
    return std::max(pixel, std::round(kRule * size_of(style) / pixel) * pixel);
}

MathsStyle MathsSetter::script_of(MathsStyle style)
{
    return style <= MathsStyle::kText ? MathsStyle::kScript : MathsStyle::kScriptScript;
}

MathsStyle MathsSetter::fraction_part_of(MathsStyle style)
{
    return style == MathsStyle::kDisplay ? MathsStyle::kText : script_of(style);
}

void MathsSetter::shift(const Mark& from, const Mark& to, float dx, float dy)
{
    for (std::size_t i = from.glyphs; i < to.glyphs; ++i) {
        out_.glyphs[i].x_px += dx;
        out_.glyphs[i].rise_px += dy;
    }
    for (std::size_t i = from.shapes; i < to.shapes; ++i) {
        out_.shapes[i].x_px += dx;
        out_.shapes[i].rise_px += dy;
    }
}

Extent MathsSetter::set(int index, MathsStyle style)
{
    if (index < 0) return {};
    const Node& item = node(index);
    switch (item.kind) {
    case NodeKind::kGlyph: return glyph(item, style);
    case NodeKind::kRow: return row(item.first, style);
    case NodeKind::kScripts: return scripts(item, style);
    case NodeKind::kFraction: return fraction(item, item.has_style ? item.style : style);
    case NodeKind::kRoot: return root(item, style);
    case NodeKind::kAccent: return accent(item, style);
    case NodeKind::kFenced: {
        const Mark from = mark();
        const Extent inner = set(item.first, style);
        return between_fences(from, inner, item.glyph, item.plain, item.amount * size_of(style), style);
    }
    case NodeKind::kStack: return limits(item.first, item.second, item.third, style);
    case NodeKind::kGrid: return grid(item, style);
    case NodeKind::kSpace: return {item.amount * size_of(style), 0, 0};
    case NodeKind::kOverlay: return overlay(item, style);
    default: return {};
    }
}

Extent MathsSetter::put(char32_t code_point, Face face, float size_px)
{
    const float width = metrics_.advance(face, size_px, code_point);
    const Ink ink = metrics_.ink(face, size_px, code_point);
    out_.glyphs.push_back({code_point, face, size_px, 0, 0, width});
    return {width, std::max(0.0f, ink.top), std::max(0.0f, -ink.bottom)};
}

Extent MathsSetter::glyph(const Node& item, MathsStyle style)
{
    const float size = size_of(style);
    switch (item.letters) {
    case Letters::kItalic: return variable(item.glyph, size * kMathsFaceScale);
    case Letters::kSlanted: return put(item.glyph, Face::kItalic, size);
    case Letters::kBold: return put(item.glyph, Face::kSemibold, size);
    case Letters::kUpright: break;
    default:
        if (item.glyph != item.plain && !metrics_.has_glyph(look_.face, item.glyph)) return put(item.plain, Face::kSemibold, size);
    }
    if (item.glyph == kPrime && style >= MathsStyle::kScript) return prime(style);
    if (item.atom != Atom::kOp || style != MathsStyle::kDisplay) return put(item.glyph, look_.face, size);
    // Large operators stand around the axis.
    const Mark from = mark();
    Extent large = put(item.glyph, look_.face, size * kDisplayOperator);
    const float dy = axis_px(style) - (large.ascent_px - large.descent_px) / 2;
    shift(from, 0, dy);
    large.ascent_px += dy;
    large.descent_px -= dy;
    return large;
}

// A slanting letter with room for what stands out of its width on both sides.
Extent MathsSetter::variable(char32_t letter, float size_px)
{
    const Mark from = mark();
    Extent extent = put(letter, Face::kMaths, size_px);
    const Ink ink = metrics_.ink(Face::kMaths, size_px, letter);
    const float before = std::max(0.0f, -ink.left) / 2;
    shift(from, before, 0);
    extent.width_px = before + std::max(extent.width_px, ink.right);
    return extent;
}

// The faces' primes are raised already: they take no smaller size and no second rise.
Extent MathsSetter::prime(MathsStyle style)
{
    const MathsStyle base = style == MathsStyle::kScript ? MathsStyle::kText : MathsStyle::kScript;
    const float sink = kSuperRise * size_of(base);
    const Mark from = mark();
    Extent extent = put(kPrime, look_.face, size_of(base));
    shift(from, 0, -sink);
    extent.ascent_px -= sink;
    return extent;
}

// How far the top of a slanting letter stands out to the right of its width.
float MathsSetter::slant(int index, MathsStyle style) const
{
    if (!is_slanting(index)) return 0;
    const Node* item = &node(index);
    while (item->kind == NodeKind::kRow) item = &node(item->first);
    const float size = size_of(style) * kMathsFaceScale;
    return std::max(0.0f, metrics_.ink(Face::kMaths, size, item->glyph).right - metrics_.advance(Face::kMaths, size, item->glyph));
}

Extent MathsSetter::scripts(const Node& item, MathsStyle style)
{
    if (item.limits == Limits::kAlways || (item.limits == Limits::kInDisplay && style == MathsStyle::kDisplay))
        return limits(item.first, item.second, item.third, style);
    const float size = size_of(style);
    const MathsStyle small = script_of(style);
    Extent all = set(item.first, style);
    const Extent base = all;
    const bool is_character = item.first >= 0 && node(item.first).kind == NodeKind::kGlyph && node(item.first).atom != Atom::kOp;

    const bool is_integral = item.first >= 0 && node(item.first).is_integral;
    const float overhang = is_integral ? std::max(0.0f, metrics_.ink(look_.face, size, node(item.first).glyph).right - base.width_px) + 0.06f * size : 0;

    const Mark above_at = mark();
    const Extent above = set(item.second, small);
    const Mark below_at = mark();
    const Extent below = set(item.third, small);

    float rise = style == MathsStyle::kDisplay ? kSuperRiseDisplay * size : kSuperRise * size;
    if (!is_character) rise = std::max(rise, base.ascent_px - kSuperDrop * size_of(small));
    rise = std::max(rise, above.descent_px + kXHeight * size / 4);
    float sink = (item.second >= 0 ? kSubSinkBelowSuper : kSubSink) * size;
    if (!is_character) sink = std::max(sink, base.descent_px + kSubDrop * size);
    sink = std::max(sink, below.ascent_px - kXHeight * size * 0.8f);
    if (item.second >= 0 && item.third >= 0) {
        const float gap = (rise - above.descent_px) - (below.ascent_px - sink);
        sink += std::max(0.0f, 3 * rule_px(style) - gap);
    }
    if (item.second >= 0) {
        const float x = base.width_px + overhang;
        shift(above_at, below_at, x, rise);
        all = stacked(all, above, rise);
        all.width_px = std::max(all.width_px, x + above.width_px + kScriptSpace * size);
    }
    if (item.third >= 0) {
        const float x = base.width_px + (is_integral ? overhang - 0.12f * size : -slant(item.first, style));
        shift(below_at, x, -sink);
        all = stacked(all, below, -sink);
        all.width_px = std::max(all.width_px, x + below.width_px + kScriptSpace * size);
    }
    return all;
}

Extent MathsSetter::limits(int base_index, int above_index, int below_index, MathsStyle style)
{
    const float gap = kLimitGap * size_of(style);
    const Mark base_at = mark();
    const Extent base = set(base_index, style);
    const Mark above_at = mark();
    const Extent above = set(above_index, script_of(style));
    const Mark below_at = mark();
    const Extent below = set(below_index, script_of(style));
    Extent all = base;
    all.width_px = std::max({base.width_px, above.width_px, below.width_px});
    shift(base_at, above_at, (all.width_px - base.width_px) / 2, 0);
    if (above_index >= 0) {
        const float dy = base.ascent_px + gap + above.descent_px;
        shift(above_at, below_at, (all.width_px - above.width_px) / 2, dy);
        all = stacked(all, above, dy);
    }
    if (below_index >= 0) {
        const float dy = -(base.descent_px + gap + below.ascent_px);
        shift(below_at, (all.width_px - below.width_px) / 2, dy);
        all = stacked(all, below, dy);
    }
    return all;
}

Extent MathsSetter::fraction(const Node& item, MathsStyle style)
{
    const bool is_display = style == MathsStyle::kDisplay;
    const float size = size_of(style), rule = rule_px(style), axis = axis_px(style), side = kFractionSide * size;
    const MathsStyle part = fraction_part_of(style);
    const Mark above_at = mark();
    const Extent above = set(item.first, part);
    const Mark below_at = mark();
    const Extent below = set(item.second, part);
    const Mark end = mark();

    const float clear = item.with_rule ? (is_display ? 3 * rule : 1.4f * rule) : 1.5f * rule;
    float rise = (is_display ? kNumeratorRiseDisplay : kNumeratorRise) * size;
    float sink = (is_display ? kDenominatorSinkDisplay : kDenominatorSink) * size;
    rise = std::max(rise, axis + rule / 2 + clear + above.descent_px);
    sink = std::max(sink, below.ascent_px + clear + rule / 2 - axis);

    const float inner = std::max(above.width_px, below.width_px);
    shift(above_at, below_at, side + (inner - above.width_px) / 2, rise);
    shift(below_at, end, side + (inner - below.width_px) / 2, -sink);
    if (item.with_rule) {
        Shape line;
        line.x_px = side / 2;
        line.rise_px = axis + rule / 2;
        line.width_px = inner + side;
        line.height_px = rule;
        out_.shapes.push_back(line);
    }
    Extent all = {inner + 2 * side, 0, 0};
    all = stacked(stacked(all, above, rise), below, -sink);
    return item.glyph || item.plain ? between_fences(above_at, all, item.glyph, item.plain, 0, style) : all;
}

Extent MathsSetter::root(const Node& item, MathsStyle style)
{
    const float size = size_of(style), rule = rule_px(style);
    const Mark index_at = mark();
    const Extent index = set(item.second, MathsStyle::kScriptScript);
    const Mark body_at = mark();
    Extent body = set(item.first, style);
    // At least as high as a small letter, so that the roots of a line look alike.
    body.ascent_px = std::max(body.ascent_px, kXHeight * size);
    const float clear = rule + (style == MathsStyle::kDisplay ? kXHeight * size / 4 : 0.04f * size);
    Shape sign;
    sign.kind = ShapeKind::kRadical;
    sign.rise_px = body.ascent_px + clear + rule;
    sign.height_px = sign.rise_px + body.descent_px + rule;
    sign.sign_px = std::clamp(sign.height_px * 0.5f, 0.5f * size, 0.75f * size);
    sign.thickness_px = rule;
    const float indent = std::max(0.0f, index.width_px - sign.sign_px * 0.45f);
    sign.x_px = indent;
    sign.width_px = sign.sign_px + body.width_px + 0.06f * size;
    out_.shapes.push_back(sign);
    shift(body_at, {out_.glyphs.size(), out_.shapes.size() - 1}, indent + sign.sign_px, 0);
    Extent all = {indent + sign.width_px + 0.06f * size, sign.rise_px + rule, sign.height_px - sign.rise_px};
    if (item.second >= 0) {
        const float dy = sign.rise_px - sign.height_px * 0.45f + index.descent_px;
        shift(index_at, body_at, 0, dy);
        all = stacked(all, index, dy);
    }
    return all;
}

}  // namespace paperdeck
