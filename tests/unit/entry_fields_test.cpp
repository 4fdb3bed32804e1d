#include "digest/entry_fields.h"

#include <doctest/doctest.h>

#include "digest/author_names.h"
#include "digest/labels.h"

using namespace paperdeck;

namespace {

using Names = std::vector<std::string>;

Paper paper_of(const std::string& body)
{
    PaperHeading heading;
    heading.title.text = "T";
    heading.identity.arxiv = ArxivId{"2103.00001", 0};
    return make_paper(std::move(heading), split_body(parse_markdown(body)), 1);
}

}  // namespace

TEST_CASE("labels are known in any case, bold or plain, with a colon inside or behind")
{
    for (const char* line : {"**Authors**: x", "**Authors:** x", "Authors: x", "AUTHORS\uFF1A x", "**authors** x"}) {
        const auto blocks = parse_markdown(line);
        const auto label = label_at(blocks[0].content, 0);
        CAPTURE(line);
        REQUIRE(label);
        CHECK(label->field == Field::kAuthors);
        CHECK(blocks[0].content.text.substr(label->value_at) == "x");
    }
    for (const char* line : {"Nothing: x", "We thank the authors: all", "https://a.org", "Authors of this", "**Bold** start"})
        CHECK_FALSE(label_at(parse_markdown(line)[0].content, 0));
}

TEST_CASE("names are parted at commas or semicolons and at and")
{
    CHECK(split_names("A One, B Two and C Three") == Names{"A One", "B Two", "C Three"});
    CHECK(split_names("A One, B Two, and C Three") == Names{"A One", "B Two", "C Three"});
    CHECK(split_names("One, A; Two, B") == Names{"One, A", "Two, B"});
    CHECK(split_names("A One & B Two, et al.") == Names{"A One", "B Two"});
    CHECK(split_names("Sam Smith, Jr., Anders And") == Names{"Sam Smith, Jr.", "Anders And"});
    CHECK(split_names(" , ").empty());
}

TEST_CASE("a quote is the abstract, its paragraphs parted by a line break")
{
    CHECK(paper_of("> One.\n>\n> Two.").abstract.text == "One.\nTwo.");
    CHECK(paper_of("Something else.\n\n> One.").abstract.text == "One.");
}

TEST_CASE("paragraphs without labels are the abstract, one of names before them the authors")
{
    const Paper paper = paper_of("*Ann Author, Ben B. Writer*\n\nWe study things.");
    CHECK(paper.authors == Names{"Ann Author", "Ben B. Writer"});
    CHECK(paper.abstract.text == "We study things.");
    CHECK(paper_of("Deep Learning, Everywhere. We study it.\n\nMore.").authors.empty());
    CHECK(paper_of("Neural Networks").authors.empty());
}

TEST_CASE("a label takes the text behind it, on its line, the next one or in the next paragraph")
{
    CHECK(paper_of("**Abstract**: here").abstract.text == "here");
    CHECK(paper_of("**Abstract**\nhere").abstract.text == "here");
    CHECK(paper_of("**Abstract:**\n\nhere\n\nand here").abstract.text == "here\nand here");
    CHECK(paper_of("#### Abstract\n\nhere").abstract.text == "here");
    CHECK(paper_of("**Authors**: A One\n**Comments**: 5 pages\n**Abstract**: here").extras->comment == "5 pages");
    CHECK(paper_of("Authors: A One\nAbstract: here").abstract.text == "here");
}

TEST_CASE("an abstract may have lines that begin like a label")
{
    CHECK(paper_of("> We show it.<br>Code: https://github.com/o/n").abstract.text == "We show it.\nCode: https://github.com/o/n");
    CHECK(paper_of("> We show it.<br>Code: https://github.com/o/n").links.code == "https://github.com/o/n");
}

TEST_CASE("links are sorted: the paper's own, its code, all others once")
{
    const Paper paper = paper_of("[abs](http://arxiv.org/abs/2103.00001v2) [x](https://x.org) [x](https://x.org) "
                                 "[gh](https://github.com/o/n) [hf](https://huggingface.co/datasets/o/n) [other](https://arxiv.org/abs/2103.00002)");
    CHECK(paper.links.abs == "http://arxiv.org/abs/2103.00001v2");
    CHECK(paper.links.pdf == "https://arxiv.org/pdf/2103.00001");
    CHECK(paper.version == 2);
    CHECK(paper.links.code == "https://github.com/o/n");
    CHECK(paper.links.other == Names{"https://x.org", "https://huggingface.co/datasets/o/n", "https://arxiv.org/abs/2103.00002"});
    CHECK(paper_of("see [us](https://github.com/someone)").links.code.empty());
    CHECK(paper_of("**Code:** https://example.org/code").links.code == "https://example.org/code");
}

TEST_CASE("a row of links is neither abstract nor names")
{
    const Paper paper = paper_of("[PDF](https://arxiv.org/pdf/2103.00001) | [Page](https://x.org)\n\nThe abstract.");
    CHECK(paper.abstract.text == "The abstract.");
    CHECK(paper.authors.empty());
}

TEST_CASE("a body without labels tells of no paper of its own")
{
    CHECK_FALSE(linked_paper(split_body(parse_markdown("See [this](https://arxiv.org/abs/2103.00001)."))));
    CHECK(linked_paper(split_body(parse_markdown("**Link**: https://arxiv.org/abs/2103.00001"))));
    CHECK(linked_paper(split_body(parse_markdown("**arXiv ID**: 2103.00001"))));
    CHECK(linked_paper(split_body(parse_markdown("**Link**: https://arxiv.org/abs/2103.00001\n\n**Abstract**: As in https://arxiv.org/abs/2103.00002"))));
    CHECK_FALSE(linked_paper(split_body(parse_markdown("- **Link**: https://arxiv.org/abs/2103.00001\n- **Link**: https://arxiv.org/abs/2103.00002"))));
}
