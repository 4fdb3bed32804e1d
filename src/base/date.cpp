#include "base/date.h"

#include <array>
#include <cstdio>

namespace paperdeck {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"January", "February", "March",     "April",   "May",      "June",
                                                      "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> kWeekdays = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

// arXiv began in 1991; a number outside these years is something else.
constexpr int kFirstYear = 1991;
constexpr int kLastYear = 2099;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

// A cursor over text that takes one piece after the other, or nothing.
class Scanner {
public:
    explicit Scanner(std::string_view text) : text_(text) {}

    // A run of digits of between `least` and `most` digits, no digit behind it; -1 where there is none.
    int number(int least, int most)
    {
        int value = 0, digits = 0;
        std::size_t i = at_;
        for (; i < text_.size() && is_digit(text_[i]); ++i) {
            if (++digits > most) return -1;
            value = value * 10 + (text_[i] - '0');
        }
        if (digits < least) return -1;
        at_ = i;
        return value;
    }

    bool literal(std::string_view piece)
    {
        if (text_.substr(at_, piece.size()) != piece) return false;
        at_ += piece.size();
        return true;
    }

    // Takes any of `characters`, as many as there are; true where there was one.
    bool any_of(std::string_view characters)
    {
        const std::size_t before = at_;
        while (at_ < text_.size() && characters.find(text_[at_]) != std::string_view::npos) ++at_;
        return at_ > before;
    }

    // "Mar", "March", "Sept." → 1 to 12; 0 where no month stands here.
    int month_word()
    {
        std::size_t end = at_;
        while (end < text_.size() && is_letter(text_[end])) ++end;
        const std::string_view word = text_.substr(at_, end - at_);
        if (word.size() < 3) return 0;
        for (std::size_t m = 0; m < kMonths.size(); ++m) {
            const bool is_short = word.size() == 3 || (m == 8 && word.size() == 4);
            if (!is_short && word.size() != kMonths[m].size()) continue;
            bool same = true;
            for (std::size_t i = 0; i < word.size() && same; ++i) same = to_lower(word[i]) == to_lower(kMonths[m][i]);
            if (!same) continue;
            at_ = end;
            literal(".");
            return static_cast<int>(m) + 1;
        }
        return 0;
    }

    void ordinal_suffix()
    {
        for (const std::string_view suffix : {"st", "nd", "rd", "th"})
            if (literal(suffix)) return;
    }

    char next() const { return at_ < text_.size() ? text_[at_] : '\0'; }

private:
    std::string_view text_;
    std::size_t at_ = 0;
};

std::optional<Date> plausible(int year, int month, int day)
{
    const Date date{year, month, day};
    if (year < kFirstYear || year > kLastYear || !is_valid(date)) return std::nullopt;
    return date;
}

// 2021-03-11, 2021/3/11, 2021.03.11, 2021_03_11, 2026年06月03日
std::optional<Date> year_first(std::string_view text)
{
    Scanner s(text);
    const int year = s.number(4, 4);
    if (year < 0) return std::nullopt;
    const char separator = s.next();
    if (separator == '-' || separator == '/' || separator == '.' || separator == '_') {
        const std::string_view one(&separator, 1);
        if (!s.literal(one)) return std::nullopt;
        const int month = s.number(1, 2);
        if (month < 0 || !s.literal(one)) return std::nullopt;
        return plausible(year, month, s.number(1, 2));
    }
    s.any_of(" ");
    if (!s.literal("年")) return std::nullopt;
    s.any_of(" ");
    const int month = s.number(1, 2);
    s.any_of(" ");
    if (month < 0 || !s.literal("月")) return std::nullopt;
    s.any_of(" ");
    return plausible(year, month, s.number(1, 2));
}

// 20210311
std::optional<Date> eight_digits(std::string_view text)
{
    Scanner s(text);
    const int number = s.number(8, 8);
    if (number < 0) return std::nullopt;
    return plausible(number / 10000, number / 100 % 100, number % 100);
}

// 11 March 2021, 9-May-2025, 11th Mar., 2021
std::optional<Date> day_first(std::string_view text)
{
    Scanner s(text);
    const int day = s.number(1, 2);
    if (day < 0) return std::nullopt;
    s.ordinal_suffix();
    if (!s.any_of(" -/_.")) return std::nullopt;
    const int month = s.month_word();
    if (month == 0 || !s.any_of(" -/_.,")) return std::nullopt;
    return plausible(s.number(4, 4), month, day);
}

// March 11, 2021
std::optional<Date> month_first(std::string_view text)
{
    Scanner s(text);
    const int month = s.month_word();
    if (month == 0 || !s.any_of(" -_")) return std::nullopt;
    const int day = s.number(1, 2);
    if (day < 0) return std::nullopt;
    s.ordinal_suffix();
    if (!s.any_of(" ,-_")) return std::nullopt;
    return plausible(s.number(4, 4), month, day);
}

}  // namespace

int days_in_month(int year, int month)
{
    constexpr std::array<int, 12> kDays = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12) return 0;
    return month == 2 && is_leap(year) ? 29 : kDays[static_cast<std::size_t>(month) - 1];
}

bool is_valid(const Date& date)
{
    return date.year >= 1 && date.year <= 9999 && date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

int weekday(const Date& date)
{
    // Sakamoto's method: days before the month, in a year that begins in March.
    constexpr std::array<int, 12> kShift = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
    const int y = date.month < 3 ? date.year - 1 : date.year;
    const int sunday_first = (y + y / 4 - y / 100 + y / 400 + kShift[static_cast<std::size_t>(date.month) - 1] + date.day) % 7;
    return (sunday_first + 6) % 7;
}

std::string to_iso(const Date& date)
{
    if (!date) return {};
    char buffer[48];
    std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", date.year, date.month, date.day);
    return buffer;
}

std::string to_words(const Date& date)
{
    if (!is_valid(date)) return {};
    const std::string day = std::to_string(date.day), year = std::to_string(date.year);
    return std::string(kWeekdays[static_cast<std::size_t>(weekday(date))]) + " " + day + " " +
           std::string(kMonths[static_cast<std::size_t>(date.month) - 1].substr(0, 3)) + " " + year;
}

std::string month_name(int year, int month)
{
    if (month < 1 || month > 12) return {};
    return std::string(kMonths[static_cast<std::size_t>(month) - 1]) + " " + std::to_string(year);
}

std::optional<Date> parse_iso_date(std::string_view text)
{
    if (text.size() != 10) return std::nullopt;
    Scanner s(text);
    Date date;
    date.year = s.number(4, 4);
    if (!s.literal("-")) return std::nullopt;
    date.month = s.number(2, 2);
    if (!s.literal("-")) return std::nullopt;
    date.day = s.number(2, 2);
    if (!is_valid(date)) return std::nullopt;
    return date;
}

std::optional<Date> find_date(std::string_view text)
{
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char before = i > 0 ? text[i - 1] : ' ';
        const std::string_view rest = text.substr(i);
        if (is_digit(text[i])) {
            // Not the tail of a longer number, and not what stands behind the dot of an arXiv id.
            const bool is_tail = is_digit(before) || (before == '.' && i > 1 && is_digit(text[i - 2]));
            if (!is_tail) {
                for (const auto form : {year_first, eight_digits, day_first})
                    if (const auto date = form(rest)) return date;
            }
            while (i + 1 < text.size() && is_digit(text[i + 1])) ++i;
        } else if (is_letter(text[i])) {
            if (const auto date = month_first(rest)) return date;
            while (i + 1 < text.size() && is_letter(text[i + 1])) ++i;
        }
    }
    return std::nullopt;
}

// https://howardhinnant.github.io/date_algorithms.html
int day_serial(const Date& date)
{
    const int year = date.year - (date.month <= 2);
    const int era = year / 400, of_era = year - era * 400;
    const int of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

Date date_of_serial(int serial)
{
    serial += 719468;
    const int era = serial / 146097, of_era = serial - era * 146097;
    const int year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
    const int of_year = of_era - (365 * year + year / 4 - year / 100);
    const int shifted = (5 * of_year + 2) / 153;
    const int month = shifted + (shifted < 10 ? 3 : -9);
    return {year + era * 400 + (month <= 2), month, of_year - (153 * shifted + 2) / 5 + 1};
}

}  // namespace paperdeck
