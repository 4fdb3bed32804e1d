// The text in a value of a JSON digest, whatever shape a script gave it.
#pragma once

#include <string>
#include <vector>

#include "nlohmann/json_fwd.hpp"

namespace paperdeck {

// The strings of a value: itself, those of a list, or what its objects call a name, a term, an address.
std::vector<std::string> strings_of(const nlohmann::json& value);

// The first of them; empty where there is none.
std::string first_string(const nlohmann::json& value);

}  // namespace paperdeck
