#include "digest/sections.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/utf8.h"
#include "digest/arxiv.h"
#include "digest/labels.h"
#include "digest/script.h"
#include "digest/styled_text.h"
#include "digest/title_text.h"

namespace paperdeck {
namespace {

constexpr std::size_t kMaxTopic = 100;

bool has(std::string_view text, std::string_view piece) { return text.find(piece) != std::string_view::npos; }

bool has_any(std::string_view text, std::initializer_list<std::string_view> pieces)
{
    return std::any_of(pieces.begin(), pieces.end(), [&](std::string_view piece) { return has(text, piece); });
}

// "SLAM (12 papers)", "视频 [3]", "RL (5 篇)": the count goes.
std::string_view without_count(std::string_view text)
{
    text = trimmed(text);
    for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"(", ")"}, {"[", "]"}, {"（", "）"}}) {
        if (text.size() < close.size() || text.substr(text.size() - close.size()) != close) continue;
        const std::size_t at = text.rfind(open);
        if (at == std::string_view::npos || at == 0) continue;
        const std::string_view inside = text.substr(at + open.size());
        if (has_any(inside, {"0", "1", "2", "3", "4", "5", "6", "7", "8", "9"}) && inside.size() <= 24) return without_count(text.substr(0, at));
    }
    return text;
}

// Words that say what every digest is, not what its papers are about.
bool is_about_the_digest(std::string_view words)
{
    return has_any(words, {"arxiv", "daily", "digest", "paper", "listing", "submission", "today", "archive", "weekly", "updated", "latest", "contents",
                           "abstract", "summary", "details", "论文", "摘要", "详细", "每日", "目录", "汇总", "今日", "最新", "更新", "論文", "논문", "readme"});
}

// Nothing but such words: "Today's arXiv papers", "今日论文".
bool is_all_generic(std::string_view words)
{
    constexpr std::array<std::string_view, 36> kGeneric = {
        "arxiv", "daily", "digest", "digests", "paper", "papers", "listing", "listings", "new", "today", "today's", "todays",
        "archive", "weekly", "updated", "update", "updates", "latest", "table", "of", "contents", "content", "index", "the",
        "for", "list", "reading", "notes", "readme", "recent", "research", "my", "submissions", "summary", "abstracts", "news"};
    if (words.size() <= 36 && has_any(words, {"论文", "目录", "汇总", "今日", "每日", "論文", "논문"})) return true;
    while (!words.empty()) {
        const std::size_t end = std::min(words.find_first_of(" -_,:"), words.size());
        const std::string_view word = words.substr(0, end);
        if (!word.empty() && std::find(kGeneric.begin(), kGeneric.end(), word) == kGeneric.end()) return false;
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return true;
}

std::string topic_of(std::string_view heading, const SectionNames& names)
{
    std::string_view text = without_signs(without_count(heading));
    // The category's code beside its name: "计算机视觉 cs.CV".
    for (const std::string& code : names.categories) {
        const std::size_t at = text.find(code);
        if (at == std::string_view::npos) continue;
        text = at == 0 ? without_signs(text.substr(code.size())) : without_signs(text.substr(0, at));
    }
    // "Keyword: SLAM"
    if (const std::size_t colon = std::min(text.find(": "), text.find("：")); colon < text.size()) {
        const Field lead = field_of(text.substr(0, colon));
        if (lead == Field::kKeywords || lead == Field::kTopic || lead == Field::kCategories) text = without_signs(text.substr(colon));
    }
    if (text.size() < 2 || text.size() > kMaxTopic || names.date || names.kind != Kind::kUnknown) return {};
    const Field field = field_of(text);
    const bool is_sign = is_link_sign(text) && language_of(text).empty();
    if (is_about_the_digest(ascii_lower(text)) || is_all_generic(ascii_lower(text)) || is_sign || (field != Field::kNone && field != Field::kIgnored)) return {};
    return heading_words(text);
}

Kind kind_of(std::string_view words)
{
    if (has_any(words, {"cross-list", "cross list", "cross submission", "交叉"})) return Kind::kCross;
    if (has_any(words, {"replacement", "replaced"})) return Kind::kReplaced;
    if (has_any(words, {"new submission", "最新发布", "新发布", "新提交"})) return Kind::kNew;
    const std::string_view core = without_signs(words);
    if (core == "更新" || core == "updates" || core == "updated papers") return Kind::kReplaced;
    return core == "new" || core == "new papers" ? Kind::kNew : Kind::kUnknown;
}

// "cs-CV" or "cs_CV" in a path is cs.CV.
std::vector<std::string> categories_in_path(std::string_view part)
{
    std::vector<std::string> found = find_categories(part);
    if (!found.empty()) return found;
    for (const char mark : {'-', '_'}) {
        const std::size_t at = part.find(mark);
        if (at == std::string_view::npos || at + 3 > part.size()) continue;
        const std::size_t end = std::min(part.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", at + 1), part.size());
        const std::string code = std::string(part.substr(0, at)) + '.' + std::string(part.substr(at + 1, end - at - 1));
        if (is_category_code(code)) return {code};
    }
    return {};
}

bool is_topic_name(std::string_view name)
{
    const std::string words = ascii_lower(name);
    const bool has_letter = std::any_of(words.begin(), words.end(), [](char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; });
    const bool is_place = words == "index" || words == "data" || words == "docs" || words == "content" || words == "posts" || words == "src" || words == "all" ||
                          words == "output" || words == "results" || words == "md" || words == "markdown" || words == "notes" || words == "main" || words == "home";
    return has_letter && name.size() <= 40 && !is_place && !is_about_the_digest(words) && find_categories(name).empty();
}

}  // namespace

SectionNames read_section_heading(std::string_view text)
{
    SectionNames names;
    names.date = find_date(text).value_or(Date{});
    names.categories = find_categories(text);
    const std::string words = ascii_lower(text);
    names.kind = kind_of(words);
    names.is_update = names.date && has_any(words, {"updated", "last update", "更新", "업데이트"});
    names.topic = topic_of(text, names);
    return names;
}

bool names_the_digest(std::string_view heading)
{
    constexpr std::size_t kLongestWithDay = 64;
    const std::string_view text = without_signs(without_count(heading));
    return (text.size() <= kLongestWithDay && find_date(text).has_value()) || is_all_generic(ascii_lower(text));
}

SectionNames read_file_name(std::string_view path)
{
    SectionNames names;
    std::string_view below;  // the part of the path below the one looked at, without ending
    bool is_name = true;
    while (!path.empty()) {
        const std::size_t slash = path.find_last_of("/\\");
        std::string_view part = slash == std::string_view::npos ? path : path.substr(slash + 1);
        if (is_name && part.size() > 3 && part.substr(part.size() - 3) == ".md") part.remove_suffix(3);
        if (!names.date) {
            names.date = find_date(part).value_or(Date{});
            if (names.date && is_topic_name(below)) names.topic = std::string(below);
        }
        if (names.categories.empty()) names.categories = categories_in_path(part);
        const std::string words = ascii_lower(part);
        if (!is_name || (words != "readme" && words != "index")) below = part;
        is_name = false;
        path = slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
    }
    return names;
}

void SectionTrail::note_heading(std::uint8_t level, std::string_view text, int line)
{
    const std::size_t at = std::min<std::size_t>(level, by_level_.size() - 1);
    SectionNames names = read_section_heading(text);
    if (names.is_update) {
        note_day(names.date, line);
        names.date = Date{};
    }
    if (names.date && !first_day_.date) first_day_ = {names.date, line};
    // Day and category may stand at one level, so what this heading does not say stays.
    SectionNames& here = by_level_[at];
    if (names.date) {
        here.date = names.date;
        here.lines.set(PaperField::kDate, line);
    }
    if (!names.categories.empty()) {
        here.categories = std::move(names.categories);
        here.lines.set(PaperField::kCategories, line);
    }
    here.kind = names.kind;
    here.topic = std::move(names.topic);
    here.lines.set(PaperField::kKind, line);
    here.lines.set(PaperField::kTopic, line);
    for (std::size_t below = at + 1; below < by_level_.size(); ++below) by_level_[below] = SectionNames{};
    line_topic_.clear();
}

void SectionTrail::give_names(Paper& paper, std::uint8_t level) const
{
    const SectionNames* categories = front_.categories.empty() ? &file_ : &front_;
    const SectionNames* topic = front_.topic.empty() ? &file_ : &front_;
    const SectionNames* day = nullptr;
    // The heading of the entry itself stands at `level`; digests that give all headings one level put day
    // and category there too.
    for (std::size_t above = 0; above <= std::min<std::size_t>(level, by_level_.size() - 1); ++above) {
        const SectionNames& said = by_level_[above];
        if (said.date) day = &said;
        if (!said.categories.empty()) categories = &said;
        if (said.kind != Kind::kUnknown && paper.kind == Kind::kUnknown) {
            paper.kind = said.kind;
            paper.lines.set(PaperField::kKind, said.lines[PaperField::kKind]);
        }
        if (!said.topic.empty()) topic = &said;
    }
    if (day) {
        paper.date = day->date;
        paper.lines.set(PaperField::kDate, day->lines[PaperField::kDate]);
    }
    if (paper.categories.empty()) {
        paper.categories = categories->categories;
        paper.lines.set(PaperField::kCategories, categories->lines[PaperField::kCategories]);
    }
    if (!paper.topic.empty()) return;
    const bool has_line = !line_topic_.empty();
    paper.topic = has_line ? line_topic_ : topic->topic;
    paper.lines.set(PaperField::kTopic, has_line ? line_topic_line_ : topic->lines[PaperField::kTopic]);
}

SectionTrail::Day SectionTrail::day() const
{
    for (const Day& day : {first_day_, Day{front_.date, front_.lines[PaperField::kDate]}, Day{file_.date, 0}})
        if (day.date) return day;
    return update_;
}

}  // namespace paperdeck
