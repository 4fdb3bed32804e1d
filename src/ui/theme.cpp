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
    rgb(0x1f5fbf), rgb(0x2f7d4f), rgb(0x1f5fbf), 0x66000000u};
constexpr Theme kDark = {
    rgb(0x141416), rgb(0x19191c), rgb(0x1f1f23), rgb(0x2e2e34), rgb(0xececea), rgb(0xadaaa4),
    rgb(0x96928b), rgb(0xff8a7a), rgb(0x3a2320), rgb(0x1f1f23), rgb(0x5c4a12), rgb(0x2a2a2f),
    rgb(0x8ab4ff), rgb(0x7fcf9f), rgb(0x8ab4ff), 0x99000000u};

}  // namespace

const Theme& light_theme() { return kLight; }
const Theme& dark_theme() { return kDark; }

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

Color with_alpha(Color color, float alpha)
{
    return (color & 0x00FFFFFFu) | (static_cast<Color>(alpha * 255.0f + 0.5f) << 24);
}

}  // namespace paperdeck::ui
