// Every field of a paper knows the line that it stands in, and, in a library, the digest.
#include <doctest/doctest.h>

#include "digest/digest_reader.h"
#include "digest/json_outline.h"
#include "digest/library.h"

using namespace paperdeck;

namespace {

Paper only_paper(const std::string& file, const std::string& text)
{
    const Digest digest = read_digest(file, text);
    REQUIRE(digest.papers.size() == 1);
    return digest.papers[0];
}

}  // namespace

TEST_CASE("fields know their lines, and those of headings above the headings'")
{
    const Paper paper = only_paper("2021-03-12.md",
                                   "# cs.CV 2021-03-11\n"
                                   "\n"
                                   "## SLAM\n"
                                   "\n"
                                   "### Boats that float\n"
                                   "\n"
                                   "**Authors**: Ann One, Bob Two\n"
                                   "**Comments**: 8 pages\n"
                                   "**Links**: [PDF](https://arxiv.org/pdf/2103.00001)\n"
                                   "[Code](https://github.com/o/boats)\n"
                                   "\n"
                                   "**Abstract**: We float.\n"
                                   "\n"
                                   "**TL;DR**: It floats.\n");
    CHECK(paper.line == 5);
    CHECK(paper.lines[PaperField::kTitle] == 5);
    CHECK(paper.lines[PaperField::kDate] == 1);
    CHECK(paper.lines[PaperField::kCategories] == 1);
    CHECK(paper.lines[PaperField::kTopic] == 3);
    CHECK(paper.lines[PaperField::kAuthors] == 7);
    CHECK(paper.lines[PaperField::kComment] == 8);
    CHECK(paper.lines[PaperField::kId] == 9);
    CHECK(paper.lines[PaperField::kPdf] == 9);
    CHECK(paper.lines[PaperField::kAbs] == 0);  // made of the id
    CHECK(paper.lines[PaperField::kAbstract] == 12);
    CHECK(paper.lines[PaperField::kSummaries] == 14);
}

TEST_CASE("a day in the file's name has no line")
{
    const Paper paper = only_paper("2021-03-12.md", "# Papers\n\n## [Boats that float](https://arxiv.org/abs/2103.00001)\n");
    CHECK(paper.lines[PaperField::kAbs] == 3);
    CHECK(paper.lines[PaperField::kDate] == 0);
}

TEST_CASE("fields of JSON know the lines of their keys; summaries stand in the order of the file")
{
    const Paper paper = only_paper("day.json",
                                   "[\n"
                                   "  {\n"
                                   "    \"id\": \"2103.00001\",\n"
                                   "    \"title\": \"Boats\",\n"
                                   "    \"authors\": [\n      \"Ann One\"\n    ],\n"
                                   "    \"venue\": {\"title\": \"Sea\"},\n"
                                   "    \"AI\": {\"tldr\": \"a\", \"method\": \"b\",\n      \"aside\": \"c\"},\n"
                                   "    \"summary\": \"We float.\"\n"
                                   "  }\n"
                                   "]\n");
    CHECK(paper.line == 2);
    CHECK(paper.lines[PaperField::kId] == 3);
    CHECK(paper.lines[PaperField::kTitle] == 4);
    CHECK(paper.lines[PaperField::kAuthors] == 5);
    CHECK(paper.lines[PaperField::kSummaries] == 9);
    CHECK(paper.lines[PaperField::kAbstract] == 11);
    REQUIRE(paper.extras->summaries.size() == 3);
    CHECK(paper.extras->summaries[0].label == "tldr");
    CHECK(paper.extras->summaries[1].label == "method");
    CHECK(paper.extras->summaries[2].label == "aside");
}

TEST_CASE("keys come in the order of the file, without those of inner objects")
{
    const std::string_view source = R"({"b": {"x": 1}, "a": ["y", {"z": 2}], "c\u0064": "e\"f", "b": 2} "after": 1)";
    const std::vector<JsonKey> keys = keys_in_order(source);
    REQUIRE(keys.size() == 4);
    CHECK(keys[0].name == "b");
    CHECK(source.substr(keys[0].value_at, 2) == " {");
    CHECK(keys[1].name == "a");
    CHECK(keys[2].name == "cd");
    CHECK(keys[3].name == "b");
    CHECK(keys_in_order("").empty());
    CHECK(keys_in_order("}{\"").size() <= 1);
}

TEST_CASE("a merged field knows digest and line that it comes from")
{
    Library library;
    const DigestId older = library.add(read_digest("2021-03-11.md",
                                                   "# 2021-03-11\n\n## [Boats that float](https://arxiv.org/abs/2103.00001)\n\n**Authors**: Ann One, Bob Two\n\n"
                                                   "**Abstract**: We float for a long time.\n")).digest;
    const DigestId newer = library.add(read_digest("2021-03-12.md", "# 2021-03-12\n\n- [Boats that float](https://arxiv.org/abs/2103.00001)\n- [Ships that sink](https://arxiv.org/abs/2103.00002)\n")).digest;
    const LibraryPaper& paper = library.paper(0);
    CHECK(origin_of(paper, PaperField::kTitle).digest == newer);
    CHECK(paper.paper.lines[PaperField::kTitle] == 3);
    CHECK(origin_of(paper, PaperField::kAuthors).digest == older);
    CHECK(paper.paper.lines[PaperField::kAuthors] == 5);
    CHECK(origin_of(paper, PaperField::kAbstract).digest == older);
    CHECK(paper.paper.lines[PaperField::kAbstract] == 7);
    library.remove(newer);
    CHECK(origin_of(library.paper(0), PaperField::kTitle).digest == older);
    CHECK(library.paper(0).paper.lines[PaperField::kTitle] == 3);
    CHECK(library.paper(0).origins.empty());
}
