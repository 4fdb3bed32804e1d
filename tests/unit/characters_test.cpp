#include "base/characters.h"

#include <doctest/doctest.h>

#include <initializer_list>

using namespace paperdeck;

TEST_CASE("controls, joiners, selectors, marks of direction and tags show nothing")
{
    for (const char32_t c : {0x1u, 0x1Fu, 0x7Fu, 0x85u, 0xADu, 0x34Fu, 0x200Bu, 0x200Du, 0x200Eu, 0x2028u, 0x202Eu, 0x2060u,
                             0xFE0Fu, 0xFEFFu, 0xE0001u, 0xE0100u}) {
        CAPTURE(static_cast<unsigned>(c));
        CHECK(is_invisible(c));
    }
}

TEST_CASE("letters, blanks, the tab, private use and what is not assigned take their place")
{
    for (const char32_t c : {0x9u, 0x20u, 0x41u, 0xA0u, 0x301u, 0x378u, 0x3000u, 0x4E2Du, 0xAC00u, 0xE000u, 0xFFFDu, 0x1F600u, 0x10FFFFu}) {
        CAPTURE(static_cast<unsigned>(c));
        CHECK_FALSE(is_invisible(c));
    }
}

TEST_CASE("marks that stand over a letter are combining, those beside it are not")
{
    for (const char32_t c : {0x300u, 0x338u, 0x5B0u, 0x947u, 0xE31u, 0x20D7u, 0x20DDu}) CHECK(is_combining(c));
    for (const char32_t c : {0x41u, 0x2C7u, 0x93Eu, 0x4E2Du, 0x1F3FBu}) CHECK_FALSE(is_combining(c));
}
