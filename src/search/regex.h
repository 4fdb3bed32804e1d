// Regular expressions in time linear in the text, whatever the pattern: no backtracking.
//
// Syntax: . [a-z] [^a-z] \d \w \s \D \W \S \b \B \t \x41 \u0041 \u{1D538}, * + ? {2} {2,} {2,5} and their lazy forms, groups of
// any kind (nothing is captured), |, ^ and $ at the ends of each line. A match lies within one line. Ignoring case means the
// letters of Latin, Greek and Cyrillic. Not there: back references, looking around, flags inside.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/regex_program.h"

namespace paperdeck {

class Regex {
public:
    // None for what is no regular expression, or for one that is too large (RegexProgram::kMaxInstructions).
    static std::optional<Regex> compile(std::string_view pattern, bool ignores_case);

    // Whether some line of `text` (UTF-8) has a match. Takes about 2 ns a byte, less where a literal that must be there is
    // not, and for patterns that remember much up to kMaxInstructions times a few ns. What is found out about the
    // pattern on the way is kept for the next text.
    bool occurs_in(std::string_view text);

private:
    using StateId = std::uint16_t;
    using ClassId = std::uint16_t;
    // The places in the program where the machine may be, ascending, then what they have to know of the character before.
    using State = std::vector<std::uint16_t>;

    explicit Regex(RegexProgram program);

    void cut_alphabet();
    ClassId class_of(char32_t c) const;
    bool has_literal(std::string_view text) const;
    StateId add_state(const State& state);
    void forget_states();
    StateId follow(StateId from, ClassId c);
    void enter(std::size_t place, bool is_edge, bool is_line_begin, bool is_line_end);

    RegexProgram program_;
    bool ignores_case_ = false;
    std::size_t rarest_ = 0;  // byte of the literal
    bool has_word_edges_ = false, has_line_begins_ = false;

    // Characters that no set tells apart are one class; class 0 is the end of a line.
    std::vector<char32_t> class_begins_;
    std::array<ClassId, 128> ascii_classes_{};
    std::size_t classes_ = 0;
    std::vector<std::uint8_t> is_word_;  // of each class
    std::vector<std::uint8_t> members_;  // of each set, each class

    // The machine's states as far as they came up, and for each and each class the next one.
    std::vector<std::uint32_t> begins_;   // of each state in states_, and the end of the last one
    std::vector<std::uint16_t> states_;
    std::vector<StateId> next_;
    std::vector<StateId> by_hash_;        // open addressing; kNoState where none is

    State from_, to_;                        // scratch of follow()
    std::vector<std::uint16_t> waiting_;     // scratch of enter()
    std::vector<std::uint32_t> entered_in_;  // which call of follow() entered a place last
    std::uint32_t call_ = 0;
};

}  // namespace paperdeck
