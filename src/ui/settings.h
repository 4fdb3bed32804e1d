// What the reader chose about the look of things, and the program remembers. Whole numbers by name, so that one
// command sets any of them and one loop keeps them (app/settings).
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace paperdeck::ui {

enum class Setting : std::uint8_t { kTheme, kAbstracts, kDensity, kTextSize, kSidebarWidth, kDetailWidth, kZoom, kText, kHighlights };
inline constexpr std::size_t kSettingCount = 9;

enum class ThemeChoice { kSystem, kLight, kDark };
enum class Abstracts { kHidden, kShort, kFull };
enum class Density { kComfortable, kCompact };
enum class Text { kOriginal, kTranslation };
enum class TextSize { kSmall, kMedium, kLarge, kLarger };

// What values each may have, in the order of Setting.
struct SettingRange {
    int least, most;
};
inline constexpr SettingRange kSettingRanges[kSettingCount] = {{0, 2}, {0, 2}, {0, 1}, {0, 3}, {0, 2000}, {0, 4000}, {50, 300}, {0, 1}, {0, 2}};
inline constexpr float kTextScales[] = {0.9f, 1.0f, 1.15f, 1.35f};

class Settings {
public:
    int get(Setting setting) const { return values_[static_cast<std::size_t>(setting)]; }
    // A value out of range becomes the nearest that is in it.
    void set(Setting setting, int value)
    {
        const auto i = static_cast<std::size_t>(setting);
        values_[i] = std::clamp(value, kSettingRanges[i].least, kSettingRanges[i].most);
    }

    Abstracts abstracts() const { return static_cast<Abstracts>(get(Setting::kAbstracts)); }
    bool is_compact() const { return get(Setting::kDensity) == static_cast<int>(Density::kCompact); }
    // Titles and abstracts in translation, where the digest has one.
    bool is_translated() const { return get(Setting::kText) == static_cast<int>(Text::kTranslation); }
    // Of the text of cards and papers, against its size in the design.
    float text_scale() const { return kTextScales[get(Setting::kTextSize)]; }

    friend bool operator==(const Settings&, const Settings&) = default;

private:
    // Widths in px, 0: as the window has it; the zoom in per cent.
    std::array<int, kSettingCount> values_ = {0, static_cast<int>(Abstracts::kShort), 0, static_cast<int>(TextSize::kMedium), 0, 0, 100, 0, 0};
};

// The number of a command that gives a setting a value: CommandKind::kSet.
constexpr std::uint32_t setting_number(Setting setting, int value)
{
    return static_cast<std::uint32_t>(setting) << 16 | static_cast<std::uint32_t>(value);
}

// The next zoom in the steps that browsers have, up (1) or down (-1).
inline int zoom_step(int percent, int direction)
{
    constexpr int kZooms[] = {50, 67, 75, 80, 90, 100, 110, 125, 150, 175, 200, 250, 300};
    int next = percent;
    for (const int zoom : kZooms) {
        if (direction > 0 && zoom > percent) return zoom;
        if (direction < 0 && zoom < percent) next = zoom;
    }
    return next;
}

}  // namespace paperdeck::ui
