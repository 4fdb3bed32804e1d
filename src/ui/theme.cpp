#include "ui/theme.h"

namespace paperdeck::ui {
namespace {

constexpr Color rgb(std::uint32_t hex)
{
    return 0xFF000000u | ((hex & 0xFF) << 16) | (hex & 0xFF00) | ((hex >> 16) & 0xFF);
}

constexpr Theme kLight = {
    rgb(0xf6f5f2), rgb(0xfbfaf8), rgb(0xffffff), rgb(0xe4e1da), rgb(0x1d1c1a), rgb(0x5d5a54),
    rgb(0x716d65), rgb(0xb3261e), rgb(0xfbe9e6), rgb(0xffffff), rgb(0xffe9a8), rgb(0xefece6),
    rgb(0x1f5fbf), rgb(0x2f7d4f), rgb(0x1f5fbf), 0x66000000u, with_alpha(rgb(0x1f5fbf), 0.25f), rgb(0x6b3fd4)};
constexpr Theme kDark = {
    rgb(0x141416), rgb(0x19191c), rgb(0x1f1f23), rgb(0x2e2e34), rgb(0xececea), rgb(0xadaaa4),
    rgb(0x96928b), rgb(0xff8a7a), rgb(0x3a2320), rgb(0x1f1f23), rgb(0x5c4a12), rgb(0x2a2a2f),
    rgb(0x8ab4ff), rgb(0x7fcf9f), rgb(0x8ab4ff), 0x99000000u, with_alpha(rgb(0x8ab4ff), 0.25f), rgb(0xb39bff)};
// Every ink at least 7:1 on every ground it stands on, every line and edge at least 4.5:1.
constexpr Theme kLightContrast = {
    rgb(0xffffff), rgb(0xffffff), rgb(0xffffff), rgb(0x6b6862), rgb(0x000000), rgb(0x2b2926),
    rgb(0x3d3a36), rgb(0x8f120b), rgb(0xfbe9e6), rgb(0xffffff), rgb(0xffd84d), rgb(0xefece6),
    rgb(0x003f9e), rgb(0x0d4f29), rgb(0x003f9e), 0x99000000u, with_alpha(rgb(0x003f9e), 0.25f), rgb(0x4a1fb8)};
constexpr Theme kDarkContrast = {
    rgb(0x000000), rgb(0x000000), rgb(0x0c0c0e), rgb(0x8b8890), rgb(0xffffff), rgb(0xe6e3de),
    rgb(0xd0ccc6), rgb(0xffa99d), rgb(0x3a2320), rgb(0x000000), rgb(0x6b5200), rgb(0x26262b),
    rgb(0xb5d0ff), rgb(0xa5ebc1), rgb(0xb5d0ff), 0xCC000000u, with_alpha(rgb(0xb5d0ff), 0.25f), rgb(0xd0beff)};

}  // namespace

const Theme& theme_of(bool is_dark, bool has_more_contrast)
{
    if (has_more_contrast) return is_dark ? kDarkContrast : kLightContrast;
    return is_dark ? kDark : kLight;
}

Color mix(Color a, Color b, float share)
{
    Color out = 0;
    for (int shift = 0; shift < 32; shift += 8) {
        const float from = static_cast<float>((a >> shift) & 0xFF);
        const float to = static_cast<float>((b >> shift) & 0xFF);
        out |= static_cast<Color>(from + (to - from) * share + 0.5f) << shift;
    }
    return out;
}

}  // namespace paperdeck::ui
