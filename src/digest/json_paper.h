// One object of a JSON digest → a paper.
#pragma once

#include <optional>
#include <string_view>

#include "digest/json_context.h"
#include "digest/paper.h"

namespace paperdeck {

// The paper that one JSON object tells of; nothing where it tells of none. `source` is the object, valid UTF-8 or
// not; what scripts do wrong (bare line ends in strings, halves of surrogates, NaN, commas too many) is forgiven.
// `is_valid` becomes false where it is no JSON even so.
std::optional<Paper> paper_of_json(std::string_view source, const JsonContext& context, bool& is_valid);

}  // namespace paperdeck
