// Whether what stands between delimiters is maths, where the delimiters may mean something else.
#pragma once

#include <string_view>

namespace paperdeck {

// Whether `content`, that stands between two dollars, is maths rather than the text between two prices.
// `next` is the character behind the closing dollar ('\0' at the end). The rule is pandoc's
// (tex_math_dollars) and one more: what begins with a number and goes on in words is an amount of money.
bool is_plausible_maths(std::string_view content, char next);

// The same between \( and \), \[ and \], that are escaped brackets in Markdown: only what has TeX in it.
bool is_bracketed_maths(std::string_view content);

}  // namespace paperdeck
