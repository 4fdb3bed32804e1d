// UTF-8 that somebody read as Windows-1252 or Latin-1 and wrote as UTF-8 once more: "JosÃ©" for "José",
// "itâ€™s" for "it’s".
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace paperdeck {

struct Mended {
    std::string text;        // what stood there
    std::size_t length = 0;  // bytes of the source that it replaces
};

// What the characters at `at` of valid UTF-8 `text` were, where that is certain: where read as bytes they are
// one character of UTF-8 or several, and no language writes them so. "CAFÉ”" stays what it is. Text that was
// broken twice is mended by asking twice.
std::optional<Mended> mended_mojibake(std::string_view text, std::size_t at);

}  // namespace paperdeck
