#include "unit/reference_search.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>

#include "base/fold.h"
#include "search/regex.h"

using namespace paperdeck;

namespace reference {
namespace {

// ---- Words of a query in a text

bool fits(const std::string& word, const std::string& asked, bool is_prefix)
{
    return is_prefix ? word.compare(0, asked.size(), asked) == 0 : word == asked;
}

// A run of the query.
struct Asked {
    std::vector<std::string> parts;  // one after the other; Chinese: pairs, or the only character
    std::string whole;               // or all of them as one word; Chinese: none
    bool is_prefix = false;          // of the last part and of the whole
};

std::vector<Asked> asked_by(const QueryNode& node)
{
    std::vector<Asked> all;
    for (const Run& run : runs_of(node.text)) {
        Asked& asked = all.emplace_back(Asked{run.parts, run.is_chinese ? "" : joined(run.parts), false});
        if (!run.is_chinese) continue;
        asked.is_prefix = run.parts.size() == 1;
        for (std::size_t i = 0; i + 1 < run.parts.size(); ++i) asked.parts[i] += run.parts[i + 1];
        if (run.parts.size() > 1) asked.parts.pop_back();
    }
    if (node.is_prefix && !all.empty()) all.back().is_prefix = true;
    return all;
}

bool stand_at(const std::vector<Asked>& asked, std::size_t first, const Text& text, std::size_t at);

bool go_on_at(const std::vector<Asked>& asked, std::size_t last, const Text& text, std::size_t at)
{
    if (stand_at(asked, last + 1, text, at)) return true;
    const bool is_rest_of_chinese = asked[last].whole.empty() && at < text.parts.size() && text.parts[at].is_single;
    return is_rest_of_chinese && stand_at(asked, last + 1, text, at + 1);
}

// Whether the runs from `first` on stand one after the other from part `at` of the text on.
bool stand_at(const std::vector<Asked>& asked, std::size_t first, const Text& text, std::size_t at)
{
    if (first == asked.size()) return true;
    const Asked& run = asked[first];
    bool has_parts = at + run.parts.size() <= text.parts.size();
    for (std::size_t i = 0; has_parts && i < run.parts.size(); ++i)
        has_parts = fits(text.parts[at + i].word, run.parts[i], run.is_prefix && i + 1 == run.parts.size());
    if (has_parts && go_on_at(asked, first, text, at + run.parts.size())) return true;
    if (run.whole.empty()) return false;
    if (at < text.parts.size() && fits(text.parts[at].word, run.whole, run.is_prefix) && go_on_at(asked, first, text, at + 1)) return true;
    return std::any_of(text.wholes.begin(), text.wholes.end(), [&](const Text::Whole& whole) {
        return whole.begin == at && fits(whole.word, run.whole, run.is_prefix) && go_on_at(asked, first, text, whole.end);
    });
}

bool has_words(const Paper& paper, SearchField field, const std::vector<Asked>& asked)
{
    for (const Text& text : paper.texts) {
        if (field != SearchField::kAnywhere && field != text.field) continue;
        for (std::size_t at = 0; at < text.parts.size(); ++at)
            if (stand_at(asked, 0, text, at)) return true;
    }
    return false;
}

// ---- Filters

long days_since_1970(const Date& date)
{
    const std::chrono::year_month_day day{std::chrono::year(date.year), std::chrono::month(static_cast<unsigned>(date.month)),
                                          std::chrono::day(static_cast<unsigned>(date.day))};
    return std::chrono::sys_days(day).time_since_epoch().count();
}

// 20210311; what is missing of a month or a day is `missing` (0 for a lower limit, 99 for an upper one).
int day_number(const std::string& iso, int missing)
{
    const auto number = [&](std::size_t at, std::size_t size) { return iso.size() >= at + size ? std::stoi(iso.substr(at, size)) : missing; };
    return number(0, 4) * 10000 + number(5, 2) * 100 + number(8, 2);
}

bool is_in_days(const Date& date, const std::string& value, const Date& newest)
{
    const std::map<char, int> kUnits = {{'d', 1}, {'w', 7}, {'m', 30}, {'y', 365}};
    const auto unit = kUnits.find(value.back());
    if (unit != kUnits.end()) return days_since_1970(date) > days_since_1970(newest) - std::stoi(value) * unit->second;
    const std::size_t dots = value.find("..");
    const std::string first = value.substr(0, dots), last = dots == std::string::npos ? value : value.substr(dots + 2);
    const int day = day_number(to_iso(date), 0);
    return (first.empty() || day >= day_number(first, 0)) && (last.empty() || day <= day_number(last, 99));
}

bool has(const Paper& paper, const std::string& what)
{
    const paperdeck::Paper& p = paper.all.paper;
    const std::map<std::string, bool> things = {{"code", !p.links.code.empty()},
                                                {"link", !p.links.code.empty() || !p.links.other.empty()},
                                                {"math", has_maths(p)},
                                                {"note", !paper.marks.note.empty()},
                                                {"tag", !paper.marks.tags.empty()},
                                                {"summary", !p.extras->summaries.empty()},
                                                {"translation", !p.extras->translation.title.empty() || !p.extras->translation.abstract.empty()},
                                                {"abstract", !p.abstract.empty()}};
    return things.at(what);
}

bool is(const Paper& paper, const std::string& what)
{
    if (what == "read") return paper.marks.is_read;
    if (what == "unread") return !paper.marks.is_read;
    if (what == "starred") return paper.marks.is_starred;
    if (what == "later") return paper.marks.is_later;
    return std::any_of(paper.all.appearances.begin(), paper.all.appearances.end(), [&](const Appearance& appearance) {
        return what == to_string(appearance.kind == Kind::kUnknown ? appearance.kind_guess : appearance.kind);
    });
}

bool is_in_category(const Paper& paper, const std::string& value)
{
    const bool is_archive = value.size() > 2 && value.substr(value.size() - 2) == ".*";
    const std::string archive = value.substr(0, value.find(".*"));
    const auto& codes = paper.all.paper.categories;
    return std::any_of(codes.begin(), codes.end(), [&](const std::string& code) { return is_archive ? code.substr(0, code.find('.')) == archive : code == value; });
}

bool passes(const Paper& paper, QueryFilter::Field field, const std::string& value, const Date& newest)
{
    using Field = QueryFilter::Field;
    switch (field) {
    case Field::kCategory: return is_in_category(paper, value);
    case Field::kDate:
        return std::any_of(paper.all.appearances.begin(), paper.all.appearances.end(),
                           [&](const Appearance& appearance) { return appearance.date && is_in_days(appearance.date, value, newest); });
    case Field::kHas: return has(paper, value);
    case Field::kId: return paper.all.paper.id == value;
    case Field::kIs: return is(paper, value);
    case Field::kTag: break;
    }
    return std::any_of(paper.marks.tags.begin(), paper.marks.tags.end(), [&](const std::string& tag) { return fold(tag) == fold(value); });
}

Date newest_day(const std::vector<Paper>& papers)
{
    Date newest;
    for (const Paper& paper : papers)
        for (const Appearance& appearance : paper.all.appearances) newest = std::max(newest, appearance.date);
    return newest;
}

// ---- Queries. None: asks for nothing, as "+++" does, and is left out of what is around it.

using Found = std::optional<std::vector<bool>>;

template <class Holds>
Found where(const std::vector<Paper>& papers, const Holds& holds)
{
    std::vector<bool> found;
    for (const Paper& paper : papers) found.push_back(holds(paper));
    return found;
}

Found find(const std::vector<Paper>& papers, const QueryNode& node);

Found find_children(const std::vector<Paper>& papers, const QueryNode& node)
{
    const bool is_and = node.kind == QueryNode::Kind::kAnd;
    Found all;
    for (const QueryNode& child : node.children) {
        const Found found = find(papers, child);
        if (!found) continue;
        if (!all) all = std::vector<bool>(papers.size(), is_and);
        for (std::size_t i = 0; i < papers.size(); ++i) (*all)[i] = is_and ? (*all)[i] && (*found)[i] : (*all)[i] || (*found)[i];
    }
    return all;
}

Found find(const std::vector<Paper>& papers, const QueryNode& node)
{
    switch (node.kind) {
    case QueryNode::Kind::kAnd:
    case QueryNode::Kind::kOr: return find_children(papers, node);
    case QueryNode::Kind::kNot: {
        Found found = find(papers, node.children.at(0));
        if (found) found->flip();
        return found;
    }
    case QueryNode::Kind::kWords: {
        const std::vector<Asked> asked = asked_by(node);
        if (asked.empty()) return std::nullopt;
        return where(papers, [&](const Paper& paper) { return has_words(paper, node.field, asked); });
    }
    case QueryNode::Kind::kRegex: {
        auto regex = Regex::compile(node.text, node.ignores_case);
        return where(papers, [&](const Paper& paper) {
            return regex && std::any_of(paper.texts.begin(), paper.texts.end(), [&](const Text& text) {
                       return (node.field == SearchField::kAnywhere || node.field == text.field) && regex->occurs_in(text.written);
                   });
        });
    }
    case QueryNode::Kind::kFilter: break;
    }
    const Date newest = newest_day(papers);
    return where(papers, [&](const Paper& paper) {
        return std::any_of(node.filter.values.begin(), node.filter.values.end(),
                           [&](const std::string& value) { return passes(paper, node.filter.field, value, newest); });
    });
}

}  // namespace

Paper::Paper(const LibraryPaper& paper, const PaperMarks& its_marks) : all(paper), marks(its_marks)
{
    const auto add = [&](SearchField field, const std::string& text) {
        if (!text.empty()) texts.push_back(text_of(field, text));
    };
    const paperdeck::Paper& p = paper.paper;
    add(SearchField::kTitle, p.title.text);
    for (const std::string& author : p.authors) add(SearchField::kAuthors, author);
    add(SearchField::kAbstract, p.abstract.text);
    for (const LabelledText& summary : p.extras->summaries) add(SearchField::kSummary, summary.text.text);
    add(SearchField::kTranslation, p.extras->translation.title.text);
    add(SearchField::kTranslation, p.extras->translation.abstract.text);
    add(SearchField::kComment, p.extras->comment);
    for (const std::string& keyword : p.extras->keywords) add(SearchField::kAnywhere, keyword);
    add(SearchField::kAnywhere, p.topic);
    add(SearchField::kAnywhere, p.id);
    add(SearchField::kUrl, p.links.code);
    for (const std::string& link : p.links.other) add(SearchField::kUrl, link);
    for (const std::string& tag : marks.tags) add(SearchField::kAnywhere, tag);
    add(SearchField::kNote, marks.note);
}

std::vector<bool> scan(const std::vector<Paper>& papers, const QueryNode& node)
{
    return find(papers, node).value_or(std::vector<bool>(papers.size(), true));
}

}  // namespace reference
