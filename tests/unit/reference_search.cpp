#include "unit/reference_search.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>

#include "base/fold.h"
#include "base/utf8.h"
#include "search/regex.h"
#include "search/tokens.h"

using namespace paperdeck;

namespace reference {
namespace {

// ---- Words of a text

struct Character {
    char32_t value = 0;
    std::string folded;
};

struct Run {
    std::vector<std::string> parts;  // Chinese: the characters
    bool is_chinese = false;
};

const std::map<char32_t, std::string> kSigns = {{U'∈', "in"}, {U'→', "rightarrow"}, {U'≤', "leq"}, {U'∇', "nabla"}, {U'×', "times"}, {U'∞', "infty"}};

const std::vector<std::string> kGreek = {"alpha", "beta", "gamma", "delta",   "epsilon", "zeta", "eta",   "theta", "iota",    "kappa", "lambda", "mu",
                                         "nu",    "xi",   "omicron", "pi",    "rho",     "",     "sigma", "tau",   "upsilon", "phi",   "chi",    "psi", "omega"};

bool is_chinese(char32_t c)
{
    return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) ||
           (c >= 0xF900 && c <= 0xFAFF);
}
bool is_letter(char32_t c) { return is_alphanumeric(c) && !is_chinese(c) && !kSigns.count(c); }
bool is_joiner(const Character& c) { return c.folded == "-" || c.folded == "'" || c.folded == "_"; }

// Without what folds to nothing: marks that stand on the letter before, soft hyphens, joiners without width.
std::vector<Character> characters_of(const std::string& text)
{
    std::vector<Character> out;
    for (std::size_t i = 0; i < text.size();) {
        const CodePoint c = decode_utf8(text, i);
        const auto size = static_cast<std::size_t>(c.length);
        const std::string folded = fold(text.substr(i, size));
        if (!folded.empty()) out.push_back({c.value, folded});
        i += size;
    }
    return out;
}

bool begins_part(const std::vector<Character>& run, std::size_t i)
{
    const auto is = [&](LetterCase wanted, std::size_t k) { return k < run.size() && letter_case(run[k].value) == wanted; };
    const bool is_capital = is(LetterCase::kUpper, i);
    if (is_joiner(run[i]) || is_joiner(run[i - 1])) return true;
    if (is(LetterCase::kDigit, i) != is(LetterCase::kDigit, i - 1)) return true;
    if (is_capital && !is(LetterCase::kUpper, i - 1)) return true;  // videoMoCo
    return is_capital && is(LetterCase::kLower, i + 1) && is(LetterCase::kLower, i + 2);  // HTMLParser
}

std::string with_greek_named(const std::string& part)
{
    const char32_t c = decode_utf8(part, 0).value;
    return part.size() == 2 && c >= U'α' && c <= U'ω' ? kGreek[c - U'α'] : part;
}

Run cut(const std::vector<Character>& run)
{
    Run out;
    std::string part;
    const auto close = [&] {
        if (!part.empty()) out.parts.push_back(with_greek_named(part));
        part.clear();
    };
    for (std::size_t i = 0; i < run.size(); ++i) {
        if (i > 0 && begins_part(run, i)) close();
        if (!is_joiner(run[i])) part += run[i].folded;
    }
    close();
    return out;
}

std::vector<Run> runs_of(const std::string& text)
{
    const std::vector<Character> all = characters_of(text);
    const auto letter_at = [&](std::size_t i) { return i < all.size() && is_letter(all[i].value); };
    std::vector<Run> runs;
    for (std::size_t i = 0; i < all.size();) {
        if (is_chinese(all[i].value)) {
            Run& run = runs.emplace_back();
            run.is_chinese = true;
            for (; i < all.size() && is_chinese(all[i].value); ++i) run.parts.push_back(all[i].folded);
        } else if (letter_at(i)) {
            std::vector<Character> run;
            for (; letter_at(i) || (i < all.size() && is_joiner(all[i]) && letter_at(i + 1)); ++i) run.push_back(all[i]);
            runs.push_back(cut(run));
        } else {
            const auto sign = kSigns.find(all[i].value);
            if (sign != kSigns.end()) runs.push_back({{sign->second}, false});
            ++i;
        }
    }
    return runs;
}

std::string joined(const std::vector<std::string>& parts)
{
    std::string out;
    for (const std::string& part : parts) out += part;
    return out;
}

Text text_of(SearchField field, const std::string& written)
{
    Text text{field, written, {}, {}};
    for (const Run& run : runs_of(written)) {
        const std::size_t begin = text.parts.size(), count = run.parts.size();
        for (std::size_t i = 0; i < count; ++i) {
            const bool is_last = i + 1 == count;
            if (run.is_chinese) text.parts.push_back({is_last ? run.parts[i] : run.parts[i] + run.parts[i + 1], is_last});
            else text.parts.push_back({run.parts[i], false});
        }
        for (std::size_t i = 0; !run.is_chinese && i + 1 < count; ++i)
            if (i == 0 || count <= kMaxSuffixParts) text.wholes.push_back({joined({run.parts.begin() + static_cast<std::ptrdiff_t>(i), run.parts.end()}), begin + i, begin + count});
    }
    return text;
}

// ---- Words of a query in a text

bool fits(const std::string& word, const std::string& asked, bool is_prefix)
{
    return is_prefix ? word.compare(0, asked.size(), asked) == 0 : word == asked;
}

// Behind which parts of `text` a run of the query may end that begins at its part `at`.
std::vector<std::size_t> ends_of(const Run& run, bool is_prefix, const Text& text, std::size_t at)
{
    std::vector<std::string> wanted = run.parts;
    bool is_last_prefix = is_prefix;
    if (run.is_chinese && wanted.size() > 1) {
        for (std::size_t i = 0; i + 1 < wanted.size(); ++i) wanted[i] += wanted[i + 1];
        wanted.pop_back();
    } else if (run.is_chinese) {
        is_last_prefix = true;
    }
    std::vector<std::size_t> ends;
    bool stands_in_parts = at + wanted.size() <= text.parts.size();
    for (std::size_t i = 0; stands_in_parts && i < wanted.size(); ++i)
        stands_in_parts = fits(text.parts[at + i].word, wanted[i], is_last_prefix && i + 1 == wanted.size());
    if (stands_in_parts) ends.push_back(at + wanted.size());
    if (run.is_chinese) return ends;
    const std::string whole = joined(run.parts);
    if (at < text.parts.size() && fits(text.parts[at].word, whole, is_prefix)) ends.push_back(at + 1);
    for (const Text::Whole& other : text.wholes)
        if (other.begin == at && fits(other.word, whole, is_prefix)) ends.push_back(other.end);
    return ends;
}

bool stand_at(const std::vector<Run>& runs, std::size_t first, bool is_prefix, const Text& text, std::size_t at)
{
    if (first == runs.size()) return true;
    const Run& run = runs[first];
    for (const std::size_t end : ends_of(run, is_prefix && first + 1 == runs.size(), text, at)) {
        if (stand_at(runs, first + 1, is_prefix, text, end)) return true;
        const bool is_single = run.is_chinese && end < text.parts.size() && text.parts[end].is_single;
        if (is_single && stand_at(runs, first + 1, is_prefix, text, end + 1)) return true;
    }
    return false;
}

bool has_words(const Paper& paper, const QueryNode& node, const std::vector<Run>& runs)
{
    for (const Text& text : paper.texts) {
        if (node.field != SearchField::kAnywhere && node.field != text.field) continue;
        for (std::size_t at = 0; at < text.parts.size(); ++at)
            if (stand_at(runs, 0, node.is_prefix, text, at)) return true;
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
                                                {"summary", !p.summaries.empty()},
                                                {"translation", !p.translation.title.empty() || !p.translation.abstract.empty()},
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
        const std::vector<Run> runs = runs_of(node.text);
        if (runs.empty()) return std::nullopt;
        return where(papers, [&](const Paper& paper) { return has_words(paper, node, runs); });
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
    for (const LabelledText& summary : p.summaries) add(SearchField::kSummary, summary.text.text);
    add(SearchField::kTranslation, p.translation.title.text);
    add(SearchField::kTranslation, p.translation.abstract.text);
    add(SearchField::kComment, p.comment);
    for (const std::string& keyword : p.keywords) add(SearchField::kAnywhere, keyword);
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
