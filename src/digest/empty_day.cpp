#include "digest/empty_day.h"

#include <algorithm>
#include <array>

#include "base/fold.h"
#include "base/utf8.h"
#include "digest/styled_text.h"

namespace paperdeck {
namespace {

constexpr std::size_t kLookedAt = 8192;
constexpr std::size_t kLongestLine = 160;

// Folded, as words in a line of their own kind.
constexpr std::array<std::string_view, 14> kNothing = {
    "no new", "no paper", "no update", "no submission", "no article", "no result", "no entries", "no match", "not found",
    "nothing", "no data", "no arxiv", "no announcement", "none today"};
constexpr std::array<std::string_view, 9> kNothingEast = {"没有", "暂无", "無新", "沒有", "无新", "无论文", "今日无", "ありません", "없습니다"};

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

bool has_words(std::string_view line, std::string_view words)
{
    for (std::size_t at = 0; (at = line.find(words, at)) != std::string_view::npos; ++at)
        if (at == 0 || !is_letter(line[at - 1])) return true;
    return false;
}

// "Total papers shown: 0", "papers: 0", "(0 papers)"; 10 is not 0.
bool counts_none(std::string_view line)
{
    if (line.find("paper") == std::string_view::npos && line.find("article") == std::string_view::npos && line.find("论文") == std::string_view::npos)
        return false;
    std::size_t numbers = 0;
    bool is_zero = false;
    for (std::size_t i = 0; i < line.size();) {
        if (line[i] < '0' || line[i] > '9') {
            ++i;
            continue;
        }
        const std::size_t begin = i;
        while (i < line.size() && line[i] >= '0' && line[i] <= '9') ++i;
        ++numbers;
        is_zero = line.substr(begin, i - begin) == "0";
    }
    return numbers == 1 && is_zero;
}

std::string without_markup(std::string_view line)
{
    std::string out;
    for (const char c : line)
        if (c != '*' && c != '`' && c != '"' && static_cast<unsigned char>(c) >= ' ') out += c;
    std::size_t begin = out.find_first_not_of(" #>-|_");
    if (begin == std::string::npos) return {};
    const std::size_t end = out.find_last_not_of(" #|_,.");
    return end == std::string::npos || end < begin ? std::string() : out.substr(begin, end + 1 - begin);
}

}  // namespace

std::string what_empty_says(std::string_view source)
{
    source = source.substr(0, kLookedAt);
    while (!source.empty()) {
        const std::size_t end = std::min(source.find('\n'), source.size());
        const std::string_view line = trimmed(source.substr(0, end));
        source.remove_prefix(std::min(end + 1, source.size()));
        if (line.empty() || line.size() > kLongestLine || !is_valid_utf8(line)) continue;
        const std::string words = without_markup(line);
        const std::string folded = fold(words);
        const bool says_none = std::any_of(kNothing.begin(), kNothing.end(), [&](std::string_view w) { return has_words(folded, w); }) ||
                               std::any_of(kNothingEast.begin(), kNothingEast.end(), [&](std::string_view w) { return words.find(w) != std::string::npos; });
        if (says_none || counts_none(folded)) return words;
    }
    return {};
}

}  // namespace paperdeck
