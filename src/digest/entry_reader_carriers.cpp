// Items, paragraphs and rows that carry papers: which of them open an entry, what belongs to it, its end.
#include <algorithm>
#include <utility>

#include "digest/entry_reader.h"
#include "digest/paper_links.h"
#include "digest/title_text.h"

namespace paperdeck {
namespace {

// A paragraph behind a list that is no shorter belongs to the last item.
constexpr std::size_t kMinUnindented = 200;
// Fields stand at the top; looking further for each heading would take time with its square.
constexpr std::ptrdiff_t kFewBlocks = 64;
// An answer in a table; less is a number or a mark.
constexpr std::size_t kMinAnswer = 40;
constexpr std::size_t kMaxQuestion = 46;  // what a label may have, with its colon

}  // namespace

bool EntryReader::belongs_to_entry(const Block& block) const
{
    const Entry& entry = *entry_;
    if (entry.shape != Shape::kItem) return true;
    if (block.list_depth > entry.depth || (block.list_depth == entry.depth && !block.starts_item)) return true;
    if (block.list_depth == entry.depth) return false;
    // Until it is known which paper the item is, what is unindented may belong to the heading above.
    if (!entry.carrier.head.identity && section_.has_heading && !section_.is_noted) return false;
    return block.quote_depth > entry.quote_depth || block.is_summary || block.content.text.size() >= kMinUnindented || label_at(block.content, 0).has_value() ||
           (is_link_row(block.content) && links_a_paper(block.content));
}

// Whether labelled fields stand below the section's heading.
bool EntryReader::has_fields() const
{
    return std::any_of(section_.body.begin(), section_.body.begin() + std::min(kFewBlocks, std::ssize(section_.body)), [](const Block& block) {
        const auto label = label_at(block.content, 0);
        return label && (label->field == Field::kAuthors || label->field == Field::kAbstract || label->field == Field::kDate || label->field == Field::kCategories);
    });
}

// Whether "[arXiv](…)" stands below it: a link by its sign, not one in a sentence.
bool EntryReader::has_own_links() const
{
    return std::any_of(section_.body.begin(), section_.body.begin() + std::min(kFewBlocks, std::ssize(section_.body)), [](const Block& block) {
        return links_a_paper(block.content) && !link_signs(block.content).empty();
    });
}

// Whether a labelled title does.
bool EntryReader::has_title() const
{
    return std::any_of(section_.body.begin(), section_.body.begin() + std::min(kFewBlocks, std::ssize(section_.body)), [](const Block& block) {
        const auto label = label_at(block.content, 0);
        return label && label->field == Field::kTitle;
    });
}

bool EntryReader::opens_entry(const Block& block, const Carrier& carrier, Shape shape) const
{
    const PaperIdentity& identity = carrier.head.identity;
    // Below a paper only what carries papers elsewhere carries another one.
    const bool is_voted = votes_.free(shape, block.list_depth) > votes_.nested(shape, block.list_depth);
    if (section_.identity && (!identity || identity.means(section_.identity) || !is_voted)) return false;
    const bool is_inside = entry_ && belongs_to_entry(block);
    const bool may_be_title = section_.has_heading && !section_.is_noted && !names_the_digest(section_.heading.content.text);
    // "### 1. SAM: Segment anything in images", "Paper: [SAM](…)"
    if (carrier.is_labelled_link && may_be_title && section_.heading.content.text.find(carrier.head.title.text) != std::string::npos) return false;
    if (carrier.may_be_label && may_be_title && (shape != Shape::kItem || has_fields())) return false;
    if (is_inside && entry_->shape != shape && identity.means(entry_->carrier.head.identity)) return false;
    if (shape == Shape::kItem) {
        if (is_inside && (entry_->shape != Shape::kItem || block.list_depth > entry_->depth))
            return identity && !entry_->carrier.head.identity.means(identity) && (is_voted || !entry_->carrier.head.identity);
        return true;
    }
    if (shape == Shape::kSummary) return !is_inside || entry_->shape != Shape::kItem;
    if (is_inside && entry_->shape == Shape::kItem) return false;
    if (carrier.is_label && (identity || !may_be_title)) return true;
    if (!identity) return false;
    if (is_inside && !entry_->carrier.head.identity) return false;
    return (carrier.is_linked || carrier.is_bold) && (is_voted || votes_.all_free() == 0 || carrier.is_bold);
}

void EntryReader::open_entry(Block block, Carrier carrier, Shape shape)
{
    Entry entry;
    // An item beside papers with an address of its own is one.
    if (!carrier.head.identity && carrier.is_linked && follows_paper_) carrier.head.identity = identity_of_claimed(carrier.head.links.front());
    entry.shape = shape;
    entry.depth = block.list_depth;
    entry.quote_depth = block.quote_depth;
    entry.carrier = std::move(carrier);
    if (entry.carrier.head.identity) note_section();
    entry.source = std::move(block);
    entry_ = std::move(entry);
}

void EntryReader::close_entry()
{
    if (!entry_) return;
    Entry entry = std::move(*entry_);
    entry_.reset();
    PaperHeading& head = entry.carrier.head;
    std::vector<Piece> pieces = split_title_rest(std::move(entry.carrier.rest));
    const bool has_identity = static_cast<bool>(head.identity);
    std::vector<Block> body = has_identity ? std::move(entry.body) : entry.body;
    const int depth = entry.shape == Shape::kItem ? entry.depth : 0;
    for (Piece& piece : split_body(std::move(body), depth)) pieces.push_back(std::move(piece));
    if (!head.identity) head.identity = linked_paper(pieces);
    if (!head.identity) {
        follows_paper_ = false;
        if (section_.is_noted) return;
        add_to_body(std::move(entry.source));
        for (Block& block : entry.body) add_to_body(std::move(block));
        return;
    }
    note_section();
    follows_paper_ = true;
    add_paper(std::move(head), std::move(pieces), entry.shape, entry.source.line, kBelowHeadings, entry.carrier.date);
}

void EntryReader::take_cell(Block block)
{
    if (!row_.empty() && row_.front().table_row != block.table_row) close_row();
    row_.push_back(std::move(block));
}

// Whether what stands here is about one paper, as far as is known yet.
bool EntryReader::is_in_paper() const
{
    return entry_ || (!section_.is_noted && section_.identity);
}

// "| Method | … |" as the line "**Method**: …".
void EntryReader::add_pair(std::vector<Block> cells)
{
    Block line = std::move(cells[0]);
    line.kind = BlockKind::kParagraph;
    StyledTextBuilder label;
    label.set_style(kBold);
    label.append(std::string(trimmed(line.content.text)) + ":");
    label.set_style(kPlain);
    label.append(' ');
    line.content = label.take();
    append(line.content, cells[1].content);
    if (entry_) entry_->body.push_back(std::move(line));
    else add_to_body(std::move(line));
}

void EntryReader::close_row()
{
    if (row_.empty()) return;
    std::vector<Block> cells = std::move(row_);
    row_.clear();
    const bool has_titles = std::any_of(columns_.begin(), columns_.end(), [](const Column& c) { return c.field == Field::kTitle; });
    // A table of one paper: a label and its value in each row.
    const Field name = field_of(cells[0].content.text);
    const bool is_pair = cells.size() == 2 && !has_titles && name != Field::kNone && name != Field::kSummary && field_of(cells[1].content.text) == Field::kNone;
    if (is_pair) return add_pair(std::move(cells));
    if (cells.front().is_head) {
        close_entry();
        columns_ = read_columns(cells);
        follows_paper_ = false;
        return;
    }
    const int line = cells.front().line;
    // Of a paper's own table any question and its answer are kept.
    const bool is_answer = cells.size() == 2 && !has_titles && is_in_paper() && cells[0].content.links.empty() && cells[0].content.text.size() <= kMaxQuestion &&
                           cells[1].content.text.size() >= kMinAnswer && !is_link_row(cells[1].content) && (only_paper_ || !links_a_paper(cells[1].content));
    if (is_answer) return add_pair(std::move(cells));
    if (only_paper_ && !has_titles) return;  // what a paper's own table links are others
    auto row = read_row(std::move(cells), columns_);
    if (!row || (section_.identity && row->heading.identity.means(section_.identity))) return;
    if (!row->heading.identity) return;
    close_entry();
    note_section();
    follows_paper_ = true;
    const bool is_footnoted = !row->footnote.empty(), is_guess = row->title_is_guess;
    add_paper(std::move(row->heading), std::move(row->pieces), Shape::kRow, line, kBelowHeadings);
    notes_.back().is_footnoted = is_footnoted;
    notes_.back().title_is_guess = is_guess;
}

}  // namespace paperdeck
