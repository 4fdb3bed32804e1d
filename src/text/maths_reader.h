// The parser's inside, for its files: rows, groups and scripts (maths_parser.cpp), commands (maths_commands.cpp), what is
// built of arguments (maths_constructs.cpp), delimiters and grids (maths_fences.cpp).
#pragma once

#include <string_view>
#include <vector>

#include "text/maths_lexer.h"
#include "text/maths_symbols.h"
#include "text/maths_tree.h"

namespace paperdeck {

inline constexpr int kNoNode = -1;
inline constexpr int kDeepestMaths = 24;  // nesting past this is no formula that anybody wrote

// What a row is set in; switches (\bf) change it for the rest of the row.
struct MathsMode {
    Letters letters = Letters::kItalic;
    bool is_text = false;  // words: blanks count, signs are no operators
};

class MathsReader {
public:
    explicit MathsReader(std::string_view tex) : in_(tex) { tree_.nodes.reserve(tex.size() + 8); }

    // False where it is not all known.
    bool read();
    MathsTree& tree() { return tree_; }

private:
    using Mode = MathsMode;

    // A row under construction.
    struct List {
        int first = kNoNode, last = kNoNode;
    };

    Node& node(int index) { return tree_.nodes[static_cast<std::size_t>(index)]; }
    int add(const Node& made);
    int fail();
    void append(List& list, int item);
    int row_of(const List& list, Atom atom = Atom::kOrd);
    int empty() { return row_of(List{}); }
    int space(float em);

    // Rows and what is in them; each returns a node, kNoNode for nothing.
    int row(Mode mode, int depth);
    bool is_at_stop(const Mode& mode) const;
    int atom(const Mode& mode, int depth);
    int group(const Mode& mode, int depth);
    int argument(const Mode& mode, int depth);
    int character(char32_t c, const Mode& mode);
    int glyph(const MathsSymbol& symbol, const Mode& mode);
    int word(std::string_view text, Atom atom, Limits limits);
    int with_scripts(int nucleus, const Mode& mode, int depth);

    // Commands.
    int command(const Mode& mode, int depth);
    int known(const MathsCommand& command, std::string_view name, const Mode& mode, int depth);
    int sign(std::string_view name, const Mode& mode, int depth);
    int words(char kind, int depth);
    int classed(char kind, const Mode& mode, int depth);
    int modulo(char kind, const Mode& mode, int depth);
    int unicode(const Mode& mode);
    int nothing(char kind);

    // What is built of arguments.
    int fraction(char kind, const Mode& mode, int depth);
    int infix_fraction(const List& over, char kind, const Mode& mode, int depth);
    int accent(char kind, const Mode& mode, int depth);
    int stack(char kind, std::string_view name, const Mode& mode, int depth);
    int root(const Mode& mode, int depth, bool has_of);
    int negated(const Mode& mode, int depth);

    // Delimiters and grids.
    int fence(const Mode& mode, int depth);
    int big(char size, const Mode& mode);
    int delimiter(const Mode& mode);
    char32_t take_delimiter();
    int environment(const Mode& mode, int depth);
    int grid(std::string_view name, const Mode& mode, int depth);

    MathsLexer in_;
    MathsTree tree_;
    bool failed_ = false;
    bool in_grid_ = false;
    bool stops_at_bracket_ = false;
    bool follows_digit_ = false;
};

// Whether a command changes the mode of the rest of its row, and the mode.
bool switches_letters(std::string_view name, const MathsCommand& command, Letters& letters);
Letters letters_named(char kind);

}  // namespace paperdeck
