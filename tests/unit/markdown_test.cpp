#include "digest/markdown.h"

#include <doctest/doctest.h>

#include <string>

using namespace paperdeck;

namespace {

StyledText only(const std::string& source)
{
    std::vector<Block> blocks = parse_markdown(source);
    REQUIRE(blocks.size() == 1);
    return blocks[0].content;
}

}  // namespace

TEST_CASE("blocks come with kind, level, depth and line")
{
    const auto blocks = parse_markdown("# One\n\n> quoted\n> on\n\n- item\n  - inner\n\n---\n\n```\ncode\n```\nlast", 10);
    REQUIRE(blocks.size() == 7);
    CHECK(blocks[0].kind == BlockKind::kHeading);
    CHECK(blocks[0].level == 1);
    CHECK(blocks[0].line == 10);
    CHECK(blocks[1].quote_depth == 1);
    CHECK(blocks[1].line == 12);
    CHECK(blocks[1].line_breaks == std::vector<std::uint32_t>{6});
    CHECK(blocks[2].starts_item);
    CHECK(blocks[2].list_depth == 1);
    CHECK(blocks[3].content.text == "inner");
    CHECK(blocks[3].list_depth == 2);
    CHECK(blocks[3].line == 16);
    CHECK(blocks[4].kind == BlockKind::kRule);
    CHECK(blocks[5].kind == BlockKind::kCode);
    CHECK(blocks[5].content.text == "code\n");
    CHECK(blocks[6].kind == BlockKind::kParagraph);
    CHECK(blocks[6].list_depth == 0);
    CHECK(blocks[6].line == 23);
}

TEST_CASE("table cells know their row and column, pipes in maths are no borders")
{
    const auto blocks = parse_markdown("| a | b |\n|---|---|\n| $|x|$ | [c](https://c.org) |\n|  | d |\n");
    REQUIRE(blocks.size() == 6);
    CHECK(blocks[0].is_head);
    CHECK(blocks[2].content.text == "|x|");
    CHECK(blocks[2].table_row == 2);
    CHECK(blocks[3].level == 1);
    CHECK(blocks[3].content.links == std::vector<std::string>{"https://c.org"});
    CHECK(blocks[4].content.text.empty());
    CHECK_FALSE(blocks[5].is_head);
}

TEST_CASE("styles nest, from Markdown and from HTML")
{
    const StyledText text = only("a *b **c** d* <b>e</b> `f*g*` <code>h</code> H<sub>2</sub>O");
    CHECK(text.text == "a b c d e f*g* h H2O");
    CHECK(text.spans == std::vector<Span>{{2, 4, kItalic, -1}, {4, 5, kBold | kItalic, -1}, {5, 7, kItalic, -1}, {8, 9, kBold, -1},
                                          {10, 14, kCode, -1}, {15, 16, kCode, -1}});
}

TEST_CASE("end tags without a beginning do no harm")
{
    CHECK(only("a</b></i></a></code> *b* **c</b>d**").spans.size() == 2);
    CHECK(only("x <b>open").spans == std::vector<Span>{{2, 6, kBold, -1}});
}

TEST_CASE("links come from Markdown, HTML and bare addresses, http and https only")
{
    const StyledText text = only("[a](https://a.org/?x=1&amp;y=2) <a href=\"http://b.org\">b</a> https://c.org/d. <https://e.org> [f](javascript:x) [g](#h)");
    CHECK(text.text == "a b https://c.org/d. https://e.org f g");
    CHECK(text.links == std::vector<std::string>{"https://a.org/?x=1&y=2", "http://b.org", "https://c.org/d", "https://e.org"});
    CHECK(text.spans.size() == 4);
}

TEST_CASE("this https URL shows the address itself where there is one")
{
    CHECK(only("at <a href=\"https://a.org/x\">this https URL</a>.").text == "at https://a.org/x.");
    CHECK(only("at [this http URL](http://a.org).").text == "at http://a.org.");
    CHECK(only("at this https URL.").text == "at this https URL.");
    CHECK(only("at <a href=\"javascript:x\">this https URL</a>.").text == "at this https URL.");
}

TEST_CASE("maths keeps its TeX, whatever Markdown or HTML sees in it")
{
    const StyledText text = only("We *show $a_i * b_i$* and $x<y>z$, $p &gt; \\{1\\}$ &amp; $$\\|v\\|$$");
    CHECK(text.text == "We show a_i * b_i and x<y>z, p > \\{1\\} & \\|v\\|");
    REQUIRE(text.spans.size() == 5);
    CHECK(text.spans[0] == Span{3, 8, kItalic, -1});
    CHECK(text.spans[1] == Span{8, 17, kMaths | kItalic, -1});
    CHECK(text.spans[2].style == kMaths);
    CHECK(text.spans[4].style == (kMaths | kDisplayMaths));
}

TEST_CASE("maths over a line end is one span, without the marks of its quote")
{
    const auto blocks = parse_markdown("> with $a +\r\n> b$ in it\n> more");
    REQUIRE(blocks.size() == 1);
    CHECK(blocks[0].content.text == "with a + b in it more");
    CHECK(blocks[0].line_breaks.size() == 1);
}

TEST_CASE("breaks: <br> and two blanks make one, a line end is a blank")
{
    CHECK(only("a<br>b<br/>c  \nd\ne").text == "a\nb\nc\nd e");
}

TEST_CASE("pseudo-tags are text, comments and scripts vanish")
{
    CHECK(only("the <think> token, <EOS> and <SOG_k>, $0<f_n<1$").text == "the <think> token, <EOS> and <SOG_k>, 0<f_n<1");
    CHECK(tidied(only("a<!-- b -->c <script>d()</script>e <span\n class=x>f</span>")).text == "a c e f");
    CHECK(only("before <script>never closed").text == "before ");
}

TEST_CASE("dashes below a sentence make no heading of it")
{
    auto blocks = parse_markdown("An abstract, and its end.\n--\nGoes on.");
    REQUIRE(blocks.size() == 1);
    CHECK(blocks[0].content.text == "An abstract, and its end. -- Goes on.");
    blocks = parse_markdown("> An abstract, and its end.\n> ---\n# Next\n\nA title\n---\n");
    REQUIRE(blocks.size() == 4);
    CHECK(blocks[0].kind == BlockKind::kParagraph);
    CHECK(blocks[1].kind == BlockKind::kRule);
    CHECK(blocks[3].kind == BlockKind::kHeading);
}

TEST_CASE("NUL becomes U+FFFD, tags alone are no block")
{
    CHECK(only(std::string("a\0b", 3)).text == "a\uFFFDb");
    CHECK(parse_markdown("<div id=toc></div>\n\n\n").empty());
    CHECK(parse_markdown("").empty());
}

TEST_CASE("depth and number bombs end in blocks")
{
    CHECK(parse_markdown(std::string(100000, '>') + " a").size() == 1);
    CHECK(parse_markdown(std::string(50000, '[') + "a" + std::string(50000, ']')).size() == 1);
    std::string row = "|";
    for (int i = 0; i < 10000; ++i) row += "-|";
    CHECK_NOTHROW(parse_markdown(row + "\n" + row + "\n"));
    CHECK(parse_markdown(std::string(200000, '*')).size() <= 1);
    std::string tags;
    for (int i = 0; i < 50000; ++i) tags += "<b>";
    CHECK(parse_markdown(tags + "x").size() == 1);
}
