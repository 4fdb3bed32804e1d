// The letters of alphabets: Unicode's Mathematical Alphanumeric Symbols, with their older forms in the basic plane.
// https://www.unicode.org/charts/PDF/U1D400.pdf
#pragma once

#include "text/maths_tree.h"

namespace paperdeck {

// The form that `letter` has in that alphabet; `letter` itself where it has none.
inline char32_t letter_in(Letters letters, char32_t letter)
{
    struct Hole { char32_t letter, form; };
    constexpr Hole kBlackboardHoles[] = {{'C', 0x2102}, {'H', 0x210D}, {'N', 0x2115}, {'P', 0x2119}, {'Q', 0x211A}, {'R', 0x211D}, {'Z', 0x2124}};
    constexpr Hole kScriptHoles[] = {{'B', 0x212C}, {'E', 0x2130}, {'F', 0x2131}, {'H', 0x210B}, {'I', 0x2110}, {'L', 0x2112},
                                     {'M', 0x2133}, {'R', 0x211B}, {'e', 0x212F}, {'g', 0x210A}, {'o', 0x2134}, {'l', 0x2113}};
    constexpr Hole kFrakturHoles[] = {{'C', 0x212D}, {'H', 0x210C}, {'I', 0x2111}, {'R', 0x211C}, {'Z', 0x2128}};
    const auto from = [letter](char32_t capital_a, const auto& holes) -> char32_t {
        for (const Hole& hole : holes)
            if (hole.letter == letter) return hole.form;
        if (letter >= 'A' && letter <= 'Z') return capital_a + (letter - 'A');
        if (letter >= 'a' && letter <= 'z') return capital_a + 26 + (letter - 'a');
        return letter;
    };
    switch (letters) {
    case Letters::kBlackboard: return letter >= '0' && letter <= '9' ? 0x1D7D8 + (letter - '0') : from(0x1D538, kBlackboardHoles);
    case Letters::kScript: return from(0x1D49C, kScriptHoles);
    case Letters::kFraktur: return from(0x1D504, kFrakturHoles);
    default: return letter;
    }
}

}  // namespace paperdeck
