#include "digest/entry_pieces.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "digest/author_names.h"
#include "digest/paper_links.h"

namespace paperdeck {
namespace {

// A remark in a list is shorter than an abstract.
constexpr std::size_t kMaxNote = 200;
// What an unknown label introduces is a text from here on; less is a mark, a number or a name.
constexpr std::size_t kMinLabelled = 60;

// Labels that no sentence of an abstract begins with.
bool is_strong(Field field)
{
    switch (field) {
    case Field::kAuthors:
    case Field::kTitle:
    case Field::kCategories:
    case Field::kComment:
    case Field::kKeywords:
    case Field::kDoi:
    case Field::kTranslatedTitle:
    case Field::kTranslatedAbstract:
    case Field::kAbstract:
    case Field::kDate: return true;
    default: return false;
    }
}

// One block cut at its labels. Lines behind a break are looked at only where the block begins with a
// label or theirs is bold: an abstract may have a line "Code: …" of its own.
class BlockSplitter {
public:
    BlockSplitter(Block block, std::vector<Piece>& out, bool is_note) : block_(std::move(block)), out_(out), is_note_(is_note) {}

    void run()
    {
        std::optional<Label> label = first_label();
        is_labelled_ = label.has_value();
        if (!is_labelled_ && !has_bold()) return add(std::nullopt, add_link_lines(), block_.content.text.size());
        if (const auto own = is_note_ && !is_labelled_ && may_have_any_label() ? any_label_at(block_.content, 0) : std::nullopt) note_label_ = own->words;
        std::size_t begin = 0;
        for (const std::size_t line : line_starts(block_)) {
            auto next = label_at(block_.content, line);
            if (!next && is_bold_at(line)) next = any_label_at(block_.content, line);
            if (!next || !may_split(*next, label, line)) continue;
            add(label, begin, line);
            label = std::move(next);
            begin = line;
        }
        add(label, begin, block_.content.text.size());
    }

private:
    // "[[code](…)]" in a line of its own before other text; returns where that begins.
    std::size_t add_link_lines()
    {
        std::size_t begin = 0;
        for (std::size_t end; (end = block_.content.text.find('\n', begin)) != std::string::npos; begin = end + 1) {
            if (!is_link_row(slice(block_.content, begin, end))) break;
            add(std::nullopt, begin, end);
        }
        return begin;
    }

    // "> Objective: to …" is how an abstract may begin; so is "方法：…" how its paragraphs may, where the label
    // of the abstract itself is bold, a heading or a line of its own.
    std::optional<Label> first_label() const
    {
        std::optional<Label> label = label_at(block_.content, 0);
        if (is_bold_at(0)) return label || is_note_ || !may_have_any_label() ? std::move(label) : any_label_at(block_.content, 0);
        const bool is_part = label && !is_strong(label->field) && (is_in_abstract() || (block_.quote_depth > 0 && label->field == Field::kSummary));
        return is_part ? std::nullopt : std::move(label);
    }

    const Piece* last_labelled() const
    {
        const auto last = std::find_if(out_.rbegin(), out_.rend(), [](const Piece& piece) { return piece.field != Field::kNone; });
        return last == out_.rend() ? nullptr : &*last;
    }

    // All up to the next label is the value of the heading.
    bool is_below_heading() const
    {
        const Piece* last = last_labelled();
        return last && last->is_heading;
    }

    // "…, of three parts:" and a list of these, "- **Memory:** …", is all one abstract; "- **Found at:** [arXiv](…)" is not.
    bool may_have_any_label() const
    {
        const bool is_part = is_in_abstract() && block_.list_depth > last_labelled()->list_depth && block_.content.links.empty();
        return !is_part && !is_below_heading();
    }

    bool is_in_abstract() const
    {
        const Piece* last = last_labelled();
        const bool is_open = last && (last->is_bold || last->is_heading || trimmed(last->text.text).empty());
        return is_open && (last->field == Field::kAbstract || last->field == Field::kTranslatedAbstract);
    }

    bool may_split(const Label& next, const std::optional<Label>& current, std::size_t line) const
    {
        if (is_bold_at(line)) return true;
        if (!is_labelled_) return false;
        const bool is_prose = current && (current->field == Field::kAbstract || current->field == Field::kSummary || current->field == Field::kTranslatedAbstract);
        if (!is_prose || is_strong(next.field)) return true;
        // Labels of one kind in a row: "Motivation: …", "Method: …".
        if (next.field == Field::kSummary) return current->field == Field::kSummary;
        const std::string_view value = std::string_view(block_.content.text).substr(std::min(next.value_at, block_.content.text.size()), 8);
        return value.substr(0, 4) == "http" || is_link_at(next.value_at);
    }

    const Span* span_at(std::size_t at) const
    {
        const std::vector<Span>& spans = block_.content.spans;
        const auto span = std::partition_point(spans.begin(), spans.end(), [&](const Span& s) { return s.end <= at; });
        return span != spans.end() && span->begin <= at + 1 ? &*span : nullptr;
    }

    bool is_bold_at(std::size_t at) const
    {
        const Span* span = span_at(at);
        return span && (span->style & kBold) != 0;
    }

    bool is_link_at(std::size_t at) const
    {
        const Span* span = span_at(at);
        return span && span->link >= 0;
    }

    bool has_bold() const
    {
        return std::any_of(block_.content.spans.begin(), block_.content.spans.end(), [](const Span& s) { return (s.style & kBold) != 0; });
    }

    void add(const std::optional<Label>& label, std::size_t begin, std::size_t end)
    {
        Piece piece;
        piece.is_quote = block_.quote_depth > 0;
        piece.list_depth = block_.list_depth;
        piece.is_note = is_note_ && !label;
        if (piece.is_note && begin == 0) piece.label = note_label_;
        piece.line = block_.line + lines_before(begin);
        if (label) {
            piece.field = label->field;
            piece.label = label->words;
            piece.is_bold = is_bold_at(begin);
            begin = std::min(label->value_at, end);
        }
        if (label && label->field == Field::kNone) piece.field = begin == end || end - begin >= kMinLabelled ? Field::kSummary : Field::kIgnored;
        const bool is_whole = begin == 0 && end == block_.content.text.size();
        piece.text = is_whole ? std::move(block_.content) : slice(block_.content, begin, end);
        if (label || !trimmed(piece.text.text).empty()) out_.push_back(std::move(piece));
    }

    int lines_before(std::size_t at) const
    {
        return static_cast<int>(std::lower_bound(block_.line_breaks.begin(), block_.line_breaks.end(), at) - block_.line_breaks.begin());
    }

    Block block_;
    std::vector<Piece>& out_;
    std::string note_label_;  // of an item that the table of labels does not know: part of its text
    bool is_labelled_ = false;
    bool is_note_ = false;
};

// Gives text without a label to the label before it that waits for it.
void join_values(std::vector<Piece>& pieces)
{
    std::vector<Piece> joined;
    bool is_open = false;  // the last label takes what follows
    bool is_list = false;  // it stands above a list and takes its items
    for (Piece& piece : pieces) {
        const bool is_labelled = piece.field != Field::kNone;
        const bool is_wanted = !joined.empty() && joined.back().field != Field::kNone && trimmed(joined.back().text.text).empty();
        is_list = !is_labelled && piece.is_note && (is_wanted || is_list);
        if (!is_labelled && (is_list || (piece.label.empty() && (is_wanted || is_open))) && !is_link_row(piece.text)) {
            add_paragraph(joined.back().text, std::move(piece.text));
            continue;
        }
        is_open = piece.field == Field::kAbstract || piece.field == Field::kTranslatedAbstract || piece.is_heading;
        joined.push_back(std::move(piece));
    }
    pieces = std::move(joined);
}

}  // namespace

std::vector<std::size_t> line_starts(const Block& block)
{
    std::vector<std::size_t> starts;
    for (const std::uint32_t at : block.line_breaks) starts.push_back(at + 1);
    const std::string& text = block.content.text;
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos;) starts.push_back(++at);
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());  // a break of both kinds
    return starts;
}

Block slice_block(const Block& block, std::size_t begin, std::size_t end)
{
    Block out;
    out.kind = BlockKind::kParagraph;
    out.quote_depth = block.quote_depth;
    out.list_depth = block.list_depth;
    out.line = block.line;
    out.content = slice(block.content, begin, end);
    for (const std::uint32_t at : block.line_breaks) {
        if (at < begin) ++out.line;
        else if (at < end) out.line_breaks.push_back(static_cast<std::uint32_t>(at - begin));
    }
    return out;
}

std::vector<Piece> split_body(std::vector<Block> body, int list_depth)
{
    std::vector<Piece> pieces;
    for (Block& block : body) {
        if (block.kind == BlockKind::kHeading) {
            // "### Abstract": a heading that is a label; one below a paper's own heading is one whatever it says.
            Piece piece;
            piece.label = std::string(without_signs(block.content.text));
            piece.field = field_of(block.content.text);
            if (piece.field == Field::kNone) piece.field = Field::kSummary;
            piece.is_heading = true;
            piece.line = block.line;
            pieces.push_back(std::move(piece));
        } else if (block.kind == BlockKind::kParagraph) {
            const bool is_listed = block.list_depth > list_depth && block.content.text.size() <= kMaxNote;
            const bool is_note = is_listed || (list_depth > 0 && block.list_depth > list_depth);
            BlockSplitter(std::move(block), pieces, is_note).run();
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
