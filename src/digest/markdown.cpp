#include "digest/markdown.h"

#include "digest/block_maker.h"
#include "digest/markdown_shield.h"
#include "md4c.h"

namespace paperdeck {
namespace {

// Digests indent for looks, not for code, and their HTML holds Markdown: so neither indented code nor raw
// HTML blocks. Maths is told by the shield.
constexpr unsigned kFlags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEURLAUTOLINKS |
                            MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_NOHTMLBLOCKS;

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
