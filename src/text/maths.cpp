#include "text/maths.h"

#include <array>
#include <utility>

#include "base/utf8.h"

namespace paperdeck {
namespace {

constexpr float kScriptScale = 0.72f;
constexpr float kSuperRise = 0.36f;
constexpr float kSubRise = -0.18f;
constexpr std::string_view kNoBreakSpace = "\u00A0";
constexpr int kDeepest = 24;  // nesting past this is no formula that anybody wrote

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words)
{
    for (auto candidate : words)
        if (candidate == word) return true;
    return false;
}

// Named functions stand upright, with the name they have.
constexpr std::array<std::string_view, 22> kFunctions = {
    "log", "ln",  "exp", "sin", "cos", "tan", "tanh", "max",  "min",  "sup",    "inf",
    "lim", "det", "dim", "arg", "gcd", "ker", "deg",  "sinh", "cosh", "argmax", "argmin"};
// Letters in the argument stand upright.
constexpr std::array<std::string_view, 9> kUpright = {"mathrm", "text",  "textrm", "operatorname", "mbox",
                                                      "rm",     "texttt", "mathtt", "textsc"};
constexpr std::array<std::string_view, 8> kBold = {"mathbf", "textbf",     "bm", "boldsymbol",
                                                   "bf",     "pmb", "mathbfit", "mathsf"};
constexpr std::array<std::string_view, 12> kIgnored = {"left", "right", "big",   "Big",  "bigl", "bigr",
                                                       "Bigl", "Bigr",  "limits", "displaystyle",
                                                       "bigg", "textstyle"};

// Combining mark for an accent over one letter.
std::string_view accent_mark(std::string_view command)
{
    constexpr std::pair<std::string_view, std::string_view> kMarks[] = {
        {"hat", "\u0302"}, {"widehat", "\u0302"}, {"tilde", "\u0303"}, {"widetilde", "\u0303"},
        {"bar", "\u0304"}, {"overline", "\u0304"}, {"dot", "\u0307"},  {"ddot", "\u0308"}};
    for (auto [name, mark] : kMarks)
        if (name == command) return mark;
    return {};
}

// Letters of \mathcal that have a character in the basic plane.
std::string_view script_letter(char letter)
{
    switch (letter) {
        case 'B': return "ℬ";
        case 'E': return "ℰ";
        case 'F': return "ℱ";
        case 'H': return "ℋ";
        case 'I': return "ℐ";
        case 'L': return "ℒ";
        case 'M': return "ℳ";
        case 'R': return "ℛ";
        default: return {};
    }
}

// Letters of \mathbb that have a character in the basic plane; the rest needs a system font.
std::string_view blackboard(char letter)
{
    switch (letter) {
        case 'C': return "ℂ";
        case 'H': return "ℍ";
        case 'N': return "ℕ";
        case 'P': return "ℙ";
        case 'Q': return "ℚ";
        case 'R': return "ℝ";
        case 'Z': return "ℤ";
        default: return {};
    }
}

class Setter {
public:
    explicit Setter(std::string_view tex) : tex_(tex) {}

    std::optional<std::vector<MathsRun>> set()
    {
        if (!row(Level{}, 0) || at_ != tex_.size() || runs_.empty()) return std::nullopt;
        return std::move(runs_);
    }

private:
    struct Level {
        float scale = 1.0f;
        float rise = 0.0f;
        bool upright = false;
        bool bold = false;
    };

    bool at_end() const { return at_ >= tex_.size(); }

    // Everything up to the closing brace of this level, or the end.
    bool row(const Level& level, int depth)
    {
        while (!at_end() && tex_[at_] != '}')
            if (!atom(level, depth)) return false;
        return true;
    }

    bool atom(const Level& level, int depth)
    {
        if (depth > kDeepest) return false;
        const char c = tex_[at_];
        switch (c) {
            case '{': return group(level, depth);
            case '^': ++at_; return script(level, kSuperRise, depth);
            case '_': ++at_; return script(level, kSubRise, depth);
            case '\\': return command(level, depth);
            case '~':
            case ' ':
            case '\n': ++at_; if (level.upright) put(" ", level, false); return true;
            case '\'': ++at_; put("′", level, false); return true;
            case '&': return false;  // an alignment: needs boxes
            default: break;
        }
        return character(level);
    }

    bool character(const Level& level)
    {
        const CodePoint point = decode_utf8(tex_, at_);
        std::string_view glyph = tex_.substr(at_, static_cast<std::size_t>(point.length));
        at_ += static_cast<std::size_t>(point.length);
        if (glyph == "-") glyph = "−";
        if (glyph == "*") glyph = "∗";
        // A sign that opens a formula is no operation between two things.
        const bool is_operation = (glyph == "+" || glyph == "−") && !runs_.empty();
        const bool is_relation = glyph == "=" || glyph == "<" || glyph == ">";
        if (is_relation || (is_operation && !opens_group())) return spaced(glyph, level);
        if (glyph == ",") { put(", ", level, false); return true; }
        put(glyph, level, !level.upright && glyph.size() == 1 && is_letter(glyph[0]));
        return true;
    }

    bool group(const Level& level, int depth)
    {
        ++at_;
        // A group keeps "{\bf x}" to itself: the switch inside changes a copy.
        Level inner = level;
        while (!at_end() && tex_[at_] != '}')
            if (!(switch_command(inner) || atom(inner, depth + 1))) return false;
        if (at_end()) return false;
        ++at_;
        return true;
    }

    // "\bf", "\rm", "\it": from here to the end of the group.
    bool switch_command(Level& level)
    {
        for (std::string_view name : {"\\bf ", "\\rm ", "\\it ", "\\bf\\", "\\rm\\"}) {
            if (tex_.substr(at_, name.size()) != name) continue;
            level.bold = name[1] == 'b';
            level.upright = name[1] != 'i';
            at_ += name.back() == ' ' ? name.size() : name.size() - 1;
            return true;
        }
        return false;
    }

    bool script(const Level& level, float rise, int depth)
    {
        Level inner = level;
        inner.rise += rise * level.scale;
        inner.scale = level.scale * kScriptScale < 0.5f ? 0.5f : level.scale * kScriptScale;
        return argument(inner, depth);
    }

    // What a command or script takes: a group, a command or one character.
    bool argument(const Level& level, int depth)
    {
        while (!at_end() && tex_[at_] == ' ') ++at_;
        if (at_end() || tex_[at_] == '}') return false;
        return atom(level, depth + 1);
    }

    std::string_view read_command()
    {
        const std::size_t begin = ++at_;
        if (at_end()) return {};
        if (!is_letter(tex_[at_])) {
            ++at_;
            return tex_.substr(begin, 1);
        }
        while (!at_end() && is_letter(tex_[at_])) ++at_;
        const std::string_view name = tex_.substr(begin, at_ - begin);
        if (!at_end() && tex_[at_] == '*') ++at_;
        while (!at_end() && tex_[at_] == ' ') ++at_;
        return name;
    }

    bool command(const Level& level, int depth)
    {
        const std::string_view name = read_command();
        if (name.empty()) return false;
        if (std::string_view(",;: !").find(name) != std::string_view::npos || name == "quad" ||
            name == "qquad") {
            if (name != "!") put(name == "quad" || name == "qquad" ? "  " : " ", level, false);
            return true;
        }
        if (is_one_of(name, kIgnored)) return skip_null_delimiter();
        if (is_one_of(name, kFunctions)) { put(name, level, false); return true; }
        if (is_one_of(name, kUpright) || is_one_of(name, kBold)) {
            Level inner = level;
            inner.upright = true;
            inner.bold = is_one_of(name, kBold);
            return argument(inner, depth);
        }
        if (name == "emph" || name == "mathit" || name == "mathnormal" || name == "ensuremath")
            return argument(level, depth);
        if (name == "frac" || name == "tfrac" || name == "dfrac" || name == "nicefrac") return fraction(level, depth);
        if (name == "sqrt") return root(level, depth);
        if (name == "mathbb" || name == "mathbbm") return alphabet(level, blackboard, true);
        if (name == "mathcal" || name == "mathscr") return alphabet(level, script_letter, false);
        if (const std::string_view mark = accent_mark(name); !mark.empty() && !at_end()) {
            return accent(mark, level, depth);
        }
        const std::string_view symbol = maths_symbol(name);
        if (symbol.empty()) return false;
        if (is_relation(symbol)) return spaced(symbol, level);
        put(symbol, level, is_lower_greek(symbol));
        return true;
    }

    bool skip_null_delimiter()
    {
        if (!at_end() && tex_[at_] == '.') ++at_;
        return true;
    }

    // "a/b", with brackets round a part that is more than one glyph run long.
    bool fraction(const Level& level, int depth)
    {
        return bracketed(level, depth) && (put("/", level, false), bracketed(level, depth));
    }

    bool root(const Level& level, int depth)
    {
        if (!at_end() && tex_[at_] == '[') return false;
        put("√", level, false);
        return bracketed(level, depth);
    }

    // An argument in brackets, which go again when it proves to be a single glyph.
    bool bracketed(const Level& level, int depth)
    {
        put("(", level, false);
        const std::size_t run = runs_.size() - 1;
        const std::size_t at = runs_[run].text.size() - 1;
        if (!argument(level, depth)) return false;
        std::size_t glyphs = count_code_points(std::string_view(runs_[run].text).substr(at + 1));
        for (std::size_t i = run + 1; i < runs_.size(); ++i) glyphs += count_code_points(runs_[i].text);
        if (glyphs > 1) {
            put(")", level, false);
            return true;
        }
        runs_[run].text.erase(at, 1);
        if (runs_[run].text.empty()) runs_.erase(runs_.begin() + static_cast<std::ptrdiff_t>(run));
        return true;
    }

    // Letters of an alphabet of their own; those that need a system font stand bold or slanted instead.
    bool alphabet(const Level& level, std::string_view (*letter_of)(char), bool falls_to_bold)
    {
        const bool braced = !at_end() && tex_[at_] == '{';
        if (braced) ++at_;
        bool any = false;
        while (!at_end() && is_letter(tex_[at_])) {
            const std::string_view letter = letter_of(tex_[at_]);
            Level fallback = level;
            fallback.bold = falls_to_bold;
            if (letter.empty())
                put(tex_.substr(at_, 1), fallback, !falls_to_bold);
            else
                put(letter, level, false);
            ++at_;
            any = true;
            if (!braced) return true;
        }
        if (!any || !braced || at_end() || tex_[at_] != '}') return false;
        ++at_;
        return true;
    }

    bool accent(std::string_view mark, const Level& level, int depth)
    {
        const std::size_t before = runs_.size();
        const std::size_t text_before = before ? runs_.back().text.size() : 0;
        if (!argument(level, depth) || runs_.empty()) return false;
        const std::string_view last = runs_.back().text;
        const std::size_t added = runs_.size() > before ? last.size() : last.size() - text_before;
        // One letter carries the mark. Over more there would have to be a wide one: needs boxes.
        if (runs_.size() > before + 1 || added == 0 || count_code_points(last.substr(last.size() - added)) != 1)
            return false;
        runs_.back().text += mark;
        return true;
    }

    static bool is_relation(std::string_view glyph)
    {
        constexpr std::array<std::string_view, 24> kRelations = {
            "≤", "≥", "≠", "≈", "∈", "∉", "⊂", "⊆", "→", "←", "↔", "⇒",
            "⇔", "∼", "≃", "≡", "≪", "≫", "∝", "↦", "⟶", "≲", "≳", "⊃"};
        return is_one_of(glyph, kRelations);
    }

    // Two-byte UTF-8 between α and ω: Greek small letters are variables and slant.
    static bool is_lower_greek(std::string_view glyph)
    {
        return decode_utf8(glyph, 0).value >= 0x3B1 && decode_utf8(glyph, 0).value <= 0x3F5;
    }

    bool opens_group() const
    {
        const char last = runs_.back().text.back();
        return last == '(' || last == '[' || last == ' ';
    }

    bool spaced(std::string_view glyph, const Level& level)
    {
        const bool is_inline = level.scale == 1.0f && !runs_.empty();
        // A formula is broken after its signs, not before.
        if (is_inline) put(kNoBreakSpace, level, false);
        put(glyph, level, false);
        if (level.scale == 1.0f) put(" ", level, false);
        return true;
    }

    void put(std::string_view text, const Level& level, bool italic)
    {
        if (!runs_.empty()) {
            MathsRun& last = runs_.back();
            if (text == kNoBreakSpace && !last.text.empty() && last.text.back() == ' ') return;
            if (last.is_italic == italic && last.is_bold == level.bold && last.scale == level.scale &&
                last.rise_em == level.rise) {
                last.text += text;
                return;
            }
        }
        runs_.push_back({std::string(text), italic, level.bold, level.scale, level.rise});
    }

    std::string_view tex_;
    std::size_t at_ = 0;
    std::vector<MathsRun> runs_;
};

}  // namespace

std::optional<std::vector<MathsRun>> set_maths(std::string_view tex) { return Setter(tex).set(); }

}  // namespace paperdeck
