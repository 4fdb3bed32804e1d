// Which brace closes which, in a text with TeX.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "digest/styled_text.h"

namespace paperdeck {

// Found for all of a text in one pass: looking for each would be quadratic. "\{" and "\}" are no braces, and maths and
// code have none.
class TexBraces {
public:
    explicit TexBraces(const StyledText& text);

    // Place of the '}' that answers the '{' at `i`; npos where there is none.
    std::size_t closer_of(std::size_t i) const;

private:
    std::vector<std::pair<std::size_t, std::size_t>> closers_;  // '{' and its '}', in the order of the text
};

}  // namespace paperdeck
