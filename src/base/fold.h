// Text as search sees it: case, accents, width and typographic variants folded away.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace paperdeck {

// Folds valid UTF-8: compatibility decomposition (NFKD), combining marks dropped, Unicode case
// folding, every dash to '-', curly quotes to straight ones, all white space to one blank each.
// Letters that do not decompose but that a reader types plainly follow: ø→o, ł→l, đ→d, æ→ae, ß→ss.
// Example: "Rényi–Ångström" → "renyi-angstrom".
std::string fold(std::string_view text);

// The same text with the way back: source_offsets[i] is the byte offset in `text` of the character
// that folded byte i came from; one element more than bytes, the last one text.size().
struct Folded {
    std::string text;
    std::vector<std::uint32_t> source_offsets;
};
Folded fold_with_offsets(std::string_view text);

// Where words begin inside of words: byte offsets in the folded text, ascending, of camel humps and of
// changes between letters and digits. "VideoMoCo" → 5, 7; "Sim2Real" → 3, 4; "HTMLParser" → 4.
// Folding drops the case that tells them, so they are noted while folding.
std::string fold_with_humps(std::string_view text, std::vector<std::uint32_t>& humps);

// What the folded text and both maps are when all are wanted.
Folded fold_with_offsets(std::string_view text, std::vector<std::uint32_t>& humps);

// The one code point that `letter` with the combining `mark` is ("e" and U+0301 → "é"); 0 where
// Unicode has none.
char32_t compose(char32_t letter, char32_t mark);

// What a character is to whoever looks for words inside of words.
enum class LetterCase : std::uint8_t { kNone, kLower, kUpper, kDigit };
LetterCase letter_case(char32_t code_point);

// True for a letter, digit or number of any script.
bool is_alphanumeric(char32_t code_point);

}  // namespace paperdeck
