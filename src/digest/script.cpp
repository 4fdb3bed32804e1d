#include "digest/script.h"

#include "base/utf8.h"

namespace paperdeck {
namespace {

// Enough to tell, however long the text is.
constexpr std::size_t kMaxLookedAt = 600;
// A sentence of Chinese has about as many Latin letters as characters when it is full of terms.
constexpr std::size_t kLatinPerCharacter = 6;

}  // namespace

std::string_view language_of(std::string_view text)
{
    text = text.substr(0, kMaxLookedAt);
    if (is_ascii(text)) return {};
    std::size_t latin = 0, han = 0, kana = 0, hangul = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < 0x80) {
            latin += (byte | 0x20) >= 'a' && (byte | 0x20) <= 'z';
            ++i;
            continue;
        }
        const CodePoint c = decode_utf8(text, i);
        i += static_cast<std::size_t>(c.length);
        if (c.value >= 0x3040 && c.value <= 0x30FF) ++kana;
        else if ((c.value >= 0x3400 && c.value <= 0x9FFF) || (c.value >= 0xF900 && c.value <= 0xFAFF)) ++han;
        else if ((c.value >= 0xAC00 && c.value <= 0xD7AF) || (c.value >= 0x1100 && c.value <= 0x11FF)) ++hangul;
    }
    const std::size_t east = han + kana + hangul;
    if (east < 2 || east * kLatinPerCharacter < latin) return {};
    if (hangul * 2 > east) return "ko";
    return kana * 10 > east ? "ja" : "zh";
}

}  // namespace paperdeck
