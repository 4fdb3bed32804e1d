#include "digest/table_row.h"

#include <algorithm>

#include "base/ascii.h"
#include "digest/title_text.h"

namespace paperdeck {
namespace {

constexpr std::size_t kMinTitle = 6;
constexpr std::size_t kMinRemark = 16;
constexpr std::size_t kMinGuess = 24;

Field field_of_cell(const Block& cell, const std::vector<Column>& columns)
{
    return cell.level < columns.size() ? columns[cell.level].field : Field::kNone;
}

// "Paper", "论文": a column of links, or of titles.
bool is_paper_column(const Block& cell, const std::vector<Column>& columns)
{
    if (field_of_cell(cell, columns) != Field::kLinks) return false;
    const std::string name = ascii_lower(columns[cell.level].name);
    return name == "paper" || name == "papers" || name == "论文" || name == "論文" || name == "논문";
}

// "1) **Title** - what it says": the title and where the rest begins; the whole of the cell where nothing parts it.
std::size_t title_end(const StyledText& cell)
{
    const std::string_view text = cell.text;
    if (cell.spans.empty() || (cell.spans[0].style & kBold) == 0) return text.size();
    const bool is_first = without_signs(text.substr(0, cell.spans[0].begin)).find_first_not_of("0123456789") == std::string_view::npos;
    std::size_t end = cell.spans[0].end;
    for (const Span& span : cell.spans)
        if ((span.style & kBold) != 0 && span.begin <= end + 1) end = std::max<std::size_t>(end, span.end);
    const std::string_view rest = trimmed(text.substr(end));
    const bool is_parted = rest.starts_with("- ") || rest.starts_with("– ") || rest.starts_with("— ");
    return is_first && is_parted && end - cell.spans[0].begin >= kMinTitle ? end : text.size();
}

// The cell that a link other than a sign makes a title, else the longest of those without a field.
const Block* find_title(const std::vector<Block>& cells, const std::vector<Column>& columns)
{
    for (const Block& cell : cells)
        if (field_of_cell(cell, columns) == Field::kTitle && !trimmed(cell.content.text).empty()) return &cell;
    for (const Block& cell : cells)
        if (is_paper_column(cell, columns) && cell.content.links.empty() && !is_link_sign(cell.content.text) && trimmed(cell.content.text).size() >= kMinTitle * 2) return &cell;
    const Block* best = nullptr;
    for (const Block& cell : cells) {
        const Field field = field_of_cell(cell, columns);
        if (field != Field::kNone && field != Field::kLinks) continue;
        for (const Span& span : cell.content.spans) {
            if (span.link < 0 || is_link_sign(std::string_view(cell.content.text).substr(span.begin, span.end - span.begin))) continue;
            if (identity_of(cell.content.links[static_cast<std::size_t>(span.link)])) return &cell;
        }
        if (field == Field::kNone && cell.content.text.size() >= kMinTitle * 2 && (!best || cell.content.text.size() > best->content.text.size())) best = &cell;
    }
    return best;
}

std::string footnote_in(std::string_view text)
{
    text = trimmed(text);
    if (text.size() < 4 || text.substr(0, 2) != "[^" || text.find(']') != text.size() - 1) return {};
    return std::string(text.substr(2, text.size() - 3));
}

}  // namespace

std::vector<Column> read_columns(const std::vector<Block>& head)
{
    std::vector<Column> columns;
    for (const Block& cell : head) {
        if (cell.level >= columns.size()) columns.resize(cell.level + 1u);
        columns[cell.level] = {std::string(without_signs(cell.content.text)), field_of(cell.content.text)};
    }
    return columns;
}

std::optional<PaperRow> read_row(std::vector<Block> cells, const std::vector<Column>& columns)
{
    const Block* title = find_title(cells, columns);
    if (!title) return std::nullopt;
    PaperRow row;
    const std::size_t end = title_end(title->content);
    row.heading = read_paper_heading(end < title->content.text.size() ? slice(title->content, 0, end) : title->content, 0);
    if (row.heading.title.text.size() < kMinTitle) return std::nullopt;
    const bool has_title_column = field_of_cell(*title, columns) == Field::kTitle || (is_paper_column(*title, columns) && title->content.links.empty());
    if (end < title->content.text.size()) {
        StyledText rest = slice(title->content, end, title->content.text.size());
        std::size_t skipped = 0;
        while (const std::size_t mark = separator_at_start(std::string_view(rest.text).substr(skipped))) skipped += mark;
        Piece piece;
        piece.field = Field::kSummary;
        piece.line = title->line;
        piece.text = slice(rest, skipped, rest.text.size());
        row.pieces.push_back(std::move(piece));
    }
    row.title_is_guess = !has_title_column && title->content.links.empty();
    const auto has = [&](Field field) {
        return std::any_of(columns.begin(), columns.end(), [&](const Column& column) { return column.field == field; });
    };
    row.names_a_paper = has_title_column && (has(Field::kAuthors) || has(Field::kAbstract) || has(Field::kLinks));
    PaperIdentity claimed;
    for (Block& cell : cells) {
        const Field field = field_of_cell(cell, columns);
        const std::string footnote = footnote_in(cell.content.text);
        if (!footnote.empty()) row.footnote = footnote;
        for (const std::string& url : cell.content.links) {
            // A code column links no paper; an abstract another one.
            const bool may_be_own = field != Field::kCode && field != Field::kAbstract && field != Field::kSummary && field != Field::kComment;
            if (may_be_own && !row.heading.identity) row.heading.identity = identity_of(url);
            if (may_be_own && !claimed && (&cell == title || field == Field::kLinks)) claimed = identity_of_claimed(url);
        }
        if (!row.heading.identity && field == Field::kLinks) row.heading.identity.arxiv = parse_arxiv_id(cell.content.text);
        if (!row.heading.identity && field == Field::kDoi) row.heading.identity.doi = leading_doi(trimmed(cell.content.text));
        if (&cell == title || !footnote.empty()) continue;
        Piece piece;
        piece.field = field;
        piece.line = cell.line;
        if (cell.level < columns.size()) piece.label = columns[cell.level].name;
        piece.text = std::move(cell.content);
        if (trimmed(piece.text.text).empty() && piece.text.links.empty()) continue;
        piece.is_note = field == Field::kNone;
        // A number, a mark, a button: no remark.
        if (piece.is_note && trimmed(piece.text.text).size() < kMinRemark) {
            piece.field = piece.text.links.empty() ? Field::kIgnored : Field::kLinks;
            piece.is_note = false;
        }
        row.pieces.push_back(std::move(piece));
    }
    if (!row.heading.identity && row.names_a_paper) row.heading.identity = std::move(claimed);
    // An id in words and a cell of few: a table about papers, not of them.
    const bool has_link = std::any_of(row.heading.links.begin(), row.heading.links.end(), [](const std::string& url) { return static_cast<bool>(identity_of(url)); }) ||
                          std::any_of(row.pieces.begin(), row.pieces.end(), [](const Piece& piece) { return !piece.text.links.empty(); });
    if (row.title_is_guess && !has_link && row.footnote.empty() && row.heading.title.text.size() < kMinGuess) return std::nullopt;
    if (!row.heading.identity && row.footnote.empty()) return std::nullopt;
    return row;
}

}  // namespace paperdeck
