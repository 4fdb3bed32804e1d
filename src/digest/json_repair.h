// JSON that a script wrote by hand.
#pragma once

#include <string>
#include <string_view>

namespace paperdeck {

// `source` with the usual mistakes undone: bytes that are no UTF-8, bare control characters in strings,
// escapes that there are none of ("\epsilon"), halves of surrogate pairs, NaN and Infinity, commas before a
// closing bracket. Numbers become 0: those that are too large for any type too. Linear.
std::string repaired_json(std::string_view source);

}  // namespace paperdeck
