#include "search/query_parts.h"

#include <algorithm>

namespace paperdeck {
namespace {

constexpr std::string_view kBlanks = " \t\r\n\v\f";

bool is_blank(char c) { return kBlanks.find(c) != std::string_view::npos; }

// The end of the piece that begins at `at`: the next blank outside quotes and brackets.
std::size_t piece_end(std::string_view text, std::size_t at)
{
    int depth = 0;
    bool is_quoted = false;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '"') is_quoted = !is_quoted;
        if (is_quoted) continue;
        if (c == '(') ++depth;
        if (c == ')') --depth;
        if (depth <= 0 && is_blank(c)) break;
    }
    return at;
}

bool is_date_filter(std::string_view part)
{
    std::string name(part.substr(0, part.find(':')));
    if (name.size() == part.size()) return false;
    for (char& c : name) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return name == "date" || name == "day" || name == "after" || name == "before" || name == "newer_than";
}

}  // namespace

std::vector<std::string_view> query_parts(std::string_view text)
{
    std::vector<std::string_view> parts;
    bool joins = false;  // the next piece belongs to the last part
    for (std::size_t at = 0; at < text.size();) {
        if (is_blank(text[at])) {
            ++at;
            continue;
        }
        const std::size_t end = piece_end(text, at);
        const std::string_view piece = text.substr(at, end - at);
        const bool is_or = (piece == "OR" || piece == "|") && !parts.empty();
        const bool is_not = piece == "NOT" || piece == "ANDNOT";
        if (piece != "AND") {
            if (is_or || joins) {
                const auto begin = static_cast<std::size_t>(parts.back().data() - text.data());
                parts.back() = text.substr(begin, end - begin);
            } else {
                parts.push_back(piece);
            }
            joins = is_or || is_not;
        }
        at = end;
    }
    return parts;
}

std::string with_dates(std::string_view text, std::string_view value)
{
    std::string out;
    if (!value.empty()) out = "date:" + std::string(value);
    for (const std::string_view part : query_parts(text)) {
        if (is_date_filter(part)) continue;
        if (!out.empty()) out += ' ';
        out += part;
    }
    return out;
}

DaySpan day_span(std::string_view value)
{
    const std::size_t dots = value.find("..");
    if (dots == std::string_view::npos) return {value, value};
    return {value.substr(0, dots), value.substr(dots + 2)};
}

}  // namespace paperdeck
