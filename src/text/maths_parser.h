// TeX mathematics → tree. All of a formula or nothing: what holds a command that is not known, or braces that do
// not match, is refused whole.
#pragma once

#include <optional>
#include <string_view>

#include "text/maths_tree.h"

namespace paperdeck {

// The tree of `tex` (without its dollars). Linear in the input; nesting deeper than anybody writes is refused.
std::optional<MathsTree> parse_maths(std::string_view tex);

}  // namespace paperdeck
