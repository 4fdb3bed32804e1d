#include "text/height_index.h"

#include <doctest/doctest.h>

#include <random>

using namespace paperdeck;

TEST_CASE("an empty list has no height and one place")
{
    HeightIndex index;
    index.assign({});
    CHECK(index.total() == 0);
    CHECK(index.row_at(50) == 0);
}

TEST_CASE("sums and rows agree with plain addition while heights change")
{
    std::mt19937 random(7);
    for (std::size_t count : {1u, 2u, 7u, 64u, 1000u}) {
        HeightIndex index;
        std::vector<std::int32_t> plain(count, 100);
        index.assign(plain);
        for (int change = 0; change < 300; ++change) {
            const std::size_t row = random() % count;
            const auto height = static_cast<std::int32_t>(random() % 400 + 1);
            index.set_height(row, height);
            plain[row] = height;
        }
        std::int64_t top = 0;
        for (std::size_t row = 0; row < count; ++row) {
            REQUIRE(index.top(row) == top);
            REQUIRE(index.row_at(top) == row);
            REQUIRE(index.row_at(top + plain[row] - 1) == row);
            top += plain[row];
        }
        CHECK(index.total() == top);
        CHECK(index.row_at(top + 1000) == count - 1);
        CHECK(index.row_at(-5) == 0);
    }
}

TEST_CASE("a list past the reach of float pixels stays exact")
{
    HeightIndex index;
    index.assign(std::vector<std::int32_t>(1000000, 181));
    CHECK(index.total() == 181000000);
    CHECK(index.row_at(181LL * 999999 + 180) == 999999);
    CHECK(index.row_at(181LL * 999999 - 1) == 999998);
}
