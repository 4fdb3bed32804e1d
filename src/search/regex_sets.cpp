// Sets of characters for regular expressions.
#include <algorithm>
#include <array>

#include "search/regex_program.h"

namespace paperdeck {
namespace {

// Capitals [first, last] whose small letters stand `shift` further on; with a shift of 1 the two take turns.
struct CaseBlock {
    char32_t first, last, shift;
};
constexpr std::array kCaseBlocks = {
    CaseBlock{'A', 'Z', 32},        CaseBlock{0xC0, 0xD6, 32},     CaseBlock{0xD8, 0xDE, 32},    CaseBlock{0x100, 0x12E, 1},
    CaseBlock{0x132, 0x136, 1},     CaseBlock{0x139, 0x147, 1},    CaseBlock{0x14A, 0x176, 1},   CaseBlock{0x179, 0x17D, 1},
    CaseBlock{0x391, 0x3A1, 32},    CaseBlock{0x3A3, 0x3A9, 32},   CaseBlock{0x400, 0x40F, 80},  CaseBlock{0x410, 0x42F, 32},
    CaseBlock{0x460, 0x480, 1},     CaseBlock{0x48A, 0x4BE, 1},    CaseBlock{0x4D0, 0x52E, 1},   CaseBlock{0x1E00, 0x1E94, 1},
    CaseBlock{0x1EA0, 0x1EFE, 1},   CaseBlock{0xFF21, 0xFF3A, 32}};

// The part of `range` between `first` and `last`, moved by `shift`.
void add_common(CharSet& out, CharRange range, char32_t first, char32_t last, char32_t shift)
{
    range.first = std::max(range.first, first);
    range.last = std::min(range.last, last);
    if (range.first <= range.last) add(out, {range.first + shift, range.last + shift});
}

// Whole pairs of a capital and its small letter.
void add_pairs(CharSet& out, CharRange range, const CaseBlock& block)
{
    range.first = std::max(range.first, block.first);
    range.last = std::min(range.last, static_cast<char32_t>(block.last + 1));
    if (range.first > range.last) return;
    add(out, {range.first - ((range.first - block.first) & 1), range.last + (1 - ((range.last - block.first) & 1))});
}

}  // namespace

bool contains(const CharSet& set, char32_t c)
{
    return std::any_of(set.begin(), set.end(), [&](const CharRange& range) { return c >= range.first && c <= range.last; });
}

void add(CharSet& set, CharRange range)
{
    std::size_t at = 0;
    while (at < set.size() && set[at].last + 1 < range.first) ++at;
    std::size_t end = at;  // what `range` touches is one with it
    for (; end < set.size() && set[end].first <= range.last + 1; ++end) {
        range.first = std::min(range.first, set[end].first);
        range.last = std::max(range.last, set[end].last);
    }
    const auto place = set.begin() + static_cast<std::ptrdiff_t>(at);
    if (end == at) {
        set.insert(place, range);
    } else {
        *place = range;
        set.erase(place + 1, set.begin() + static_cast<std::ptrdiff_t>(end));
    }
}

void add(CharSet& set, const CharSet& others)
{
    for (const CharRange& range : others) add(set, range);
}

CharSet complement(const CharSet& set)
{
    CharSet out;
    char32_t from = 0;
    for (const CharRange& range : set) {
        if (range.first > from) out.push_back({from, range.first - 1});
        from = range.last + 1;
    }
    if (from <= kLastCodePoint) out.push_back({from, kLastCodePoint});
    return out;
}

void add_other_case(CharSet& set)
{
    const CharSet given = set;
    for (const CharRange& range : given) {
        for (const CaseBlock& block : kCaseBlocks) {
            if (block.shift == 1) {
                add_pairs(set, range, block);
                continue;
            }
            add_common(set, range, block.first, block.last, block.shift);
            add_common(set, range, block.first + block.shift, block.last + block.shift, 0 - block.shift);
        }
    }
}

CharSet word_characters()
{
    static constexpr std::array kRanges = {
        CharRange{'0', '9'},         CharRange{'A', 'Z'},         CharRange{'_', '_'},         CharRange{'a', 'z'},         CharRange{0xAA, 0xAA},
        CharRange{0xB5, 0xB5},       CharRange{0xBA, 0xBA},       CharRange{0xC0, 0xD6},       CharRange{0xD8, 0xF6},       CharRange{0xF8, 0x1FFF},
        CharRange{0x2102, 0x2188},   CharRange{0x2C00, 0x2DFF},   CharRange{0x3005, 0x3007},   CharRange{0x3031, 0xD7FF},   CharRange{0xF900, 0xFDFF},
        CharRange{0xFE70, 0xFEFE},   CharRange{0xFF10, 0xFF19},   CharRange{0xFF21, 0xFF3A},   CharRange{0xFF41, 0xFF5A},   CharRange{0xFF66, 0xFFDC},
        CharRange{0x10000, 0x1CFFF}, CharRange{0x1D400, 0x1D7FF}, CharRange{0x1E000, 0x1EFFF}, CharRange{0x20000, 0x3FFFF}};
    return {kRanges.begin(), kRanges.end()};
}

CharSet class_of_escape(char32_t letter)
{
    static constexpr std::array kBlanks = {CharRange{'\t', '\r'},     CharRange{' ', ' '},       CharRange{0xA0, 0xA0},
                                           CharRange{0x2000, 0x200A}, CharRange{0x202F, 0x202F}, CharRange{0x3000, 0x3000}};
    switch (letter) {
    case 'd': return CharSet(1, CharRange{'0', '9'});
    case 'w': return word_characters();
    case 's': return {kBlanks.begin(), kBlanks.end()};
    case 'D':
    case 'W':
    case 'S': return complement(class_of_escape(letter + 32));
    default: return {};
    }
}

}  // namespace paperdeck
