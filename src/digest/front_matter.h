// The lines between two "---" at the start of a file: "key: value", as far as digests have it, or JSON. Not YAML: a
// title may have a colon, quotes may be missing, and nothing is an error.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "digest/markdown.h"
#include "digest/paper_identity.h"
#include "digest/sections.h"

namespace paperdeck {

struct FrontMatter {
    std::size_t size = 0;  // bytes of the file that it takes; 0 where it has none
    int lines = 0;
    SectionNames names;          // what it says of all papers in the file
    std::vector<Block> blocks;   // where it tells of one paper: a heading of level 0 and labelled lines
    PaperIdentity identity;      // of that paper
};

// `text`: the start of a file, valid UTF-8 or not; `first_line`: the number of its first line.
FrontMatter read_front_matter(std::string_view text, int first_line);

}  // namespace paperdeck
