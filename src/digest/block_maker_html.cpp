// What tags in HTML do: styles and links, and blocks that begin and end.
#include <algorithm>
#include <string>
#include <utility>

#include "digest/arxiv.h"
#include "digest/block_maker.h"
#include "digest/labels.h"

namespace paperdeck {
namespace {

// The words to click on, "Show", "Abstract": longer, or with a link, the summary says something itself.
bool is_summary_sign(const LeafText& leaf)
{
    constexpr std::size_t kMaxSummarySign = 24;
    const std::string_view words = trimmed(leaf.text());
    return words.size() <= kMaxSummarySign && leaf.links().empty() && field_of(words) == Field::kNone;
}

}  // namespace

// md4c gives a tag in one piece, but for line ends in it.
void BlockMaker::html(std::string_view piece, std::size_t offset)
{
    const bool is_line_end = offset == kOutside;
    if (!is_line_end) {
        if (!tag_goes_on_) flush_tag();
        open_text();
        note_line(offset);
        piece = source_.substr(offset, piece.size());
        text_end_ = offset + piece.size();
    }
    tag_ += piece;
    tag_goes_on_ = is_line_end;
}

void BlockMaker::flush_tag()
{
    if (tag_.empty()) return;
    const std::string source = std::move(tag_);
    tag_.clear();
    tag_goes_on_ = false;
    apply_tag(parse_tag(source), source);
}

void BlockMaker::apply_tag(const ParsedTag& parsed, const std::string& source)
{
    const int by = parsed.is_end ? -1 : 1;
    if (parsed.tag == HtmlTag::kDropped) is_dropping_ = !parsed.is_end;
    if (is_dropping_) return;
    if (!parsed.arxiv_id.empty() && leaf_.links().empty()) {
        const auto id = parse_arxiv_id(parsed.arxiv_id);
        if (id) {
            leaf_.open_link(abs_url(parsed.arxiv_id));
            leaf_.append("arXiv");
            leaf_.close_link();
        }
    }
    switch (parsed.tag) {
    case HtmlTag::kUnknown: leaf_.append(source); break;
    case HtmlTag::kBreak:
    case HtmlTag::kBlock: leaf_.append("\n"); break;
    case HtmlTag::kBold: leaf_.change_bold(by); break;
    case HtmlTag::kItalic: leaf_.change_italic(by); break;
    case HtmlTag::kCode: leaf_.change_code(by); break;
    case HtmlTag::kLink:
        if (parsed.is_end) leaf_.close_link();
        else leaf_.open_link(parsed.href);
        break;
    default: apply_structure(parsed); break;
    }
}

// Tags that begin and end blocks. Inside a Markdown cell they only part its text.
void BlockMaker::apply_structure(const ParsedTag& parsed)
{
    const bool is_markdown_cell = is_open_ && block_.kind == BlockKind::kTableCell && !is_in_html_row_;
    const bool is_heading = is_open_ && block_.kind == BlockKind::kHeading && parsed.tag != HtmlTag::kHeading;
    const bool begins = !parsed.is_end;
    if (parsed.tag == HtmlTag::kNothing) return;
    if (is_markdown_cell || is_heading) {
        if (parsed.tag == HtmlTag::kSummary && !begins && is_summary_sign(leaf_)) leaf_.truncate(0);
        leaf_.append("\n");
        return;
    }
    switch (parsed.tag) {
    case HtmlTag::kHeading:
        if (begins) open_leaf(BlockKind::kHeading, parsed.level);
        else close_leaf();
        break;
    case HtmlTag::kList:
        close_leaf();
        html_list_depth_ = std::max(0, html_list_depth_ + (begins ? 1 : -1));
        break;
    case HtmlTag::kItem:
        close_leaf();
        starts_item_ = begins;
        break;
    case HtmlTag::kTable:
        close_leaf();
        is_in_html_row_ = false;
        break;
    case HtmlTag::kRow:
        close_leaf();
        is_in_html_row_ = begins;
        if (begins) ++table_row_;
        column_ = 0;
        break;
    case HtmlTag::kCell:
    case HtmlTag::kHeadCell:
        if (!is_in_html_row_) leaf_.append(" ");
        else if (begins) open_cell(parsed.tag == HtmlTag::kHeadCell);
        else close_leaf();
        break;
    case HtmlTag::kSummary:
        if (!begins) {
            close_summary();
            break;
        }
        open_leaf(BlockKind::kParagraph, 0);
        block_.is_summary = true;
        break;
    default: break;
    }
}

// What only says "Show" goes; a label keeps its line before the text.
void BlockMaker::close_summary()
{
    if (!is_open_ || !block_.is_summary) return;
    if (is_summary_sign(leaf_)) leaf_.truncate(0);
    close_leaf();
}

void BlockMaker::open_cell(bool is_head)
{
    const bool was_head = is_head_;
    is_head_ = is_head;
    open_leaf(BlockKind::kTableCell, column_++);
    is_head_ = was_head;
}

}  // namespace paperdeck
