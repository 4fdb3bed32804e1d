#include "digest/author_names.h"

#include <algorithm>
#include <utility>

#include "digest/labels.h"
#include "digest/script.h"
#include "digest/styled_text.h"

namespace paperdeck {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
// "B Two and C Three", "and C Three", "B Two & C Three"
std::vector<std::string_view> split_at_and(std::string_view text)
{
    std::vector<std::string_view> out;
    const auto add = [&](std::string_view part) {
        part = trimmed(part);
        if (part.substr(0, 4) == "and ") part = trimmed(part.substr(4));
        if (part.substr(0, 2) == "& ") part = trimmed(part.substr(2));
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

// "A One et al.", "A One 等 7 位作者", "A One and 5 others": what only says that there are more goes.
std::string_view without_others(std::string_view name)
{
    if (name.find("et") != std::string_view::npos)
        for (const std::string_view sign : {" et al", " et.al", " et. al", "et al."}) name = name.substr(0, name.find(sign));
    constexpr std::string_view kAndMore = "等";
    const std::size_t more = name.find(kAndMore);
    const char behind = more != std::string_view::npos && more + kAndMore.size() < name.size() ? name[more + kAndMore.size()] : ' ';
    if (more != std::string_view::npos && (behind == ' ' || is_digit(behind))) name = name.substr(0, more);
    // "Ann One他", "Ann One（单位未提供）"
    for (const std::string_view more_in_japanese : {"他", "ほか"})
        if (name.size() > 6 && name.ends_with(more_in_japanese)) name.remove_suffix(more_in_japanese.size());
    if (name.ends_with("）")) name = name.substr(0, name.rfind("（"));
    if (name.ends_with(')') && name.rfind(" (") != std::string_view::npos) name = name.substr(0, name.rfind(" ("));
    return trimmed(name);
}

// "Ann One（推测，未注明）", "Ann One (Lab, 60+ people)": brackets with a comma inside would be taken for names.
std::string without_remarks(std::string_view text)
{
    std::string out;
    while (!text.empty()) {
        const std::size_t wide = text.find("（"), narrow = text.find('(');
        const std::size_t open = std::min(wide, narrow);
        const std::string_view closer = open == wide ? "）" : ")";
        const std::size_t close = open == std::string_view::npos ? open : text.find(closer, open);
        if (close == std::string_view::npos) break;
        const std::string_view inside = text.substr(open, close - open);
        const bool goes = open > 0 && (open == wide || inside.find(',') != std::string_view::npos);
        out.append(text.substr(0, goes ? open : close + closer.size()));
        text.remove_prefix(close + closer.size());
    }
    return out.append(text);
}

// "[Ann One]", "(Ann One": a bracket that was left of markup.
std::string_view without_odd_brackets(std::string_view name)
{
    if (name.starts_with('[') && name.ends_with(']')) return trimmed(name.substr(1, name.size() - 2));
    if (name.starts_with('(') && name.find(')') == std::string_view::npos) name.remove_prefix(1);
    if (name.ends_with(')') && name.find('(') == std::string_view::npos) name.remove_suffix(1);
    return trimmed(name);
}

// "Ann One1,2*", "Ann One†": the marks of affiliations go.
std::string_view without_marks(std::string_view name)
{
    while (!name.empty()) {
        const char last = name.back();
        if (is_digit(last) || last == '*' || last == '^' || last == ',' || is_blank(last)) {
            name.remove_suffix(1);
            continue;
        }
        std::size_t cut = 0;
        if (static_cast<unsigned char>(last) < 0x80) break;
        for (const std::string_view mark : {"†", "‡", "§", "¶", "¹", "²", "³"})
            if (name.size() > mark.size() && name.substr(name.size() - mark.size()) == mark) cut = mark.size();
        if (cut == 0) break;
        name.remove_suffix(cut);
    }
    return name;
}

// "5 others", "12 more"
bool is_count(std::string_view name)
{
    if (name.starts_with('+')) name.remove_prefix(1);
    const std::size_t digits = name.find_first_not_of("0123456789");
    if (digits == 0 || digits == std::string_view::npos) return digits != 0;
    const std::string_view rest = trimmed(name.substr(digits));
    return rest == "others" || rest == "more" || rest == "authors" || rest == "more authors" || rest == "other authors";
}

// "L. N.", "J.-P.", "A"
bool are_initials(std::string_view name)
{
    const auto letters = std::count_if(name.begin(), name.end(), is_upper);
    const auto others = std::count_if(name.begin(), name.end(), [](char c) { return !is_upper(c) && c != '.' && c != ' ' && c != '-'; });
    return letters > 0 && letters <= 4 && others == 0 && (name.size() == 1 || name.find('.') != std::string_view::npos);
}

// "Kingma, D. P., Ba, J." was split into its surnames and initials.
std::vector<std::string> with_initials_joined(std::vector<std::string> names)
{
    if (names.size() < 2 || names.size() % 2 != 0) return names;
    for (std::size_t i = 0; i < names.size(); i += 2)
        if (are_initials(names[i]) || !are_initials(names[i + 1])) return names;
    for (std::size_t i = 0; i < names.size(); i += 2) names[i / 2] = names[i] + ", " + names[i + 1];
    names.resize(names.size() / 2);
    return names;
}

// "by One, A. B.": a sentence that ends with initials is none.
bool ends_with_initial(std::string_view text)
{
    return text.size() >= 4 && text.back() == '.' && is_upper(text[text.size() - 2]) && (text[text.size() - 3] == ' ' || text[text.size() - 3] == '.' || text[text.size() - 3] == '-');
}

// A run of more words than any name has, before anything that parts names: nearly every sentence has one. Cheaper than
// to split it.
bool has_sentence(std::string_view text)
{
    constexpr int kMostWords = 12;
    int words = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool is_parting = c == ',' || c == ';' || c == '\n' || c == '&' || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
        if (is_parting || (c == ' ' && text.substr(i, 5) == " and ")) words = 0;
        else if (c == ' ' && ++words > kMostWords) return text.find("et al") == std::string_view::npos && text.find("et.al") == std::string_view::npos;
    }
    return false;
}

// "Accepted at a workshop": but for short ones ("van der", "and", "bin"), the words of a name have capitals.
bool has_common_word(std::string_view name)
{
    constexpr std::size_t kShort = 4;
    for (std::size_t at = name.find(' '); at != std::string_view::npos; at = name.find(' ', at + 1)) {
        std::size_t end = at + 1;
        while (end < name.size() && name[end] >= 'a' && name[end] <= 'z') ++end;
        if (end - at - 1 > kShort) return true;
    }
    return false;
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

std::string with_narrow_separators(std::string_view text)
{
    std::string out;
    const auto is_wide = [](char c) { return c == '\xEF' || c == '\xE3'; };
    if (std::none_of(text.begin(), text.end(), is_wide)) return out.assign(text);
    for (std::size_t i = 0; i < text.size();) {
        const std::string_view c = text.substr(i, 3);
        const bool is_comma = c == "，" || c == "、", is_semicolon = c == "；";
        out += is_comma ? ',' : is_semicolon ? ';' : text[i];
        i += is_comma || is_semicolon ? 3 : 1;
    }
    return out;
}

std::vector<std::string> split_names(std::string_view source)
{
    const std::string text = with_narrow_separators(without_remarks(source));
    // In "A One; B Two" a comma belongs to a name.
    const bool has_semicolons = text.find(';') != std::string::npos;
    std::vector<std::string> names;
    for (const std::string_view part : split_list(text, has_semicolons ? ";\n" : ",\n")) {
        for (std::string_view name : split_at_and(part)) {
            name = without_odd_brackets(without_others(name));
            const bool is_suffix = name == "Jr." || name == "Jr" || name == "Sr." || name == "II" || name == "III";
            const bool is_name = !is_count(name) && name != "others" && !without_signs(name).empty();
            if (is_suffix && !names.empty()) names.back().append(", ").append(name);
            else if (is_name && !without_marks(name).empty()) names.emplace_back(without_marks(name));
        }
    }
    return has_semicolons ? names : with_initials_joined(std::move(names));
}

std::string without_et_al(std::string name)
{
    for (const std::string_view end : {" et.al.", " et al.", " et al", " et. al.", " et.al"})
        if (name.size() > end.size() && name.compare(name.size() - end.size(), end.size(), end) == 0) name.resize(name.size() - end.size());
    return name;
}

bool looks_like_names(std::string_view text)
{
    text = trimmed(text);
    const std::size_t et_al = std::min(text.find(" et al"), text.find(" et.al"));
    if (et_al != std::string_view::npos && text.size() - et_al <= 8) text = trimmed(text.substr(0, et_al));
    if (text.empty() || (text.back() == '.' && !ends_with_initial(text)) || has_sentence(text)) return false;
    const std::vector<std::string> names = split_names(text);
    // Words of a language that writes names without blanks are a remark.
    constexpr int kMostOfOne = 4;
    if (names.size() == 1 && (!language_of(text).empty() || std::count(text.begin(), text.end(), ' ') >= kMostOfOne)) return false;
    // One of many may be a group, or a single name: "Himani", "NVIDIA".
    constexpr std::size_t kMostOdd = 4;
    std::size_t odd = 0;
    for (const std::string& name : names) {
        const auto words = std::count(name.begin(), name.end(), ' ') + 1;
        const bool is_name_start = is_upper(name[0]) || static_cast<unsigned char>(name[0]) >= 0x80;
        if (name.size() > 60 || words > 6 || name.find(':') != std::string::npos) return false;
        odd += words < 2 || !is_name_start || has_common_word(name);
    }
    return !names.empty() && (odd == 0 || (names.size() >= 3 && odd * kMostOdd <= names.size() + 1));
}

}  // namespace paperdeck
