#include "digest/block_maker.h"

#include <algorithm>
#include <cstring>
#include <functional>

namespace paperdeck {

void BlockMaker::enter_block(MD_BLOCKTYPE type, void* detail)
{
    switch (type) {
    case MD_BLOCK_QUOTE: close_leaf(); ++quote_depth_; break;
    case MD_BLOCK_UL:
    case MD_BLOCK_OL: close_leaf(); ++list_depth_; break;
    case MD_BLOCK_LI: close_leaf(); starts_item_ = true; break;
    case MD_BLOCK_H: open_leaf(BlockKind::kHeading, static_cast<MD_BLOCK_H_DETAIL*>(detail)->level); break;
    case MD_BLOCK_P:
        // A blank line inside of an HTML cell.
        if (is_in_html_row_ && is_open_ && block_.kind == BlockKind::kTableCell) leaf_.append("\n");
        else open_leaf(BlockKind::kParagraph, 0);
        break;
    case MD_BLOCK_CODE: open_leaf(BlockKind::kCode, 0); break;
    case MD_BLOCK_HR:
        open_leaf(BlockKind::kRule, 0);
        close_leaf();
        break;
    case MD_BLOCK_THEAD: is_head_ = true; break;
    case MD_BLOCK_TBODY: is_head_ = false; break;
    case MD_BLOCK_TR:
        is_in_html_row_ = false;
        ++table_row_;
        column_ = 0;
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: open_leaf(BlockKind::kTableCell, column_++); break;
    default: break;
    }
}

void BlockMaker::leave_block(MD_BLOCKTYPE type)
{
    if (type == MD_BLOCK_P && is_in_html_row_ && is_open_ && block_.kind == BlockKind::kTableCell) return flush_tag();
    close_leaf();
    if (type == MD_BLOCK_QUOTE) --quote_depth_;
    if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) --list_depth_;
    if (type == MD_BLOCK_LI) starts_item_ = false;
}

void BlockMaker::enter_span(MD_SPANTYPE type, void* detail)
{
    open_text();
    flush_tag();
    open_text();
    change_span(type, +1);
    if (type == MD_SPAN_IMG) ++images_;
    if (type == MD_SPAN_A) leaf_.open_link(resolved(static_cast<MD_SPAN_A_DETAIL*>(detail)->href));
}

void BlockMaker::leave_span(MD_SPANTYPE type)
{
    flush_tag();
    change_span(type, -1);
    if (type == MD_SPAN_IMG) --images_;
    if (type == MD_SPAN_A) leaf_.close_link();
}

void BlockMaker::text(MD_TEXTTYPE type, const char* data, std::size_t size)
{
    open_text();
    const std::size_t offset = offset_of(data);
    if (type == MD_TEXT_HTML) return html({data, size}, offset);
    flush_tag();
    if (is_dropping_) return;
    open_text();
    const bool is_break = type == MD_TEXT_BR || type == MD_TEXT_SOFTBR || (size == 1 && is_blank(data[0]));
    if (images_ > 0 && !leaf_.is_in_link()) has_image_ = true;
    else if (!is_break) has_words_ = true;
    if (offset != kOutside) note_line(offset);
    switch (type) {
    case MD_TEXT_NORMAL:
        if (offset == kOutside) leaf_.append({data, size});
        else leaf_.append_source(offset, offset + size);
        break;
    case MD_TEXT_CODE: leaf_.append(offset == kOutside ? std::string_view(data, size) : source_.substr(offset, size)); break;
    case MD_TEXT_ENTITY:
        entity_.clear();
        append_entity(entity_, {data, size});
        leaf_.append(entity_);
        break;
    case MD_TEXT_BR:
        if (leaf_.is_in_maths(text_end_)) break;
        if (block_.line != 0) block_.line_breaks.push_back(static_cast<std::uint32_t>(leaf_.text().size()));
        leaf_.append("\n");
        break;
    case MD_TEXT_SOFTBR:
        if (leaf_.is_in_maths(text_end_)) break;
        block_.line_breaks.push_back(static_cast<std::uint32_t>(leaf_.text().size()));
        leaf_.append(" ");
        break;
    case MD_TEXT_NULLCHAR: leaf_.append("\xEF\xBF\xBD"); break;
    default: break;
    }
    if (offset != kOutside) text_end_ = offset + size;
}

std::vector<Block> BlockMaker::take()
{
    close_leaf();
    return std::move(blocks_);
}

// Text that md4c makes up (breaks, blanks) is not in the buffer that it was given.
std::size_t BlockMaker::offset_of(const char* data) const
{
    const std::less<const char*> before;
    const char* begin = parsed_.data();
    if (before(data, begin) || !before(data, begin + parsed_.size())) return kOutside;
    return static_cast<std::size_t>(data - begin);
}

void BlockMaker::note_line(std::size_t offset)
{
    if (block_.line != 0) return;
    // Offsets only grow, so that all lines are counted once.
    while (line_offset_ < offset) {
        const void* next = std::memchr(source_.data() + line_offset_, '\n', offset - line_offset_);
        if (!next) break;
        line_offset_ = static_cast<std::size_t>(static_cast<const char*>(next) - source_.data()) + 1;
        ++line_;
    }
    block_.line = line_;
}

void BlockMaker::open_leaf(BlockKind kind, unsigned level)
{
    close_leaf();
    const auto depth = [](int d) { return static_cast<std::uint8_t>(std::clamp(d, 0, 255)); };
    block_ = Block{};
    has_image_ = has_words_ = false;
    block_.kind = kind;
    block_.level = static_cast<std::uint8_t>(std::min(level, 255u));
    block_.quote_depth = depth(quote_depth_);
    block_.list_depth = depth(list_depth_ + html_list_depth_);
    block_.starts_item = starts_item_;
    if (kind == BlockKind::kTableCell) {
        block_.is_head = is_head_;
        block_.table_row = table_row_;
    }
    is_open_ = true;
    starts_item_ = false;
}

// The text of a tight list item comes without a paragraph around it.
void BlockMaker::open_text()
{
    if (!is_open_) open_leaf(BlockKind::kParagraph, 0);
}

void BlockMaker::close_leaf()
{
    if (!is_open_) return;
    flush_tag();
    if (!is_open_) return;  // the tag closed it
    is_open_ = false;
    is_dropping_ = false;
    block_.content = leaf_.take();
    // What stands for an image alone is a file's name as often as not.
    if (has_image_ && !has_words_) block_.content = StyledText{};
    // What held only tags is nothing; an empty table cell still is a cell.
    const bool is_something = !trimmed(block_.content.text).empty() || !block_.content.links.empty() || block_.kind == BlockKind::kRule ||
                              block_.kind == BlockKind::kTableCell;
    if (!is_something) {
        starts_item_ = starts_item_ || block_.starts_item;
        return;
    }
    if (block_.line == 0) block_.line = line_;
    blocks_.push_back(std::move(block_));
}

void BlockMaker::change_span(MD_SPANTYPE type, int by)
{
    if (type == MD_SPAN_STRONG) leaf_.change_bold(by);
    if (type == MD_SPAN_EM) leaf_.change_italic(by);
    if (type == MD_SPAN_CODE) leaf_.change_code(by);
}

// An address as md4c gives it, with its entities resolved. One that maths was shielded in and that
// md4c copied cannot be had back and is none.
std::string BlockMaker::resolved(const MD_ATTRIBUTE& attribute) const
{
    if (!attribute.text) return {};
    const std::size_t offset = offset_of(attribute.text);
    if (offset != kOutside) return std::string(source_.substr(offset, attribute.size));
    std::string out;
    for (std::size_t i = 0; attribute.substr_offsets[i] < attribute.size; ++i) {
        const std::size_t begin = attribute.substr_offsets[i];
        const std::string_view part(attribute.text + begin, attribute.substr_offsets[i + 1] - begin);
        if (attribute.substr_types[i] == MD_TEXT_ENTITY) append_entity(out, part);
        else out += part;
    }
    return out;
}

}  // namespace paperdeck
