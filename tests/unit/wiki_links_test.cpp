#include "digest/wiki_links.h"

#include <doctest/doctest.h>

#include <string>

using namespace paperdeck;

namespace {

std::string resolved(std::string_view text)
{
    std::string buffer;
    return std::string(with_wiki_links_resolved(text, buffer));
}

// Text that has to come back as it went in, without a copy.
bool is_left_alone(std::string_view text)
{
    std::string buffer;
    return with_wiki_links_resolved(text, buffer).data() == text.data();
}

}  // namespace

TEST_CASE("links between notes leave their words")
{
    CHECK(resolved("with [[Diffusion Model]] and [[CLIP]].") == "with Diffusion Model and CLIP.");
    CHECK(resolved("### [[20_Papers/Deep_Residual|Deep Residual Learning]]\n") == "### Deep Residual Learning\n");
    CHECK(resolved("| [[a|Title]] | x |") == "| Title | x |");
    CHECK(resolved("「[[世界模型]]、[[策略|策略网络]]」") == "「世界模型、策略网络」");
    CHECK(resolved("a [[2021-03-11 Day]] b") == "a 2021-03-11 Day b");
}

TEST_CASE("what another file shows here, and a link alone in its line, go")
{
    CHECK(resolved("a\n\n![[figures/1.png|800]]\n\nb") == "a\n\n\n\nb");
    CHECK(resolved("a\n[[210118 Last week]]\nb") == "a\n\nb");
    CHECK(resolved("[[210118 Last week]]\r\nb") == "\r\nb");
}

TEST_CASE("brackets that are no links between notes stay")
{
    for (const char* text : {"[[PDF]](https://example.org/a.pdf)", "[[PDF](https://example.org/a.pdf)]", "[[1]]", "[[1, 2], [3, 4]]", "$p=[[p]]$", "$[[n,k,d]]$", "$\\mathbb{Z}[[x,y]]$", "`[[x y]]`", "[[arXiv]][1]", "[[arXiv]]\n\n[arXiv]: https://arxiv.org/abs/2103.06255", "[[]]", "[[ ]]",
                             "[[a", "[[a]", "[[a\nb]]", "[[", "a]]", "[[-x]]", "", "[ [a]]"})
        CHECK_MESSAGE(is_left_alone(text), text);
    const std::string brackets(100000, '[');
    CHECK(is_left_alone(brackets));
    CHECK(is_left_alone("[[" + std::string(1000, 'a') + "]]"));
}
