// What a formula is made of, before it has a size. Nodes lie in one array and name each other by index.
#pragma once

#include <cstdint>
#include <vector>

#include "text/shape.h"

namespace paperdeck {

// The classes of the TeXbook's chapter 17: they tell the space between two neighbours.
enum class Atom : std::uint8_t { kOrd, kOp, kBin, kRel, kOpen, kClose, kPunct, kInner };

enum class Letters : std::uint8_t { kItalic, kUpright, kBold, kSlanted, kBlackboard, kScript, kFraktur };

enum class Limits : std::uint8_t { kBeside, kInDisplay, kAlways };

// TeX's four styles; in kText a line of prose stays as high as it is.
enum class MathsStyle : std::uint8_t { kDisplay, kText, kScript, kScriptScript };

enum class NodeKind : std::uint8_t {
    kGlyph,     // glyph; plain: the letter that it is an alphabet's form of
    kRow,       // first: head of a list linked by next
    kScripts,   // first with second above and third below
    kFraction,  // first over second; with_rule; glyph and right: delimiters, or 0
    kRoot,      // second: the index
    kAccent,    // first with an accent: glyph, or shape where it is drawn
    kFenced,    // first between glyph and right (0: none), as high as it
    kStack,     // first with second above and third below, as scripts
    kGrid,      // first: list of cells; columns; glyph and right: delimiters, or 0
    kSpace,     // amount: width in em
    kStyle,     // style: of what follows in its row
    kOverlay    // first and second on one place (\not)
};

struct Node {
    NodeKind kind = NodeKind::kGlyph;
    Atom atom = Atom::kOrd;
    Letters letters = Letters::kUpright;
    Limits limits = Limits::kBeside;
    MathsStyle style = MathsStyle::kText;
    ShapeKind shape = ShapeKind::kRule;
    bool has_style = false;   // kFraction: `style` holds whatever is around it
    bool with_rule = true;    // kFraction
    bool is_drawn = false;    // kAccent: as `shape`, as wide as its base
    bool is_below = false;    // kAccent
    bool is_integral = false; // kGlyph
    bool is_left = false;     // kGrid: cells begin at their column's left
    bool flips = false;       // kAccent: mirrored
    char32_t glyph = 0;
    char32_t plain = 0;       // kGlyph; the right delimiter of others
    int first = -1, second = -1, third = -1, next = -1;
    int columns = 0;          // kGrid; of a cell: its column
    float amount = 0;         // kSpace: em; kFenced: least height in em
};

struct MathsTree {
    std::vector<Node> nodes;
    int root = -1;
};

}  // namespace paperdeck
