// Looks ahead in Markdown for what closes maths, code and quotes, so that no more is shielded than is meant.
#pragma once

#include <cstddef>
#include <string_view>

namespace paperdeck {

// Linear in all: each byte may be looked at some times ahead; when that is spent, nothing is found any more.
class Lookahead {
public:
    static constexpr std::size_t kNone = std::string_view::npos;

    explicit Lookahead(std::string_view source) : source_(source), budget_(16 * source.size() + 4096) {}

    bool is_spent() const { return budget_ == 0; }
    // The end of maths whose content starts at `from` and that `closer` closes; kNone where there is none.
    std::size_t maths_end(std::size_t from, std::string_view closer, std::size_t limit);
    // The same for the brackets of TeX, \) and \].
    std::size_t bracket_end(std::size_t from, std::string_view closer);
    // Two backquotes that '' answers, or one that a single ' behind a word answers, before the next backquote.
    bool is_tex_quote(std::size_t from, std::size_t run);
    // Behind the run of backquotes that closes a code span.
    std::size_t code_end(std::size_t from, std::size_t run);

private:
    char at(std::size_t i) const { return i < source_.size() ? source_[i] : '\0'; }
    bool spend(std::size_t work);
    std::size_t next_line(std::size_t i, bool may_be_list) const;

    std::string_view source_;
    std::size_t budget_;  // bytes that may still be looked at
};

}  // namespace paperdeck
