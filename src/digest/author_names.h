// Lists in one line: author names, keywords.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace paperdeck {

// The parts of `text` between any of `separators`, trimmed, none of them empty.
std::vector<std::string_view> split_list(std::string_view text, std::string_view separators);

// Full-width commas and semicolons as those of ASCII.
std::string with_narrow_separators(std::string_view text);

// Author names of a list in one line: "A One, B Two and C Three", "A One; B Two". "et al." is no name.
std::vector<std::string> split_names(std::string_view text);

// A name of a list without the "et al." behind it.
std::string without_et_al(std::string name);

// Whether text that no label introduces is a list of names rather than a sentence: every part begins with
// a capital and has two to six words.
bool looks_like_names(std::string_view text);

}  // namespace paperdeck
