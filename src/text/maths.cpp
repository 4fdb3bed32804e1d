// Rows: the spaces between atoms, and where lines may end.
#include "text/maths.h"

#include "text/maths_parser.h"
#include "text/maths_setter.h"

namespace paperdeck {
namespace {

// Part of a line that a formula may take before it is broken.
constexpr float kWholePart = 0.4f;

// Spaces in 1/18 em by the classes left and right of it; those above 10 (less 10) are left out in scripts.
// TeXbook, chapter 18.
int space_between(Atom left, Atom right)
{
    constexpr std::uint8_t kSpaces[8][8] = {
        // Ord Op Bin Rel Open Close Punct Inner
        {0, 3, 14, 15, 0, 0, 0, 13},       // Ord
        {3, 3, 0, 15, 0, 0, 0, 13},        // Op
        {14, 14, 0, 0, 14, 0, 0, 14},      // Bin
        {15, 15, 0, 0, 15, 0, 0, 15},      // Rel
        {0, 0, 0, 0, 0, 0, 0, 0},          // Open
        {0, 3, 14, 15, 0, 0, 0, 13},       // Close
        {13, 13, 0, 13, 13, 13, 13, 13},   // Punct
        {13, 3, 14, 15, 13, 0, 13, 13}};   // Inner
    return kSpaces[static_cast<int>(left)][static_cast<int>(right)];
}

// An operation needs something on both sides; else it is a sign.
bool takes_left(Atom left)
{
    return left != Atom::kBin && left != Atom::kOp && left != Atom::kRel && left != Atom::kOpen && left != Atom::kPunct;
}
bool takes_right(Atom right) { return right != Atom::kRel && right != Atom::kClose && right != Atom::kPunct; }

// The formula with its lines' ends where signs are, else anywhere between atoms.
bool set_with_breaks(MathsSetter& setter)
{
    setter.set(MathsSetter::Breaks::kSigns);
    if (setter.fits()) return true;
    setter.set(MathsSetter::Breaks::kAnywhere);
    return setter.fits();
}

}  // namespace

std::optional<Formula> set_maths(std::string_view tex, const MathsLook& look, const FontMetrics& metrics)
{
    const std::optional<MathsTree> tree = parse_maths(tex);
    if (!tree) return std::nullopt;
    MathsSetter setter(*tree, look, metrics);
    if (!set_with_breaks(setter)) return std::nullopt;
    if (setter.width_px() <= look.line_px * kWholePart) setter.join_boxes();
    return std::move(setter.formula());
}

MathsSetter::MathsSetter(const MathsTree& tree, const MathsLook& look, const FontMetrics& metrics)
    : tree_(tree), look_(look), metrics_(metrics)
{
    // Fraction rules and growing delimiters are centred on the line that the face's own signs are centred on.
    const Ink plus = metrics.ink(look.face, look.size_px, '+');
    axis_em_ = (plus.top + plus.bottom) / 2 / look.size_px;
}

float MathsSetter::width_px() const
{
    float width = 0;
    for (const MathsBox& box : out_.boxes) width += box.width_px + box.space_px;
    return width;
}

bool MathsSetter::fits() const
{
    return std::all_of(out_.boxes.begin(), out_.boxes.end(), [&](const MathsBox& box) { return box.width_px <= look_.line_px; });
}

void MathsSetter::join_boxes()
{
    if (out_.boxes.size() < 2) return;
    MathsBox all;
    for (const MathsBox& box : out_.boxes) {
        for (std::uint32_t i = 0; i < box.glyph_count; ++i) out_.glyphs[box.first_glyph + i].x_px += all.width_px;
        for (std::uint32_t i = 0; i < box.shape_count; ++i) out_.shapes[box.first_shape + i].x_px += all.width_px;
        all.glyph_count += box.glyph_count;
        all.shape_count += box.shape_count;
        all.width_px += box.width_px + box.space_px;
        all.ascent_px = std::max(all.ascent_px, box.ascent_px);
        all.descent_px = std::max(all.descent_px, box.descent_px);
    }
    out_.boxes.assign(1, all);
}

// Closes the box that began at `from`.
void MathsSetter::end_box(Mark& from, Extent& line, float space_px)
{
    const Mark to = mark();
    const auto count = [](std::size_t n) { return static_cast<std::uint32_t>(n); };
    out_.boxes.push_back({count(from.glyphs), count(to.glyphs - from.glyphs), count(from.shapes), count(to.shapes - from.shapes),
                          line.width_px, line.ascent_px, line.descent_px, space_px});
    from = to;
    line = {};
}

void MathsSetter::set(Breaks breaks)
{
    out_ = {};
    breaks_ = breaks;
    in_boxes_ = true;
    int first = node(tree_.root).first;
    // {…} around all of it is no part that must stay whole.
    while (node(first).kind == NodeKind::kRow && node(first).next < 0 && node(first).first >= 0) first = node(first).first;
    row(first, look_.is_display ? MathsStyle::kDisplay : MathsStyle::kText);
}

Extent MathsSetter::row(int first, MathsStyle style)
{
    const bool in_boxes = std::exchange(in_boxes_, false);
    Extent line;
    Mark box = mark();
    bool has_left = false;
    Atom left = Atom::kOpen;
    bool may_end = false;  // a line, before what comes next
    for (int index = first; index >= 0; index = node(index).next) {
        const Node& item = node(index);
        if (item.kind == NodeKind::kStyle) {
            style = item.style;
            continue;
        }
        if (item.kind == NodeKind::kSpace) {
            if (in_boxes && breaks_ == Breaks::kAnywhere && line.width_px > 0) end_box(box, line, item.amount * size_of(style));
            else line.width_px += item.amount * size_of(style);
            continue;
        }
        const Atom right = class_of(index, has_left, left);
        const int units = has_left ? space_between(left, right) : 0;
        const bool is_script = style >= MathsStyle::kScript;
        const float space = static_cast<float>(units > 10 ? (is_script ? 0 : units - 10) : units) / 18 * size_of(style);
        const bool is_held = right == Atom::kRel || right == Atom::kClose || right == Atom::kPunct;
        if (in_boxes && may_end && !is_held) end_box(box, line, space);
        else line.width_px += space;
        const Mark from = mark();
        const Extent part = set(index, style);
        shift(from, line.width_px, 0);
        line.width_px += part.width_px;
        line.ascent_px = std::max(line.ascent_px, part.ascent_px);
        line.descent_px = std::max(line.descent_px, part.descent_px);
        const bool is_sign = right == Atom::kRel || right == Atom::kBin || right == Atom::kPunct;
        may_end = has_left && is_sign;
        if (breaks_ == Breaks::kAnywhere) may_end = right != Atom::kOpen;
        left = right;
        has_left = true;
    }
    if (in_boxes) end_box(box, line, 0);
    return line;
}

Atom MathsSetter::class_of(int index, bool has_left, Atom left) const
{
    const Atom atom = node(index).atom;
    if (atom != Atom::kBin) return atom;
    int next = node(index).next;
    while (next >= 0 && (node(next).kind == NodeKind::kSpace || node(next).kind == NodeKind::kStyle)) next = node(next).next;
    const bool is_operation = has_left && takes_left(left) && next >= 0 && takes_right(node(next).atom);
    return is_operation ? Atom::kBin : Atom::kOrd;
}

}  // namespace paperdeck
