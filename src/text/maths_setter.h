// Tree → boxes: the setter's inside, for its two files.
#pragma once

#include <algorithm>
#include <utility>

#include "text/maths.h"
#include "text/maths_tree.h"

namespace paperdeck {

// The size of what was set, and where it begins in the formula's glyphs and shapes.
struct Extent {
    float width_px = 0;
    float ascent_px = 0;
    float descent_px = 0;
};

class MathsSetter {
public:
    MathsSetter(const MathsTree& tree, const MathsLook& look, const FontMetrics& metrics);

    // Where a line may end: after relations, operations and commas, or between any two atoms.
    enum class Breaks { kSigns, kAnywhere };
    void set(Breaks breaks);
    Formula& formula() { return out_; }
    // Width of the formula on one line.
    float width_px() const;
    bool fits() const;
    void join_boxes();

private:
    struct Mark {
        std::size_t glyphs, shapes;
    };

    const Node& node(int index) const { return tree_.nodes[static_cast<std::size_t>(index)]; }
    Mark mark() const { return {out_.glyphs.size(), out_.shapes.size()}; }
    void shift(const Mark& from, float dx, float dy) { shift(from, mark(), dx, dy); }
    void shift(const Mark& from, const Mark& to, float dx, float dy);
    float size_of(MathsStyle style) const;
    float rule_px(MathsStyle style) const;
    float axis_px(MathsStyle style) const { return axis_em_ * size_of(style); }
    static MathsStyle script_of(MathsStyle style);
    static MathsStyle fraction_part_of(MathsStyle style);

    // Each sets a node with its left end and baseline at (0, 0).
    Extent set(int index, MathsStyle style);
    Extent row(int first, MathsStyle style);
    Extent glyph(const Node& node, MathsStyle style);
    Extent variable(char32_t letter, float size_px);
    Extent prime(MathsStyle style);
    Extent scripts(const Node& node, MathsStyle style);
    Extent limits(int base, int above, int below, MathsStyle style);
    Extent fraction(const Node& node, MathsStyle style);
    Extent root(const Node& node, MathsStyle style);
    Extent accent(const Node& node, MathsStyle style);
    Extent grid(const Node& node, MathsStyle style);
    Extent overlay(const Node& node, MathsStyle style);

    Extent put(char32_t code_point, Face face, float size_px);
    Extent fence(char32_t delimiter, bool is_right, float height_px, MathsStyle style);
    Extent between_fences(const Mark& from, Extent inner, char32_t left, char32_t right, float least_px, MathsStyle style);
    bool is_slanting(int index) const;
    float slant(int index, MathsStyle style) const;
    Atom class_of(int index, bool has_left, Atom left) const;
    void end_box(Mark& from, Extent& line, float space_px);

    const MathsTree& tree_;
    const MathsLook& look_;
    const FontMetrics& metrics_;
    Formula out_;
    float axis_em_ = 0.25f;
    Breaks breaks_ = Breaks::kSigns;
    bool in_boxes_ = false;  // the next row is the formula's own
};

}  // namespace paperdeck
