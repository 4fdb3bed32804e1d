#include "digest/author_names.h"

#include <algorithm>

#include "digest/styled_text.h"

namespace paperdeck {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_alnum(char c)
{
    return is_upper(c) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// "B Two and C Three", "and C Three", "B Two & C Three"
std::vector<std::string_view> split_at_and(std::string_view text)
{
    std::vector<std::string_view> out;
    const auto add = [&](std::string_view part) {
        part = trimmed(part);
        if (part.substr(0, 4) == "and ") part = trimmed(part.substr(4));
        if (!part.empty()) out.push_back(part);
    };
    while (true) {
        const std::size_t word = text.find(" and "), sign = text.find(" & ");
        const std::size_t at = std::min(word, sign);
        add(text.substr(0, at));
        if (at == std::string_view::npos) return out;
        text.remove_prefix(at + (at == word ? 5 : 3));
    }
}

}  // namespace

std::vector<std::string_view> split_list(std::string_view text, std::string_view separators)
{
    std::vector<std::string_view> out;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(separators), text.size());
        const std::string_view item = trimmed(text.substr(0, end));
        if (!item.empty()) out.push_back(item);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

std::vector<std::string> split_names(std::string_view text)
{
    // In "A One; B Two" a comma belongs to a name.
    const bool has_semicolons = text.find(';') != std::string_view::npos;
    std::vector<std::string> names;
    for (const std::string_view part : split_list(text, has_semicolons ? ";\n" : ",\n")) {
        for (const std::string_view name : split_at_and(part)) {
            const bool is_suffix = name == "Jr." || name == "Jr" || name == "Sr." || name == "II" || name == "III";
            const bool is_name = name != "et al." && name != "et al" && std::any_of(name.begin(), name.end(), is_alnum);
            if (is_suffix && !names.empty()) names.back().append(", ").append(name);
            else if (is_name) names.emplace_back(name);
        }
    }
    return names;
}

bool looks_like_names(std::string_view text)
{
    text = trimmed(text);
    if (text.empty() || text.back() == '.' || text.find(':') != std::string_view::npos) return false;
    const std::vector<std::string> names = split_names(text);
    return !names.empty() && std::all_of(names.begin(), names.end(), [](const std::string& name) {
        const auto words = std::count(name.begin(), name.end(), ' ') + 1;
        const bool is_name_start = is_upper(name[0]) || static_cast<unsigned char>(name[0]) >= 0x80;
        return words >= 2 && words <= 6 && name.size() <= 60 && is_name_start;
    });
}

}  // namespace paperdeck
