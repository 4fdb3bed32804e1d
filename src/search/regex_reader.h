// The text of a regular expression, read from left to right: characters, escapes, [brackets] and {counts}.
#pragma once

#include <string_view>

#include "search/regex_program.h"

namespace paperdeck {

class PatternReader {
public:
    static constexpr int kNoLimit = -1;
    static constexpr int kMaxCount = 1000;

    explicit PatternReader(std::string_view pattern) : pattern_(pattern) {}

    // A pattern that failed is at its end, so that whoever reads it stops.
    void fail();
    bool has_failed() const { return failed_; }
    bool is_at_end() const { return at_ >= pattern_.size(); }
    bool is_at(char c) const { return at_ < pattern_.size() && pattern_[at_] == c; }
    bool take(char c);
    char32_t next();
    void skip_behind(char c);

    // What stands behind a backslash: a character, or, with `set` filled, any of these.
    char32_t escape(CharSet& set);
    // What stands behind an opening bracket, up to the closing one.
    CharSet brackets(bool ignores_case);
    // {2}, {2,} or {2,5}; false, with nothing read, for a bracket with anything else in it: that is one to look for.
    bool counts(int& least, int& most);

private:
    char32_t hexadecimal(int digits);
    char32_t in_brackets(CharSet& several);

    std::string_view pattern_;
    std::size_t at_ = 0;
    bool failed_ = false;
};

}  // namespace paperdeck
