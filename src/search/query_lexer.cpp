#include "search/query_lexer.h"

#include <algorithm>
#include <array>

namespace paperdeck {
namespace {

unsigned char byte_at(std::string_view text, std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0; }

// The "$" that closes the one at `at` within the same word; `at` where none does.
std::size_t maths_end(std::string_view text, std::size_t at)
{
    for (std::size_t i = at + 1; i < text.size() && blank_length(text, i) == 0 && quote_length(text, i) == 0; ++i)
        if (text[i] == '$') return i;
    return at;
}

}  // namespace

std::size_t blank_length(std::string_view text, std::size_t at)
{
    const unsigned char c = byte_at(text, at);
    if (c < 0x80) return at < text.size() && (c == ' ' || (c >= '\t' && c <= '\r')) ? 1 : 0;
    const unsigned char d = byte_at(text, at + 1), e = byte_at(text, at + 2);
    if (c == 0xC2 && d == 0xA0) return 2;                  // no-break space
    if (c == 0xE2 && d == 0x80 && e >= 0x80 && e <= 0x8A) return 3;  // U+2000 to U+200A: thin, en, em …
    if (c == 0xE3 && d == 0x80 && e == 0x80) return 3;     // the ideographic space
    return 0;
}

std::size_t quote_length(std::string_view text, std::size_t at)
{
    const unsigned char c = byte_at(text, at);
    if (c == '"') return 1;
    const unsigned char e = byte_at(text, at + 2);
    return c == 0xE2 && byte_at(text, at + 1) == 0x80 && e >= 0x9C && e <= 0x9E ? 3 : 0;  // “ ” „
}

std::size_t skip_blanks(std::string_view text, std::size_t at)
{
    while (const std::size_t length = blank_length(text, at)) at += length;
    return at;
}

std::string_view without_blanks_around(std::string_view text)
{
    text.remove_prefix(skip_blanks(text, 0));
    std::size_t end = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t blank = blank_length(text, at);
        at += std::max<std::size_t>(blank, 1);
        if (blank == 0) end = at;
    }
    return text.substr(0, end);
}

std::string one_blank_each(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = skip_blanks(text, 0); at < text.size();) {
        const std::size_t length = blank_length(text, at);
        if (length == 0) {
            out += text[at++];
            continue;
        }
        at = skip_blanks(text, at);
        if (at < text.size()) out += ' ';
    }
    return out;
}

bool is_word_over(std::string_view text, std::size_t at)
{
    if (at >= text.size()) return true;
    const char c = text[at];
    return c == '(' || c == ')' || c == '|' || blank_length(text, at) > 0 || quote_length(text, at) > 0;
}

std::string_view operator_at(std::string_view text, std::size_t at)
{
    constexpr std::array<std::string_view, 4> kOperators = {"AND", "OR", "NOT", "ANDNOT"};
    for (const std::string_view name : kOperators)
        if (text.substr(at, name.size()) == name && is_word_over(text, at + name.size())) return name;
    return {};
}

std::size_t word_end(std::string_view text, std::size_t at, bool ends_at_comma)
{
    std::size_t outermost = 0;  // where the bracket that is still open began
    int depth = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '$') at = maths_end(text, at);
        if (c == '(' && depth++ == 0) outermost = at;
        if (c == ')' && depth-- == 0) return at;
        if (depth == 0 && (c == '|' || (c == ',' && ends_at_comma))) return at;
        if (blank_length(text, at) > 0 || quote_length(text, at) > 0) break;
    }
    return depth > 0 ? outermost : at;
}

std::size_t regex_end(std::string_view text, std::size_t at)
{
    if (byte_at(text, at) != '/' || byte_at(text, at + 1) == ')' || blank_length(text, at + 1) > 0) return 0;
    for (std::size_t i = at + 1; i < text.size(); ++i) {
        const std::size_t after = i + (byte_at(text, i + 1) == 'i' ? 2 : 1);
        if (text[i] == '/' && i > at + 1 && (is_word_over(text, after) || text[after] == ',')) return after;
        if (text[i] == '\\') ++i;
    }
    return 0;
}

std::size_t closing_quote(std::string_view text, std::size_t at)
{
    while (at < text.size() && quote_length(text, at) == 0) ++at;
    return at;
}

bool is_negation(std::string_view text, std::size_t at)
{
    const unsigned char c = byte_at(text, at);
    if (c != '-' && c != '!') return false;
    constexpr std::string_view kText = ">=<*&+.;:?%^~@";  // an arrow, a sign: no word to leave out
    return at + 1 >= text.size() || kText.find(text[at + 1]) == std::string_view::npos;
}

}  // namespace paperdeck
