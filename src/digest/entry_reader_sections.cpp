// The end of a section: whether its heading is a paper, or its lines are several.
#include <algorithm>
#include <utility>

#include "digest/author_names.h"
#include "digest/entry_reader.h"
#include "digest/script.h"

namespace paperdeck {
namespace {

bool links_several_papers(const std::vector<Block>& body)
{
    PaperIdentity first;
    for (const Block& block : body) {
        for (const std::string& url : block.content.links) {
            PaperIdentity identity = identity_of(url);
            if (identity && first && !first.means(identity)) return true;
            if (identity && !first) first = std::move(identity);
        }
    }
    return false;
}

// "https://arxiv.org/abs/", without an id
bool has_lost_address(const std::vector<Piece>& pieces)
{
    return std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) {
        return std::any_of(piece.text.links.begin(), piece.text.links.end(), [](const std::string& url) { return url.ends_with("arxiv.org/abs/") || url.ends_with("arxiv.org/pdf/"); });
    });
}

// The paper that the first line of `block` means, which is an address and nothing else; `end` is where the line ends.
struct AddressLine {
    PaperIdentity identity;
    std::size_t end = 0;
};

AddressLine address_line(const Block& block)
{
    if (block.kind != BlockKind::kParagraph || block.content.links.empty()) return {};
    const std::vector<std::size_t> lines = line_starts(block);
    const std::size_t end = lines.empty() ? block.content.text.size() : lines.front() - 1;
    const std::string_view line = trimmed(std::string_view(block.content.text).substr(0, end));
    if (!is_web_url(line)) return {};
    return {identity_of(line), end};
}

bool is_sentence(const Block& block)
{
    const std::string_view text = trimmed(block.content.text);
    return text.ends_with('.') || text.ends_with('!') || text.ends_with('?') || text.ends_with("。") || text.ends_with("！") || text.ends_with("？");
}

// A line that may be the title of the address above it.
std::optional<Carrier> title_below(const Block& block)
{
    std::optional<Carrier> carrier = read_carrier(block, 0);
    const bool may_be_title = !is_sentence(block) || trimmed(block.content.text).ends_with('?');
    const bool is_title = carrier && !carrier->is_linked && may_be_title && language_of(carrier->head.title.text).empty();
    return is_title ? std::move(carrier) : std::nullopt;
}

// Whether each paper begins with its address in a line of its own, the title below it: told by the first.
bool begins_with_address(const std::vector<Block>& body)
{
    for (std::size_t i = 0; i < body.size(); ++i) {
        if (body[i].content.links.empty()) continue;
        const AddressLine address = address_line(body[i]);
        const bool stands_first = i == 0 || body[i - 1].kind == BlockKind::kRule || is_sentence(body[i - 1]);
        if (!address.identity || !stands_first) return false;
        if (address.end < body[i].content.text.size()) return title_below(slice_block(body[i], address.end + 1, body[i].content.text.size())).has_value();
        return i + 1 < body.size() && title_below(body[i + 1]).has_value();
    }
    return false;
}

// "Title (A One, B Two)": the names behind it, as a piece of their own.
void part_names(Carrier& carrier, int line, std::vector<Piece>& pieces)
{
    StyledText& title = carrier.head.title;
    const std::size_t open = title.text.ends_with(')') ? title.text.rfind(" (") : std::string::npos;
    if (open == std::string::npos || open == 0) return;
    Piece names;
    names.field = Field::kAuthors;
    names.line = line;
    names.text = slice(title, open + 2, title.text.size() - 1);
    if (names.text.text.find(", ") == std::string::npos || !looks_like_names(names.text.text)) return;
    title = slice(title, 0, open);
    pieces.push_back(std::move(names));
}

}  // namespace

void EntryReader::close_section()
{
    Section section = std::move(section_);
    section_ = Section{};
    if (section.is_noted) return;
    const auto is_text = [](const Block& block) { return block.kind != BlockKind::kRule; };
    const bool goes_on = section.rule_at < section.body.size() && std::any_of(section.body.begin() + static_cast<std::ptrdiff_t>(section.rule_at), section.body.end(), is_text);
    papers_over_rules_ += goes_on;
    if (!section.has_heading) {
        section_ = std::move(section);
        if (!section_.body.empty()) close_as_segments();
        section_ = Section{};
        return;
    }
    const auto note = [&] {
        section_ = std::move(section);
        section_.identity = {};
        section_.part_of = 0;
        note_section();
        section_ = Section{};
    };
    const Block& heading = section.heading;
    if (!section.identity && section.body.empty()) return note();
    PaperHeading paper_heading = read_paper_heading(heading.content, last_number_ + 1);
    if (!paper_heading.identity) paper_heading.identity = section.identity;
    // "### Title:", the title below it.
    const bool is_title_below = field_of(heading.content.text) == Field::kTitle;
    if (is_title_below) section.body.insert(section.body.begin(), heading);
    if (!paper_heading.identity && links_several_papers(section.body)) {
        section_ = section;
        const bool has_papers = close_as_segments();
        section_ = Section{};
        if (has_papers) return;
    }
    // Given back when it is no paper.
    std::vector<Piece> pieces = split_body(paper_heading.identity ? std::move(section.body) : section.body);
    if (!paper_heading.identity && !names_the_digest(heading.content.text)) paper_heading.identity = linked_paper(pieces);
    // A linked title above labelled fields is a paper wherever it is published.
    const bool has_fields = std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.field == Field::kAuthors || piece.field == Field::kAbstract; });
    if (!paper_heading.identity && has_fields && !heading.content.links.empty()) paper_heading.identity = identity_of_claimed(heading.content.links.front());
    const auto has = [&](Field field) {
        return std::any_of(pieces.begin(), pieces.end(), [&](const Piece& piece) { return piece.field == field && !trimmed(piece.text.text).empty(); });
    };
    // "## Basic information" above a labelled title is no title.
    const bool is_label = !paper_heading.title.empty() && has(Field::kTitle) && heading.content.links.empty() && field_of(heading.content.text) == Field::kSummary;
    if (is_title_below || is_label) paper_heading.title = StyledText{};
    const bool is_titled = !paper_heading.title.empty() || has(Field::kTitle);
    const bool has_names = std::any_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.field == Field::kAuthors && looks_like_names(piece.text.text); });
    // One whose address the digest lost is told by what stands below its title.
    const bool is_paper = paper_heading.identity || (has_names && has(Field::kAbstract) && has_lost_address(pieces));
    if (!is_paper || !is_titled) return note();
    // Below a heading without a link a labelled title is the paper's, and the heading stands above it.
    const auto titled = std::find_if(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.field == Field::kTitle; });
    const bool is_other = !is_title_below && titled != pieces.end() && !section.identity && language_of(titled->text.text) == language_of(paper_heading.title.text) &&
                          trimmed(titled->text.text) != trimmed(paper_heading.title.text);
    if (is_other && heading.content.links.empty()) {
        trail_.note_heading(heading.level, heading.content.text, heading.line);
        paper_heading.title = StyledText{};
    }
    if (section.is_cut) warnings_.push_back({"this entry is longer than 1 MB: its rest was left out", file_, heading.line});
    add_paper(std::move(paper_heading), std::move(pieces), Shape::kHeading, heading.line, heading.level);
}

// Papers without headings or lists, parted by rules or by lines in bold: the first line of each is its title.
bool EntryReader::close_as_segments()
{
    struct Segment {
        Carrier carrier;
        std::vector<Block> body;
        int line = 0;
    };
    std::vector<Segment> segments;
    const bool is_by_address = begins_with_address(section_.body);
    PaperIdentity above;  // of an address alone, until its title comes
    bool is_at_start = true;
    for (Block& block : section_.body) {
        if (block.kind == BlockKind::kRule) {
            is_at_start = true;
            continue;
        }
        if (is_by_address) {
            AddressLine address = address_line(block);
            const bool has_more = address.identity && address.end < block.content.text.size();
            auto title = address.identity && !has_more ? std::nullopt : title_below(has_more ? slice_block(block, address.end + 1, block.content.text.size()) : block);
            if (address.identity) above = std::move(address.identity);
            if (above && title) {
                title->head.identity = std::exchange(above, PaperIdentity{});
                segments.push_back({std::move(*title), {}, block.line});
            } else if (!segments.empty() && !above) {
                segments.back().body.push_back(std::move(block));
            }
            continue;
        }
        auto carrier = read_carrier(block, 0);
        const bool is_whole_line = carrier && trimmed(carrier->rest.content.text).empty();
        if (carrier && (is_at_start || carrier->is_label || (carrier->is_bold && is_whole_line))) {
            segments.push_back({std::move(*carrier), {}, block.line});
        } else if (!segments.empty()) {
            segments.back().body.push_back(std::move(block));
        }
        is_at_start = false;
    }
    bool any = false;
    for (Segment& segment : segments) {
        std::vector<Piece> pieces = split_title_rest(std::move(segment.carrier.rest));
        if (is_by_address) part_names(segment.carrier, segment.line, pieces);
        for (Piece& piece : split_body(std::move(segment.body))) pieces.push_back(std::move(piece));
        PaperHeading& head = segment.carrier.head;
        if (!head.identity) head.identity = linked_paper(pieces);
        if (!head.identity) continue;
        if (!any) {
            section_.body.clear();
            section_.part_of = 0;  // the parts went with the body
            note_section();
        }
        any = true;
        add_paper(std::move(head), std::move(pieces), Shape::kParagraph, segment.line, kBelowHeadings, segment.carrier.date);
    }
    return any;
}

}  // namespace paperdeck
