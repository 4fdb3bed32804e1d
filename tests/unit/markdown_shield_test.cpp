#include "digest/markdown_shield.h"

#include <doctest/doctest.h>

#include <string>

using namespace paperdeck;

namespace {

// The maths of `text`, each with its delimiters, in one line.
std::string maths_in(const std::string& text)
{
    std::string out;
    for (const MathsRange& range : shield_markdown(text).maths) out += "<" + text.substr(range.begin, range.end - range.begin) + ">";
    return out;
}

}  // namespace

TEST_CASE("maths is found between dollars, also inside a word and beside punctuation")
{
    CHECK(maths_in("with $x$ and ($y_i$), AP$^r$, $k$-means and $n$th") == "<$x$><$y_i$><$^r$><$k$><$n$>");
    CHECK(maths_in("$$\\sum_i x_i$$ is display") == "<$$\\sum_i x_i$$>");
    CHECK(maths_in("$\\text{if $a$ then}$") == "<$\\text{if $a$ then}$>");
    CHECK(maths_in("\\(x_1\\) and \\[y^2\\]") == "<\\(x_1\\)><\\[y^2\\]>");
    CHECK(maths_in("about $\\sim$10 and $31\\%$") == "<$\\sim$><$31\\%$>");
}

TEST_CASE("prices are no maths")
{
    for (const char* text : {"about $1 per item and $100K in all", "from $5-$10", "US$5 and US$6", "$ 5 and 6 $", "a $5 bill ($10 off)",
                             "costs \\$5 and \\$6", "$100 for one and two$", "$$$", "one $ alone", "\\(not maths\\)", "\\[cs.CV\\]"})
        CHECK(maths_in(text) == "");
    CHECK(maths_in("$1 per item, $x$ per piece") == "<$x$>");
}

TEST_CASE("maths ends with its paragraph, and goes over a line end inside of it")
{
    CHECK(maths_in("open $x\n\nnot closed$") == "");
    CHECK(maths_in("open $x\n# not closed$") == "");
    CHECK(maths_in("> $a\n> b$") == "<$a\n> b$>");
    CHECK(maths_in("> $a\n>\n> b$") == "");
}

TEST_CASE("code keeps its dollars, TeX quotes are no code")
{
    CHECK(maths_in("`$HOME` and `$x$`") == "");
    CHECK(shield_markdown("``so'' and ``more''").for_parser.find('`') == std::string::npos);
    CHECK(shield_markdown("`so' and `more'").for_parser.find('`') == std::string::npos);
    for (const std::string code : {"`a` and ``b``", "`it's` and `x`", "```\n`x'\n```"}) CHECK(shield_markdown(code).for_parser == code);
}

TEST_CASE("stars and tildes that are no marks are hidden, others are not")
{
    CHECK(shield_markdown("RRT*former, A*B").for_parser.find('*') == std::string::npos);
    CHECK(shield_markdown("~1% to ~2%").for_parser.find('~') == std::string::npos);
    for (const std::string text : {"*a* **b** a**b**c", "~~gone~~", "* item"}) CHECK(shield_markdown(text).for_parser == text);
}

TEST_CASE("comments, scripts and style sheets are taken out, whatever is in them")
{
    const std::string text = "a<!-- $x$ \n\n > -->b<SCRIPT>\nx\n</script>c<style a=b>d</style>e";
    const ShieldedMarkdown shielded = shield_markdown(text);
    CHECK(shielded.for_parser == shielded.cleaned);
    CHECK(shielded.cleaned.size() == text.size());
    std::string words;
    for (const char c : shielded.cleaned)
        if (c != ' ' && c != '\n') words += c;
    CHECK(words == "abce");
    CHECK(shield_markdown("<!-- open").cleaned.empty());
}

TEST_CASE("dollars and quotes without end take time in line with the input")
{
    for (const char* piece : {"${", "$a ", "``", "`a", "\\(", "<!--", "`$\\["}) {
        std::string text;
        while (text.size() < 1'000'000) text += piece;
        CHECK(shield_markdown(text).for_parser.size() == text.size());
    }
}
