// md4c's callbacks → blocks. Headings, lists and tables that are written as HTML become blocks as those of
// Markdown do; <summary> stands by itself.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "digest/html.h"
#include "digest/leaf_text.h"
#include "digest/markdown.h"
#include "digest/markdown_shield.h"
#include "md4c.h"

namespace paperdeck {

// One for each text parsed; its callbacks come in the order of the text.
class BlockMaker {
public:
    BlockMaker(std::string_view source, const ShieldedMarkdown& shielded, int first_line)
        : source_(shielded.source_or(source)), parsed_(shielded.for_parser), leaf_(source_, shielded.maths), line_(first_line)
    {
    }

    void enter_block(MD_BLOCKTYPE type, void* detail);
    void leave_block(MD_BLOCKTYPE type);
    void enter_span(MD_SPANTYPE type, void* detail);
    void leave_span(MD_SPANTYPE type);
    void text(MD_TEXTTYPE type, const char* data, std::size_t size);

    std::vector<Block> take();

private:
    static constexpr std::size_t kOutside = static_cast<std::size_t>(-1);

    std::size_t offset_of(const char* data) const;
    void note_line(std::size_t offset);

    void open_leaf(BlockKind kind, unsigned level);
    void open_text();
    void close_leaf();
    void change_span(MD_SPANTYPE type, int by);

    std::string resolved(const MD_ATTRIBUTE& attribute) const;

    // block_maker_html.cpp: what tags do
    void html(std::string_view piece, std::size_t offset);
    void flush_tag();
    void apply_tag(const ParsedTag& parsed, const std::string& source);
    void apply_structure(const ParsedTag& parsed);
    void close_summary();
    void open_cell(bool is_head);

    std::string_view source_;
    std::string_view parsed_;
    LeafText leaf_;
    std::vector<Block> blocks_;

    Block block_;  // the leaf being made, while is_open_
    bool is_open_ = false;
    bool is_dropping_ = false;  // inside <script>
    int images_ = 0;            // around the text
    bool has_image_ = false;    // the leaf has what stands for one
    bool has_words_ = false;    // and text beside it
    std::string tag_;           // HTML tag being collected
    bool tag_goes_on_ = false;
    std::string entity_;

    int quote_depth_ = 0, list_depth_ = 0;
    int html_list_depth_ = 0;
    bool starts_item_ = false, is_head_ = false;
    bool is_in_html_row_ = false;
    std::uint32_t table_row_ = 0;
    unsigned column_ = 0;

    int line_;
    std::size_t line_offset_ = 0;
    std::size_t text_end_ = 0;  // source offset behind the last text seen
};

}  // namespace paperdeck
