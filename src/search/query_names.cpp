#include "search/query_names.h"

#include <algorithm>
#include <array>

namespace paperdeck {
namespace {

using Field = QueryFilter::Field;
using Kind = QueryField::Kind;

constexpr QueryField words_in(std::string_view name, SearchField field) { return {name, Kind::kWords, field}; }
constexpr QueryField filter_by(std::string_view name, Field field, DateForm form = DateForm::kPlain)
{
    return {name, Kind::kFilter, SearchField::kAnywhere, field, form};
}

// The name that is printed comes first, its aliases behind it.
constexpr std::array kFields = {
    words_in("title", SearchField::kTitle),
    words_in("ti", SearchField::kTitle),
    words_in("intitle", SearchField::kTitle),
    words_in("author", SearchField::kAuthors),
    words_in("au", SearchField::kAuthors),
    words_in("authors", SearchField::kAuthors),
    words_in("abstract", SearchField::kAbstract),
    words_in("abs", SearchField::kAbstract),
    words_in("summary", SearchField::kSummary),
    words_in("translation", SearchField::kTranslation),
    words_in("comment", SearchField::kComment),
    words_in("co", SearchField::kComment),
    words_in("comments", SearchField::kComment),
    words_in("note", SearchField::kNote),
    words_in("notes", SearchField::kNote),
    words_in("url", SearchField::kUrl),
    words_in("inurl", SearchField::kUrl),
    words_in("all", SearchField::kAnywhere),
    filter_by("cat", Field::kCategory),
    filter_by("category", Field::kCategory),
    filter_by("in", Field::kCategory),
    filter_by("date", Field::kDate),
    filter_by("day", Field::kDate),
    filter_by("after", Field::kDate, DateForm::kAfter),
    filter_by("before", Field::kDate, DateForm::kBefore),
    filter_by("newer_than", Field::kDate, DateForm::kNewerThan),
    filter_by("has", Field::kHas),
    filter_by("id", Field::kId),
    filter_by("arxiv", Field::kId),
    filter_by("is", Field::kIs),
    filter_by("tag", Field::kTag),
    filter_by("label", Field::kTag),
    QueryField{"sort", Kind::kSort},
};

static_assert(std::all_of(kFields.begin(), kFields.end(), [](const QueryField& field) { return field.name.size() <= kLongestFieldName; }));

struct ValueName {
    std::string_view name;
    std::string_view canonical;
};
constexpr std::array kHasNames = {
    ValueName{"code", "code"},       ValueName{"link", "link"},       ValueName{"links", "link"},
    ValueName{"math", "math"},       ValueName{"maths", "math"},      ValueName{"note", "note"},
    ValueName{"notes", "note"},      ValueName{"tag", "tag"},         ValueName{"tags", "tag"},
    ValueName{"summary", "summary"}, ValueName{"translation", "translation"}, ValueName{"abstract", "abstract"},
};
constexpr std::array kIsNames = {
    ValueName{"new", "new"},       ValueName{"cross", "cross"},   ValueName{"replaced", "replaced"}, ValueName{"read", "read"},
    ValueName{"unread", "unread"}, ValueName{"starred", "starred"}, ValueName{"later", "later"},
};
constexpr std::array kSortNames = {
    ValueName{"best", "best"},   ValueName{"relevance", "best"}, ValueName{"listed", "listed"},
    ValueName{"newest", "newest"}, ValueName{"date", "newest"},    ValueName{"title", "title"},
};

constexpr std::array<std::string_view, 4> kSorts = {"listed", "newest", "title", "best"};  // by Sort

char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// `lower` is in lower case.
bool begins_with(std::string_view lower, std::string_view prefix)
{
    return prefix.size() <= lower.size() &&
           std::equal(prefix.begin(), prefix.end(), lower.begin(), [](char a, char b) { return to_lower(a) == b; });
}

bool is_same(std::string_view lower, std::string_view name) { return lower.size() == name.size() && begins_with(lower, name); }

struct ValueNames {
    const ValueName* begin;
    const ValueName* end;
};
constexpr ValueNames kHasAll = {kHasNames.data(), kHasNames.data() + kHasNames.size()};
constexpr ValueNames kIsAll = {kIsNames.data(), kIsNames.data() + kIsNames.size()};
constexpr ValueNames kSortAll = {kSortNames.data(), kSortNames.data() + kSortNames.size()};

ValueNames names_of_values(QueryNames which) { return which == QueryNames::kHas ? kHasAll : which == QueryNames::kIs ? kIsAll : kSortAll; }

std::string_view canonical_in(ValueNames names, std::string_view name)
{
    for (const ValueName* n = names.begin; n != names.end; ++n)
        if (is_same(n->name, name)) return n->canonical;
    return {};
}

}  // namespace

const QueryField* field_named(std::string_view name)
{
    for (const QueryField& field : kFields)
        if (is_same(field.name, name)) return &field;
    return nullptr;
}

std::optional<Sort> sort_named(std::string_view name)
{
    const auto found = std::find(kSorts.begin(), kSorts.end(), canonical_in(kSortAll, name));
    if (found == kSorts.end()) return std::nullopt;
    return static_cast<Sort>(found - kSorts.begin());
}

std::string_view name_of(SearchField words)
{
    for (const QueryField& field : kFields)
        if (field.kind == Kind::kWords && field.words == words) return field.name;
    return {};
}

std::string_view name_of(QueryFilter::Field filter)
{
    for (const QueryField& field : kFields)
        if (field.kind == Kind::kFilter && field.filter == filter) return field.name;
    return {};
}

std::string_view name_of(Sort sort) { return kSorts[static_cast<std::size_t>(sort)]; }

std::string_view canonical_has(std::string_view name) { return canonical_in(kHasAll, name); }
std::string_view canonical_is(std::string_view name) { return canonical_in(kIsAll, name); }

bool is_beginning(QueryNames which, std::string_view prefix)
{
    const ValueNames all = names_of_values(which);
    return std::any_of(all.begin, all.end, [&](const ValueName& n) { return begins_with(n.name, prefix); });
}

std::vector<std::string_view> names_beginning(QueryNames which, std::string_view prefix)
{
    std::vector<std::string_view> names;
    if (which == QueryNames::kFields) {
        const QueryField* last = nullptr;
        for (const QueryField& field : kFields) {
            const bool is_alias = last && last->kind == field.kind && last->words == field.words && last->filter == field.filter && last->form == field.form;
            if (!is_alias && begins_with(field.name, prefix)) names.push_back(field.name);
            last = &field;
        }
        return names;
    }
    const ValueNames all = names_of_values(which);
    for (const ValueName* n = all.begin; n != all.end; ++n)
        if (n->name == n->canonical && begins_with(n->name, prefix)) names.push_back(n->name);
    return names;
}

}  // namespace paperdeck
