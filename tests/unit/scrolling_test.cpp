#include <doctest/doctest.h>

#include <cmath>
#include <string>
#include <vector>

#include "base/runs.h"
#include "ui/glide.h"
#include "ui/thumb.h"

using namespace paperdeck;
using namespace paperdeck::ui;

TEST_CASE("the thumb of a list of 100,000 cards is long enough to grab and reaches both ends")
{
    Extent extent = {0, 800, 19'000'000};
    CHECK(thumb_of(extent, 800).length == 32);
    CHECK(thumb_of(extent, 800).y == 0);
    extent.top = extent.furthest();
    CHECK(thumb_of(extent, 800).y == doctest::Approx(800 - 32));
    CHECK(thumb_of({0, 800, 700}, 800).length == 800);
    CHECK(thumb_of({0, 800, 1600}, 800).length == 400);
}

TEST_CASE("where the thumb stands gives back the place in the list, exact past the reach of floats")
{
    for (const double top : {0.0, 1.0, 16'777'217.0, 18'999'199.5}) {
        const Extent extent = {top, 800, 19'000'000};
        CHECK(std::fabs(top_of_thumb(extent, 800, thumb_of(extent, 800).y) - top) < 1e-6);
    }
    CHECK(top_of_thumb({0, 800, 1600}, 800, 1e9) == 800);
    CHECK(top_of_thumb({0, 800, 1600}, 800, -5) == 0);
    CHECK(top_of_thumb({0, 800, 700}, 800, 10) == 0);
}

TEST_CASE("a list that is let go of glides as far at any frame rate, and stops")
{
    const auto distance = [](double dt_s) {
        Glide glide;
        glide.press(0);
        for (int i = 1; i <= 10; ++i) glide.drag(16, i * 0.016);
        glide.lift(0.165);
        double sum = 0;
        int frames = 0;
        while (glide.is_moving() && ++frames < 10000) sum += glide.advance(dt_s);
        CHECK(frames < 10000);
        return sum;
    };
    // About 1000 px/s times the time constant.
    CHECK(distance(1 / 60.0) == doctest::Approx(320).epsilon(0.1));
    CHECK(distance(1 / 20.0) == doctest::Approx(distance(1 / 120.0)).epsilon(0.02));
}

TEST_CASE("a finger that rests before it lifts leaves the list at rest, and one that touches stops it")
{
    Glide glide;
    glide.press(0);
    for (int i = 1; i <= 10; ++i) glide.drag(16, i * 0.016);
    glide.lift(1.0);
    CHECK_FALSE(glide.is_moving());
    glide.press(2);
    glide.drag(20, 2.016);
    glide.drag(20, 2.032);
    glide.lift(2.04);
    CHECK(glide.is_moving());
    glide.press(2.1);
    CHECK_FALSE(glide.is_moving());
    glide.lift(2.2);
    CHECK_FALSE(glide.is_moving());
}

TEST_CASE("the starts of runs are found without asking for every element")
{
    std::vector<int> keys;
    for (int day = 0; day < 400; ++day) keys.insert(keys.end(), static_cast<std::size_t>(1 + (day * 37) % 500), day);
    int asked = 0;
    const auto starts = starts_of_runs(keys.size(), [&](std::size_t i) {
        ++asked;
        return keys[i];
    });
    REQUIRE(starts.size() == 400);
    for (std::size_t i = 0; i < starts.size(); ++i) {
        CHECK(keys[starts[i]] == static_cast<int>(i));
        CHECK((starts[i] == 0 || keys[starts[i] - 1] == static_cast<int>(i) - 1));
    }
    CHECK(asked < static_cast<int>(keys.size()) / 10);
    CHECK(starts_of_runs(0, [](std::size_t) { return 0; }).empty());
}
