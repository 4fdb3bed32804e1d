// A regular expression as a small program for a machine that is in many places at once (Thompson's construction,
// https://swtch.com/~rsc/regexp/regexp2.html). Made by regex_program.cpp, run by search/regex.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paperdeck {

struct CharRange {
    char32_t first = 0;
    char32_t last = 0;

    friend bool operator==(const CharRange&, const CharRange&) = default;
};
using CharSet = std::vector<CharRange>;  // ascending, parted by gaps

inline constexpr char32_t kLastCodePoint = 0x10FFFF;

bool contains(const CharSet& set, char32_t c);
void add(CharSet& set, CharRange range);
void add(CharSet& set, const CharSet& others);
CharSet complement(const CharSet& set);
// Adds the other case of the letters of Latin, Greek and Cyrillic.
void add_other_case(CharSet& set);
// Letters, digits and the underscore; beyond ASCII the blocks that hold letters, roughly.
CharSet word_characters();
// What \d, \w or \s stands for; empty for other letters.
CharSet class_of_escape(char32_t letter);

struct RegexInstruction {
    enum class Op : std::uint8_t { kChar, kSplit, kJump, kLineBegin, kLineEnd, kWordEdge, kNoWordEdge, kMatch };
    Op op = Op::kMatch;
    std::int32_t x = 1;  // kChar: which set; kSplit, kJump: where to go on, counted from here
    std::int32_t y = 1;  // kSplit: the other way
};

struct RegexProgram {
    static constexpr std::size_t kMaxInstructions = 1000;

    std::vector<RegexInstruction> code;  // ends with kMatch
    std::vector<CharSet> sets;
    // Stands in every text that matches; may be empty. ASCII letters are small where case is ignored.
    std::string literal;
};

// None for what is no regular expression, needs more than kMaxInstructions, or asks for what cannot be done in
// linear time (back references, looking around).
std::optional<RegexProgram> compile_regex(std::string_view pattern, bool ignores_case);

}  // namespace paperdeck
