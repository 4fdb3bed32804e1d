#include "text/layout_cache.h"

#include <doctest/doctest.h>

#include <string>

using namespace paperdeck;

TEST_CASE("a layout cache finds what was put in, and nothing else")
{
    LayoutCache<int, std::string> cache(100);
    CHECK(cache.find(1) == nullptr);
    CHECK(cache.put(1, "one", 10) == "one");
    REQUIRE(cache.find(1));
    CHECK(*cache.find(1) == "one");
    CHECK(cache.find(2) == nullptr);
}

TEST_CASE("over its budget a layout cache drops what was not asked for the longest, and no more than it must")
{
    LayoutCache<int, int> cache(30);
    for (int key = 1; key <= 3; ++key) cache.put(key, key, 10);
    CHECK(cache.find(1));
    cache.put(4, 4, 10);
    CHECK_FALSE(cache.find(2));
    CHECK(cache.find(1));
    CHECK(cache.find(3));
    CHECK(cache.size_bytes() == 30);
    cache.put(5, 5, 20);
    CHECK(cache.size() == 2);
    CHECK(cache.find(3));
    CHECK_FALSE(cache.find(4));
}

TEST_CASE("a layout cache keeps what was put in last, however large")
{
    LayoutCache<int, int> cache(10);
    cache.put(1, 1, 5);
    cache.put(2, 2, 500);
    CHECK(cache.find(2));
    CHECK(cache.size() == 1);
    CHECK(cache.size_bytes() == 500);
}

TEST_CASE("values of a layout cache stay where they are while others come and go")
{
    LayoutCache<int, std::string> cache(20);
    const std::string* first = &cache.put(0, "first", 10);
    for (int key = 1; key < 1000; ++key) {
        cache.put(key, std::to_string(key), 10);
        REQUIRE(cache.find(0) == first);
    }
    CHECK(cache.size() == 2);
}
