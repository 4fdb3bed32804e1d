#include "digest/entry_pieces.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "digest/arxiv.h"
#include "digest/author_names.h"
#include "digest/paper_links.h"

namespace paperdeck {
namespace {

// A remark in a list is shorter than an abstract.
constexpr std::size_t kMaxNote = 200;
// What an unknown label introduces is a text from here on; less is a mark, a number or a name.
constexpr std::size_t kMinLabelled = 40;

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

// "`cs.CV` `cs.LG`", "<span class="tag">…</span>": two or more pieces of code and nothing else.
bool is_chips(const StyledText& text)
{
    std::size_t from = 0;
    if (text.spans.size() < 2 || text.text.size() > 400) return false;
    for (const Span& span : text.spans) {
        if ((span.style & kCode) == 0 || span.link >= 0 || !without_signs(std::string_view(text.text).substr(from, span.begin - from)).empty()) return false;
        from = span.end;
    }
    return without_signs(std::string_view(text.text).substr(from)).empty();
}

// Bytes of the emoji or mark, and blanks, that a line begins with; 0 where it begins with a word or with punctuation.
std::size_t leading_sign(std::string_view line)
{
    std::size_t at = 0;
    while (at < line.size() && line[at] == ' ') ++at;
    if (at == line.size() || static_cast<unsigned char>(line[at]) < 0xE2) return 0;
    return is_ornament(decode_utf8(line, at).value) ? static_cast<std::size_t>(without_signs(line).data() - line.data()) : 0;
}

// "#audio #deepfake-detection": nothing but words with a sign before each.
bool is_tag_line(std::string_view text)
{
    text = trimmed(text);
    if (text.size() < 3 || text[0] != '#') return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool begins = i == 0 || is_blank(text[i - 1]);
        if (begins && !is_blank(text[i]) && (text[i] != '#' || i + 1 == text.size() || is_blank(text[i + 1]) || text[i + 1] == '#')) return false;
    }
    return true;
}

// One block cut at its labels. Lines behind a break are looked at only where the block begins with a
// label or theirs is bold: an abstract may have a line "Code: …" of its own.
class BlockSplitter {
public:
    BlockSplitter(Block block, std::vector<Piece>& out, bool is_note) : block_(std::move(block)), out_(out), is_note_(is_note) {}

    void run()
    {
        drop_callout();
        if (is_tag_line(block_.content.text) || is_chips(block_.content)) return add_tags();
        std::optional<Label> label = first_label();
        is_labelled_ = label.has_value();
        // "**arXiv** · `2603.00040`" above them is no label.
        if ((!is_labelled_ || label->field == Field::kLinks) && has_sign_lines()) return add_sign_lines();
        if (!is_labelled_ && !has_bold()) return add(std::nullopt, add_link_lines(), block_.content.text.size());
        if (const auto own = is_note_ && !is_labelled_ && may_have_any_label() ? any_label_at(block_.content, 0) : std::nullopt) note_label_ = own->words;
        std::size_t begin = 0;
        const std::vector<std::size_t> lines = starts();
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const std::size_t line = lines[i];
            auto next = label_at(block_.content, line);
            if (!next && is_bold_at(line)) next = any_label_at(block_.content, line);
            const bool is_split = next ? may_split(*next, label, line) : ends_before_links(label, line, i + 1 < lines.size() ? lines[i + 1] : block_.content.text.size());
            if (!is_split) continue;
            add(label, begin, line);
            label = std::move(next);
            begin = line;
        }
        add(label, begin, block_.content.text.size());
    }

private:
    // Where labels may stand: at lines, and behind bars, "**Date:** … | **Authors:** …".
    std::vector<std::size_t> starts() const
    {
        std::vector<std::size_t> all = line_starts(block_);
        const std::string_view text = block_.content.text;
        if (!has_bold()) return all;
        for (std::size_t bar = text.find('|'); bar != std::string_view::npos; bar = text.find('|', bar + 1)) {
            std::size_t at = bar + 1;
            while (at < text.size() && (is_blank(text[at]) || text[at] == '|')) ++at;
            if (at < text.size() && is_bold_at(at)) all.push_back(at);
        }
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
        return all;
    }

    // "Authors: A One, B Two⏎[arXiv](…) · [PDF](…)": names and the like end where a row of links begins.
    bool ends_before_links(const std::optional<Label>& label, std::size_t begin, std::size_t end) const
    {
        const bool is_short = label && (label->field == Field::kAuthors || label->field == Field::kDate || label->field == Field::kCategories || label->field == Field::kKeywords);
        return is_short && !block_.content.links.empty() && is_link_row(slice(block_.content, begin, end));
    }

    // "👥 A One, B Two · 🏷 cs.CV⏎🔗 [arXiv](…)": lines that begin with a sign instead of a label.
    bool has_sign_lines() const
    {
        const std::string_view text = block_.content.text;
        const auto is_sign = [&](std::size_t line) { return leading_sign(text.substr(std::min(line, text.size()))) > 0; };
        const std::vector<std::uint32_t>& breaks = block_.line_breaks;
        const auto signs = std::count_if(breaks.begin(), breaks.end(), [&](std::uint32_t at) { return is_sign(at + 1u); }) + (breaks.empty() ? 0 : is_sign(0));
        return signs >= 2 && std::none_of(breaks.begin(), breaks.end(), [&](std::uint32_t at) { return label_at(block_.content, at + 1u).has_value(); });
    }

    void add_sign_lines()
    {
        std::vector<std::size_t> lines = line_starts(block_);
        lines.push_back(block_.content.text.size());
        std::size_t begin = 0;
        for (const std::size_t end : lines) {
            const std::string_view line = std::string_view(block_.content.text).substr(begin, end - begin);
            if (is_link_row(slice(block_.content, begin, end))) add(std::nullopt, begin, end);
            else for (std::size_t at = 0; at < line.size();) at = add_sign_part(begin, begin + at, end);
            begin = end;
        }
    }

    // The part between "·" that begins at `begin`, in a line that begins at `line`; returns where the next one does, from there.
    std::size_t add_sign_part(std::size_t line, std::size_t begin, std::size_t line_end)
    {
        constexpr std::string_view kDot = "·";
        const std::size_t dot = std::string_view(block_.content.text).substr(begin, line_end - begin).find(kDot);
        const std::size_t end = dot == std::string_view::npos ? line_end : begin + dot;
        StyledText part = tidied(slice(block_.content, begin + leading_sign(std::string_view(block_.content.text).substr(begin, end - begin)), end));
        std::string_view names = part.text;
        while (names.ends_with('.') || names.ends_with("…")) names.remove_suffix(names.ends_with('.') ? 1 : 3);
        Piece piece;
        piece.line = block_.line + lines_before(begin);
        piece.list_depth = block_.list_depth;
        std::size_t codes = 0;
        for (const std::string& code : find_categories(part.text)) codes += code.size() + 2;
        if (codes > 0 && codes + 2 >= part.text.size()) piece.field = Field::kCategories;
        else if (part.text.size() <= 24 && find_date(part.text)) piece.field = Field::kDate;
        else if (names.find(", ") != std::string_view::npos && looks_like_names(names)) piece.field = Field::kAuthors;
        else piece.is_note = part.text.size() <= kMaxNote;
        if (piece.field == Field::kAuthors) part = slice(part, 0, names.size());
        piece.text = std::move(part);
        if (!piece.text.empty() && !parse_arxiv_id(piece.text.text)) out_.push_back(std::move(piece));
        return std::min(end + kDot.size(), line_end) - line;
    }

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

    // "> [!abstract] In one line": what kind of box the quote is shown in.
    void drop_callout()
    {
        const std::string_view text = block_.content.text;
        constexpr std::size_t kLongest = 20;
        const std::size_t end = block_.quote_depth > 0 && text.starts_with("[!") ? text.substr(0, kLongest).find(']') : std::string_view::npos;
        if (end == std::string_view::npos) return;
        std::size_t begin = end + 1;
        while (begin < text.size() && (is_blank(text[begin]) || text[begin] == '-' || text[begin] == '+')) ++begin;
        block_ = slice_block(block_, begin, text.size());
    }

    void add_tags()
    {
        if (!is_chips(block_.content)) std::replace(block_.content.text.begin(), block_.content.text.end(), '#', ',');
        Piece piece;
        piece.field = Field::kKeywords;
        piece.line = block_.line;
        piece.text = std::move(block_.content);
        out_.push_back(std::move(piece));
    }

    // "> Objective: to …" is how an abstract may begin; so is "方法：…" how its paragraphs may, where the label
    // of the abstract itself is bold, a heading or a line of its own.
    std::optional<Label> first_label() const
    {
        std::optional<Label> label = label_at(block_.content, 0);
        // "arXiv:2404.02871v1 Announce Type: cross  Abstract: …"
        if (label && label->field == Field::kLinks && announced_abstract(block_.content.text) > 0) return std::nullopt;
        if (is_bold_at(0)) return label || !may_have_any_label() || (is_note_ && !is_labelled_text()) ? std::move(label) : any_label_at(block_.content, 0);
        const bool is_part = label && !is_strong(label->field) && (is_in_abstract() || (block_.quote_depth > 0 && label->field == Field::kSummary));
        return is_part ? std::nullopt : std::move(label);
    }

    // An item that says much behind its label is a text of its own; below a label that waits for its value it is a part.
    bool is_labelled_text() const
    {
        const Piece* last = last_labelled();
        const bool is_wanted = last && trimmed(last->text.text).empty();
        return !is_wanted && block_.content.text.size() >= 2 * kMinLabelled;
    }

    const Piece* last_labelled() const
    {
        // What stands further back is over: looking stays cheap in an entry of thousands of lines.
        constexpr std::ptrdiff_t kFarthest = 64;
        const auto end = out_.rbegin() + std::min(kFarthest, static_cast<std::ptrdiff_t>(out_.size()));
        const auto last = std::find_if(out_.rbegin(), end, [](const Piece& piece) { return piece.field != Field::kNone; });
        return last == end ? nullptr : &*last;
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
        // A bar before the next label, or at the end of the line.
        const std::string_view text = block_.content.text;
        if (label) while (end > begin && (is_blank(text[end - 1]) || (text[end - 1] == '|' && label->field != Field::kAbstract))) --end;
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
        const bool is_own_link = is_link_row(piece.text) && !(is_open && names_other_papers(joined.back().label));
        if (!is_labelled && (is_list || (piece.label.empty() && (is_wanted || is_open))) && !is_own_link) {
            add_paragraph(joined.back().text, std::move(piece.text));
            continue;
        }
        is_open = piece.field == Field::kAbstract || piece.field == Field::kTranslatedAbstract || piece.is_heading;
        joined.push_back(std::move(piece));
    }
    pieces = std::move(joined);
}

}  // namespace

bool names_other_papers(std::string_view heading)
{
    constexpr std::size_t kLongest = 60;
    constexpr std::array<std::string_view, 13> kWords = {"related", "baseline", "baselines", "reference", "references", "similar", "cited", "compared", "prior", "further", "also", "next", "bibliography"};
    constexpr std::array<std::string_view, 10> kParts = {"相关", "相關", "基线", "参考", "參考", "延伸阅读", "関連", "参照", "관련", "참고"};
    const std::string words = ascii_lower(heading);
    if (words.size() > kLongest) return false;
    const std::vector<std::string_view> parts = split_list(words, " :/,.-()");
    return std::any_of(parts.begin(), parts.end(), [&](std::string_view word) { return std::find(kWords.begin(), kWords.end(), word) != kWords.end(); }) ||
           std::any_of(kParts.begin(), kParts.end(), [&](std::string_view part) { return words.find(part) != std::string::npos; });
}

std::size_t announced_abstract(std::string_view text)
{
    constexpr std::size_t kLongestLead = 120;
    const std::string_view lead = text.substr(0, kLongestLead);
    if (!leading_arxiv_id(lead)) return 0;
    for (const std::string_view word : {"Abstract:", "Abstract：", "摘要:", "摘要："})
        if (const std::size_t at = lead.find(word); at != std::string_view::npos) return at + word.size();
    return 0;
}

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

namespace {

constexpr std::uint8_t kNoHeading = 0xFF;

// "## Full Text": what stands below is the paper itself, of no use to a card, and links to all that it cites; its
// references go on with it. Gives the level of the heading that what follows `heading` stands below, if any does.
std::uint8_t whole_paper_level(const Block& heading, std::uint8_t current)
{
    if (current != kNoHeading && heading.level > current) return current;
    const std::string words = ascii_lower(without_signs(heading.content.text));
    const auto is_any = [&](std::initializer_list<std::string_view> known) { return std::find(known.begin(), known.end(), words) != known.end(); };
    const bool begins = is_any({"full text", "fulltext", "full paper", "full paper text", "paper content", "paper text", "全文", "本文", "正文", "전문"});
    const bool goes_on = current != kNoHeading && is_any({"references", "bibliography", "appendix", "参考文献", "參考文獻", "참고문헌", "참고 문헌"});
    return begins || goes_on ? heading.level : kNoHeading;
}

// "⬆️ Back to top | ⬆️ Contents": lines of arrows lead about the page.
bool is_way_back(const StyledText& text)
{
    constexpr std::size_t kLongest = 120;
    const std::string_view words = trimmed(text.text);
    if (words.size() > kLongest) return false;
    for (const std::string_view arrow : {"⬆", "↑", "←", "⬅", "🔝", "🔙", "↩"})
        if (words.starts_with(arrow)) return text.links.empty();
    return false;
}

// "**What is new?**" in a line of its own above a text.
bool is_heading_in_bold(const Block& block, const Block& next, bool is_only_one)
{
    constexpr std::size_t kLongest = 60;
    const std::string_view words = trimmed(block.content.text);
    const bool is_line = block.kind == BlockKind::kParagraph && block.list_depth == 0 && words.size() <= kLongest && is_all_bold(block.content);
    // "**Ann One**" alone is an author, one of several such lines is a heading.
    const bool are_names = looks_like_names(words) && (words.find(", ") != std::string_view::npos || is_only_one);
    return is_line && next.kind == BlockKind::kParagraph && !is_all_bold(next.content) && !words.ends_with('.') && !label_at(block.content, 0) && !are_names;
}

}  // namespace

std::vector<Piece> split_body(std::vector<Block> body, int list_depth)
{
    std::vector<Piece> pieces;
    std::uint8_t whole_paper = kNoHeading;  // level of the heading above the paper's whole text
    bool is_below_heading = false;
    const auto bold_lines = std::count_if(body.begin(), body.end(), [](const Block& block) { return block.kind == BlockKind::kParagraph && is_all_bold(block.content); });
    for (std::size_t i = 0; i < body.size(); ++i) {
        Block& block = body[i];
        if (block.kind == BlockKind::kHeading) whole_paper = whole_paper_level(block, whole_paper);
        // A link in its place says where the text is.
        const bool is_link = block.kind == BlockKind::kParagraph && is_below_heading && is_link_row(block.content);
        const bool is_heading = block.kind == BlockKind::kHeading || (!is_below_heading && i > 0 && i + 1 < body.size() && is_heading_in_bold(block, body[i + 1], bold_lines == 1));
        is_below_heading = block.kind == BlockKind::kHeading;
        if ((whole_paper != kNoHeading && !is_link) || is_way_back(block.content)) continue;
        if (is_heading) {
            // "### Abstract": a heading that is a label; one below a paper's own heading is one whatever it says.
            Piece piece;
            piece.label = heading_words(block.content.text);
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
