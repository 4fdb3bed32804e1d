#include "digest/front_matter.h"

#include <doctest/doctest.h>

#include <string>

using namespace paperdeck;

namespace {

FrontMatter read(const std::string& inside) { return read_front_matter("---\n" + inside + "\n---\nbody", 1); }

// The block of front matter that begins with `label`; empty where there is none.
StyledText block(const FrontMatter& front, std::string_view label)
{
    for (const Block& block : front.blocks)
        if (block.content.text.starts_with(label)) return block.content;
    return {};
}

}  // namespace

TEST_CASE("front matter in JSON is read as that in lines is")
{
    const FrontMatter front = read("{\n  \"title\": \"A Title: of two parts\",\n  \"authors\": [\"Ann One\", \"Ben Two\"],\n  \"arxivId\": \"2103.06255\",\n"
                                   "  \"pdfUrl\": \"https://arxiv.org/pdf/2103.06255\",\n  \"nested\": {\"title\": \"no\"}, \"n\": 7\n}");
    REQUIRE(front.identity.arxiv);
    CHECK(front.identity.arxiv->id == "2103.06255");
    REQUIRE(front.blocks.size() == 4);
    CHECK(front.blocks[0].content.text == "A Title: of two parts");
    CHECK(front.blocks[0].line == 3);
    CHECK(block(front, "authors").text == "authors: Ann One, Ben Two");
    CHECK(block(front, "pdf url").links.size() == 1);
    CHECK(front.lines == 9);
}

TEST_CASE("front matter that is neither lines nor JSON is none")
{
    for (const char* inside : {"{\"title\": ", "{", "[1, 2]", "{}", "just words", "{\"a\": {\"b\": [[[[[[\"c\"]]]]]]}}"}) {
        CAPTURE(inside);
        CHECK(read(inside).blocks.empty());
    }
    const std::string deep = "{\"title\": " + std::string(20000, '[') + std::string(20000, ']') + "}";
    CHECK(read(deep).blocks.empty());
}

TEST_CASE("values have mathematics, escapes and addresses")
{
    const FrontMatter front = read("title: \"A \\\"quoted\\\" \\\\alpha\"\narxiv_id: 2103.06255v2\nsummary: bounds $\\mathcal{L}$ for 5 $\nsource: https://arxiv.org/abs/2103.06255v2");
    CHECK(front.blocks.at(0).content.text == "A \"quoted\" \\alpha");
    const StyledText summary = block(front, "summary");
    CHECK(summary.text == "summary: bounds \\mathcal{L} for 5 $");
    REQUIRE(summary.spans.size() == 1);
    CHECK(summary.spans[0].style == kMaths);
    CHECK(block(front, "source").links.size() == 1);
    CHECK(front.identity.arxiv->version == 2);
}

TEST_CASE("of several addresses arXiv's says which paper it is, then a DOI")
{
    CHECK(read("title: A Title\nurl: https://www.nature.com/articles/x-1\ndoi: 10.1038/x-1\nsource: arXiv:2103.06255 / x").identity.arxiv->id == "2103.06255");
    const FrontMatter front = read("title: A Title\nurl: https://www.nature.com/articles/x-1\ndoi: 10.1038/x-1");
    CHECK_FALSE(front.identity.arxiv);
    CHECK(front.identity.doi == "10.1038/x-1");
    CHECK_FALSE(read("title: Digest of the day\nurl: https://arxiv.org/list/cs.CV/new\ndate: 2021-03-11").identity);
}
