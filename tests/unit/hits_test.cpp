#include "search/hits.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

#include "search/highlights.h"

using namespace paperdeck;

namespace {

// "..##." a sign a byte.
std::string drawn(const std::vector<Hit>& hits, std::size_t size)
{
    std::string out(size, '.');
    for (const Hit& hit : hits)
        for (std::uint32_t i = hit.begin; i < hit.end; ++i) out[i] = '#';
    return out;
}

}  // namespace

TEST_CASE("a finder of many words finds what each of them finds alone, in order and apart")
{
    const char* const kWords[] = {"graph", "Graph-Neural", "neural net", "net*", "U-Net", "unet", "GPT-4o", "gpt", "4o", "SwissGov-RSD", "gov*", "VideoMoCo", "moco",
                                  "self-supervised learning", "learn*", "R\u00E9nyi", "renyi\u2019s", "\uFB01ne", "fin*", "\u00E6*", "a", "a*", "\u03B1", "alpha",
                                  "\u6269\u6563\u6A21\u578B", "\u6563\u6A21", "\u578B", "\u6A21\u578Bnet", "2021", "x_1"};
    std::mt19937 random(20210311);
    const auto any = [&] { return std::string(kWords[random() % std::size(kWords)]); };
    for (int round = 0; round < 300; ++round) {
        std::string list, text;
        for (int i = 0; i < 12; ++i) list += any() + "\n";
        for (int i = 0; i < 20; ++i) text += any() + (random() % 3 ? " " : random() % 2 ? "-" : "");
        const std::vector<QueryWord> words = parse_highlights(list, {});
        const std::vector<Hit> together = HitFinder(words).find(SearchField::kTitle, text);
        for (std::size_t i = 0; i < together.size(); ++i) {
            REQUIRE(together[i].begin < together[i].end);
            if (i > 0) REQUIRE(together[i - 1].end <= together[i].begin);
        }
        std::string alone(text.size(), '.');
        for (const QueryWord& word : words) {
            const std::string one = drawn(HitFinder({word}).find(SearchField::kTitle, text), text.size());
            for (std::size_t i = 0; i < one.size(); ++i)
                if (one[i] == '#') alone[i] = '#';
        }
        REQUIRE(drawn(together, text.size()) == alone);
    }
}

TEST_CASE("a finder without a word looks for nothing")
{
    CHECK(HitFinder().empty());
    CHECK(HitFinder({{SearchField::kAnywhere, "--", false, false}}).empty());
    CHECK(!HitFinder({{SearchField::kAuthors, "Ada", true, false}}).empty());
    CHECK(HitFinder({{SearchField::kAuthors, "Ada", true, false}}).find(SearchField::kTitle, "Ada").empty());
}

TEST_CASE("hits mark whole words, in the bytes of the source")
{
    const auto marked = [](const std::string& query, const std::string& text) {
        std::string out;
        for (const Hit& hit : HitFinder(parse_query(query).words).find(SearchField::kTitle, text)) out += "<" + text.substr(hit.begin, hit.end - hit.begin) + ">";
        return out;
    };
    CHECK(marked("contr", "Contrastive and contrast") == "<Contrastive><contrast>");
    CHECK(marked("moco", "VideoMoCo, MoCo") == "<MoCo><MoCo>");
    CHECK(marked("videomoco", "a VideoMoCo-2") == "<VideoMoCo-2>");
    CHECK(marked("swissgov ", "the SwissGov-RSD") == "<SwissGov>");
    CHECK(marked("renyi", "R\u00E9nyi\u2019s and Re\u0301nyi") == "<R\u00E9nyi\u2019s><Re\u0301nyi>");
    CHECK(marked("renyi ", "R\u00E9nyi\u2019s and Re\u0301nyi") == "<R\u00E9nyi><Re\u0301nyi>");
    CHECK(marked("\"deep learning\"", "Deep Learning, learning deep") == "<Deep Learning>");
    CHECK(marked("\u5B66", "\u6DF1\u5EA6\u5B66\u4E60") == "<\u5B66>");
    CHECK(marked("\u5EA6\u5B66", "\u6DF1\u5EA6\u5B66\u4E60") == "<\u5EA6\u5B66>");
    CHECK(marked("an a", "and an A") == "<and><an><A>");
    CHECK(marked("self-super supervised ", "Self-Supervised") == "<Supervised>");
    CHECK(marked("fi", "\uFB01ne") == "<\uFB01ne>");
    CHECK(marked("\u00E6", "\u00C6") == "<\u00C6>");
    CHECK(marked("a", "\u00E6") == "<\u00E6>");
    CHECK(marked("cat:cs.CV", "cs.CV") == "");
    CHECK(marked("author:deep", "deep") == "");
    CHECK(marked("-deep title:learn", "deep learning") == "<learning>");
    CHECK(marked("", "x") == "");
    CHECK(marked("x", "") == "");
}
