// Text as scripts leave it → text as it was meant, where that is certain: one function for whatever is read,
// before anybody looks for structure in it.
#pragma once

#include <string>
#include <string_view>

namespace paperdeck {

// Valid UTF-8 with
// - what was encoded twice mended ("JosÃ©" → "José"),
// - TeX that lost its backslash to a string escape mended (TAB "ext{" → "\text{"),
// - control characters and marks without width left out (zero-width blanks, byte order marks, soft hyphens,
//   marks of direction; joiners stay between letters of scripts that need them), C1 controls made what
//   Windows-1252 has there, form feeds, Unicode's line ends and blanks that hold words together made blanks,
// - letters and their accents composed (NFC).
// Line ends and tabs stay, so that lines can be counted in either text. Returns `text` itself where nothing
// changes, as in most text, else `buffer`, which must outlive the answer. Linear.
std::string_view mended(std::string_view text, std::string& buffer);

}  // namespace paperdeck
