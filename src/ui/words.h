// Words and numbers put together for one frame, without an allocation: what does not fit is left out.
#pragma once

#include <array>
#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstring>
#include <string_view>

namespace paperdeck::ui {

class Words {
public:
    template <class... Parts>
    explicit Words(const Parts&... parts)
    {
        (add(parts), ...);
    }

    void add(std::string_view words)
    {
        if (words.size() > text_.size() - size_) return;
        std::memcpy(text_.data() + size_, words.data(), words.size());
        size_ += words.size();
    }
    void add(std::unsigned_integral auto number)
    {
        const auto end = std::to_chars(text_.data() + size_, text_.data() + text_.size(), number);
        size_ = static_cast<std::size_t>(end.ptr - text_.data());
    }

    operator std::string_view() const { return {text_.data(), size_}; }

private:
    std::array<char, 192> text_;
    std::size_t size_ = 0;
};

}  // namespace paperdeck::ui
