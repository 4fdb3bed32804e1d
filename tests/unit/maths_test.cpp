#include "text/maths.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/utf8.h"
#include "digest/digest_reader.h"
#include "text/maths_letters.h"
#include "text/maths_parser.h"
#include "text/maths_symbols.h"

using namespace paperdeck;

namespace {

// Every glyph is half its size wide and 0.7 of it high; some letters hang down.
class HalfEm : public FontMetrics {
public:
    float glyph_advance(Face, float size_px, char32_t) const override { return size_px / 2; }
    Ink ink(Face, float size_px, char32_t c) const override
    {
        const bool hangs = c == 'p' || c == 'y' || c == '(' || c == ')';
        return {0, size_px / 2, size_px * 0.7f, hangs ? -0.2f * size_px : 0};
    }
};

class WithoutFraktur final : public HalfEm {
public:
    bool has_glyph(Face, char32_t c) const override { return c < 0x1D504 || c > 0x1D537; }
};

const HalfEm kMetrics;

std::optional<Formula> set(std::string_view tex, bool is_display = false, float line_px = 1000)
{
    return set_maths(tex, {Face::kRegular, 10, is_display, line_px}, kMetrics);
}

// Glyphs in order, with what is smaller than the text in brackets: "x^[2]".
std::string shown(std::string_view tex)
{
    const auto formula = set(tex);
    if (!formula) return "(source)";
    std::string out;
    char level = ' ';
    for (const MathsGlyph& glyph : formula->glyphs) {
        const char now = glyph.size_px >= 10 ? ' ' : glyph.rise_px > 0 ? '^' : '_';
        if (now != level) out += std::string(level != ' ' ? "]" : "") + (now != ' ' ? std::string(1, now) + "[" : "");
        level = now;
        append_utf8(out, glyph.code_point);
    }
    return out + (level != ' ' ? "]" : "");
}

const MathsGlyph& glyph_of(const Formula& formula, char32_t c)
{
    const auto found = std::find_if(formula.glyphs.begin(), formula.glyphs.end(), [c](const MathsGlyph& glyph) { return glyph.code_point == c; });
    REQUIRE(found != formula.glyphs.end());
    return *found;
}

// Space between the two glyphs of a formula, in 1/18 em.
int space_in(std::string_view tex)
{
    const auto formula = set(tex);
    REQUIRE(formula);
    REQUIRE(formula->glyphs.size() == 2);
    const MathsGlyph& left = formula->glyphs[0];
    return static_cast<int>((formula->glyphs[1].x_px - left.x_px - left.width_px) / 10 * 18 + 0.5f);
}

bool has_shape(const Formula& formula, ShapeKind kind)
{
    return std::any_of(formula.shapes.begin(), formula.shapes.end(), [kind](const Shape& shape) { return shape.kind == kind; });
}

}  // namespace

TEST_CASE("symbols become their characters")
{
    CHECK(shown("\\alpha") == "α");
    CHECK(shown("\\leq 0.68\\%") == "≤0.68%");
    CHECK(shown("a \\to b") == "a→b");
    CHECK(shown("x\\in\\mathbb{R}") == "x∈ℝ");
    CHECK(shown("\\mathcal{L}_1") == "ℒ_[1]");
    CHECK(shown("2\\unicode{x2713}\\unicode[Times]{9733}") == "2✓★");
}

TEST_CASE("each name of both tables is found")
{
    for (const char* name : {"AA", "zeta", "leq", "not", "colon", "sum", "xmapsto"}) {
        CAPTURE(name);
        CHECK((maths_symbol(name).glyph != 0) != (maths_command(name).action != MathsAction::kUnknown));
    }
    CHECK(maths_symbol("le").glyph == U'≤');
    CHECK(maths_symbol("l").glyph == U'ł');
    CHECK(maths_symbol("alph").glyph == 0);
    CHECK(maths_symbol("").glyph == 0);
    CHECK(maths_command("frac").argument == "t");
}

TEST_CASE("variables are of the face of formulas, digits and functions of the text's")
{
    const auto formula = set("2x\\log\\Gamma\\gamma");
    REQUIRE(formula);
    CHECK(glyph_of(*formula, '2').face == Face::kRegular);
    CHECK(glyph_of(*formula, 'x').face == Face::kMaths);
    CHECK(glyph_of(*formula, 'l').face == Face::kRegular);
    CHECK(glyph_of(*formula, U'Γ').face == Face::kRegular);
    CHECK(glyph_of(*formula, U'γ').face == Face::kMaths);
}

TEST_CASE("alphabets have their letters, and bold ones where no face has them")
{
    CHECK(letter_in(Letters::kBlackboard, 'E') == 0x1D53C);
    CHECK(letter_in(Letters::kScript, 'O') == 0x1D4AA);
    CHECK(letter_in(Letters::kFraktur, 'g') == 0x1D524);
    CHECK(letter_in(Letters::kBlackboard, '1') == 0x1D7D9);
    CHECK(shown("\\mathbb{EN}\\mathfrak g\\mathscr{O}{\\cal B}") == "𝔼ℕ𝔤𝒪ℬ");
    const auto formula = set_maths("\\mathfrak{g}", {Face::kRegular, 10}, WithoutFraktur());
    REQUIRE(formula);
    CHECK(formula->glyphs[0].code_point == 'g');
    CHECK(formula->glyphs[0].face == Face::kSemibold);
    CHECK(set("\\mathbf{x}")->glyphs[0].face == Face::kSemibold);
    CHECK(set("{\\bf x}y")->glyphs[1].face == Face::kMaths);
}

TEST_CASE("atoms stand as far apart as TeX puts them")
{
    CHECK(space_in("xy") == 0);
    CHECK(space_in("x=") == 5);
    CHECK(space_in(",x") == 3);
    CHECK(space_in("-x") == 0);
    CHECK(space_in("a\\,b") == 3);
    CHECK(space_in("\\sum x") == 3);
    const auto sum = set("a+b");
    CHECK(sum->glyphs[1].x_px - sum->glyphs[0].width_px == doctest::Approx(40 / 18.0));
    const auto script = set("x^{a=b}");
    CHECK(script->glyphs[2].x_px == doctest::Approx(script->glyphs[1].x_px + script->glyphs[1].width_px));
    CHECK(set("10,000")->glyphs[3].x_px == doctest::Approx(15));
}

TEST_CASE("scripts rise and sink, smaller, also nested")
{
    CHECK(shown("x^2") == "x^[2]");
    CHECK(shown("\\ell_{1}") == "ℓ_[1]");
    CHECK(shown("\\mathbb{R}^{H\\times W}") == "ℝ^[H×W]");
    CHECK(shown("AP$") == "(source)");
    CHECK(shown("^{\\circ}") == "^[∘]");
    CHECK(shown("f''") == "f′′");
    const auto formula = set("x^{y^z}");
    REQUIRE(formula->glyphs.size() == 3);
    CHECK(formula->glyphs[2].size_px < formula->glyphs[1].size_px);
    CHECK(formula->glyphs[2].rise_px > formula->glyphs[1].rise_px);
}

TEST_CASE("both scripts at once stand one above the other, and do not touch")
{
    for (const char* tex : {"2^y_i", "2_i^y"}) {
        const auto formula = set(tex);
        const MathsGlyph &above = glyph_of(*formula, 'y'), &below = glyph_of(*formula, 'i');
        CHECK(above.x_px == doctest::Approx(below.x_px));
        CHECK(above.rise_px - 0.2f * above.size_px > below.rise_px + 0.7f * below.size_px);
        CHECK(formula->boxes[0].width_px < 10 / 2 + 2 * above.width_px);
    }
}

TEST_CASE("a fraction is stacked on both sides of its rule, small in a line and full in a display")
{
    const auto line = set("\\frac{a}{b}"), display = set("\\frac{a}{b}", true);
    for (const auto& formula : {line, display}) {
        REQUIRE(formula->shapes.size() == 1);
        const Shape& rule = formula->shapes[0];
        const MathsGlyph &above = glyph_of(*formula, 'a'), &below = glyph_of(*formula, 'b');
        CHECK(above.rise_px > rule.rise_px);
        CHECK(below.rise_px + 0.7f * below.size_px < rule.rise_px - rule.height_px);
        CHECK(rule.width_px >= above.width_px);
        CHECK(formula->boxes[0].ascent_px >= above.rise_px + 0.7f * above.size_px - 0.01f);
        CHECK(formula->boxes[0].descent_px >= -below.rise_px);
    }
    CHECK(glyph_of(*line, 'a').size_px < glyph_of(*display, 'a').size_px);
    CHECK(shown("{a \\over b}") == shown("\\frac{a}{b}"));
    CHECK(line->boxes[0].ascent_px < 15);
}

TEST_CASE("a root is drawn around all of its body, its index in the crook")
{
    const auto formula = set("\\sqrt[3]{x+p}");
    REQUIRE(formula->shapes.size() == 1);
    const Shape& sign = formula->shapes[0];
    CHECK(sign.kind == ShapeKind::kRadical);
    const MathsGlyph &first = glyph_of(*formula, 'x'), &last = glyph_of(*formula, 'p');
    CHECK(sign.x_px + sign.sign_px <= first.x_px + 0.01f);
    CHECK(sign.x_px + sign.width_px >= last.x_px + last.width_px);
    CHECK(sign.rise_px > 0.7f * last.size_px);
    CHECK(sign.height_px - sign.rise_px > 0.2f * last.size_px);
    CHECK(glyph_of(*formula, '3').rise_px > 0);
    CHECK(glyph_of(*formula, '3').x_px < first.x_px);
}

TEST_CASE("limits stand beside an operator in a line, above and below it in a display")
{
    for (const char* tex : {"\\sum_{i}^{n} x", "\\max_{i}^{n} x"}) {
        const auto line = set(tex), display = set(tex, true);
        const auto is_over = [](const Formula& formula) {
            const MathsGlyph &above = glyph_of(formula, 'n'), &op = formula.glyphs[0];
            return above.x_px < op.x_px + 2 * op.width_px && above.rise_px > op.rise_px + 0.7f * op.size_px;
        };
        CAPTURE(tex);
        CHECK_FALSE(is_over(*line));
        CHECK(is_over(*display));
    }
    CHECK(glyph_of(*set("\\sum x", true), U'∑').size_px > 10);
    const auto integral = set("\\int_0^1 x", true);
    CHECK(glyph_of(*integral, '1').x_px > glyph_of(*integral, U'∫').x_px);
    CHECK(glyph_of(*set("\\sum\\limits_i x"), 'i').rise_px < -5);
}

TEST_CASE("delimiters grow with what is between them, and only then")
{
    const auto plain = set("\\left( x \\right)");
    CHECK(plain->shapes.empty());
    CHECK(glyph_of(*plain, '(').rise_px == 0);
    const auto high = set("\\left( \\frac{a}{b} \\right]", true);
    CHECK(has_shape(*high, ShapeKind::kParen));
    CHECK(has_shape(*high, ShapeKind::kBracket));
    for (const Shape& shape : high->shapes)
        if (shape.kind != ShapeKind::kRule) CHECK(shape.height_px > 12);
    CHECK(set("\\left. \\frac{a}{b} \\right|", true)->shapes.size() == 2);
    CHECK(shown("\\left( x") == "(source)");
    CHECK(has_shape(*set("\\Big\\langle"), ShapeKind::kAngle));
}

TEST_CASE("binomials, braces, stacks and matrices are set")
{
    CHECK(shown("\\binom{n}{k}") == "^[n]_[k]");
    CHECK(has_shape(*set("\\binom{n}{k}"), ShapeKind::kParen));
    const auto brace = set("\\underbrace{x+y}_{n}");
    CHECK(has_shape(*brace, ShapeKind::kFlatBrace));
    CHECK(glyph_of(*brace, 'n').rise_px < brace->shapes[0].rise_px - brace->shapes[0].height_px);
    CHECK(glyph_of(*set("a \\overset{d}{=} b"), 'd').rise_px > 7);
    const auto matrix = set("\\begin{pmatrix} a & b \\\\ c & d \\end{pmatrix}");
    REQUIRE(matrix);
    CHECK(glyph_of(*matrix, 'a').x_px == doctest::Approx(glyph_of(*matrix, 'c').x_px));
    CHECK(glyph_of(*matrix, 'a').rise_px == doctest::Approx(glyph_of(*matrix, 'b').rise_px));
    CHECK(glyph_of(*matrix, 'b').x_px > glyph_of(*matrix, 'a').x_px);
    CHECK(glyph_of(*matrix, 'a').rise_px > glyph_of(*matrix, 'c').rise_px);
    CHECK(has_shape(*matrix, ShapeKind::kParen));
    CHECK(shown("\\begin{cases} 1 & x>0 \\\\ 0 & \\text{else} \\\\ \\end{cases}") != "(source)");
}

TEST_CASE("accents go over their letter, wide ones over all of their letters")
{
    const auto hat = set("\\hat{x}");
    REQUIRE(hat->glyphs.size() == 2);
    CHECK(hat->glyphs[1].rise_px > 0);
    const auto wide = set("\\widehat{abc}");
    CHECK(wide->shapes[0].width_px >= 3 * 5);
    CHECK(wide->shapes[0].rise_px > 7);
    CHECK(has_shape(*set("\\vec v"), ShapeKind::kArrow));
    CHECK(set("\\underline{ab}")->shapes[0].rise_px < 0);
}

TEST_CASE("words in formulas stand upright and keep their blanks")
{
    const auto formula = set("\\text{if a-b}");
    REQUIRE(formula);
    CHECK(shown("\\text{if a-b}") == "ifa-b");
    CHECK(formula->glyphs[2].x_px > 11);
    CHECK(glyph_of(*formula, 'a').face == Face::kRegular);
    CHECK(set("\\textit{words}")->glyphs[0].face == Face::kItalic);
    CHECK(shown("\\text{for $x_1$ only}") == "forx_[1]only");
    CHECK(shown("\\operatorname{softmax}") == "softmax");
}

TEST_CASE("a long formula may end its line after a sign, a short one stays whole")
{
    const std::string tex = "a = b + c \\leq \\frac{d}{e}, f";
    CHECK(set(tex, false, 1000)->boxes.size() == 1);
    const auto formula = set(tex, false, 60);
    REQUIRE(formula);
    CHECK(formula->boxes.size() == 5);
    float width = 0;
    for (const MathsBox& box : formula->boxes) width += box.width_px + box.space_px;
    CHECK(width == doctest::Approx(set(tex)->boxes[0].width_px).epsilon(0.001));
    CHECK(set("\\geq 10", false, 20)->boxes.size() == 1);
}

TEST_CASE("a formula without signs is broken anywhere, one box wider than the line not at all")
{
    CHECK(set("abcdefghijklm", false, 20)->boxes.size() > 3);
    CHECK_FALSE(set("\\sqrt{abcdefghijklm}", false, 20));
}

TEST_CASE("what is not known is refused whole")
{
    for (const char* tex : {"x + \\nosuchcommand", "{x", "x}", "x^", "", "\\", "\\frac{a}", "\\begin{tikz} x \\end{tikz}", "\\sqrt[3", "\\left", "\\text{a", "x & y^", "\\unicode{zz}", "\\hat"}) {
        CAPTURE(tex);
        CHECK(shown(tex) == "(source)");
    }
}

TEST_CASE("hostile nesting and cut formulas end")
{
    for (const char* piece : {"{", "^", "\\sqrt{", "\\frac{", "\\left(", "\\text{$", "\\begin{matrix}", "\\hat", "x_{", "\\over", "&", "\\\\", "\\big", "'", "\\sqrt["}) {
        std::string tex;
        while (tex.size() < 100'000) tex += piece;
        CAPTURE(piece);
        shown(tex);
        shown(tex + std::string(1000, '}'));
    }
    const std::string whole = "\\left(\\sum_{i=1}^n \\frac{\\sqrt[3]{x}}{\\text{a $b$}}\\right) \\begin{cases} a & b \\\\ c \\end{cases} \\unicode{x41}";
    for (std::size_t size = 0; size < whole.size(); ++size) shown(whole.substr(0, size));
    CHECK(shown(whole) != "(source)");
}

namespace {

// The formulas of an abstract as the reader finds them, each with what is shown of it.
std::vector<std::string> formulas_of(const std::string& abstract)
{
    const Digest digest = read_digest("a.md", "# [A title of a paper](https://arxiv.org/abs/2103.00001)\n\n**Abstract**: " + abstract + "\n");
    REQUIRE(digest.papers.size() == 1);
    const StyledText& text = digest.papers[0].abstract;
    std::vector<std::string> out;
    for (const Span& span : text.spans)
        if (span.style & kMaths) out.push_back(shown(std::string_view(text.text).substr(span.begin, span.end - span.begin)));
    return out;
}

}  // namespace

TEST_CASE("amounts of money are text, from the digest to the line")
{
    using Formulas = std::vector<std::string>;
    CHECK(formulas_of("It costs about $1 per item, from $0.10 up to $100K in all.") == Formulas{});
    CHECK(formulas_of("From $5 to US$7, and a budget of $2 billion.") == Formulas{});
    CHECK(formulas_of("For $5 we set $x_1$ at $3 each.") == Formulas{shown("x_1")});
}

TEST_CASE("a dollar without a partner is a dollar; formulas beside it are set")
{
    using Formulas = std::vector<std::string>;
    CHECK(formulas_of("A lone $ in the text.") == Formulas{});
    CHECK(formulas_of("Where $a+b$ ends and one $ is left.") == Formulas{shown("a+b")});
    CHECK(formulas_of("Open $x_ and no more.") == Formulas{});
    CHECK(formulas_of("$\\alpha$ and \\$3 and $y$") == Formulas{shown("\\alpha"), shown("y")});
}
