// Delimiters, and what stands in rows and columns.
#include <utility>

#include "text/maths_reader.h"

namespace paperdeck {

// What \left, \right, \big take; 0 for the empty one ("."), or where there is none (then it has failed).
char32_t MathsReader::take_delimiter()
{
    in_.skip_blanks();
    if (in_.at_end()) {
        fail();
        return 0;
    }
    if (in_.peek() == '\\') {
        const std::string_view name = in_.take_command(false);
        if (name == "{" || name == "}") return static_cast<char32_t>(name[0]);
        if (name == "|") return 0x2016;
        const MathsSymbol symbol = maths_symbol(name);
        if (symbol.glyph == 0) fail();
        return symbol.glyph;
    }
    const char32_t c = in_.take_character();
    if (c == '.') return 0;
    if (c == '<') return 0x27E8;
    if (c == '>') return 0x27E9;
    return c;
}

// \middle|: as high as its line.
int MathsReader::delimiter(const Mode& mode)
{
    const char32_t c = take_delimiter();
    if (failed_ || c == 0) return kNoNode;
    return glyph({c, Atom::kRel}, mode);
}

int MathsReader::fence(const Mode& mode, int depth)
{
    Node made;
    made.kind = NodeKind::kFenced;
    made.atom = Atom::kInner;
    made.glyph = take_delimiter();
    const bool outer_bracket = std::exchange(stops_at_bracket_, false);
    const bool outer_grid = std::exchange(in_grid_, false);
    made.first = failed_ ? kNoNode : row(mode, depth + 1);
    stops_at_bracket_ = outer_bracket;
    in_grid_ = outer_grid;
    if (failed_ || !in_.is_at_command("right")) return fail();
    in_.take_command(false);
    made.plain = take_delimiter();
    return failed_ ? kNoNode : add(made);
}

// \bigl( and its like: a fence around nothing, of that height.
int MathsReader::big(char size, const Mode&)
{
    constexpr float kHeights[] = {1.2f, 1.6f, 2.1f, 2.6f};  // em
    Node made;
    made.kind = NodeKind::kFenced;
    made.first = empty();
    const char32_t c = take_delimiter();
    if (failed_ || c == 0) return kNoNode;
    const Atom atom = c == '(' || c == '[' || c == '{' ? Atom::kOpen : maths_character(c).atom;
    made.atom = c == ')' || c == ']' || c == '}' ? Atom::kClose : atom;
    (made.atom == Atom::kClose ? made.plain : made.glyph) = c;
    made.amount = kHeights[size - '0'];
    return add(made);
}

int MathsReader::environment(const Mode& mode, int depth)
{
    std::string_view name = in_.take_group();
    if (!name.empty() && name.back() == '*') name.remove_suffix(1);
    const int made = grid(name, mode, depth);
    in_.skip_blanks();
    if (failed_ || !in_.is_at_command("end")) return fail();
    in_.take_command(false);
    in_.take_group();
    return made;
}

// Cells up to \end or a closing brace.
int MathsReader::grid(std::string_view name, const Mode& mode, int depth)
{
    struct Kind {
        std::string_view name;
        char32_t left, right;
    };
    constexpr Kind kKinds[] = {{"matrix", 0, 0}, {"smallmatrix", 0, 0}, {"pmatrix", '(', ')'}, {"bmatrix", '[', ']'},
                               {"Bmatrix", '{', '}'}, {"vmatrix", '|', '|'}, {"Vmatrix", 0x2016, 0x2016}, {"cases", '{', 0},
                               {"array", 0, 0}, {"aligned", 0, 0}, {"align", 0, 0}, {"split", 0, 0}, {"gathered", 0, 0},
                               {"gather", 0, 0}, {"equation", 0, 0}, {"substack", 0, 0}, {"eqnarray", 0, 0}, {"multline", 0, 0}};
    const Kind* kind = nullptr;
    for (const Kind& candidate : kKinds)
        if (candidate.name == name) kind = &candidate;
    if (!kind) return fail();
    if (name == "array") in_.take_group();  // its columns

    Node made;
    made.kind = NodeKind::kGrid;
    made.atom = Atom::kInner;
    made.glyph = kind->left;
    made.plain = kind->right;
    made.is_left = name == "cases" || name == "aligned" || name == "align" || name == "split";
    const bool outer = std::exchange(in_grid_, true);
    List cells;
    int column = 0;
    while (!failed_) {
        const int cell = row(mode, depth + 1);
        if (failed_) break;
        const bool is_row_end = !in_.at_end() && in_.peek() == '\\' && !in_.is_at_command("end") && !in_.is_at_command("right");
        const bool is_last = !is_row_end && in_.peek() != '&';
        // A row break at the end opens no row.
        if (is_last && column == 0 && node(cell).first == kNoNode) break;
        node(cell).columns = column;
        append(cells, cell);
        made.columns = column + 1 > made.columns ? column + 1 : made.columns;
        if (is_last) break;
        if (is_row_end) {
            in_.take_command(false);
            if (in_.peek() == '[') in_.take_to(']');
            column = 0;
        } else {
            in_.take_character();
            ++column;
        }
    }
    in_grid_ = outer;
    made.first = cells.first;
    return failed_ || made.first == kNoNode ? fail() : add(made);
}

}  // namespace paperdeck
