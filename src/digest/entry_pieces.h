// The blocks of an entry → labelled and unlabelled stretches of text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "digest/labels.h"
#include "digest/markdown.h"
#include "digest/styled_text.h"

namespace paperdeck {

// A stretch of an entry's body: the value of a label, or text that no label introduces.
struct EntryPiece {
    Field field = Field::kNone;
    std::string label;  // as written
    StyledText text;
    int line = 0;             // of the source
    bool is_quote = false;
    bool is_note = false;     // a remark beside the title or in a list below it, never an abstract
    bool is_heading = false;  // the label is a heading: all up to the next label is its value
    bool is_bold = false;     // the label is
    std::uint8_t list_depth = 0;
};
using Piece = EntryPiece;  // text/ has a Piece too: two types of one name would share their templates' code

// Labelled lines told apart, their values joined; a label alone takes the text behind it, an abstract the
// paragraphs behind it, a heading all of it; what a heading says is the whole paper is left out. Items of lists deeper than `list_depth` are notes.
std::vector<Piece> split_body(std::vector<Block> body, int list_depth = 0);

// The same for what stands in the line of a title behind it, and in the lines below that: "*A One, B Two*",
// "2026-02-05 · https://… · `cs.CV`", "(CVPR) [code](…) a remark".
std::vector<Piece> split_title_rest(Block rest);

// "Related work", "相关方法 / 对比基线": what stands below are other papers than the one whose part it is.
bool names_other_papers(std::string_view heading);

// Appends a paragraph to a text of several.
void add_paragraph(StyledText& out, StyledText paragraph);

// Where the abstract begins in "arXiv:2404.02871v1 Announce Type: cross  Abstract: We …", as arXiv's feed has it, or that
// in translation; 0 elsewhere.
std::size_t announced_abstract(std::string_view text);

// Where lines of `block` begin behind a break in the source or a <br>, in order.
std::vector<std::size_t> line_starts(const Block& block);

// The stretch [begin, end) of a block as a block of its own.
Block slice_block(const Block& block, std::size_t begin, std::size_t end);

}  // namespace paperdeck
