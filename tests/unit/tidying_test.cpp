#include "digest/tidying.h"

#include <doctest/doctest.h>

#include "digest/digest_reader.h"

using namespace paperdeck;

namespace {

StyledText plain(std::string text)
{
    StyledText made;
    made.text = std::move(text);
    return made;
}

std::string joined(std::string text) { return with_wraps_joined(plain(std::move(text))).text; }
std::string marked(std::string text) { return with_lost_links_marked(plain(std::move(text))).text; }

}  // namespace

TEST_CASE("text wrapped at a fixed width is joined, its paragraphs stay")
{
    CHECK(joined("Sensor simulation is pivotal for scalable validation of autonomous driving\n"
                 "systems, yet existing methods face applicability and efficiency challenges\n"
                 "in industrial workflows.\n"
                 "This paper introduces a system.") ==
          "Sensor simulation is pivotal for scalable validation of autonomous driving "
          "systems, yet existing methods face applicability and efficiency challenges "
          "in industrial workflows.\n"
          "This paper introduces a system.");
}

TEST_CASE("lines that are no wraps stay lines")
{
    for (const std::string text : {"Some rivers are wider than the boats that float on all of them.\nIntroduction", "Short line.\nAnother one.", "- Sensor simulation is pivotal for the validation of driving systems\n- and so is this",
                                   "Sensor simulation is pivotal for the validation of driving\n\nsystems", "1. Sensor simulation is pivotal for validation of driving\n2. So"})
        CHECK(joined(text) == text);
    const std::string long_line(300, 'x');
    CHECK(joined(long_line + "\nnext") == long_line + "\nnext");
}

TEST_CASE("a line break in maths is left to it")
{
    StyledText text = plain("Sensor simulation is pivotal for the validation of driving\nsystems");
    text.spans.push_back({50, 62, kMaths, -1});
    CHECK(with_wraps_joined(text) == text);
}

TEST_CASE("words for a link that is not there are marked")
{
    CHECK(marked("Code is at this https URL. And this http URL, too.") == "Code is at [link lost in the digest]. And [link lost in the digest], too.");
    CHECK(with_lost_links_marked(plain("this https URL")).spans == std::vector<Span>{{0, 25, kItalic, -1}});
    CHECK(marked("See this URL and https.") == "See this URL and https.");
    CHECK(marked("this https URL (https://a.org)") == "this https URL (https://a.org)");
}

TEST_CASE("styles and links around a lost link keep their words")
{
    StyledText text = plain("Code: this https URL, this https URL and $x$");
    text.links = {"https://a.org"};
    text.spans = {{0, 4, kBold, -1}, {22, 36, kPlain, 0}, {42, 43, kMaths, -1}};
    const StyledText out = with_lost_links_marked(text);
    CHECK(out.text == "Code: [link lost in the digest], this https URL and $x$");
    CHECK(out.spans == std::vector<Span>{{0, 4, kBold, -1}, {6, 31, kItalic, -1}, {33, 47, kPlain, 0}, {53, 54, kMaths, -1}});
    CHECK(out.links == text.links);
}

TEST_CASE("a digest's abstract is mended, joined and marked")
{
    const Digest digest = read_digest("a.md", "### [AndrÃ©'s Boats](https://arxiv.org/abs/2103.06255)\n"
                                              "> Sensor simu\u200Blation  is pivotal for scalable validation of driving<br>systems, "
                                              "see this https URL\n");
    REQUIRE(digest.papers.size() == 1);
    CHECK(digest.papers[0].title.text == "André's Boats");
    CHECK(digest.papers[0].abstract.text == "Sensor simulation is pivotal for scalable validation of driving systems, see [link lost in the digest]");
}
