#include "digest/shield_lookahead.h"

#include <algorithm>

#include "digest/styled_text.h"

namespace paperdeck {
namespace {

constexpr std::size_t kMaxBracketMaths = 2000;
constexpr std::size_t kMaxQuote = 1000;
constexpr int kMaxMathsLines = 5;

bool is_alnum(char c)
{
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

bool Lookahead::spend(std::size_t work)
{
    if (work > budget_) budget_ = 0;
    else budget_ -= work;
    return budget_ > 0;
}

// `i` is at a line break: where the paragraph goes on behind it (and behind the marks of its quote),
// or kNone when it ends there.
std::size_t Lookahead::next_line(std::size_t i, bool may_be_list) const
{
    ++i;
    while (at(i) == ' ' || at(i) == '\t' || at(i) == '>') ++i;
    const char c = at(i);
    if (c == '\0' || c == '\n' || c == '\r' || c == '#' || c == '`' || c == '|') return kNone;
    const bool is_item = (c == '-' || c == '*' || c == '+') && (at(i + 1) == ' ' || at(i + 1) == c);
    return is_item && !may_be_list ? kNone : i;
}

std::size_t Lookahead::maths_end(std::size_t from, std::string_view closer, std::size_t limit)
{
    int depth = 0, lines = 0;
    const std::size_t stop = std::min(source_.size(), from + limit);
    std::size_t i = from;
    for (; i < stop; ++i) {
        const char c = source_[i];
        // A dollar inside braces belongs to a \text{} in the maths.
        if (c == closer[0] && depth == 0 && source_.substr(i, closer.size()) == closer) break;
        if (c == '\\') ++i;
        else if (c == '{') ++depth;
        else if (c == '}' && --depth < 0) i = stop;
        else if (c == '`') i = stop;
        else if (c == '\n') {
            const std::size_t next = next_line(i, closer.size() == 2);
            if (next == kNone || (++lines > kMaxMathsLines && closer.size() == 1)) i = stop;
            else i = next - 1;
        }
    }
    const bool can_go_on = spend(std::min(i, stop) - from);
    return i < stop && can_go_on ? i : kNone;
}

std::size_t Lookahead::bracket_end(std::size_t from, std::string_view closer)
{
    const std::size_t stop = std::min(source_.size(), from + kMaxBracketMaths);
    std::size_t i = from;
    for (; i + 1 < stop; ++i) {
        if (source_[i] == '\n' && next_line(i, true) == kNone) break;
        if (source_[i] != '\\') continue;
        if (source_.substr(i, 2) == closer) return spend(i - from) ? i : kNone;
        ++i;
    }
    spend(i - from);
    return kNone;
}

bool Lookahead::is_tex_quote(std::size_t from, std::size_t run)
{
    if (is_blank(at(from)) || at(from) == '\0') return false;
    const std::size_t stop = std::min(source_.size(), from + kMaxQuote);
    std::size_t i = from;
    bool found = false;
    for (; i < stop && source_[i] != '`' && !found; ++i) {
        if (source_[i] == '\n' && next_line(i, false) == kNone) break;
        if (source_[i] != '\'') continue;
        if (run == 2) found = at(i + 1) == '\'';
        else if (is_blank(source_[i - 1]) || i == from) break;
        else found = !is_alnum(at(i + 1)) && at(i + 1) != '`' && at(i + 1) != '\'';
    }
    return spend(i - from) && found;
}

std::size_t Lookahead::code_end(std::size_t from, std::size_t run)
{
    std::size_t i = from;
    while (i < source_.size()) {
        const std::size_t mark = source_.find_first_of("`\n", i);
        if (mark == kNone) break;
        i = mark;
        if (source_[i] == '\n') {
            ++i;
            while (at(i) == ' ' || at(i) == '>') ++i;
            if (at(i) == '\n' || at(i) == '\0') break;
            continue;
        }
        std::size_t end = i;
        while (at(end) == '`') ++end;
        if (end - i == run) return spend(end - from) ? end : kNone;
        i = end;
    }
    spend(i - from);
    return kNone;
}

}  // namespace paperdeck
