// What is built of its arguments: fractions, accents, what stands over or under, roots, negations.
#include <string_view>
#include <utility>

#include "text/maths_reader.h"

namespace paperdeck {

// t: \frac; d, s: in the style of a display or of a line; b, B: binomials.
int MathsReader::fraction(char kind, const Mode& mode, int depth)
{
    Node made;
    made.kind = NodeKind::kFraction;
    made.atom = Atom::kInner;
    const bool is_binomial = kind == 'b' || kind == 'B';
    made.with_rule = !is_binomial;
    made.has_style = kind == 'd' || kind == 's' || kind == 'B';
    made.style = kind == 's' ? MathsStyle::kText : MathsStyle::kDisplay;
    if (is_binomial) made.glyph = '(', made.plain = ')';
    made.first = argument(mode, depth);
    if (failed_) return kNoNode;
    made.second = argument(mode, depth);
    return failed_ ? kNoNode : add(made);
}

// {a \over b}; b: \choose, a: \atop, B and K: \brace and \brack.
int MathsReader::infix_fraction(const List& over, char kind, const Mode& mode, int depth)
{
    Node made;
    made.kind = NodeKind::kFraction;
    made.atom = Atom::kInner;
    made.with_rule = kind == 'f';
    if (kind == 'b') made.glyph = '(', made.plain = ')';
    if (kind == 'B') made.glyph = '{', made.plain = '}';
    if (kind == 'K') made.glyph = '[', made.plain = ']';
    made.first = row_of(over);
    made.second = row(mode, depth + 1);
    if (failed_) return kNoNode;
    List list;
    append(list, add(made));
    return row_of(list);
}

int MathsReader::accent(char kind, const Mode& mode, int depth)
{
    Node made;
    made.kind = NodeKind::kAccent;
    made.first = argument(mode, depth);
    if (failed_) return kNoNode;
    const auto drawn = [&](ShapeKind shape, bool is_below = false) {
        made.is_drawn = true;
        made.shape = shape;
        made.is_below = is_below;
    };
    switch (kind) {
    case 'h': made.glyph = 0x02C6; break;
    case 't': made.glyph = 0x02DC; break;
    case 'd': made.glyph = 0x02D9; break;
    case 'D': made.glyph = 0x00A8; break;
    case 'c': made.glyph = 0x02C7; break;
    case 'u': made.glyph = 0x02D8; break;
    case 'a': made.glyph = 0x00B4; break;
    case 'g': made.glyph = 0x0060; break;
    case 'r': made.glyph = 0x02DA; break;
    case 'H': drawn(ShapeKind::kHat); break;
    case 'T': drawn(ShapeKind::kTilde); break;
    case 'b':
    case 'B': drawn(ShapeKind::kRule); break;
    case 'U': drawn(ShapeKind::kRule, true); break;
    case 'v':
    case 'V': drawn(ShapeKind::kArrow); break;
    case 'W': drawn(ShapeKind::kArrow); made.flips = true; break;
    case 'X': drawn(ShapeKind::kTwoArrows); break;
    case 'O': drawn(ShapeKind::kFlatBrace); break;
    case 'N': drawn(ShapeKind::kFlatBrace, true); break;
    default: return fail();
    }
    // What is written over or under a brace stands there in every style.
    if (made.shape == ShapeKind::kFlatBrace) made.limits = Limits::kAlways, made.atom = Atom::kOp;
    if (!made.is_drawn && mode.is_text) made.atom = Atom::kOrd;
    return add(made);
}

// o, u: the first argument over or under the second; r, l: over or under (in brackets) an arrow.
int MathsReader::stack(char kind, std::string_view name, const Mode& mode, int depth)
{
    Node made;
    made.kind = NodeKind::kStack;
    made.atom = Atom::kRel;
    int under = kNoNode;
    const bool is_arrow = kind == 'r' || kind == 'l';
    if (is_arrow && in_.take('[')) {
        const bool outer = std::exchange(stops_at_bracket_, true);
        under = row(mode, depth + 1);
        stops_at_bracket_ = outer;
        if (failed_ || !in_.take(']')) return fail();
    }
    const int over = argument(mode, depth);
    if (failed_) return kNoNode;
    if (is_arrow) {
        const char32_t single = kind == 'r' ? 0x27F6 : 0x27F5, two_lines = kind == 'r' ? 0x27F9 : 0x27F8;
        made.first = glyph({name[1] == 'R' || name[1] == 'L' ? two_lines : single}, mode);
    } else {
        made.first = argument(mode, depth);
        if (!failed_ && name != "stackrel") made.atom = node(made.first).atom;
    }
    (kind == 'u' ? made.third : made.second) = over;
    if (under != kNoNode) made.third = under;
    return failed_ ? kNoNode : add(made);
}

// \sqrt[3]{x}; \root 3 \of x
int MathsReader::root(const Mode& mode, int depth, bool has_of)
{
    Node made;
    made.kind = NodeKind::kRoot;
    if (has_of) {
        made.second = argument(mode, depth);
        in_.skip_blanks();
        if (failed_ || !in_.is_at_command("of")) return fail();
        in_.take_command(false);
    } else if (in_.take('[')) {
        const bool outer = std::exchange(stops_at_bracket_, true);
        made.second = row(mode, depth + 1);
        stops_at_bracket_ = outer;
        if (failed_ || !in_.take(']')) return fail();
    }
    made.first = argument(mode, depth);
    return failed_ ? kNoNode : add(made);
}

int MathsReader::negated(const Mode& mode, int depth)
{
    Node made;
    made.kind = NodeKind::kOverlay;
    made.first = argument(mode, depth);
    if (failed_) return kNoNode;
    made.atom = node(made.first).atom;
    made.second = glyph({'/'}, {Letters::kUpright, false});
    return add(made);
}

}  // namespace paperdeck
