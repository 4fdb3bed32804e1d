#include "digest/maths_rule.h"

#include "digest/styled_text.h"

namespace paperdeck {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

// "two words": two runs of three or more letters with one blank between them.
bool has_two_words(std::string_view text)
{
    std::size_t run = 0, before = 0;
    for (const char c : text) {
        if (is_letter(c)) {
            if (++run >= 3 && before >= 3) return true;
            continue;
        }
        before = c == ' ' ? run : 0;
        run = 0;
    }
    return false;
}

bool has_long_word(std::string_view text)
{
    std::size_t run = 0;
    for (const char c : text) {
        run = is_letter(c) ? run + 1 : 0;
        if (run >= 3) return true;
    }
    return false;
}

}  // namespace

bool is_plausible_maths(std::string_view content, char next)
{
    if (content.empty() || is_blank(content.front()) || is_blank(content.back())) return false;
    const bool is_tex = content.find_first_of("\\^_{") != std::string_view::npos;
    if (is_digit(next) && !is_tex) return false;
    if (is_digit(content.front()) && has_long_word(content) && (!is_tex || has_two_words(content))) return false;
    return is_tex || !has_two_words(content);
}

bool is_bracketed_maths(std::string_view content)
{
    const bool is_link = content.find("href") != std::string_view::npos;  // "\[<a href='…'>2504.04489</a>\]"
    return content.find_first_of("\\^_=") != std::string_view::npos && !has_two_words(content) && !is_link;
}

}  // namespace paperdeck
