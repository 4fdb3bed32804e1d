#include "text/maths_parser.h"

#include <utility>

#include "text/maths_letters.h"
#include "text/maths_reader.h"

namespace paperdeck {
namespace {

constexpr float kTextBlank = 0.28f;  // em; the blank of the interface's face

bool is_latin(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<MathsTree> parse_maths(std::string_view tex)
{
    MathsReader reader(tex);
    if (!reader.read()) return std::nullopt;
    return std::move(reader.tree());
}

bool MathsReader::read()
{
    tree_.root = row(Mode{}, 0);
    return !failed_ && in_.at_end() && node(tree_.root).first != kNoNode;
}

int MathsReader::add(const Node& made)
{
    tree_.nodes.push_back(made);
    return static_cast<int>(tree_.nodes.size()) - 1;
}

int MathsReader::fail()
{
    failed_ = true;
    return kNoNode;
}

void MathsReader::append(List& list, int item)
{
    if (item == kNoNode) return;
    if (list.first == kNoNode) list.first = item;
    else node(list.last).next = item;
    list.last = item;
}

int MathsReader::row_of(const List& list, Atom atom)
{
    Node made;
    made.kind = NodeKind::kRow;
    made.atom = atom;
    made.first = list.first;
    return add(made);
}

int MathsReader::space(float em)
{
    Node made;
    made.kind = NodeKind::kSpace;
    made.amount = em;
    return add(made);
}

bool MathsReader::is_at_stop(const Mode& mode) const
{
    if (in_.at_end() || in_.peek() == '}') return true;
    if (mode.is_text && in_.peek() == '$') return true;
    if (stops_at_bracket_ && in_.peek() == ']') return true;
    if (in_grid_ && (in_.peek() == '&' || in_.is_at_command("\\") || in_.is_at_command("cr"))) return true;
    return in_.is_at_command("end") || in_.is_at_command("right");
}

// Everything up to what closes it, which stays.
int MathsReader::row(Mode mode, int depth)
{
    if (depth > kDeepestMaths) return fail();
    List list;
    while (!failed_ && !is_at_stop(mode)) {
        if (in_.peek() == '\\') {
            const std::size_t before = in_.place();
            const std::string_view name = in_.take_command(mode.is_text);
            const MathsCommand command = maths_command(name);
            if (command.action == MathsAction::kInfixFraction) return infix_fraction(list, command.argument[0], mode, depth);
            if (switches_letters(name, command, mode.letters)) continue;
            in_.go_back(before);
        }
        append(list, with_scripts(atom(mode, depth), mode, depth));
    }
    return failed_ ? kNoNode : row_of(list);
}

// One nucleus: a character, a group, a command with its arguments. kNoNode for one that leaves nothing.
int MathsReader::atom(const Mode& mode, int depth)
{
    if (depth > kDeepestMaths) return fail();
    switch (in_.peek()) {
    case '{': return group(mode, depth);
    case '\\': return command(mode, depth);
    case '~': in_.take_character(); return space(kTextBlank);
    case ' ':
    case '\t':
    case '\r':
    case '\n': in_.skip_blanks(); return mode.is_text ? space(kTextBlank) : kNoNode;
    case '^':
    case '_':
    case '\'': return mode.is_text ? character(in_.take_character(), mode) : empty();  // a script of nothing
    case '$': return fail();
    default: return character(in_.take_character(), mode);
    }
}

int MathsReader::group(const Mode& mode, int depth)
{
    in_.take_character();
    const bool outer_bracket = std::exchange(stops_at_bracket_, false);
    const bool outer_grid = std::exchange(in_grid_, false);
    const int inner = row(mode, depth + 1);
    stops_at_bracket_ = outer_bracket;
    in_grid_ = outer_grid;
    if (failed_ || in_.peek() != '}') return fail();
    in_.take_character();
    return inner;
}

// What a command takes: a group, a command or one character.
int MathsReader::argument(const Mode& mode, int depth)
{
    in_.skip_blanks();
    if (is_at_stop(Mode{}) || in_.peek() == '^' || in_.peek() == '_') return fail();
    const int made = atom(mode, depth + 1);
    return made == kNoNode && !failed_ ? empty() : made;
}

int MathsReader::character(char32_t c, const Mode& mode)
{
    if (mode.is_text) return glyph({c == '\'' ? U'’' : c == '`' ? U'‘' : c}, mode);
    switch (c) {
    case '-': return glyph({0x2212, Atom::kBin}, mode);
    case '*': return glyph({0x2217, Atom::kBin}, mode);
    case '+': return glyph({c, Atom::kBin}, mode);
    case '=':
    case '<':
    case '>':
    case ':': return glyph({c, Atom::kRel}, mode);
    case '(':
    case '[': return glyph({c, Atom::kOpen}, mode);
    case ')':
    case ']':
    case '!':
    case '?': return glyph({c, Atom::kClose}, mode);
    case ';': return glyph({c, Atom::kPunct}, mode);
    // "10,000" is one number.
    case ',': return glyph({c, follows_digit_ && in_.is_at_thousands() ? Atom::kOrd : Atom::kPunct}, mode);
    default: return glyph(c < 0x80 ? MathsSymbol{c, Atom::kOrd, is_latin(c)} : maths_character(c), mode);
    }
}

int MathsReader::glyph(const MathsSymbol& symbol, const Mode& mode)
{
    Node made;
    made.atom = symbol.atom;
    made.plain = symbol.glyph;
    made.is_integral = symbol.is_integral;
    if (symbol.atom == Atom::kOp && !symbol.is_integral) made.limits = Limits::kInDisplay;
    made.letters = mode.letters;
    // The default alphabet is italic for variables alone; the others take what letters they have.
    if (mode.letters == Letters::kItalic && !symbol.slants) made.letters = Letters::kUpright;
    made.glyph = letter_in(made.letters, symbol.glyph);
    follows_digit_ = is_digit(symbol.glyph);
    return add(made);
}

// `text` upright, as one operator.
int MathsReader::word(std::string_view text, Atom atom, Limits limits)
{
    List list;
    for (const char c : text) append(list, glyph({static_cast<char32_t>(c)}, Mode{Letters::kUpright, true}));
    const int made = row_of(list, atom);
    node(made).limits = limits;
    return made;
}

// Scripts and primes behind a nucleus, in any order.
int MathsReader::with_scripts(int nucleus, const Mode& mode, int depth)
{
    if (failed_ || mode.is_text || nucleus == kNoNode || node(nucleus).kind == NodeKind::kSpace) return nucleus;
    int above = kNoNode, below = kNoNode;
    List primes;
    while (!failed_) {
        const std::size_t before = in_.place();
        in_.skip_blanks();
        if (in_.peek() == '\'') {
            in_.take_character();
            append(primes, glyph({0x2032}, mode));
        } else if (in_.peek() == '^' && above == kNoNode) {
            in_.take_character();
            above = argument(mode, depth);
        } else if (in_.peek() == '_' && below == kNoNode) {
            in_.take_character();
            below = argument(mode, depth);
        } else if (in_.is_at_command("limits") || in_.is_at_command("nolimits")) {
            node(nucleus).limits = in_.take_command(false) == "limits" ? Limits::kAlways : Limits::kBeside;
        } else {
            in_.go_back(before);
            break;
        }
    }
    if (failed_) return kNoNode;
    if (primes.first != kNoNode) {
        append(primes, above);
        above = row_of(primes);
    }
    if (above == kNoNode && below == kNoNode) return nucleus;
    Node made;
    made.kind = NodeKind::kScripts;
    made.atom = node(nucleus).atom;
    made.limits = node(nucleus).limits;
    made.first = nucleus;
    made.second = above;
    made.third = below;
    return add(made);
}

}  // namespace paperdeck
