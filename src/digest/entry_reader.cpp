#include "digest/entry_reader.h"

#include <algorithm>
#include <utility>

#include "digest/entry_fields.h"

namespace paperdeck {
namespace {

// An entry that is longer is none; what is beyond is not kept, so that noise takes no memory.
constexpr std::size_t kMaxBodyBytes = 1u << 20;
constexpr std::size_t kMaxBodyBlocks = 5000;

// Ids of the month before are new in the first days of a month: announced on the next listing day.
constexpr int kDaysOfGrace = 5;

Kind guessed_kind(const Paper& paper)
{
    const Date born = month_of(paper.id);
    if (paper.kind != Kind::kUnknown || !born || !paper.date) return Kind::kUnknown;
    const int months = (paper.date.year - born.year) * 12 + paper.date.month - born.month;
    if (months < 0) return Kind::kUnknown;
    const bool is_new = months == 0 || (months == 1 && paper.date.day <= kDaysOfGrace);
    return is_new ? Kind::kNew : Kind::kReplaced;
}

bool links_a_paper(const StyledText& heading)
{
    return std::any_of(heading.links.begin(), heading.links.end(), [](const std::string& url) { return arxiv_id_in_url(url).has_value(); });
}

bool names_an_id(const StyledText& heading)
{
    return heading.text.find("rXiv:") != std::string::npos || heading.text.find("rxiv:") != std::string::npos;
}

}  // namespace

EntryReader::EntryReader(std::string_view file) : file_(file), from_file_(read_file_name(file)) {}

void EntryReader::read(std::vector<Block> blocks)
{
    for (Block& block : blocks) {
        if (block.kind != BlockKind::kHeading) {
            add_to_body(std::move(block));
            continue;
        }
        const bool is_label = has_section_ && block.content.links.empty() && field_of(block.content.text) != Field::kNone;
        if (is_label) {
            add_to_body(std::move(block));
            continue;
        }
        close_section();
        section_ = Section{};
        section_.heading = std::move(block);
        has_section_ = true;
    }
}

void EntryReader::finish()
{
    close_section();
    for (Paper& paper : papers_) {
        if (!paper.date) paper.date = date();
        paper.kind_guess = guessed_kind(paper);
    }
    if (papers_.size() < 2 || !papers_.back().abstract.empty()) return;
    const auto complete = std::count_if(papers_.begin(), papers_.end(), [](const Paper& p) { return !p.abstract.empty(); });
    if (static_cast<std::size_t>(complete) + 1 == papers_.size())
        warnings_.push_back({"the last entry has no abstract, all others have: the file may have been cut off", file_, papers_.back().line});
}

void EntryReader::add_to_body(Block block)
{
    if (!has_section_) return;
    if (section_.body_bytes > kMaxBodyBytes || section_.body.size() > kMaxBodyBlocks) {
        section_.is_cut = true;
        return;
    }
    section_.body_bytes += block.content.text.size();
    section_.body.push_back(std::move(block));
}

void EntryReader::close_section()
{
    if (!has_section_) return;
    has_section_ = false;
    Section section = std::move(section_);
    const Block& heading = section.heading;
    const bool may_be_entry = links_a_paper(heading.content) || names_an_id(heading.content) || !section.body.empty();
    if (!may_be_entry) return note_section(heading);

    PaperHeading paper_heading = read_paper_heading(heading.content, last_number_ + 1);
    std::vector<Piece> pieces = split_body(std::move(section.body));
    if (!paper_heading.id) paper_heading.id = linked_paper(pieces);
    if (!paper_heading.id) return note_section(heading);

    const int line = heading.line;
    Paper& paper = papers_.emplace_back(make_paper(std::move(paper_heading), std::move(pieces)));
    paper.line = line;
    take_section_names(paper, heading.level);
    if (paper.number > 0) last_number_ = paper.number;
    if (section.is_cut) warnings_.push_back({"this entry is longer than 1 MB: its rest was left out", file_, line});
}

void EntryReader::note_section(const Block& heading)
{
    const std::size_t level = std::min<std::size_t>(heading.level, names_by_level_.size() - 1);
    SectionNames names = read_section_heading(heading.content.text);
    if (names.date && !first_date_) first_date_ = names.date;
    // Day and category may stand at one level, so what this heading does not say stays.
    SectionNames& here = names_by_level_[level];
    if (names.date) here.date = names.date;
    if (!names.categories.empty()) here.categories = std::move(names.categories);
    here.kind = names.kind;
    for (std::size_t below = level + 1; below < names_by_level_.size(); ++below) names_by_level_[below] = SectionNames{};
    last_number_ = 0;
}

void EntryReader::take_section_names(Paper& paper, std::uint8_t level) const
{
    // The heading of the entry itself stands at `level`; digests that give all headings one level put day
    // and category there too.
    const std::vector<std::string>* categories = &from_file_.categories;
    for (std::size_t above = 0; above <= std::min<std::size_t>(level, names_by_level_.size() - 1); ++above) {
        const SectionNames& said = names_by_level_[above];
        if (said.date) paper.date = said.date;
        if (!said.categories.empty()) categories = &said.categories;
        if (said.kind != Kind::kUnknown) paper.kind = said.kind;
    }
    if (paper.categories.empty()) paper.categories = *categories;
}

}  // namespace paperdeck
