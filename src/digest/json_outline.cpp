#include "digest/json_outline.h"

#include <algorithm>

#include "digest/json_text.h"

namespace paperdeck {
namespace {

// Behind the string that begins at `at` with its quote.
std::size_t string_end(std::string_view text, std::size_t at)
{
    for (++at; (at = text.find_first_of("\"\\", at)) != std::string_view::npos; at += 2)
        if (text[at] == '"') return at + 1;
    return text.size();
}

}  // namespace

std::vector<JsonKey> keys_in_order(std::string_view object)
{
    std::vector<JsonKey> keys;
    std::size_t depth = 0;
    bool expects_key = false;
    for (std::size_t at = 0; (at = object.find_first_of("\"{}[],", at)) != std::string_view::npos; ++at) {
        const char c = object[at];
        if (c == '{' || c == '[') {
            expects_key = ++depth == 1;
        } else if (c == '}' || c == ']') {
            if (depth <= 1) break;
            --depth;
        } else if (c == ',') {
            expects_key = depth == 1;
        } else {
            const std::size_t end = string_end(object, at);
            if (expects_key) {
                const std::string_view quoted = object.substr(at, end - at);
                const bool is_escaped = quoted.find('\\') != std::string_view::npos;
                const std::size_t colon = std::min(object.find_first_not_of(" \t\r\n", end), object.size() - 1);
                keys.push_back({is_escaped || quoted.size() < 2 ? decoded_json_string(quoted) : std::string(quoted.substr(1, quoted.size() - 2)), at, colon + 1});
            }
            expects_key = false;
            at = end - 1;
        }
    }
    return keys;
}

}  // namespace paperdeck
