#include "digest/carrier.h"

#include <doctest/doctest.h>

#include "digest/front_matter.h"
#include "digest/labels.h"
#include "digest/markdown.h"
#include "digest/paper_identity.h"
#include "digest/script.h"
#include "digest/table_row.h"

using namespace paperdeck;

namespace {

std::optional<Carrier> carrier_of(const std::string& source)
{
    const auto blocks = parse_markdown(source);
    REQUIRE(!blocks.empty());
    return read_carrier(blocks[0], 1);
}

}  // namespace

TEST_CASE("a title is the link, what is bold, or what stands before the links")
{
    for (const char* line : {"- [A Title of Words](https://arxiv.org/abs/2103.00001)", "- **A Title of Words** [pdf](https://arxiv.org/pdf/2103.00001)",
                             "- A Title of Words [[abs](https://arxiv.org/abs/2103.00001)] [[code](https://github.com/o/n)]",
                             "* :star: [A Title of Words](https://arxiv.org/pdf/2103.00001.pdf) (CVPR)", "- 2021-03-11, **A Title of Words**, Paper: [x](https://arxiv.org/abs/2103.00001)",
                             "- [CVPR 2021] [A Title of Words](https://arxiv.org/abs/2103.00001)", "- \U0001F525 **[A Title of Words](https://arxiv.org/abs/2103.00001)**"}) {
        CAPTURE(line);
        const auto carrier = carrier_of(line);
        REQUIRE(carrier);
        CHECK(carrier->head.title.text == "A Title of Words");
        REQUIRE(carrier->head.identity.arxiv);
        CHECK(carrier->head.identity.arxiv->id == "2103.00001");
    }
}

TEST_CASE("a bracket that begins a title is a part of it")
{
    CHECK(carrier_of("- **(MGS)$^2$-Net: Scale and Structure** https://arxiv.org/abs/2103.00001")->head.title.text == "(MGS)^2-Net: Scale and Structure");
}

TEST_CASE("rows of links and labelled fields carry no title")
{
    for (const char* line : {"- [abs](https://arxiv.org/abs/2103.00001) | [pdf](https://arxiv.org/pdf/2103.00001)", "- **Authors:** Ann One, Ben Two", "- **Link**: https://arxiv.org/abs/2103.00001"})
        CHECK_FALSE(carrier_of(line));
}

TEST_CASE("addresses mean papers by id, DOI or place")
{
    CHECK(identity_of("https://huggingface.co/papers/2103.00001").arxiv->id == "2103.00001");
    CHECK(identity_of("https://doi.org/10.48550/arXiv.2103.00001").arxiv->id == "2103.00001");
    CHECK(identity_of("https://doi.org/10.1038/NBT.4235").doi == "10.1038/nbt.4235");
    CHECK(identity_of("https://www.biorxiv.org/content/10.1101/2021.10.04.463034v2.full.pdf").doi == "10.1101/2021.10.04.463034");
    CHECK(identity_of("https://eprint.iacr.org/2019/953").url == "https://eprint.iacr.org/2019/953");
    for (const char* url : {"https://github.com/o/n", "https://example.org/x", "https://arxiv.org/list/cs.CV/recent", "https://openreview.net/", "https://doi.org/", "javascript:x"})
        CHECK_FALSE(identity_of(url));
    CHECK(identity_of_claimed("https://conf.example.org/papers/7").url == "https://conf.example.org/papers/7");
    CHECK_FALSE(identity_of_claimed("https://github.com/o/n"));
    CHECK_FALSE(identity_of_claimed("https://example.org/a.png"));
}

TEST_CASE("languages are told by their letters, terms in Latin letters apart")
{
    CHECK(language_of("我们提出 Transformer 的一种新变体") == "zh");
    CHECK(language_of("バッチに依らない正規化") == "ja");
    CHECK(language_of("배치에 기대지 않는 정규화") == "ko");
    CHECK(language_of("The α of a 中文 word in English text stays English").empty());
    CHECK(language_of("").empty());
}

TEST_CASE("labels stand in four languages, with signs around them")
{
    CHECK(field_of("📝 摘要（中文）") == Field::kTranslatedAbstract);
    CHECK(field_of("📄 摘要（原文）") == Field::kAbstract);
    CHECK(field_of("3. Method") == Field::kSummary);
    CHECK(field_of("저자") == Field::kAuthors);
    CHECK(field_of("キーワード") == Field::kKeywords);
    CHECK(field_of("Publish Date") == Field::kDate);
    CHECK(field_of("Something else") == Field::kNone);
}

TEST_CASE("front matter need not be YAML")
{
    const FrontMatter front = read_front_matter("---\ntitle: A: B\ndate: 2021-05-18T08:47:47.Z\ntags:\n  - cs.CV\n---\n# x\n", 1);
    CHECK(front.lines == 6);
    CHECK(front.names.date == Date{2021, 5, 18});
    CHECK(front.names.categories == std::vector<std::string>{"cs.CV"});
    CHECK(front.blocks.empty());
    CHECK(read_front_matter("---\nA rule above, no keys here\n---\n", 1).size == 0);
    CHECK(read_front_matter("---\nnever: closed\n", 1).size == 0);
    CHECK(read_front_matter("# x\n", 1).size == 0);
}

TEST_CASE("footnotes are items whose text begins behind their name")
{
    const auto blocks = parse_markdown("[^1]: One\n\n    below\n\n[^a-long-name]: Two\n");
    REQUIRE(blocks.size() == 3);
    CHECK(trimmed(blocks[0].content.text) == "One");
    CHECK(blocks[0].starts_item);
    CHECK(blocks[1].list_depth == 1);
    CHECK(trimmed(blocks[2].content.text) == "Two");
    CHECK(blocks[2].line == 5);
}

TEST_CASE("headings, lists and tables of HTML are blocks")
{
    const auto blocks = parse_markdown("<h2>Head</h2>\n<ul><li>one</li><li>two</li></ul>\n<table><tr><th>a</th></tr>\n\n<tr><td>b</td></tr></table>\n");
    REQUIRE(blocks.size() == 5);
    CHECK(blocks[0].kind == BlockKind::kHeading);
    CHECK(blocks[0].level == 2);
    CHECK(blocks[2].starts_item);
    CHECK(blocks[2].list_depth == 1);
    CHECK(blocks[3].is_head);
    CHECK(blocks[4].kind == BlockKind::kTableCell);
    CHECK(blocks[4].content.text == "b");
}
