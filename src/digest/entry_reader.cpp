#include "digest/entry_reader.h"

#include <algorithm>
#include <utility>

#include "digest/author_names.h"
#include "digest/kind_guess.h"
#include "digest/paper_links.h"
#include "digest/script.h"
#include "digest/title_text.h"

namespace paperdeck {
namespace {

// An entry that is longer is none; what is beyond is not kept, so that noise takes no memory.
constexpr std::size_t kMaxBodyBytes = 1u << 20;
constexpr std::size_t kMaxBodyBlocks = 5000;
// How much of the source is seen behind a piece before it is read, so that repetition is seen first.
constexpr std::size_t kAheadBytes = 192u << 10;
constexpr std::size_t kMaxTopicLine = 60;

// Labels that stand as headings inside of an entry; "Code" or "Papers" head a list as often.
bool is_label_heading(const StyledText& heading)
{
    if (!heading.links.empty()) return false;
    switch (field_of(heading.text)) {
    case Field::kAbstract:
    case Field::kTranslatedAbstract:
    case Field::kSummary:
    case Field::kAuthors:
    case Field::kKeywords: return true;
    default: return false;
    }
}

PaperIdentity own_identity(const StyledText& heading)
{
    for (const std::string& url : heading.links)
        if (PaperIdentity identity = identity_of(url)) return identity;
    PaperIdentity named;
    named.arxiv = find_named_id(heading.text).id;
    return named;
}

// "arXiv ID: 2103.06255"
bool names_a_paper(const StyledText& text)
{
    constexpr std::size_t kLongest = 80;
    if (text.text.size() > kLongest) return false;
    const auto label = label_at(text, 0);
    return label && label->field == Field::kLinks && leading_arxiv_id(std::string_view(text.text).substr(std::min(label->value_at, text.text.size())), true);
}

bool links_another_paper(const Block& block, const PaperIdentity& own)
{
    return std::any_of(block.content.links.begin(), block.content.links.end(), [&](const std::string& url) {
        const PaperIdentity identity = identity_of(url);
        return identity && !identity.means(own);
    });
}

bool says_updated(std::string_view text)
{
    return text.find("pdate") != std::string_view::npos || text.find("更新") != std::string_view::npos || text.find("UPDATE") != std::string_view::npos;
}

}  // namespace

EntryReader::EntryReader(std::string_view file) : file_(file), trail_(file) {}

void EntryReader::read(std::vector<Block> blocks, std::size_t bytes)
{
    votes_.count(blocks);
    waiting_bytes_ += bytes;
    waiting_.push_back({std::move(blocks), bytes});
    while (waiting_bytes_ - waiting_.front().bytes >= kAheadBytes) take_waiting();
}

bool EntryReader::take_waiting()
{
    if (waiting_.empty()) return false;
    waiting_bytes_ -= waiting_.front().bytes;
    consume(std::move(waiting_.front().blocks));
    waiting_.pop_front();
    return true;
}

void EntryReader::finish()
{
    while (take_waiting()) {}
    close_row();
    close_entry();
    if (ends_with_foot()) section_.body.resize(section_.rule_at);
    close_section();
    look_back(papers_, notes_);
    const SectionTrail::Day day = trail_.day();
    for (Paper& paper : papers_) {
        if (!paper.date) {
            paper.date = day.date;
            paper.lines.set(PaperField::kDate, day.line);
        }
        paper.kind_guess = guessed_kind(paper);
    }
    if (papers_.size() < 2 || !papers_.back().abstract.empty() || !papers_.back().extras->summaries.empty() || !papers_.back().extras->translation.abstract.empty()) return;
    const auto complete = std::count_if(papers_.begin(), papers_.end(), [](const Paper& p) { return !p.abstract.empty(); });
    if (static_cast<std::size_t>(complete) + 1 == papers_.size())
        warnings_.push_back({"the last entry has no abstract, all others have: the file may have been cut off", file_, papers_.back().line});
}

// Where no other paper goes on behind a rule, a line or two behind the last one's is the page's foot.
bool EntryReader::ends_with_foot() const
{
    constexpr std::size_t kMost = 600;
    if (papers_.empty() || papers_over_rules_ > 0 || section_.rule_at >= section_.body.size()) return false;
    std::size_t bytes = 0;
    for (auto block = section_.body.begin() + static_cast<std::ptrdiff_t>(section_.rule_at); block != section_.body.end(); ++block) {
        bytes += block->content.text.size();
        if (bytes > kMost || block->kind == BlockKind::kHeading || links_a_paper(block->content) || label_at(block->content, 0)) return false;
    }
    return true;
}

void EntryReader::consume(std::vector<Block> blocks)
{
    close_row();
    for (Block& block : blocks) {
        if (block.kind == BlockKind::kTableCell) {
            take_cell(std::move(block));
            continue;
        }
        close_row();
        if (!columns_.empty()) columns_.clear();
        if (block.kind == BlockKind::kHeading) take_heading(std::move(block));
        else if (block.kind == BlockKind::kRule) take_rule();
        else take_text(std::move(block));
    }
}

void EntryReader::take_heading(Block block)
{
    // "> [Title](…)" above "## Abstract"
    const Field named = field_of(block.content.text);
    if (entry_ && entry_->shape == Shape::kParagraph && (named == Field::kAbstract || named == Field::kTranslatedAbstract) && block.content.links.empty()) {
        entry_->body.push_back(std::move(block));
        return;
    }
    close_entry();
    const bool may_go_on = section_.has_heading && !section_.is_noted;
    // Headings that are other papers' are a digest's, whatever its front matter says.
    if (only_paper_ && may_go_on) {
        const PaperIdentity other = own_identity(block.content);
        if (other && !other.means(only_paper_) && !names_other_papers(block.content.text)) only_paper_ = {};
    }
    if (only_paper_ && may_go_on) {
        // The page shows the title again, in other words perhaps.
        const bool is_title = block.level == 1 && section_.part_of == 0 && field_of(block.content.text) == Field::kNone;
        if (is_title || without_signs(block.content.text) == without_signs(section_.heading.content.text)) return;
        ++section_.part_of;
        return add_to_body(std::move(block));
    }
    const PaperIdentity identity = only_paper_ ? only_paper_ : own_identity(block.content);
    if (may_go_on && !identity) {
        const Field field = field_of(block.content.text);
        // "## 01 Basic information" above "## 02 In one sentence": there is no heading above these.
        const bool is_beside = is_label_heading(section_.heading.content) && section_.heading.level > 0 && block.level >= section_.heading.level && block.content.links.empty() && has_title();
        if (is_beside) {
            ++section_.part_of;
            return add_to_body(std::move(block));
        }
        const bool is_links = (field == Field::kLinks || field == Field::kCode) && block.content.links.empty() && has_fields();
        if (is_links || is_label_heading(block.content)) return add_to_body(std::move(block));
        const bool is_paper = section_.identity || section_.links_paper;
        if (is_paper && block.level > section_.heading.level) {
            section_.last_part_at = section_.body.size();
            section_.is_about_others = names_other_papers(block.content.text) && (section_.identity || has_own_links());
            ++section_.part_of;
            return add_to_body(std::move(block));
        }
    }
    close_section();
    section_ = Section{};
    section_.identity = identity;
    // Beside headings that carry papers one with another address carries one, too.
    if (!identity && !block.content.links.empty() && votes_.free(Shape::kHeading, block.level) >= 2)
        section_.identity = identity_of_claimed(block.content.links.front());
    section_.heading = std::move(block);
    section_.has_heading = true;
    follows_paper_ = false;
}

void EntryReader::take_rule()
{
    close_entry();
    follows_paper_ = false;
    section_.rule_at = std::min(section_.rule_at, section_.body.size());
    if (section_.identity || section_.is_noted) return;
    Block rule;
    rule.kind = BlockKind::kRule;
    add_to_body(std::move(rule));
}

void EntryReader::take_text(Block block)
{
    const bool is_below_paper = section_.identity && !entry_;
    if ((only_paper_ && is_below_paper) || (section_.is_about_others && !entry_)) return add_to_body(std::move(block));
    if (is_below_paper && !links_another_paper(block, section_.identity)) return add_to_body(std::move(block));
    const Shape shape = shape_of(block);
    const bool may_open = block.kind == BlockKind::kParagraph && !(entry_ && belongs_to_entry(block) && !links_a_paper(block.content) && shape != Shape::kSummary && !block.starts_item);
    if (may_open) {
        if (auto carrier = read_carrier(block, last_number_ + 1); carrier && opens_entry(block, *carrier, shape)) {
            close_entry();
            return open_entry(std::move(block), std::move(*carrier), shape);
        }
    }
    if (entry_ && belongs_to_entry(block)) {
        entry_->body_bytes += block.content.text.size();
        if (entry_->body_bytes <= kMaxBodyBytes && entry_->body.size() < kMaxBodyBlocks) entry_->body.push_back(std::move(block));
        return;
    }
    close_entry();
    const std::string_view text = trimmed(block.content.text);
    const bool is_line = block.list_depth == 0 && text.size() <= kMaxTopicLine && block.content.links.empty() && field_of(text) == Field::kNone;
    const bool ends_open = !text.empty() && (text.back() == ':' || (text.size() > 3 && text.substr(text.size() - 3) == "：") ||
                                             (block.content.spans.size() == 1 && block.content.spans[0].style == kBold && block.content.spans[0].end - block.content.spans[0].begin >= text.size()));
    if (section_.is_noted && is_line && ends_open) trail_.note_line(without_signs(text), block.line);
    if (section_.is_noted && !section_.identity) return;
    add_to_body(std::move(block));
}

void EntryReader::add_to_body(Block block)
{
    if (section_.body_bytes > kMaxBodyBytes || section_.body.size() > kMaxBodyBlocks) {
        section_.is_cut = true;
        return;
    }
    section_.body_bytes += block.content.text.size();
    section_.links_paper = section_.links_paper || (!section_.identity && (links_a_paper(block.content) || names_a_paper(block.content)));
    section_.body.push_back(std::move(block));
}

// What opens below the section's heading is a paper: so the heading stands above papers, unless it is one
// itself and is done with here.
void EntryReader::note_section()
{
    if (section_.is_noted) return;
    if (section_.part_of > 0) {
        // The last heading below the paper's own is none of its parts but stands above what opens here.
        Section next;
        const auto from = section_.body.begin() + static_cast<std::ptrdiff_t>(section_.last_part_at);
        next.heading = std::move(*from);
        next.has_heading = true;
        section_.body.erase(from, section_.body.end());
        close_section();
        section_ = std::move(next);
    } else if (section_.identity) {
        close_section();
        section_ = Section{};
        section_.is_noted = true;
        return;
    }
    for (const Block& block : section_.body)
        if (block.content.text.size() <= 120 && says_updated(block.content.text)) trail_.note_day(find_date(block.content.text).value_or(Date{}), block.line);
    if (section_.has_heading) {
        trail_.note_heading(section_.heading.level, section_.heading.content.text, section_.heading.line);
        last_number_ = 0;
    }
    // A line above a list names what is in it.
    if (!section_.body.empty()) {
        const Block& last = section_.body.back();
        const std::string_view text = trimmed(last.content.text);
        if (last.list_depth == 0 && text.size() <= kMaxTopicLine && !text.empty() && (text.back() == ':' || (text.size() > 3 && text.substr(text.size() - 3) == "：")))
            trail_.note_line(without_signs(text), last.line);
    }
    section_.is_noted = true;
    section_.body.clear();
    section_.body_bytes = 0;
}

void EntryReader::add_paper(PaperHeading heading, std::vector<Piece> pieces, Shape shape, int line, std::uint8_t level, Date date)
{
    EntryNote note;
    note.shape = shape;
    note.abstract_is_guess = std::none_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.field == Field::kAbstract || announced_abstract(piece.text.text) > 0; });
    notes_.push_back(note);
    Paper& paper = papers_.emplace_back(make_paper(std::move(heading), std::move(pieces), line));
    if (!paper.date && date) {
        paper.date = date;
        paper.lines.set(PaperField::kDate, line);
    }
    trail_.give_names(paper, level);
    if (paper.number > 0) last_number_ = paper.number;
}

}  // namespace paperdeck
