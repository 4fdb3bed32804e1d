#include "digest/entry_pieces.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "digest/paper_links.h"

namespace paperdeck {
namespace {

// One block cut at its labels. Lines behind a break are looked at only where the block begins with a
// label or theirs is bold: an abstract may have a line "Code: …" of its own.
class BlockSplitter {
public:
    BlockSplitter(Block block, std::vector<Piece>& out) : block_(std::move(block)), out_(out) {}

    void run()
    {
        const auto first = label_at(block_.content, 0);
        is_labelled_ = first.has_value();
        if (!is_labelled_ && !has_bold()) return add(std::nullopt, 0, block_.content.text.size());
        std::optional<Label> label = first;
        std::size_t begin = 0;
        for (const std::size_t line : line_starts()) {
            auto next = label_at(block_.content, line);
            if (!next || (!is_labelled_ && !is_bold_at(line))) continue;
            add(label, begin, line);
            label = std::move(next);
            begin = line;
        }
        add(label, begin, block_.content.text.size());
    }

private:
    bool has_bold() const
    {
        return std::any_of(block_.content.spans.begin(), block_.content.spans.end(), [](const Span& s) { return (s.style & kBold) != 0; });
    }

    bool is_bold_at(std::size_t at) const
    {
        const std::vector<Span>& spans = block_.content.spans;
        const auto span = std::partition_point(spans.begin(), spans.end(), [&](const Span& s) { return s.end <= at; });
        return span != spans.end() && span->begin <= at + 1 && (span->style & kBold) != 0;
    }

    std::vector<std::size_t> line_starts() const
    {
        std::vector<std::size_t> starts;
        for (const std::uint32_t at : block_.soft_breaks) starts.push_back(at + 1);
        const std::string& text = block_.content.text;
        for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos;) starts.push_back(++at);
        std::sort(starts.begin(), starts.end());
        return starts;
    }

    void add(const std::optional<Label>& label, std::size_t begin, std::size_t end)
    {
        Piece piece;
        piece.is_quote = block_.quote_depth > 0;
        if (label) {
            piece.field = label->field;
            piece.label = label->words;
            begin = std::min(label->value_at, end);
        }
        const bool is_whole = begin == 0 && end == block_.content.text.size();
        piece.text = is_whole ? std::move(block_.content) : slice(block_.content, begin, end);
        if (label || !trimmed(piece.text.text).empty()) out_.push_back(std::move(piece));
    }

    Block block_;
    std::vector<Piece>& out_;
    bool is_labelled_ = false;
};

// Gives text without a label to the label before it that waits for it.
void join_values(std::vector<Piece>& pieces)
{
    std::vector<Piece> joined;
    bool is_in_abstract = false;
    for (Piece& piece : pieces) {
        const bool is_labelled = piece.field != Field::kNone;
        const bool is_wanted = !joined.empty() && joined.back().field != Field::kNone && trimmed(joined.back().text.text).empty();
        if (!is_labelled && !is_link_row(piece.text) && (is_wanted || is_in_abstract)) {
            add_paragraph(joined.back().text, std::move(piece.text));
            continue;
        }
        is_in_abstract = piece.field == Field::kAbstract;
        joined.push_back(std::move(piece));
    }
    pieces = std::move(joined);
}

}  // namespace

std::vector<Piece> split_body(std::vector<Block> body)
{
    std::vector<Piece> pieces;
    for (Block& block : body) {
        if (block.kind == BlockKind::kHeading) {
            // "### Abstract": a heading that is a label.
            Piece piece;
            piece.label = std::string(trimmed(block.content.text));
            piece.field = field_of(piece.label);
            pieces.push_back(std::move(piece));
        } else if (block.kind == BlockKind::kParagraph) {
            BlockSplitter(std::move(block), pieces).run();
        }
    }
    join_values(pieces);
    return pieces;
}

void add_paragraph(StyledText& out, StyledText paragraph)
{
    if (out.text.empty() && out.links.empty()) {
        out = std::move(paragraph);
        return;
    }
    out.text += '\n';
    append(out, paragraph);
}

}  // namespace paperdeck
