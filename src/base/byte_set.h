// A set of bytes, to find the next of them in a text: std::string_view::find_first_of asks memchr about every byte.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace paperdeck {

class ByteSet {
public:
    constexpr explicit ByteSet(std::string_view members)
    {
        for (const char c : members) has_[static_cast<unsigned char>(c)] = true;
    }

    // With all bytes up to `last` as well.
    constexpr ByteSet(std::string_view members, unsigned char last) : ByteSet(members)
    {
        for (std::size_t i = 0; i <= last; ++i) has_[i] = true;
    }

    // Position, from `from` on, of the first member; text.size() where there is none.
    std::size_t find_in(std::string_view text, std::size_t from = 0) const
    {
        const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
        const auto has = [&](std::size_t k) -> unsigned { return has_[bytes[k]]; };
        std::size_t i = from;
        // Most bytes are none: eight are looked up between two branches.
        while (i + 8 <= text.size()) {
            const unsigned any = has(i) | has(i + 1) | has(i + 2) | has(i + 3) | has(i + 4) | has(i + 5) | has(i + 6) | has(i + 7);
            if (any != 0) break;
            i += 8;
        }
        while (i < text.size() && has(i) == 0) ++i;
        return i < text.size() ? i : text.size();
    }

private:
    std::array<bool, 256> has_{};
};

}  // namespace paperdeck
