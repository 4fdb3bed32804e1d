// Calendar days. A digest has a day, never a time of day or a zone.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace paperdeck {

// A day of the proleptic Gregorian calendar; year 0 means "no day".
struct Date {
    int year = 0;
    int month = 0;  // 1 to 12
    int day = 0;    // 1 to 31

    explicit operator bool() const { return year != 0; }
    friend auto operator<=>(const Date&, const Date&) = default;
};

bool is_valid(const Date& date);

// 0 is Monday, 6 is Sunday. `date` must be valid.
int weekday(const Date& date);
// Days since 1970-01-01, and back.
int day_serial(const Date& date);
Date date_of_serial(int serial);
int days_in_month(int year, int month);

// "2021-03-11"; empty for no day.
std::string to_iso(const Date& date);
// "Thu 11 Mar 2021"; empty for no day.
std::string to_words(const Date& date);
// "March 2021"
std::string month_name(int year, int month);

// "2021-03-11" and nothing else.
std::optional<Date> parse_iso_date(std::string_view text);

// The first day named anywhere in `text`, in the forms digests use: "Thu, 11 Mar 2021",
// "11 March 2021", "March 11, 2021", "9-May-2025", "2021-03-11", "2021/03/11", "2026年06月03日",
// "20210311". A number that is part of an arXiv id or a longer number is not a day.
std::optional<Date> find_date(std::string_view text);

}  // namespace paperdeck
