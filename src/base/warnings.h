// Malformed input is data, not failure: what a reader of a file found odd, with its place.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"

namespace paperdeck {

// A warning has the shape of an error; it differs in that the work went on.
using Warnings = std::vector<Error>;

}  // namespace paperdeck
