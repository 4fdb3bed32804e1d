// The end of a section: whether its heading is a paper, or its lines are several.
#include <algorithm>
#include <utility>

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

}  // namespace

void EntryReader::close_section()
{
    Section section = std::move(section_);
    section_ = Section{};
    if (section.is_noted) return;
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
    if (!paper_heading.identity || paper_heading.title.empty()) return note();
    // Below a heading without a link a labelled title is the paper's, and the heading stands above it.
    const auto titled = std::find_if(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.field == Field::kTitle; });
    const bool is_other = titled != pieces.end() && !section.identity && language_of(titled->text.text) == language_of(paper_heading.title.text) &&
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
    bool is_at_start = true;
    for (Block& block : section_.body) {
        if (block.kind == BlockKind::kRule) {
            is_at_start = true;
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
