// Break opportunities between two characters.
#include "text/paragraph.h"

namespace paperdeck {
namespace {

// Written without blanks between words: a line may end between any two.
bool is_ideographic(char32_t c)
{
    return (c >= 0x2E80 && c <= 0x303F) || (c >= 0x3040 && c <= 0x33FF) || (c >= 0x3400 && c <= 0x4DBF) ||
           (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFF01 && c <= 0xFF60) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool is_in(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

// Closing marks and small kana do not start a line, opening marks do not end one.
bool is_no_start(char32_t c)
{
    return is_in(c, U"、。，．・：；？！）］｝〉》」』】〕〗”’…‥ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.!?:;)]}%");
}
bool is_no_end(char32_t c) { return is_in(c, U"（［｛〈《「『【〔〖“‘([{$"); }

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_space(char32_t c) { return c == ' ' || c == '\n'; }

}  // namespace

bool may_break_between(char32_t before, char32_t after)
{
    if (before == 0x00A0 || after == 0x00A0 || before == 0x2060 || after == 0x2060) return false;
    if (is_space(after)) return false;  // blanks hang at the end of the line that they follow
    if (is_space(before) || before == 0x200B || before == 0x00AD) return true;
    if (is_no_start(after) || is_no_end(before)) return false;
    if (is_ideographic(before) || is_ideographic(after)) return true;
    if (before == '-' || before == 0x2010) return !is_digit(after) && after != '-';
    if (before == 0x2013 || before == 0x2014) return true;
    if (before == '/') return !is_digit(after) && after != '/';
    return false;
}

bool is_break_sign(char32_t c) { return c == 0x00AD || c == 0x200B || c == 0x2060; }

}  // namespace paperdeck
