// Values of filters in their one form.
#include <algorithm>

#include "base/date.h"
#include "digest/arxiv.h"
#include "digest/styled_text.h"
#include "search/query_lexer.h"
#include "search/query_names.h"

namespace paperdeck {
namespace {

using Field = QueryFilter::Field;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string canonical_category_filter(std::string_view value)
{
    const bool has_star = value.size() > 2 && value.substr(value.size() - 2) == ".*";
    if (has_star) value.remove_suffix(2);
    const std::string code = canonical_category(value);
    if (is_archive(code) && (has_star || !is_category_code(code))) return code + ".*";
    return !has_star && is_category_code(code) ? code : std::string();
}

// "2021", "2021-03", "2021-03-11": its first day.
std::optional<Date> first_day(std::string_view value)
{
    constexpr std::string_view kFirstOfYear = "0000-01-01";
    if (value.size() != 4 && value.size() != 7 && value.size() != 10) return std::nullopt;
    if (!std::all_of(value.begin(), value.end(), [](char c) { return is_digit(c) || c == '-'; })) return std::nullopt;
    const auto date = parse_iso_date(std::string(value) + std::string(kFirstOfYear.substr(value.size())));
    return date && date->year >= 1900 ? date : std::nullopt;
}

// The day, month or year beside `value`; empty where that is no day any more.
std::string neighbour(std::string_view value, int step)
{
    Date date = *first_day(value);
    if (value.size() == 4) date.year += step;
    if (value.size() == 7) date.month += step;
    if (value.size() == 10) date.day += step;
    const auto turn_month = [&] {
        if (date.month == 0) date.month = 12, --date.year;
        if (date.month == 13) date.month = 1, ++date.year;
    };
    turn_month();
    if (date.day == 0) {
        --date.month;
        turn_month();
        date.day = days_in_month(date.year, date.month);
    } else if (date.day > days_in_month(date.year, date.month)) {
        date.day = 1;
        ++date.month;
        turn_month();
    }
    if (!is_valid(date)) return {};
    const std::string near = to_iso(date).substr(0, value.size());
    return first_day(near) ? near : std::string();
}

// "7d", "2w", "3m", "1y"
std::string canonical_span(std::string_view value)
{
    while (value.size() > 2 && value.front() == '0') value.remove_prefix(1);
    if (value.size() < 2 || value.size() > 5 || value.front() == '0') return {};
    std::string span(value);
    if (span.back() < 'a') span.back() = static_cast<char>(span.back() + 32);
    const bool is_number = std::all_of(span.begin(), span.end() - 1, is_digit);
    return is_number && std::string_view("dwmy").find(span.back()) != std::string_view::npos ? span : std::string();
}

std::string canonical_range(std::string_view first, std::string_view last)
{
    if (first.empty() && last.empty()) return {};
    if ((!first.empty() && !first_day(first)) || (!last.empty() && !first_day(last))) return {};
    if (first == last) return std::string(first);
    const bool is_backwards = !first.empty() && !last.empty() && first.substr(0, last.size()) > last;
    if (is_backwards) std::swap(first, last);
    return std::string(first) + ".." + std::string(last);
}

std::string canonical_days(std::string_view value, DateForm form)
{
    if (form == DateForm::kNewerThan) return canonical_span(value);
    const bool is_before = form == DateForm::kBefore || value.substr(0, 1) == "<";
    const bool is_after = form == DateForm::kAfter || value.substr(0, 1) == ">";
    if (form == DateForm::kPlain && (is_before || is_after)) {
        value.remove_prefix(1);
        if (value.substr(0, 1) == "=") return is_after ? canonical_range(value.substr(1), {}) : canonical_range({}, value.substr(1));
    }
    if (is_before || is_after) {
        if (!first_day(value)) return {};
        const std::string near = neighbour(value, is_after ? 1 : -1);
        return is_after ? canonical_range(near, {}) : canonical_range({}, near);
    }
    const std::size_t dots = value.find("..");
    if (dots != std::string_view::npos) return canonical_range(value.substr(0, dots), value.substr(dots + 2));
    return first_day(value) ? std::string(value) : canonical_span(value);
}

// Lists of ids are pasted with what stands between them.
std::string canonical_id(std::string_view value)
{
    value = value.substr(0, value.find_last_not_of(",;.") + 1);
    auto id = parse_arxiv_id(value);
    if (!id) id = arxiv_id_in_url(value);
    return id ? id->id : std::string();
}

// A quote cannot stand in quotes.
std::string canonical_tag(std::string_view value)
{
    std::string tag;
    for (std::size_t at = 0; at < value.size();) {
        const std::size_t quote = quote_length(value, at);
        tag += quote > 0 ? '\'' : value[at];
        at += std::max<std::size_t>(quote, 1);
    }
    return one_blank_each(tag);
}

bool has_only(std::string_view value, std::string_view characters) { return value.find_first_not_of(characters) == std::string_view::npos; }

// "2", "2021-", "2021-0": less than a day.
bool begins_day(std::string_view value)
{
    if (value.size() > 9) return false;
    for (std::size_t i = 0; i < value.size(); ++i)
        if (i == 4 || i == 7 ? value[i] != '-' : !is_digit(value[i])) return false;
    return true;
}

// The last of two days; behind ">=" and its like.
std::string_view last_day(std::string_view value)
{
    const std::size_t dots = value.find("..");
    if (dots != std::string_view::npos) return value.substr(dots + 2);
    value.remove_prefix(!value.empty() && (value.front() == '<' || value.front() == '>') ? 1 : 0);
    value.remove_prefix(!value.empty() && value.front() == '=' ? 1 : 0);
    if (!value.empty() && value.back() == '.') value.remove_suffix(1);
    return value;
}

}  // namespace

bool may_become_value(QueryFilter::Field field, std::string_view value, DateForm form)
{
    switch (field) {
        case Field::kCategory: return begins_category(value);
        case Field::kDate: return form == DateForm::kNewerThan ? has_only(value, "0123456789") : begins_day(form == DateForm::kPlain ? last_day(value) : value);
        case Field::kHas: return is_beginning(QueryNames::kHas, value);
        case Field::kId: return has_only(value, "0123456789.");
        case Field::kIs: return is_beginning(QueryNames::kIs, value);
        case Field::kTag: return false;  // any text is a tag
    }
    return false;
}

std::string canonical_value(QueryFilter::Field field, std::string_view value, DateForm form)
{
    switch (field) {
        case Field::kCategory: return canonical_category_filter(value);
        case Field::kDate: return canonical_days(value, form);
        case Field::kHas: return std::string(canonical_has(value));
        case Field::kId: return canonical_id(value);
        case Field::kIs: return std::string(canonical_is(value));
        case Field::kTag: return canonical_tag(value);
    }
    return {};
}

}  // namespace paperdeck
