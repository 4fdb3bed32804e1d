#include "digest/appearances.h"

#include <algorithm>

namespace paperdeck {
namespace {

// No paper has more; looking for doubles among them stays cheap.
constexpr std::size_t kMaxCategories = 100;

// All that the digests of one day say.
struct Day {
    Date date;
    Kind kind = Kind::kUnknown;
    Kind kind_guess = Kind::kUnknown;
    int version = 0;
};

// What says most of a paper of several lists of one day: it is new in one and cross-listed in the others.
int weight(Kind kind)
{
    switch (kind) {
    case Kind::kNew: return 3;
    case Kind::kReplaced: return 2;
    case Kind::kCross: return 1;
    case Kind::kUnknown: break;
    }
    return 0;
}

void take_stronger(Kind& out, Kind other)
{
    if (weight(other) > weight(out)) out = other;
}

// Oldest first. `appearances` stand newest first.
std::vector<Day> days_of(const std::vector<Appearance>& appearances)
{
    std::vector<Day> days;
    for (auto at = appearances.rbegin(); at != appearances.rend(); ++at) {
        if (!at->date) continue;
        if (days.empty() || days.back().date != at->date) days.emplace_back().date = at->date;
        Day& day = days.back();
        take_stronger(day.kind, at->kind);
        take_stronger(day.kind_guess, at->kind_guess);
        day.version = std::max(day.version, at->version);
    }
    return days;
}

// `version`: the highest before that day.
const char* word_of(const Day& day, bool is_first, int version)
{
    switch (day.kind) {
    case Kind::kNew: return "new";
    case Kind::kCross: return "cross-listed";
    case Kind::kReplaced: return "replaced";
    case Kind::kUnknown: break;
    }
    if (!is_first) return day.version > std::max(version, 1) ? "replaced" : "again";
    if (day.kind_guess == Kind::kReplaced) return "probably replaced";
    return day.kind_guess == Kind::kNew ? "new" : "listed";
}

// "11 Mar", "11 Mar 2021"
std::string day_words(const Date& date, bool with_year)
{
    const std::string words = to_words(date);  // "Thu 11 Mar 2021"
    const std::size_t day = words.find(' ') + 1, year = words.rfind(' ');
    return with_year ? words.substr(day) : words.substr(day, year - day);
}

}  // namespace

std::vector<std::string> categories_of(const std::vector<Appearance>& appearances)
{
    std::vector<std::string> out;
    for (const Appearance& appearance : appearances)
        for (const std::string& code : appearance.categories)
            if (out.size() < kMaxCategories && std::find(out.begin(), out.end(), code) == out.end()) out.push_back(code);
    return out;
}

int newest_version(const std::vector<Appearance>& appearances)
{
    int version = 0;
    for (const Appearance& appearance : appearances) version = std::max(version, appearance.version);
    return version;
}

const Appearance& origin_of(const LibraryPaper& paper, PaperField field)
{
    for (const LibraryPaper::Origin& origin : paper.origins)
        if (origin.field == field) return paper.appearances[origin.appearance];
    return paper.appearances.front();
}

std::vector<std::string> history_words(const LibraryPaper& paper, std::size_t limit)
{
    const std::vector<Day> days = days_of(paper.appearances);
    std::vector<std::string> words;
    if (days.empty()) return words;
    const bool with_year = days.front().date.year != days.back().date.year;
    int version = 0;
    const std::size_t first = days.size() > limit ? days.size() - limit : 0;
    for (std::size_t i = 0; i < days.size(); ++i) {
        const Day& day = days[i];
        if (i >= first) {
            std::string line = std::string(word_of(day, i == 0, version)) + ' ' + day_words(day.date, with_year);
            if (day.version > std::max(version, 1)) line += " (v" + std::to_string(day.version) + ')';
            words.push_back(std::move(line));
        }
        version = std::max(version, day.version);
    }
    return words;
}

std::string seen_words(const LibraryPaper& paper)
{
    const std::vector<Appearance>& appearances = paper.appearances;
    if (appearances.empty()) return {};
    const Date newest = appearances.front().date;
    for (const Appearance& appearance : appearances)
        if (appearance.date && appearance.date < newest) return "seen " + day_words(appearance.date, appearance.date.year != newest.year);
    return {};
}

std::string also_in_words(const LibraryPaper& paper)
{
    std::string words;
    const std::vector<std::string>& codes = paper.paper.categories;
    for (std::size_t i = 1; i < codes.size(); ++i) words += (i == 1 ? "also in " : ", ") + codes[i];
    return words;
}

}  // namespace paperdeck
