// A row of a table → a paper's heading and fields, by the names of its columns.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "digest/entry_pieces.h"
#include "digest/heading.h"
#include "digest/labels.h"
#include "digest/markdown.h"

namespace paperdeck {

struct Column {
    std::string name;  // as written, without markup
    Field field = Field::kNone;
};

std::vector<Column> read_columns(const std::vector<Block>& head);

struct PaperRow {
    PaperHeading heading;
    std::vector<Piece> pieces;
    std::string footnote;  // "1" where a cell is nothing but the mark of a footnote, "[^1]"
    bool title_is_guess = false;  // no column and no link says which cell it is
    bool names_a_paper = false;  // the columns say that each row is one, whatever its address
};

// `cells`: in order of their columns. Nothing for a row without a title or without any link.
std::optional<PaperRow> read_row(std::vector<Block> cells, const std::vector<Column>& columns);

}  // namespace paperdeck
