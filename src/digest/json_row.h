// A table row or list item in Markdown, kept as a JSON string under its paper's id, → a paper. cv-arxiv-daily and its
// kin keep their digests so.
#pragma once

#include <optional>
#include <string_view>

#include "digest/json_context.h"
#include "digest/paper.h"

namespace paperdeck {

// `source` is the string with its quotes, `context.key` the id. Nothing where they tell of no paper.
std::optional<Paper> paper_of_json_row(std::string_view source, const JsonContext& context);

}  // namespace paperdeck
