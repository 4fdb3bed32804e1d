// Strings of JSON digests → text.
#pragma once

#include <string>
#include <string_view>

#include "digest/styled_text.h"

namespace paperdeck {

// Text with maths, links, HTML and emphasis as digests write them, its paragraphs by line breaks.
StyledText styled_json_text(std::string_view raw);

// One line of such a text, its TeX not yet resolved.
StyledText styled_json_line(std::string_view line);

// The same in the plain form.
std::string plain_json_text(std::string_view raw);

// The text that a JSON string, with its quotes, stands for; empty where it is none.
std::string decoded_json_string(std::string_view source);

}  // namespace paperdeck
