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

void add_common(CharSet& out, CharRange range, char32_t first, char32_t last, std::int32_t shift)
{
    range.first = std::max(range.first, first);
    range.last = std::min(range.last, last);
    if (range.first > range.last) return;
    const auto moved = [&](char32_t c) { return static_cast<char32_t>(static_cast<std::int32_t>(c) + shift); };
    out.push_back({moved(range.first), moved(range.last)});
}

// Whole pairs of a capital and its small letter.
void add_pairs(CharSet& out, CharRange range, const CaseBlock& block)
{
    range.first = std::max(range.first, block.first);
    range.last = std::min(range.last, static_cast<char32_t>(block.last + 1));
    if (range.first > range.last) return;
    out.push_back({range.first - ((range.first - block.first) & 1), range.last + (1 - ((range.last - block.first) & 1))});
}

}  // namespace

bool contains(const CharSet& set, char32_t c)
{
    return std::any_of(set.begin(), set.end(), [&](const CharRange& range) { return c >= range.first && c <= range.last; });
}

void tidy(CharSet& set)
{
    std::sort(set.begin(), set.end(), [](const CharRange& a, const CharRange& b) { return a.first < b.first; });
    std::size_t kept = 0;
    for (const CharRange& range : set) {
        if (kept > 0 && range.first <= set[kept - 1].last + 1) set[kept - 1].last = std::max(set[kept - 1].last, range.last);
        else set[kept++] = range;
    }
    set.resize(kept);
}

CharSet complement(const CharSet& tidy_set)
{
    CharSet out;
    char32_t from = 0;
    for (const CharRange& range : tidy_set) {
        if (range.first > from) out.push_back({from, range.first - 1});
        from = range.last + 1;
    }
    if (from <= kLastCodePoint) out.push_back({from, kLastCodePoint});
    return out;
}

void add_other_case(CharSet& set)
{
    const std::size_t count = set.size();
    for (std::size_t i = 0; i < count; ++i) {
        const CharRange range = set[i];
        for (const CaseBlock& block : kCaseBlocks) {
            if (block.shift == 1) {
                add_pairs(set, range, block);
                continue;
            }
            const auto shift = static_cast<std::int32_t>(block.shift);
            add_common(set, range, block.first, block.last, shift);
            add_common(set, range, block.first + block.shift, block.last + block.shift, -shift);
        }
    }
    tidy(set);
}

const CharSet& word_characters()
{
    static const CharSet kSet = {
        {'0', '9'},       {'A', 'Z'},       {'_', '_'},       {'a', 'z'},       {0xAA, 0xAA},     {0xB5, 0xB5},         {0xBA, 0xBA},
        {0xC0, 0xD6},     {0xD8, 0xF6},     {0xF8, 0x1FFF},   {0x2102, 0x2188}, {0x2C00, 0x2DFF}, {0x3005, 0x3007},     {0x3031, 0xD7FF},
        {0xF900, 0xFDFF}, {0xFE70, 0xFEFE}, {0xFF10, 0xFF19}, {0xFF21, 0xFF3A}, {0xFF41, 0xFF5A}, {0xFF66, 0xFFDC},     {0x10000, 0x1CFFF},
        {0x1D400, 0x1D7FF}, {0x1E000, 0x1EFFF}, {0x20000, 0x3FFFF}};
    return kSet;
}

CharSet class_of_escape(char32_t letter)
{
    switch (letter) {
    case 'd': return {{'0', '9'}};
    case 'w': return word_characters();
    case 's': return {{'\t', '\r'}, {' ', ' '}, {0xA0, 0xA0}, {0x2000, 0x200A}, {0x202F, 0x202F}, {0x3000, 0x3000}};
    case 'D':
    case 'W':
    case 'S': return complement(class_of_escape(letter + 32));
    default: return {};
    }
}

}  // namespace paperdeck
