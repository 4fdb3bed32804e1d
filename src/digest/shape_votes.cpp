#include "digest/shape_votes.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "digest/paper_identity.h"
#include "digest/unlabelled_text.h"
#include "digest/title_text.h"

namespace paperdeck {
namespace {

// A link to a paper whose words are a title.
bool has_linked_title(const StyledText& text)
{
    return std::any_of(text.spans.begin(), text.spans.end(), [&](const Span& span) {
        return span.link >= 0 && !is_link_sign(std::string_view(text.text).substr(span.begin, span.end - span.begin)) &&
               identity_of(text.links[static_cast<std::size_t>(span.link)]);
    });
}

bool links_a_paper_at_all(const StyledText& text)
{
    return std::any_of(text.links.begin(), text.links.end(), [](const std::string& url) { return static_cast<bool>(identity_of(url)); });
}

// Nothing but what a list of contents has.
bool is_bare(const Paper& paper)
{
    constexpr std::size_t kMark = 60;  // the name of a track, a word or two of a remark
    const std::vector<LabelledText>& summaries = paper.extras->summaries;
    const bool says_little = summaries.empty() || (summaries.size() == 1 && summaries[0].label == "Notes" && summaries[0].text.text.size() <= kMark);
    return paper.authors.empty() && paper.abstract.empty() && says_little && paper.extras->translation.abstract.empty() && paper.extras->comment.empty();
}

void move_missing(Paper& to, Paper& from)
{
    const auto move = [&](auto& out, auto& value, PaperField field) {
        if (!out.empty() || value.empty()) return;
        out = std::move(value);
        to.lines.set(field, from.lines[field]);
    };
    move(to.authors, from.authors, PaperField::kAuthors);
    move(to.abstract, from.abstract, PaperField::kAbstract);
    move(to.categories, from.categories, PaperField::kCategories);
    move(to.topic, from.topic, PaperField::kTopic);
    move(to.links.code, from.links.code, PaperField::kCode);
    if (to.number == 0) to.number = from.number;
    if (from.extras->summaries.empty()) return;
    std::vector<LabelledText>& summaries = to.extras.edit().summaries;
    if (summaries.empty()) to.lines.set(PaperField::kSummaries, from.lines[PaperField::kSummaries]);
    for (LabelledText& summary : from.extras.edit().summaries) {
        const auto same = std::find_if(summaries.begin(), summaries.end(), [&](const LabelledText& other) { return other.text.text == summary.text.text; });
        if (same == summaries.end()) summaries.push_back(std::move(summary));
        else if (same->label.empty()) same->label = summary.label;
    }
}

void drop_contents(Papers& papers, const std::vector<EntryNote>& notes)
{
    std::unordered_map<std::string, std::size_t> told;  // id → the entry that tells most
    for (std::size_t i = 0; i < papers.size(); ++i)
        if (!papers[i].id.empty() && !notes[i].is_footnoted && !is_bare(papers[i])) told.emplace(papers[i].id, i);
    // A cell that was taken for the title tells of the paper, too.
    for (std::size_t i = 0; i < papers.size(); ++i)
        if (!papers[i].id.empty() && notes[i].title_is_guess && !notes[i].is_footnoted) told.emplace(papers[i].id, i);
    std::vector<bool> goes(papers.size(), false);
    bool any = false;
    for (std::size_t i = 0; i < papers.size(); ++i) {
        if (papers[i].id.empty() || (!notes[i].is_footnoted && !is_bare(papers[i]))) continue;
        const auto found = told.find(papers[i].id);
        if (found == told.end() || found->second == i || (notes[found->second].shape == notes[i].shape && !notes[i].title_is_guess)) continue;
        Paper& kept = papers[found->second];
        if (notes[found->second].title_is_guess && !notes[i].title_is_guess) {
            add_summary(kept, "", std::exchange(kept.title, std::move(papers[i].title)), kept.lines[PaperField::kTitle]);
            kept.lines.set(PaperField::kTitle, papers[i].lines[PaperField::kTitle]);
        }
        move_missing(kept, papers[i]);
        goes[i] = any = true;
    }
    if (!any) return;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < papers.size(); ++i)
        if (!goes[i] && kept++ != i) papers[kept - 1] = std::move(papers[i]);
    papers.resize(kept);
}

// Items with a text below each carry abstracts; where few do, those are remarks. Beside a translation the text is
// what was translated.
void demote_remarks(Papers& papers, const std::vector<EntryNote>& notes)
{
    constexpr std::size_t kShortAbstract = 300;
    std::size_t all = 0, with_text = 0;
    for (std::size_t i = 0; i < papers.size(); ++i) {
        if (notes[i].shape != Shape::kItem) continue;
        ++all;
        with_text += papers[i].abstract.text.size() >= kShortAbstract;
    }
    if (with_text * 10 >= all * 7) return;
    for (std::size_t i = 0; i < papers.size(); ++i) {
        Paper& paper = papers[i];
        if (notes[i].shape != Shape::kItem || !notes[i].abstract_is_guess || paper.abstract.empty() || !paper.extras->translation.abstract.empty()) continue;
        add_summary(paper, "Notes", std::move(paper.abstract), paper.lines[PaperField::kAbstract]);
        paper.abstract = StyledText{};
    }
}

}  // namespace

Shape shape_of(const Block& block)
{
    if (block.kind == BlockKind::kHeading) return Shape::kHeading;
    if (block.kind == BlockKind::kTableCell) return Shape::kRow;
    if (block.is_summary) return Shape::kSummary;
    return block.starts_item ? Shape::kItem : Shape::kParagraph;
}

void ShapeVotes::count(const std::vector<Block>& blocks)
{
    for (const Block& block : blocks) {
        const Shape shape = shape_of(block);
        if (shape == Shape::kHeading) {
            heading_has_paper_ = links_a_paper_at_all(block.content);
            item_has_paper_.fill(false);
            if (heading_has_paper_) {
                ++free_[index(shape, block.level)];
                ++all_free_;
            }
            continue;
        }
        if (shape == Shape::kRow) continue;
        const std::size_t depth = std::min<std::size_t>(block.list_depth, kDepths - 1);
        const bool is_nested = heading_has_paper_ || std::any_of(item_has_paper_.begin(), item_has_paper_.begin() + static_cast<std::ptrdiff_t>(depth), [](bool b) { return b; });
        if (block.starts_item) std::fill(item_has_paper_.begin() + static_cast<std::ptrdiff_t>(depth), item_has_paper_.end(), false);
        if (block.content.links.empty()) continue;
        const bool has_paper = block.starts_item ? links_a_paper_at_all(block.content) : has_linked_title(block.content);
        if (!has_paper) continue;
        if (block.starts_item) item_has_paper_[depth] = true;
        ++(is_nested ? nested_ : free_)[index(shape, block.list_depth)];
        if (!is_nested) ++all_free_;
    }
}

void look_back(Papers& papers, const std::vector<EntryNote>& notes)
{
    demote_remarks(papers, notes);
    drop_contents(papers, notes);
}

}  // namespace paperdeck
