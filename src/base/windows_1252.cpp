#include "base/windows_1252.h"

#include <algorithm>
#include <array>

namespace paperdeck {
namespace {

// Of 0x80 to 0x9F; all others are as in Unicode.
constexpr std::array<char16_t, 32> kCharacters = {
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178};

}  // namespace

char32_t from_windows_1252(unsigned char byte) { return byte >= 0x80 && byte < 0xA0 ? kCharacters[byte - 0x80u] : byte; }

int to_windows_1252(char32_t character)
{
    if (character < 0x100) return character < 0x80 || character >= 0xA0 || from_windows_1252(static_cast<unsigned char>(character)) == character
                                      ? static_cast<int>(character)
                                      : -1;
    const auto found = std::find(kCharacters.begin(), kCharacters.end(), character);
    return found == kCharacters.end() ? -1 : static_cast<int>(found - kCharacters.begin()) + 0x80;
}

}  // namespace paperdeck
