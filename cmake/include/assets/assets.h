// What is compiled into the program: "inter-regular", "inter-semibold", "inter-italic", "stix-italic" and "stix-math" (OpenType fonts,
// subset by cmake/fonts.py) and, where there is no site to load them from (natively), the sample digests as
// "digests/<file name>". The data is static, lives as long as the program and may be given to ImGui as it is.
#pragma once

#include <span>

namespace paperdeck::assets {

struct Asset {
    const char* name;
    const unsigned char* data;
    unsigned size;
};

// Null when there is no asset of that name.
const Asset* find(const char* name);

// All of them, fonts first, then digests by file name.
std::span<const Asset> all();

}  // namespace paperdeck::assets
