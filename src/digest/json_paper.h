// One object of a JSON digest → a paper.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "digest/paper.h"

namespace paperdeck {

// What stands around an object: keys and fields of the objects that it is in.
struct JsonContext {
    Date date;
    std::vector<std::string> categories;
    std::string topic;
    std::string key;   // the object's own: an id, in a map of papers
    Date file_date;    // of the file's name
    int line = 0;      // where the object begins
};

// The paper that one JSON object tells of; nothing where it tells of none. `source` is the object, valid UTF-8 or
// not; what scripts do wrong (bare line ends in strings, halves of surrogates, NaN, commas too many) is forgiven.
// `is_valid` becomes false where it is no JSON even so.
std::optional<Paper> paper_of_json(std::string_view source, const JsonContext& context, bool& is_valid);

// The paper of a table row or list item in Markdown, as cv-arxiv-daily keeps them under the paper's id.
std::optional<Paper> paper_of_json_row(std::string_view source, const JsonContext& context);

}  // namespace paperdeck
