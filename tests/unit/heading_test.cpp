#include "digest/heading.h"

#include <doctest/doctest.h>

#include "digest/markdown.h"
#include "digest/sections.h"

using namespace paperdeck;

namespace {

PaperHeading read(const std::string& heading, int expected = 1)
{
    const auto blocks = parse_markdown("### " + heading);
    REQUIRE(blocks.size() == 1);
    return read_paper_heading(blocks[0].content, expected);
}

}  // namespace

TEST_CASE("numbers, link signs and ids are no part of a title")
{
    for (const char* heading : {"26.A Title  [ :arrow_down: ](https://arxiv.org/pdf/2103.00001.pdf)", "26. A Title [pdf](https://arxiv.org/pdf/2103.00001)",
                                "[26] [A Title](https://arxiv.org/abs/2103.00001)", "26) [A Title](https://arxiv.org/abs/2103.00001) [[PDF](https://arxiv.org/pdf/2103.00001)]",
                                "#26 A Title ([abs](https://arxiv.org/abs/2103.00001) | [code](https://github.com/a/b))", "26. A Title (arXiv:2103.00001)",
                                "26. [\U0001F4C4](https://arxiv.org/pdf/2103.00001) A Title", "26. [2103.00001](https://arxiv.org/abs/2103.00001) A Title"}) {
        CAPTURE(heading);
        const PaperHeading read_heading = read(heading);
        CHECK(read_heading.title.text == "A Title");
        CHECK(read_heading.title.links.empty());
        CHECK(read_heading.number == 26);
        REQUIRE(read_heading.identity.arxiv);
        CHECK(read_heading.identity.arxiv->id == "2103.00001");
    }
}

TEST_CASE("signs around a title go, a title of nothing but signs stays")
{
    for (const char* heading : {"\U0001F525 26. A Title", "26. \U0001F525 A Title \U0001F525", "26.A Title \U0001F525"}) {
        CAPTURE(heading);
        CHECK(read(heading).title.text == "A Title");
        CHECK(read(heading).number == 26);
    }
    for (const char* heading : {"1.\U0001F600\U0001F600", "\U0001F600\U0001F600", "1.\U0001F600\U0001F600 [ :arrow_down: ](https://arxiv.org/pdf/2103.00001.pdf)"}) {
        CAPTURE(heading);
        CHECK(read(heading).title.text == "\U0001F600\U0001F600");
    }
}

TEST_CASE("a number close to a digit is the digest's only where it goes on counting")
{
    CHECK(read("2.5D Vision", 1).title.text == "2.5D Vision");
    CHECK(read("2.5D Vision", 2).title.text == "5D Vision");
    CHECK(read("2. 5D Vision", 7).title.text == "5D Vision");
    for (const char* title : {"3D Vision", "2001: A Space Odyssey", "1984", "10 Reasons", "[CLS] Tokens", "100:1 Compression"}) CHECK(read(title).title.text == title);
}

TEST_CASE("an id in the words of a title is not the paper's own")
{
    const PaperHeading heading = read("Comment on arXiv:2511.21731v1: A Title");
    CHECK_FALSE(heading.identity.arxiv);
    CHECK(heading.title.text == "Comment on arXiv:2511.21731v1: A Title");
    CHECK(read("arXiv:2103.00001 A Title").title.text == "A Title");
}

TEST_CASE("a title keeps its maths and styles")
{
    const PaperHeading heading = read("1. On $O(n)$ *and* more [pdf](https://arxiv.org/pdf/2103.00001)");
    CHECK(to_plain(heading.title) == "On $O(n)$ and more");
    CHECK(heading.title.spans == std::vector<Span>{{3, 7, kMaths, -1}, {8, 11, kItalic, -1}});
    CHECK(to_plain(read("[2] [Terra-$\u03A9$: $x$](https://arxiv.org/abs/2103.00001)").title) == "Terra-$\u03A9$: $x$");
}

TEST_CASE("headings above papers name days, categories and kinds")
{
    const SectionNames names = read_section_heading("ArXiv cs.CV, cs.LG --Thu, 11 Mar 2021: Replacements");
    CHECK(names.date == Date{2021, 3, 11});
    CHECK(names.categories == std::vector<std::string>{"cs.CV", "cs.LG"});
    CHECK(names.kind == Kind::kReplaced);
    CHECK(read_section_heading("Table of contents").empty());
}

TEST_CASE("a file's own name comes before its folders")
{
    CHECK(read_file_name("2020/2021-03-11.cs.CV.md").date == Date{2021, 3, 11});
    CHECK(read_file_name("28-Aug-2025/cs.IR/README.md").date == Date{2025, 8, 28});
    CHECK(read_file_name("28-Aug-2025/cs.IR/README.md").categories == std::vector<std::string>{"cs.IR"});
    CHECK(read_file_name("notes.md").empty());
}
