// Markdown → plain blocks with styled spans and source lines. md4c is the parser; this gives its
// callbacks a shape that the digest reader can look back and forth in.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "digest/styled_text.h"

namespace paperdeck {

enum class BlockKind : std::uint8_t {
    kHeading,    // level 1 to 6
    kParagraph,  // also the text of a tight list item
    kCode,       // fenced or indented
    kRule,
    kTableCell,  // level is the column, 0-based
};

// One leaf of the document. Containers are told by the depths.
struct Block {
    BlockKind kind = BlockKind::kParagraph;
    std::uint8_t level = 0;       // heading level, or table column
    std::uint8_t quote_depth = 0; // block quotes around it
    std::uint8_t list_depth = 0;  // lists around it
    bool starts_item = false;     // first leaf of its list item
    bool is_head = false;         // a cell of a table's head
    bool is_summary = false;      // what <details> shows when it is closed
    std::uint32_t table_row = 0;  // counts within the text parsed; 0 outside tables
    int line = 0;                 // 1-based line of the source where its text starts
    StyledText content;           // inline HTML resolved: <br> is '\n', <a> a link, other tags gone
    // Offsets in content.text of the blanks and '\n' that were line ends in the source: a labelled line
    // ("**Authors**: …") may begin behind one.
    std::vector<std::uint32_t> line_breaks;
};

// Parses valid UTF-8. Never fails: every text is Markdown. `first_line` is the number of the first
// line of `text` in its file. Linear in the input.
std::vector<Block> parse_markdown(std::string_view text, int first_line = 1);

}  // namespace paperdeck
