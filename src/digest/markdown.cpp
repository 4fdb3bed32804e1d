#include "digest/markdown.h"

#include <algorithm>
#include <cstring>
#include <functional>

#include "base/utf8.h"
#include "digest/arxiv.h"
#include "digest/html.h"
#include "digest/markdown_shield.h"
#include "md4c.h"

namespace paperdeck {
namespace {

// Digests indent for looks, not for code, and their HTML holds Markdown: so neither indented code nor raw
// HTML blocks. Maths is told by the shield.
constexpr unsigned kFlags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEURLAUTOLINKS |
                            MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_NOHTMLBLOCKS;

// What arXiv's listings show in place of an address.
bool is_hidden_url_text(std::string_view text)
{
    text = trimmed(text);
    return text == "this https URL" || text == "this http URL" || text == "this URL";
}

// Spans open at the moment. Counted, as both Markdown and HTML open and close them.
struct OpenStyles {
    int bold = 0, italic = 0, code = 0;

    std::uint8_t bits() const
    {
        return static_cast<std::uint8_t>((bold > 0 ? kBold : 0) | (italic > 0 ? kItalic : 0) | (code > 0 ? paperdeck::kCode : 0));
    }
};

// Receives md4c's callbacks and makes blocks of them.
class BlockMaker {
public:
    BlockMaker(std::string_view source, const ShieldedMarkdown& shielded, int first_line)
        : source_(shielded.source_or(source)), parsed_(shielded.for_parser), maths_(shielded.maths), line_(first_line)
    {
    }

    void enter_block(MD_BLOCKTYPE type, void* detail)
    {
        switch (type) {
        case MD_BLOCK_QUOTE: close_leaf(); ++quote_depth_; break;
        case MD_BLOCK_UL:
        case MD_BLOCK_OL: close_leaf(); ++list_depth_; break;
        case MD_BLOCK_LI: close_leaf(); starts_item_ = true; break;
        case MD_BLOCK_H: open_leaf(BlockKind::kHeading, static_cast<MD_BLOCK_H_DETAIL*>(detail)->level); break;
        case MD_BLOCK_P: open_leaf(BlockKind::kParagraph, 0); break;
        case MD_BLOCK_CODE: open_leaf(BlockKind::kCode, 0); break;
        case MD_BLOCK_HR:
            open_leaf(BlockKind::kRule, 0);
            close_leaf();
            break;
        case MD_BLOCK_THEAD: is_head_ = true; break;
        case MD_BLOCK_TBODY: is_head_ = false; break;
        case MD_BLOCK_TR:
            ++table_row_;
            column_ = 0;
            break;
        case MD_BLOCK_TH:
        case MD_BLOCK_TD: open_leaf(BlockKind::kTableCell, column_++); break;
        default: break;
        }
    }

    void leave_block(MD_BLOCKTYPE type)
    {
        close_leaf();
        if (type == MD_BLOCK_QUOTE) --quote_depth_;
        if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) --list_depth_;
        if (type == MD_BLOCK_LI) starts_item_ = false;
    }

    void enter_span(MD_SPANTYPE type, void* detail)
    {
        open_text();
        flush_tag();
        change_span(type, +1);
        if (type == MD_SPAN_A) open_link(resolved(static_cast<MD_SPAN_A_DETAIL*>(detail)->href));
    }

    void leave_span(MD_SPANTYPE type)
    {
        flush_tag();
        change_span(type, -1);
        if (type == MD_SPAN_A) close_link();
    }

    void text(MD_TEXTTYPE type, const char* data, std::size_t size)
    {
        open_text();
        const std::size_t offset = offset_of(data);
        if (offset != kOutside) note_line(offset);
        if (type == MD_TEXT_HTML) return html({data, size}, offset);
        flush_tag();
        if (is_dropping_) return;
        switch (type) {
        case MD_TEXT_NORMAL:
            if (offset == kOutside) builder_.append({data, size});
            else normal(offset, offset + size);
            break;
        case MD_TEXT_CODE: builder_.append(offset == kOutside ? std::string_view(data, size) : source_.substr(offset, size)); break;
        case MD_TEXT_ENTITY:
            entity_.clear();
            append_entity(entity_, {data, size});
            builder_.append(entity_);
            break;
        case MD_TEXT_BR:
            if (!in_maths()) builder_.append('\n');
            break;
        case MD_TEXT_SOFTBR:
            if (in_maths()) break;
            block_.soft_breaks.push_back(static_cast<std::uint32_t>(builder_.text().size()));
            builder_.append(' ');
            break;
        case MD_TEXT_NULLCHAR: builder_.append("\xEF\xBF\xBD"); break;
        default: break;
        }
        if (offset != kOutside) text_end_ = offset + size;
    }

    std::vector<Block> take()
    {
        close_leaf();
        return std::move(blocks_);
    }

private:
    static constexpr std::size_t kOutside = static_cast<std::size_t>(-1);

    // Text that md4c makes up (breaks, blanks) is not in the buffer that it was given.
    std::size_t offset_of(const char* data) const
    {
        const std::less<const char*> before;
        const char* begin = parsed_.data();
        if (before(data, begin) || !before(data, begin + parsed_.size())) return kOutside;
        return static_cast<std::size_t>(data - begin);
    }

    void note_line(std::size_t offset)
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

    void open_leaf(BlockKind kind, unsigned level)
    {
        close_leaf();
        const auto depth = [](int d) { return static_cast<std::uint8_t>(std::clamp(d, 0, 255)); };
        block_ = Block{};
        block_.kind = kind;
        block_.level = static_cast<std::uint8_t>(std::min(level, 255u));
        block_.quote_depth = depth(quote_depth_);
        block_.list_depth = depth(list_depth_);
        block_.starts_item = starts_item_;
        if (kind == BlockKind::kTableCell) {
            block_.is_head = is_head_;
            block_.table_row = table_row_;
        }
        is_open_ = true;
        starts_item_ = false;
    }

    // The text of a tight list item comes without a paragraph around it.
    void open_text()
    {
        if (!is_open_) open_leaf(BlockKind::kParagraph, 0);
    }

    void close_leaf()
    {
        if (!is_open_) return;
        flush_tag();
        is_open_ = false;
        is_dropping_ = false;
        styles_ = {};
        link_begin_ = kOutside;
        block_.content = builder_.take();
        // What held only tags is nothing; an empty table cell still is a cell.
        const bool is_something = !trimmed(block_.content.text).empty() || !block_.content.links.empty() || block_.kind == BlockKind::kRule ||
                                  block_.kind == BlockKind::kTableCell;
        if (!is_something) return;
        if (block_.line == 0) block_.line = line_;
        blocks_.push_back(std::move(block_));
    }

    void change_span(MD_SPANTYPE type, int by)
    {
        const auto count = [by](int& n) { n = std::max(0, n + by); };  // an HTML end tag may have come first
        if (type == MD_SPAN_STRONG) count(styles_.bold);
        if (type == MD_SPAN_EM) count(styles_.italic);
        if (type == MD_SPAN_CODE) count(styles_.code);
        builder_.set_style(styles_.bits());
    }

    void open_link(const std::string& url)
    {
        close_link();
        if (!is_web_url(url)) return;
        builder_.set_link(builder_.add_link(url));
        link_begin_ = builder_.text().size();
    }

    void close_link()
    {
        if (link_begin_ == kOutside) return;
        const std::string_view anchor = std::string_view(builder_.text()).substr(link_begin_);
        if (is_hidden_url_text(anchor)) {
            builder_.truncate(link_begin_);
            builder_.append(std::string(builder_.links()[static_cast<std::size_t>(builder_.link())]));
        }
        builder_.set_link(-1);
        link_begin_ = kOutside;
    }

    bool in_maths() const { return text_end_ < maths_end_; }

    // Text of the source from `begin` to `end`: plain, but for the maths in it.
    void normal(std::size_t begin, std::size_t end)
    {
        begin = std::max(begin, maths_end_);
        while (begin < end) {
            while (next_maths_ < maths_.size() && maths_[next_maths_].end <= begin) ++next_maths_;
            if (next_maths_ == maths_.size() || maths_[next_maths_].begin >= end) {
                builder_.append(source_.substr(begin, end - begin));
                return;
            }
            const MathsRange& range = maths_[next_maths_];
            if (range.begin > begin) builder_.append(source_.substr(begin, range.begin - begin));
            append_maths(range);
            maths_end_ = range.end;
            begin = range.end;
        }
    }

    void append_maths(const MathsRange& range)
    {
        std::string_view content = source_.substr(range.begin + range.delimiter_size, range.end - range.begin - 2u * range.delimiter_size);
        std::string tex;
        if (content.find_first_of("\n\r&") != std::string_view::npos) {
            tex = with_entities_resolved(without_line_breaks(content));
            content = tex;
        }
        builder_.end_span();
        builder_.set_style(static_cast<std::uint8_t>(styles_.bits() | kMaths | (range.is_display ? kDisplayMaths : 0)));
        builder_.append(trimmed(content));
        builder_.end_span();
        builder_.set_style(styles_.bits());
    }

    // A line break and the marks of the quote behind it become one blank.
    static std::string without_line_breaks(std::string_view text)
    {
        std::string out;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text[i] != '\n' && text[i] != '\r') {
                out += text[i];
                continue;
            }
            while (i + 1 < text.size() && (is_blank(text[i + 1]) || text[i + 1] == '>')) ++i;
            out += ' ';
        }
        return out;
    }

    // md4c gives a tag in one piece, but for line ends in it.
    void html(std::string_view piece, std::size_t offset)
    {
        const bool is_line_end = offset == kOutside;
        if (!is_line_end) {
            if (!tag_goes_on_) flush_tag();
            piece = source_.substr(offset, piece.size());
            text_end_ = offset + piece.size();
        }
        tag_ += piece;
        tag_goes_on_ = is_line_end;
    }

    void flush_tag()
    {
        if (tag_.empty()) return;
        const std::string source = std::move(tag_);
        tag_.clear();
        tag_goes_on_ = false;
        apply_tag(parse_tag(source), source);
    }

    void apply_tag(const ParsedTag& parsed, const std::string& source)
    {
        const int by = parsed.is_end ? -1 : 1;
        if (parsed.tag == HtmlTag::kDropped) is_dropping_ = !parsed.is_end;
        if (is_dropping_) return;
        switch (parsed.tag) {
        case HtmlTag::kUnknown: builder_.append(source); break;
        case HtmlTag::kBreak:
        case HtmlTag::kBlock: builder_.append('\n'); break;
        case HtmlTag::kCell: builder_.append(' '); break;
        case HtmlTag::kBold: styles_.bold = std::max(0, styles_.bold + by); break;
        case HtmlTag::kItalic: styles_.italic = std::max(0, styles_.italic + by); break;
        case HtmlTag::kCode: styles_.code = std::max(0, styles_.code + by); break;
        case HtmlTag::kLink:
            if (parsed.is_end) close_link();
            else open_link(parsed.href);
            break;
        default: break;
        }
        builder_.set_style(styles_.bits());
    }

    // An address as md4c gives it, with its entities resolved. One that maths was shielded in and that
    // md4c copied cannot be had back and is none.
    std::string resolved(const MD_ATTRIBUTE& attribute) const
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

    std::string_view source_;
    std::string_view parsed_;
    const std::vector<MathsRange>& maths_;
    std::vector<Block> blocks_;

    Block block_;  // the leaf being made, while is_open_
    StyledTextBuilder builder_;
    OpenStyles styles_;
    bool is_open_ = false;
    bool is_dropping_ = false;  // inside <script>
    std::size_t link_begin_ = kOutside;
    std::string tag_;  // HTML tag being collected
    bool tag_goes_on_ = false;
    std::string entity_;

    int quote_depth_ = 0, list_depth_ = 0;
    bool starts_item_ = false, is_head_ = false;
    std::uint32_t table_row_ = 0;
    unsigned column_ = 0;

    int line_;
    std::size_t line_offset_ = 0;
    std::size_t next_maths_ = 0;
    std::size_t maths_end_ = 0;  // source offset behind the last maths written
    std::size_t text_end_ = 0;   // source offset behind the last text seen
};

BlockMaker& maker(void* data) { return *static_cast<BlockMaker*>(data); }

}  // namespace

std::vector<Block> parse_markdown(std::string_view text, int first_line)
{
    const ShieldedMarkdown shielded = shield_markdown(text);
    BlockMaker blocks(text, shielded, first_line);
    MD_PARSER parser{};
    parser.flags = kFlags;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* data) { return maker(data).enter_block(type, detail), 0; };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* data) { return maker(data).leave_block(type), 0; };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* data) { return maker(data).enter_span(type, detail), 0; };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* data) { return maker(data).leave_span(type), 0; };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* piece, MD_SIZE size, void* data) { return maker(data).text(type, piece, size), 0; };
    md_parse(shielded.for_parser.data(), static_cast<MD_SIZE>(shielded.for_parser.size()), &parser, &blocks);
    return blocks.take();
}

}  // namespace paperdeck
