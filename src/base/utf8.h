// UTF-8 at the borders of the program. Inside, every std::string is valid UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace paperdeck {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

// One code point decoded at `position`, and how many bytes it takes (1 to 4). Bytes that are not
// UTF-8 decode as U+FFFD with a length of 1, so that a loop over any bytes ends.
struct CodePoint {
    char32_t value;
    int length;
};
CodePoint decode_utf8(std::string_view text, std::size_t position);

// Position behind the characters from U+4000 to U+9FFF that stand at `position` of valid UTF-8: the ideographs that most
// Chinese and Japanese text consists of, told by one byte of their three.
inline std::size_t behind_ideographs(std::string_view text, std::size_t position)
{
    const auto is_lead = [](char c) { return c >= '\xE4' && c <= '\xE9'; };
    while (position + 3 <= text.size() && is_lead(text[position])) position += 3;
    return position;
}

// Appends the UTF-8 form of `code_point` (U+FFFD for surrogates and values past U+10FFFF).
void append_utf8(std::string& out, char32_t code_point);

// True when `text` is well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates).
bool is_ascii(std::string_view text);
bool is_valid_utf8(std::string_view text);
// Offset of the first byte that is not part of a well-formed sequence; npos where there is none.
std::size_t find_invalid_utf8(std::string_view text);

// `bytes` with every malformed sequence replaced by U+FFFD (one for each maximal subpart, as the
// Unicode standard 3.9 recommends). A leading byte order mark is dropped. `replaced`, where given,
// receives the number of replacements.
std::string to_valid_utf8(std::string_view bytes, std::size_t* replaced = nullptr);

// Code points in valid UTF-8 text.
std::size_t count_code_points(std::string_view text);

// True for a file that is not text: a NUL byte, or more than a tenth control characters, in the
// first 8 KB. UTF-16 counts as binary.
bool looks_binary(std::string_view bytes);

}  // namespace paperdeck
