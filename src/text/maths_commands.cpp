// What commands do to what stands behind them.
#include <string>
#include <utility>

#include "text/maths_reader.h"

namespace paperdeck {

bool switches_letters(std::string_view name, const MathsCommand& command, Letters& letters)
{
    constexpr std::string_view kSwitches = " bf rm it cal sf tt mit ";
    if (command.action != MathsAction::kLetters || name.size() > 3) return false;
    if (kSwitches.find(" " + std::string(name) + " ") == std::string_view::npos) return false;
    letters = letters_named(command.argument[0]);
    return true;
}

Letters letters_named(char kind)
{
    switch (kind) {
    case 'k': return Letters::kBlackboard;
    case 's': return Letters::kScript;
    case 'f': return Letters::kFraktur;
    case 'b': return Letters::kBold;
    case 'i': return Letters::kItalic;
    case 't': return Letters::kSlanted;
    default: return Letters::kUpright;
    }
}

int MathsReader::command(const Mode& mode, int depth)
{
    const std::string_view name = in_.take_command(mode.is_text);
    if (name.empty()) return fail();
    if (!MathsLexer::is_letter(name[0])) return sign(name, mode, depth);
    if (const MathsSymbol symbol = maths_symbol(name); symbol.glyph != 0) return glyph(symbol, mode);
    return known(maths_command(name), name, mode, depth);
}

// "\,", "\%", "\{" and the like.
int MathsReader::sign(std::string_view name, const Mode& mode, int depth)
{
    switch (name[0]) {
    case '{': return glyph({'{', Atom::kOpen}, mode);
    case '}': return glyph({'}', Atom::kClose}, mode);
    case '|': return glyph({0x2016}, mode);
    case ',': return space(1 / 6.0f);
    case ':':
    case '>': return space(4 / 18.0f);
    case ';': return space(5 / 18.0f);
    case '!': return space(-1 / 6.0f);
    case ' ':
    case '\n':
    case '~': return name[0] == '~' && mode.is_text ? accent('t', mode, depth) : space(0.28f);
    case '\\': return space(0.28f);  // a line break in a single line
    case '/':
    case '-':
    case '(':
    case ')': return kNoNode;
    case '%':
    case '&':
    case '#':
    case '_':
    case '$':
    case '@': return glyph({static_cast<char32_t>(name[0])}, mode);
    case '\'': return accent('a', mode, depth);
    case '`': return accent('g', mode, depth);
    case '^': return accent('h', mode, depth);
    case '"': return accent('D', mode, depth);
    case '=': return accent('b', mode, depth);
    case '.': return accent('d', mode, depth);
    default: return fail();
    }
}

int MathsReader::known(const MathsCommand& command, std::string_view name, const Mode& mode, int depth)
{
    const std::string_view with = command.argument;
    const char kind = with.empty() ? '\0' : with[0];
    switch (command.action) {
    case MathsAction::kLetters: return argument({letters_named(kind), mode.is_text}, depth);
    case MathsAction::kText: return words(kind, depth);
    case MathsAction::kAtom: return classed(kind, mode, depth);
    case MathsAction::kFunction: return word(name, Atom::kOp, Limits::kBeside);
    case MathsAction::kLimitFunction: return word(name, Atom::kOp, Limits::kInDisplay);
    case MathsAction::kWord: return word(with, Atom::kOrd, Limits::kBeside);
    case MathsAction::kCalligraphic: return glyph({static_cast<char32_t>(kind)}, {kind == 'O' && name[0] == 'b' ? Letters::kItalic : Letters::kScript, false});
    case MathsAction::kFraction: return fraction(kind, mode, depth);
    case MathsAction::kAccent: return accent(kind, mode, depth);
    case MathsAction::kBig: return big(kind, mode);
    case MathsAction::kSpace: {
        constexpr float kWidths[] = {1, 2, 1 / 6.0f, 4 / 18.0f, 5 / 18.0f, 0.5f, 0.28f, -1 / 6.0f};
        return space(kWidths[kind - '0']);
    }
    case MathsAction::kStyle: {
        Node made;
        made.kind = NodeKind::kStyle;
        made.style = static_cast<MathsStyle>(kind - '0');
        return add(made);
    }
    case MathsAction::kStack: return stack(kind, name, mode, depth);
    case MathsAction::kNothing: return nothing(kind);
    case MathsAction::kSecond: return in_.take_group().data() ? argument(mode, depth) : fail();
    case MathsAction::kSubstack: {
        if (!in_.take('{')) return fail();
        const int made = grid("substack", mode, depth);
        return !failed_ && in_.take('}') ? made : fail();
    }
    case MathsAction::kModulo: return modulo(kind, mode, depth);
    case MathsAction::kRoot: return root(mode, depth, name == "root");
    case MathsAction::kEnvironment: return environment(mode, depth);
    case MathsAction::kNot: return negated(mode, depth);
    case MathsAction::kMiddle: return delimiter(mode);
    case MathsAction::kUnicode: return unicode(mode);
    case MathsAction::kFence: return fence(mode, depth);
    default: return fail();
    }
}

// \text{…}: words, in which $…$ is mathematics again.
int MathsReader::words(char kind, int depth)
{
    const Mode mode = {letters_named(kind), true};
    if (!in_.take('{')) return argument(mode, depth);
    List list;
    while (!failed_) {
        append(list, row(mode, depth + 1));
        if (failed_ || in_.peek() != '$') break;
        in_.take_character();
        const std::string_view inner = in_.take_to('$');
        const MathsLexer outer = std::exchange(in_, MathsLexer(inner));
        append(list, row(Mode{}, depth + 1));
        if (!in_.at_end()) fail();
        in_ = outer;
    }
    return !failed_ && in_.take('}') ? row_of(list) : fail();
}

int MathsReader::classed(char kind, const Mode& mode, int depth)
{
    const bool is_name = kind == '0' || kind == '1';
    in_.take('*');
    int made = argument(is_name ? Mode{Letters::kUpright, true} : mode, depth);
    if (failed_) return kNoNode;
    if (node(made).kind != NodeKind::kRow) {
        List list;
        append(list, made);
        made = row_of(list);
    }
    constexpr std::string_view kKinds = "o012brpqI";
    constexpr Atom kAtoms[] = {Atom::kOrd, Atom::kOp, Atom::kOp, Atom::kOp, Atom::kBin, Atom::kRel, Atom::kOpen, Atom::kClose, Atom::kInner};
    node(made).atom = kAtoms[kKinds.find(kind)];
    if (kind == '1' || kind == '2') node(made).limits = Limits::kInDisplay;
    return made;
}

int MathsReader::modulo(char kind, const Mode& mode, int depth)
{
    List list;
    append(list, space(kind == '0' ? 4 / 18.0f : 0.5f));
    if (kind == '1') append(list, glyph({'(', Atom::kOpen}, mode));
    append(list, word("mod", Atom::kOrd, Limits::kBeside));
    append(list, space(kind == '0' ? 4 / 18.0f : 1 / 3.0f));
    if (kind == '1') {
        append(list, argument(mode, depth));
        if (failed_) return kNoNode;
        append(list, glyph({')', Atom::kClose}, mode));
    }
    return row_of(list);
}

// MathJax's \unicode{x2713}, with a font in brackets perhaps.
int MathsReader::unicode(const Mode& mode)
{
    if (in_.take('[')) in_.take_to(']');
    const std::string_view number = in_.take_group();
    const bool is_hex = number.substr(0, 1) == "x" || number.substr(0, 1) == "\"";
    char32_t value = 0;
    for (const char c : number.substr(is_hex ? 1 : 0)) {
        const int digit = c >= '0' && c <= '9' ? c - '0' : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : 99;
        if (digit >= (is_hex ? 16 : 10) || value > 0x10FFFF) return fail();
        value = value * (is_hex ? 16 : 10) + static_cast<char32_t>(digit);
    }
    if (value < 0x20 || value > 0x10FFFF) return fail();
    return glyph(maths_character(value), mode);
}

int MathsReader::nothing(char kind)
{
    in_.take('*');
    if (kind == '1') in_.take_group();
    if (kind == '2') in_.skip_dimension();
    return kNoNode;
}

}  // namespace paperdeck
