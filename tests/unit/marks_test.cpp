#include "text/marks.h"

#include <doctest/doctest.h>

#include <random>
#include <string>

using namespace paperdeck;

namespace {

// "..hh++" a sign a byte: h a hit, l a highlight, + both.
std::string drawn(const std::vector<Mark>& marks, std::size_t size)
{
    std::string out(size, '.');
    for (const Mark& mark : marks)
        for (std::uint32_t i = mark.begin; i < mark.end; ++i) out[i] = out[i] != '.' ? '!' : ".hl+"[mark.kinds];
    return out;
}

std::vector<Mark> random_marks(std::mt19937& random, MarkKind kind)
{
    std::vector<Mark> marks;
    for (std::uint32_t at = random() % 4; at < 40; at += random() % 4) {
        const std::uint32_t end = at + 1 + random() % 6;
        marks.push_back({at, end, kind});
        at = end;
    }
    return marks;
}

}  // namespace

TEST_CASE("where a hit and a highlight overlap, the stretch is of both kinds")
{
    CHECK(drawn(merge_marks({{2, 6, kHit}}, {{4, 8, kHighlight}}), 10) == "..hh++ll..");
    CHECK(drawn(merge_marks({{2, 6, kHit}}, {{2, 6, kHighlight}}), 8) == "..++++..");
    CHECK(drawn(merge_marks({{3, 4, kHit}, {5, 6, kHit}}, {{2, 7, kHighlight}}), 8) == "..l+l+l.");
    CHECK(drawn(merge_marks({{0, 2, kHit}}, {}), 3) == "hh.");
    CHECK(merge_marks({}, {}).empty());
    CHECK(merge_marks({{0, 2, kHit}, {2, 4, kHit}}, {}).size() == 2);
}

TEST_CASE("merged marks are in order, apart, and just those that were there")
{
    std::mt19937 random(20210311);
    for (int i = 0; i < 2000; ++i) {
        const auto hits = random_marks(random, kHit), highlights = random_marks(random, kHighlight);
        const auto merged = merge_marks(hits, highlights);
        const std::string a = drawn(hits, 60), b = drawn(highlights, 60);
        std::string both = a;
        for (std::size_t k = 0; k < 60; ++k)
            if (b[k] == 'l') both[k] = a[k] == 'h' ? '+' : 'l';
        REQUIRE(drawn(merged, 60) == both);
        for (std::size_t k = 0; k < merged.size(); ++k) {
            REQUIRE(merged[k].begin < merged[k].end);
            if (k > 0) REQUIRE(merged[k - 1].end <= merged[k].begin);
        }
    }
}
