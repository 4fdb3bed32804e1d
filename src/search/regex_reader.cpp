#include "search/regex_reader.h"

#include <algorithm>

#include "base/utf8.h"

namespace paperdeck {

void PatternReader::fail()
{
    failed_ = true;
    at_ = pattern_.size();
}

bool PatternReader::take(char c)
{
    if (!is_at(c)) return false;
    ++at_;
    return true;
}

char32_t PatternReader::next()
{
    const CodePoint c = decode_utf8(pattern_, at_);
    at_ += static_cast<std::size_t>(c.length);
    return c.value;
}

void PatternReader::skip_behind(char c)
{
    at_ = std::min(pattern_.find(c, at_), pattern_.size() - 1) + 1;
}

char32_t PatternReader::escape(CharSet& set)
{
    if (at_ >= pattern_.size()) {
        fail();
        return 0;
    }
    const char32_t c = next();
    switch (c) {
    case 't': return '\t';
    case 'n': return '\n';
    case 'r': return '\r';
    case 'f': return '\f';
    case 'v': return '\v';
    case 'x': return hexadecimal(2);
    case 'u': return hexadecimal(4);
    default: break;
    }
    set = class_of_escape(c);
    const bool is_letter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    if (set.empty() && is_letter) fail();
    return c;
}

// \x41, \u0041, \u{1D538}
char32_t PatternReader::hexadecimal(int digits)
{
    const bool is_braced = take('{');
    char32_t value = 0;
    int count = 0;
    for (; at_ < pattern_.size() && count < (is_braced ? 6 : digits); ++count, ++at_) {
        const char c = pattern_[at_];
        const char small = static_cast<char>(c | 0x20);
        if (c >= '0' && c <= '9') value = value * 16 + static_cast<char32_t>(c - '0');
        else if (small >= 'a' && small <= 'f') value = value * 16 + static_cast<char32_t>(small - 'a' + 10);
        else break;
    }
    if (count == 0 || (is_braced ? !take('}') : count < digits) || value > kLastCodePoint) fail();
    return value;
}

CharSet PatternReader::brackets(bool ignores_case)
{
    const bool is_negated = take('^');
    CharSet set;
    for (bool is_first = true; !failed_ && (is_first || !is_at(']')); is_first = false) {
        if (at_ >= pattern_.size()) {
            fail();
            break;
        }
        CharSet several;
        const char32_t first = in_brackets(several);
        const bool is_range = is_at('-') && at_ + 1 < pattern_.size() && pattern_[at_ + 1] != ']';
        if (!several.empty()) {
            add(set, several);
            continue;
        }
        char32_t last = first;
        if (is_range) {
            ++at_;
            last = in_brackets(several);
            if (last < first || !several.empty()) {
                fail();
                break;
            }
        }
        add(set, {first, last});
    }
    take(']');
    if (ignores_case) add_other_case(set);
    return is_negated ? complement(set) : set;
}

char32_t PatternReader::in_brackets(CharSet& several)
{
    if (!take('\\')) return next();
    return take('b') ? U'\b' : escape(several);
}

bool PatternReader::counts(int& least, int& most)
{
    const std::size_t begin = at_;
    const auto number = [&](int& value) {
        const std::size_t from = at_;
        for (value = 0; at_ < pattern_.size() && pattern_[at_] >= '0' && pattern_[at_] <= '9'; ++at_)
            value = std::min(value * 10 + (pattern_[at_] - '0'), kMaxCount + 1);
        return at_ > from;
    };
    if (take('{') && number(least)) {
        most = least;
        if (take(',') && !number(most)) most = kNoLimit;
        if (take('}')) {
            if (least > kMaxCount || most > kMaxCount || (most != kNoLimit && most < least)) fail();
            return true;
        }
    }
    at_ = begin;
    return false;
}

}  // namespace paperdeck
