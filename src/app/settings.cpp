#include "app/settings.h"

#include <charconv>
#include <string>

#include "platform/platform.h"

namespace paperdeck::app {
namespace {

using ui::Setting;

constexpr const char* kNames[ui::kSettingCount] = {"theme", "abstracts", "density", "text-size", "sidebar-width", "detail-width", "zoom", "text"};
// The page reads this one before the program is there (web/index.html).
constexpr std::string_view kThemes[] = {"", "light", "dark"};

int theme_named(std::string_view name)
{
    for (int i = 1; i < 3; ++i)
        if (kThemes[i] == name) return i;
    return 0;
}

}  // namespace

ui::Settings load_settings()
{
    ui::Settings settings;
    for (std::size_t i = 0; i < ui::kSettingCount; ++i) {
        const auto setting = static_cast<Setting>(i);
        const std::string text = platform::load_setting(kNames[i]);
        int value = 0;
        if (setting == Setting::kTheme)
            settings.set(setting, theme_named(text));
        else if (std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc())
            settings.set(setting, value);
    }
    return settings;
}

void change_setting(ui::Settings& settings, ui::Setting setting, int value)
{
    if (settings.get(setting) == value) return;
    settings.set(setting, value);
    const int kept = settings.get(setting);
    const std::string text = setting == Setting::kTheme ? std::string(kThemes[kept]) : std::to_string(kept);
    platform::save_setting(kNames[static_cast<std::size_t>(setting)], text);
}

}  // namespace paperdeck::app
