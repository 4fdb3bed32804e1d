// TeX commands whose backslash a string escape has eaten: "\text" became a TAB and "ext", "\beta" a backspace
// and "eta". JSON and Python both do it where a script forgets to escape.
#pragma once

#include <cstddef>
#include <string_view>

namespace paperdeck {

// The letter that `text[at]`, a control character, stands for together with a lost backslash, 't' for a TAB; '\0'
// where what follows is not without doubt the rest of a command. `in_maths`: a dollar is open before `at`.
char letter_of_broken_tex(std::string_view text, std::size_t at, bool in_maths);

}  // namespace paperdeck
