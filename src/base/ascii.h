// Letters of ASCII, which labels, hosts and codes are written in.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

namespace paperdeck {

inline char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// `text` with the capitals of ASCII as small letters; all other bytes stay.
inline std::string ascii_lower(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) { return ascii_lower(c); });
    return out;
}

}  // namespace paperdeck
