#include "digest/mojibake.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "base/windows_1252.h"

namespace paperdeck {
namespace {

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_lower(c) || is_upper(c); }

// Marks that stand behind a word in good text too, so that an accented letter and one of them prove nothing:
// quotes, dashes, ellipsis, signs of trade, raised figures and letters, signs of mathematics.
bool is_natural_behind_letter(char32_t c)
{
    constexpr std::array<char16_t, 28> kMarks = {0x201A, 0x201E, 0x2026, 0x2039, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013,
                                                 0x2014, 0x203A, 0x2122, 0xA0,   0xA8,   0xA9,   0xAA,   0xAB,   0xAE,   0xB0,
                                                 0xB1,   0xB2,   0xB3,   0xB4,   0xB7,   0xB9,   0xBA,   0xBB};
    return std::find(kMarks.begin(), kMarks.end(), c) != kMarks.end();
}

// One character of UTF-8, spelt in characters.
struct Spelling {
    char32_t value = 0;
    int size = 0;            // bytes of UTF-8 that `value` has
    int natural_marks = 0;
    std::size_t length = 0;  // bytes of the source; 0 for none
};

Spelling spelling_at(std::string_view text, std::size_t at)
{
    const CodePoint lead = decode_utf8(text, at);
    if (lead.value < 0xC2 || lead.value > 0xF4 || lead.length != 2) return {};
    Spelling found;
    found.size = lead.value < 0xE0 ? 2 : lead.value < 0xF0 ? 3 : 4;
    std::string bytes(1, static_cast<char>(lead.value));
    std::size_t end = at + 2;
    for (int i = 1; i < found.size; ++i) {
        if (end >= text.size() || static_cast<unsigned char>(text[end]) < 0x80) return {};
        const CodePoint next = decode_utf8(text, end);
        // C1 controls: what was read as Latin-1.
        const int byte = next.value >= 0x80 && next.value < 0xA0 ? static_cast<int>(next.value) : to_windows_1252(next.value);
        if (byte < 0x80 || byte > 0xBF) return {};
        bytes.push_back(static_cast<char>(byte));
        if (is_natural_behind_letter(next.value)) ++found.natural_marks;
        end += static_cast<std::size_t>(next.length);
    }
    const CodePoint value = decode_utf8(bytes, 0);
    if (value.length != found.size) return {};
    found.value = value.value;
    found.length = end - at;
    return found;
}

// Whether a spelling that stands alone can be nothing else.
bool is_certain(const Spelling& found, char before, char behind)
{
    if (found.value < 0xA0) return false;
    const char32_t block = found.value >> 6;  // the lead of two bytes, less 0xC0
    const bool is_whole_proof = found.natural_marks == 0;
    switch (found.size) {
    case 2:
        if (block == 0x02) return is_whole_proof || !is_upper(before);  // "Â©", "Â°"
        if (block == 0x03) {
            // "PÃ©rez", but not "IRMÃ—irmão"
            const bool is_small = found.value >= 0xDF && found.value != 0xF7;
            return is_whole_proof || !is_upper(before) || is_upper(behind) || (is_lower(behind) && is_small);
        }
        // Latin, Greek and Cyrillic letters; what is left would be IPA, Hebrew, Arabic.
        if (block == 0x04 || block == 0x05 || (block >= 0x0E && block <= 0x11))
            return is_whole_proof || is_lower(before) || (is_letter(before) && is_letter(behind));
        return false;
    case 3:
        // Punctuation, arrows, signs, and the ligatures and forms at the end of the plane.
        if ((found.value >= 0x2000 && found.value < 0x3000) || found.value >= 0xF000) return found.natural_marks < 2;
        return found.natural_marks < 2 && is_letter(behind) && is_letter(before);
    default: return found.value >= 0x10000 && found.natural_marks < 3;
    }
}

}  // namespace

std::optional<Mended> mended_mojibake(std::string_view text, std::size_t at)
{
    // What UTF-8 begins with are the letters from Â to ô, whose own first byte is C3: nearly all text ends here.
    constexpr char kLead = '\xC3';
    if (text[at] != kLead) return std::nullopt;
    Spelling found = spelling_at(text, at);
    if (found.length == 0) return std::nullopt;
    Mended mended;
    int count = 0;
    for (Spelling next = found; next.length > 0; next = spelling_at(text, at + mended.length)) {
        append_utf8(mended.text, next.value);
        mended.length += next.length;
        ++count;
    }
    const std::size_t end = at + mended.length;
    const char before = at > 0 ? text[at - 1] : ' ', behind = end < text.size() ? text[end] : ' ';
    // Several in a row, letter and mark by turns, no language writes.
    if (count == 1 && !is_certain(found, before, behind)) return std::nullopt;
    return mended;
}

}  // namespace paperdeck
