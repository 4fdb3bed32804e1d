// A digest of a day on which nothing came.
#pragma once

#include <string>
#include <string_view>

namespace paperdeck {

// What a digest without papers says of that: the first line of `source` (valid UTF-8 or not) that tells of
// none, without its markup: "No new papers today", "Total papers shown: 0", "今日无新论文". Empty where no line
// does. Looks at no more than the first 8 KB.
std::string what_empty_says(std::string_view source);

}  // namespace paperdeck
