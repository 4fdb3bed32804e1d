#include "base/date.h"

#include <doctest/doctest.h>

using namespace paperdeck;

namespace {
std::string found(std::string_view text)
{
    const auto date = find_date(text);
    return date ? to_iso(*date) : "none";
}
}  // namespace

TEST_CASE("a day is found in every form that digests write it")
{
    CHECK(found("# ArXiv cs.CV --Thu, 11 Mar 2021") == "2021-03-11");
    CHECK(found("11 March 2021") == "2021-03-11");
    CHECK(found("Papers of March 11, 2021") == "2021-03-11");
    CHECK(found("Showing new listings for Friday, 20 February 2026") == "2026-02-20");
    CHECK(found("9-May-2025") == "2025-05-09");
    CHECK(found("2021-03-11.cs.CV.md") == "2021-03-11");
    CHECK(found("2021/3/11") == "2021-03-11");
    CHECK(found("2026\u5E7406\u670803\u65E5") == "2026-06-03");
    CHECK(found("20210311") == "2021-03-11");
    CHECK(found("20251010_Fri") == "2025-10-10");
    CHECK(found("the 1st Sept. 2020") == "2020-09-01");
    CHECK(found("2026-02-20 04:13:04-Arxiv-Daily-Paper.md") == "2026-02-20");
}

TEST_CASE("numbers that are no day are passed over")
{
    CHECK(found("arXiv:2103.06255v2") == "none");
    CHECK(found("hep-th/9901001") == "none");
    CHECK(found("2103.20210311") == "none");
    CHECK(found("120210311") == "none");
    CHECK(found("2021-13-01") == "none");
    CHECK(found("30 Feb 2021") == "none");
    CHECK(found("May 2021") == "none");
    CHECK(found("version 1.2.3") == "none");
    CHECK(found("2103.06255, read on 12 March 2021") == "2021-03-12");
    CHECK(found("Marching 11, 2021") == "none");
}

TEST_CASE("only an ISO day parses as one")
{
    CHECK(parse_iso_date("2021-03-11") == Date{2021, 3, 11});
    for (const char* text : {"2021-3-11", "2021-03-11 ", "2021-02-29", "", "20210311", "2021-03-1x"}) CHECK_FALSE(parse_iso_date(text));
    CHECK(parse_iso_date("2020-02-29").has_value());
    CHECK_FALSE(parse_iso_date("1900-02-29").has_value());
}

TEST_CASE("weekdays are right across months, leap days and centuries")
{
    CHECK(weekday({2021, 3, 11}) == 3);
    CHECK(weekday({2000, 2, 29}) == 1);
    CHECK(weekday({1999, 12, 31}) == 4);
    CHECK(weekday({2024, 1, 1}) == 0);
    Date day{1999, 1, 1};
    for (int expected = weekday(day); day.year < 2005; expected = (expected + 1) % 7) {
        CHECK(weekday(day) == expected);
        if (++day.day > days_in_month(day.year, day.month)) {
            day.day = 1;
            if (++day.month > 12) day = {day.year + 1, 1, 1};
        }
    }
}

TEST_CASE("days are written as ISO and in words, no day as nothing")
{
    CHECK(to_iso({2021, 3, 1}) == "2021-03-01");
    CHECK(to_words({2021, 3, 11}) == "Thu 11 Mar 2021");
    CHECK(month_name(2021, 3) == "March 2021");
    CHECK(to_iso({}).empty());
    CHECK(to_words({}).empty());
    CHECK(Date{2021, 3, 11} < Date{2021, 4, 1});
}
