#include "text/maths.h"

#include <doctest/doctest.h>

using namespace paperdeck;

namespace {

// Runs joined, scripts in brackets: "x^[2]_[i]".
std::string shown(std::string_view tex)
{
    const auto runs = set_maths(tex);
    if (!runs) return "(source)";
    std::string out;
    for (const MathsRun& run : *runs) {
        if (run.rise_em > 0) out += "^[" + run.text + "]";
        else if (run.rise_em < 0) out += "_[" + run.text + "]";
        else out += run.text;
    }
    for (std::size_t at; (at = out.find("\u00A0")) != std::string::npos;) out.replace(at, 2, " ");
    return out;
}

}  // namespace

TEST_CASE("symbols become their characters")
{
    CHECK(shown("\\alpha") == "α");
    CHECK(shown("\\leq 0.68\\%") == "≤ 0.68%");
    CHECK(shown("a \\to b") == "a → b");
    CHECK(shown("3\\times 3") == "3×3");
    CHECK(shown("x\\in\\mathbb{R}") == "x ∈ ℝ");
    CHECK(shown("\\mathcal{L}_1") == "ℒ_[1]");
}

TEST_CASE("variables slant, digits and functions stand upright")
{
    const auto runs = set_maths("2x");
    REQUIRE(runs);
    REQUIRE(runs->size() == 2);
    CHECK_FALSE((*runs)[0].is_italic);
    CHECK((*runs)[1].is_italic);
    const auto log = set_maths("\\log n");
    REQUIRE(log);
    CHECK((*log)[0].text == "log");
    CHECK_FALSE((*log)[0].is_italic);
}

TEST_CASE("scripts rise and sink, smaller, also nested")
{
    CHECK(shown("x^2") == "x^[2]");
    CHECK(shown("\\ell_{1}") == "ℓ_[1]");
    CHECK(shown("\\mathbb{R}^{H\\times W}") == "ℝ^[H]^[×]^[W]");
    const auto runs = set_maths("x^{y^z}");
    REQUIRE(runs);
    REQUIRE(runs->size() == 3);
    CHECK((*runs)[2].scale < (*runs)[1].scale);
    CHECK((*runs)[2].rise_em > (*runs)[1].rise_em);
}

TEST_CASE("fractions and roots stand in a line, with brackets where they are needed")
{
    CHECK(shown("\\frac{1}{2}") == "1/2");
    CHECK(shown("\\frac{a+b}{2}") == "(a + b)/2");
    CHECK(shown("\\sqrt{n}") == "√n");
    CHECK(shown("O(\\sqrt{nd})") == "O(√(nd))");
}

TEST_CASE("text commands give upright words and keep their blanks")
{
    CHECK(shown("\\text{if even}") == "if even");
    CHECK(shown("\\mathbf{x}") == "x");
    CHECK(shown("{\\bf x}y") == "xy");
}

TEST_CASE("an accent goes over its one letter")
{
    CHECK(shown("\\hat{x}") == "x\u0302");
    CHECK(shown("\\bar y") == "y\u0304");
    CHECK(shown("\\hat{xyz}") == "(source)");
}

TEST_CASE("what is not known is refused whole")
{
    CHECK(shown("\\begin{pmatrix} a & b \\end{pmatrix}") == "(source)");
    CHECK(shown("x + \\nosuchcommand") == "(source)");
    CHECK(shown("{x") == "(source)");
    CHECK(shown("x}") == "(source)");
    CHECK(shown("x^") == "(source)");
    CHECK(shown("") == "(source)");
    CHECK(shown("\\") == "(source)");
}

TEST_CASE("hostile nesting ends")
{
    CHECK(shown(std::string(100000, '{')) == "(source)");
    CHECK(shown(std::string(100000, '^')) == "(source)");
    std::string deep;
    for (int i = 0; i < 50000; ++i) deep += "\\sqrt{";
    CHECK(shown(deep) == "(source)");
}
