#include "base/byte_set.h"

#include <doctest/doctest.h>

#include <string>

using paperdeck::ByteSet;

TEST_CASE("the next byte of a set is found wherever it stands, and the end where there is none")
{
    constexpr ByteSet kSet("/?\xEF");
    CHECK(kSet.find_in("") == 0);
    CHECK(kSet.find_in("no member in these words") == 24);
    for (std::size_t at = 0; at < 20; ++at) {
        for (const char member : {'/', '?', '\xEF'}) {
            std::string text(20, 'a');
            text[at] = member;
            CHECK(kSet.find_in(text) == at);
            CHECK(kSet.find_in(text, at) == at);
            CHECK(kSet.find_in(text, at + 1) == 20);
        }
    }
}

TEST_CASE("a set may hold all bytes up to one")
{
    constexpr ByteSet kSet("<", ' ');
    CHECK(kSet.find_in("ab\tc") == 2);
    CHECK(kSet.find_in(std::string_view("ab\0c", 4)) == 2);
    CHECK(kSet.find_in("abcdefghij k") == 10);
    CHECK(kSet.find_in("a<b") == 1);
    CHECK(kSet.find_in("a!b\x80") == 4);
}
