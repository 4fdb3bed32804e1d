#include "base/fold.h"

#include <doctest/doctest.h>

using namespace paperdeck;

TEST_CASE("case, accents, width and typographic variants fold away")
{
    CHECK(fold("R\u00E9nyi\u2013\u00C5ngstr\u00F6m") == "renyi-angstrom");
    CHECK(fold("re\u0301nyi") == "renyi");
    CHECK(fold("\uFF21\uFF22\uFF11") == "ab1");
    CHECK(fold("\uFB01ne \u2460") == "fine 1");
    CHECK(fold("\u201Cx\u201D \u2018y\u2019 \u2014 \u2212") == "\"x\" 'y' - -");
    CHECK(fold("Stra\u00DFe \u00D8rsted \u0141\u00F3d\u017A \u0110or\u0111e \u00C6ther") == "strasse orsted lodz dorde aether");
    CHECK(fold("\u039B\u03CC\u03B3\u03BF\u03C2 \u041C\u0418\u0420") == "\u03BB\u03BF\u03B3\u03BF\u03C3 \u043C\u0438\u0440");
    CHECK(fold("a\tb\nc\u00A0d\u3000e") == "a b c d e");
    CHECK(fold("soft\u00ADhyphen, zero\u200Bwidth") == "softhyphen, zerowidth");
    CHECK(fold("\u8BBA\u6587") == "\u8BBA\u6587");
    CHECK(fold("").empty());
}

TEST_CASE("folding folded text changes nothing")
{
    for (const char* text : {"R\u00E9nyi\u2013\u00C5ngstr\u00F6m", "\uFB01ne \u2460 \u00BD", "\u0130stanbul", "\uD55C\uAD6D\uC5B4", "\u304C\u30AC", "\u1E9E"})
        CHECK(fold(fold(text)) == fold(text));
}

TEST_CASE("every folded byte knows the character it came from")
{
    const std::string text = "a\u00C9\u00C6\u0301b";
    const Folded folded = fold_with_offsets(text);
    CHECK(folded.text == "aeaeb");
    CHECK(folded.source_offsets == std::vector<std::uint32_t>{0, 1, 3, 3, 7, 8});
    CHECK(folded.text == fold(text));
    CHECK(fold_with_offsets("").source_offsets == std::vector<std::uint32_t>{0});
}

TEST_CASE("camel humps and changes between letters and digits are noted")
{
    std::vector<std::uint32_t> humps;
    CHECK(fold_with_humps("VideoMoCo", humps) == "videomoco");
    CHECK(humps == std::vector<std::uint32_t>{5, 7});
    fold_with_humps("Sim2Real", humps);
    CHECK(humps == std::vector<std::uint32_t>{3, 4});
    fold_with_humps("HTMLParser", humps);
    CHECK(humps == std::vector<std::uint32_t>{4});
    fold_with_humps("a \u00C9tude\u00C9l\u00E8ve", humps);
    CHECK(humps == std::vector<std::uint32_t>{7});
    for (const char* plain : {"CNNs", "plain words", "U-Net", "ABC", ""}) {
        fold_with_humps(plain, humps);
        CHECK(humps.empty());
    }
}

TEST_CASE("letters and marks compose where Unicode has the character")
{
    CHECK(compose(U'e', 0x301) == 0xE9);
    CHECK(compose(U's', 0x30C) == 0x161);
    CHECK(compose(U'q', 0x308) == 0);
}
