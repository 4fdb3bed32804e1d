#include "app/settings.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include "platform/platform.h"

namespace paperdeck::app {
namespace {

using ui::Setting;

constexpr const char* kNames[ui::kSettingCount] = {"theme", "abstracts", "density", "text-size", "sidebar-width", "detail-width", "zoom", "text", "highlights"};
constexpr const char* kListNames[] = {"highlight-words", "highlight-authors"};
// The page reads this one before the program is there (web/index.html).
constexpr std::string_view kThemes[] = {"", "light", "dark"};

int theme_named(std::string_view name)
{
    for (int i = 1; i < 3; ++i)
        if (kThemes[i] == name) return i;
    return 0;
}

}  // namespace

ui::HighlightLists load_highlights() { return {platform::load_setting(kListNames[0]), platform::load_setting(kListNames[1])}; }

void keep_highlights(ui::HighlightLists& lists)
{
    for (auto [name, list] : {std::pair(kListNames[0], &lists.words), std::pair(kListNames[1], &lists.authors)}) {
        std::size_t kept = std::min(list->size(), ui::kMostListBytes);
        while (kept < list->size() && kept > 0 && (static_cast<unsigned char>((*list)[kept]) & 0xC0) == 0x80) --kept;
        list->resize(kept);
        platform::save_setting(name, *list);
    }
}

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
