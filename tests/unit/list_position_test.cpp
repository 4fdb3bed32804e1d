#include "text/list_position.h"

#include <doctest/doctest.h>

#include <cmath>
#include <random>

using namespace paperdeck;

namespace {

constexpr double kView = 800;
constexpr double kContext = 48;

// Rows with heights of their own, which the list does not know before it asks.
class Rows final : public RowMeasure {
public:
    Rows(std::size_t count, std::uint32_t seed)
    {
        std::mt19937 random(seed);
        for (std::size_t i = 0; i < count; ++i) heights.push_back(static_cast<std::int32_t>(60 + random() % 400));
    }
    std::int32_t measure_px(std::size_t row) override
    {
        ++measured;
        return heights[row];
    }

    std::vector<std::int32_t> heights;
    int measured = 0;
};

ListPosition guessed(const Rows& rows)
{
    ListPosition list;
    list.reset(std::vector<std::int32_t>(rows.heights.size(), 190));
    return list;
}

// Where the view shows the top of a row, by the rows' true heights.
double y_of(const ListPosition& list, const Rows& rows, std::size_t row)
{
    double y = -list.offset_px();
    for (std::size_t r = list.row(); r < row; ++r) y += rows.heights[r];
    for (std::size_t r = row; r < list.row(); ++r) y -= rows.heights[r];
    return y;
}

bool is_within(const ListPosition& list, const Rows& rows)
{
    const bool has_top = list.offset_px() >= 0 && list.offset_px() < rows.heights[list.row()];
    double bottom = -list.offset_px();
    for (std::size_t r = list.row(); r < list.size(); ++r) bottom += rows.heights[r];
    return has_top && (bottom >= kView || (list.row() == 0 && list.offset_px() == 0));
}

}  // namespace

TEST_CASE("what is in view moves by just the distance scrolled, whatever the guesses were")
{
    Rows rows(100000, 11);
    ListPosition list = guessed(rows);
    std::mt19937 random(12);
    list.settle(kView, rows);
    for (int step = 0; step < 5000; ++step) {
        // From fractions of a pixel to most of the view; now and then far away.
        if (step % 50 == 49) {
            list.scroll_to(static_cast<double>(random() % 19000000));
            list.settle(kView, rows);
        }
        const double distance = (static_cast<double>(random() % 12000) - 6000) / 8.0;
        const std::size_t seen = list.row() + 1;
        const double before = y_of(list, rows, seen);
        list.move(distance);
        const bool is_at_end = list.settle(kView, rows);
        REQUIRE(is_within(list, rows));
        if (!is_at_end) REQUIRE(std::fabs(before - distance - y_of(list, rows, seen)) < 1e-6);
    }
}

TEST_CASE("there and back again in small steps ends on the same pixel")
{
    Rows rows(100000, 3);
    ListPosition list = guessed(rows);
    list.go_to(50000, 17.25);
    list.settle(kView, rows);
    for (int i = 0; i < 4000; ++i) list.move(0.3125), list.settle(kView, rows);
    for (int i = 0; i < 2000; ++i) list.move(-0.625), list.settle(kView, rows);
    CHECK(list.row() == 50000);
    CHECK(list.offset_px() == doctest::Approx(17.25));
}

TEST_CASE("a move longer than the view measures no more rows than it shows")
{
    Rows rows(100000, 5);
    ListPosition list = guessed(rows);
    list.settle(kView, rows);
    for (const double distance : {5e6, -4e6, 1e7, -2000.0}) {
        rows.measured = 0;
        list.move(distance);
        list.settle(kView, rows);
        CHECK(is_within(list, rows));
        CHECK(rows.measured < 40);
    }
}

TEST_CASE("the list stops at its first and its last row, and says so")
{
    Rows rows(500, 6);
    ListPosition list = guessed(rows);
    list.move(-100);
    CHECK(list.settle(kView, rows));
    CHECK(list.row() == 0);
    CHECK(list.offset_px() == 0);
    list.move(1e9);
    CHECK(list.settle(kView, rows));
    const double last_bottom = y_of(list, rows, 499) + rows.heights[499];
    CHECK(last_bottom == doctest::Approx(kView));
    list.move(-1);
    CHECK_FALSE(list.settle(kView, rows));
}

TEST_CASE("a list shorter than the view stays at its start")
{
    Rows rows(2, 1);
    rows.heights = {100, 120};
    ListPosition list = guessed(rows);
    for (const double distance : {50.0, -50.0, 5000.0}) {
        list.move(distance);
        list.settle(kView, rows);
        CHECK(list.row() == 0);
        CHECK(list.offset_px() == 0);
    }
    ListPosition empty;
    empty.reset({});
    CHECK_FALSE(empty.settle(kView, rows));
}

TEST_CASE("a row is brought into view whole, with some of its neighbour, and with no more movement than that takes")
{
    Rows rows(1000, 9);
    ListPosition list = guessed(rows);
    const auto show = [&](std::size_t row) {
        list.bring_into_view(row, kView, kContext, rows);
        list.settle(kView, rows);
        return y_of(list, rows, row);
    };
    // Downwards row by row: each ends with its context above the lower edge.
    for (std::size_t row = 0; row < 300; ++row) {
        const double y = show(row);
        REQUIRE(y >= 0);
        REQUIRE(y + rows.heights[row] <= kView + 1e-9);
    }
    CHECK(show(301) + rows.heights[301] + kContext == doctest::Approx(kView));
    const std::size_t row = list.row();
    const double offset = list.offset_px();
    show(301);
    CHECK(list.row() == row);
    CHECK(list.offset_px() == offset);
    CHECK(show(20) == doctest::Approx(kContext));
    CHECK(show(900) == doctest::Approx(kContext));
    CHECK(show(0) == 0);
}

TEST_CASE("when all heights change the top row keeps its place in the view by its share")
{
    Rows rows(1000, 21);
    ListPosition list = guessed(rows);
    list.go_to(400, 30);
    list.settle(kView, rows);
    const std::size_t row = list.row();
    const double share = list.share();
    for (std::int32_t& height : rows.heights) height = height * 2 + 7;
    list.reset(std::vector<std::int32_t>(1000, 300));
    list.go_to(row, share * rows.heights[row]);
    list.settle(kView, rows);
    CHECK(list.row() == row);
    CHECK(list.share() == doctest::Approx(share));
}

TEST_CASE("scrolling to a height and reading it back agree past the reach of float pixels")
{
    Rows rows(100000, 33);
    ListPosition list;
    list.reset(rows.heights);
    for (const double top : {0.0, 1.5, 16777217.25, list.total_px() - kView}) {
        list.scroll_to(top);
        list.settle(kView, rows);
        CHECK(list.top_px() == doctest::Approx(top).epsilon(1e-12));
    }
}
