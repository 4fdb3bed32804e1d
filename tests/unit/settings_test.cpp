#include "ui/settings.h"

#include <doctest/doctest.h>

using namespace paperdeck::ui;

TEST_CASE("a setting out of its range becomes the nearest value in it")
{
    Settings settings;
    settings.set(Setting::kZoom, 1000);
    CHECK(settings.get(Setting::kZoom) == 300);
    settings.set(Setting::kZoom, 1);
    CHECK(settings.get(Setting::kZoom) == 50);
    settings.set(Setting::kAbstracts, -1);
    CHECK(settings.abstracts() == Abstracts::kHidden);
    settings.set(Setting::kTextSize, 9);
    CHECK(settings.get(Setting::kTextSize) == static_cast<int>(TextSize::kLarger));
}

TEST_CASE("text grows with every size, and medium is the design's own")
{
    Settings settings;
    CHECK(settings.text_scale() == 1.0f);
    float last = 0;
    for (int size = 0; size < 4; ++size) {
        settings.set(Setting::kTextSize, size);
        CHECK(settings.text_scale() > last);
        last = settings.text_scale();
    }
}

TEST_CASE("zoom goes in the steps of browsers, and stops at both ends")
{
    CHECK(zoom_step(100, 1) == 110);
    CHECK(zoom_step(100, -1) == 90);
    CHECK(zoom_step(105, 1) == 110);
    CHECK(zoom_step(105, -1) == 100);
    CHECK(zoom_step(300, 1) == 300);
    CHECK(zoom_step(50, -1) == 50);
    int percent = 50;
    for (int i = 0; i < 12; ++i) percent = zoom_step(percent, 1);
    CHECK(percent == 300);
    for (int i = 0; i < 12; ++i) percent = zoom_step(percent, -1);
    CHECK(percent == 50);
}
