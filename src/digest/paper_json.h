// Papers as JSON objects on one line, with the names and rules of the outer contract: absent fields are
// left out, text is plain (maths as $…$, a literal dollar as \$).
#pragma once

#include <string>
#include <string_view>

#include "digest/library.h"
#include "digest/paper.h"

namespace paperdeck {

// One entry of the digest `file`, as `paperdeck-cli parse` prints it.
std::string to_json(const Paper& paper, std::string_view file);

// A merged paper with its appearances, as `paperdeck-cli search --json` prints it; `rank` counts from 1.
std::string to_json(const Library& library, PaperIndex paper, std::size_t rank, float score);

}  // namespace paperdeck
