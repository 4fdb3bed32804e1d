// The commands of mathematics, as two tables: those that stand for one character, and those that do something.
#pragma once

#include <string_view>

#include "text/maths_tree.h"

namespace paperdeck {

struct MathsSymbol {
    char32_t glyph = 0;  // 0: not known
    Atom atom = Atom::kOrd;
    bool slants = false;       // a variable
    bool is_integral = false;  // kOp with its limits beside it in every style
};

// The character for a command ("alpha", "leq"), without its backslash.
MathsSymbol maths_symbol(std::string_view command);

// The class of a character that is written as itself ("≤").
MathsSymbol maths_character(char32_t character);

// What a command does.
enum class MathsAction : char {
    kUnknown = 0,
    kLetters = 'L',    // \mathbb{…}: an alphabet
    kText = 'T',       // \text{…}: words
    kAtom = 'O',       // \mathrel{…}: a class
    kFunction = 'f',   // \log
    kLimitFunction = 'm',  // \max
    kFraction = 'F',
    kInfixFraction = 'V',  // {… \over …}
    kAccent = 'A',
    kBig = 'g',        // \bigl( …
    kSpace = 'W',
    kStyle = 'y',
    kLimits = 'K',
    kStack = 'S',
    kNothing = 'n',    // skipped, with its argument where it has one
    kSecond = 'Z',     // the second argument stands for it
    kSubstack = 'J',
    kModulo = 'M',
    kRoot = 'X',
    kEnvironment = 'E',
    kNot = 'N',
    kMiddle = 'R',
    kUnicode = 'U',
    kFence = 'l',      // \left
    kWord = 'w',       // stands for a word
    kCalligraphic = 'a'    // \calO, an author's usual name for \mathcal{O}
};

struct MathsCommand {
    MathsAction action = MathsAction::kUnknown;
    std::string_view argument;  // which of its kind: see the table
};

MathsCommand maths_command(std::string_view name);

}  // namespace paperdeck
