// The blocks below a heading → labelled and unlabelled stretches of text.
#pragma once

#include <string>
#include <vector>

#include "digest/labels.h"
#include "digest/markdown.h"
#include "digest/styled_text.h"

namespace paperdeck {

// A stretch of an entry's body: the value of a label, or text that no label introduces.
struct Piece {
    Field field = Field::kNone;
    std::string label;  // as written
    StyledText text;
    bool is_quote = false;
};

// Labelled lines told apart, their values joined; a label alone takes the text behind it, an abstract the
// paragraphs behind it.
std::vector<Piece> split_body(std::vector<Block> body);

// Appends a paragraph to a text of several.
void add_paragraph(StyledText& out, StyledText paragraph);

}  // namespace paperdeck
