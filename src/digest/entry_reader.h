// Blocks → papers. Four kinds of structure carry papers: a heading, a row of a table, an item of a list (a
// footnote is one), a paragraph. What carries one has a title and a link that means a paper, both in its
// line or below it; what follows, up to the next carrier or the next heading that is no part of it, are its
// fields. All other headings say what the papers below them have in common.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/warnings.h"
#include "digest/carrier.h"
#include "digest/entry_fields.h"
#include "digest/markdown.h"
#include "digest/paper.h"
#include "digest/sections.h"
#include "digest/shape_votes.h"
#include "digest/table_row.h"

namespace paperdeck {

// Takes the blocks of a file in pieces, in order; an entry may go on from one piece to the next. Some pieces
// wait, so that what repeats in them is known before the first of them is read.
class EntryReader {
public:
    // `file`: its name, for a day or category that no heading gives and for warnings.
    explicit EntryReader(std::string_view file);

    // `paper`: the one that the front matter tells of, if any: then all of the file is about it.
    void set_front_matter(SectionNames names, PaperIdentity paper)
    {
        trail_.set_front_matter(std::move(names));
        only_paper_ = std::move(paper);
    }
    // `bytes`: how much of the source the blocks are.
    void read(std::vector<Block> blocks, std::size_t bytes);
    // What has been read but waits for what follows to tell what papers look like: a part of it; false when there is none.
    // Where no more blocks follow, so that finish() has less left to do at once.
    bool take_waiting();
    // No more blocks follow.
    void finish();

    // After finish().
    Papers take_papers() { return std::move(papers_); }
    Warnings take_warnings() { return std::move(warnings_); }
    Date date() const { return trail_.day().date; }

private:
    // A heading, or the start of the file, and the blocks below it that no other carrier has taken.
    struct Section {
        static constexpr std::size_t kNoRule = static_cast<std::size_t>(-1);
        Block heading;
        bool has_heading = false;
        std::vector<Block> body;
        std::size_t body_bytes = 0;
        bool is_cut = false;
        bool links_paper = false;  // some block of the body does
        bool is_noted = false;     // its heading is known to stand above papers, not to be one
        PaperIdentity identity;    // of the heading's own link
        bool is_about_others = false;  // what stands below the last of these
        std::size_t part_of = 0;   // headings below its own that went into the body
        std::size_t last_part_at = 0;
        std::size_t rule_at = kNoRule;  // index of the first block of the body behind a rule
    };
    // A carrier below a heading and the blocks that belong to it.
    struct Entry {
        Carrier carrier;
        Block source;  // given back to the section when no link tells which paper it is
        std::vector<Block> body;
        std::size_t body_bytes = 0;
        Shape shape = Shape::kParagraph;
        std::uint8_t depth = 0;
        std::uint8_t quote_depth = 0;
    };

    void consume(std::vector<Block> blocks);
    void take_heading(Block block);
    void take_cell(Block block);
    void take_rule();
    void take_text(Block block);
    bool belongs_to_entry(const Block& block) const;
    bool ends_with_foot() const;
    bool has_fields() const;
    bool has_title() const;
    bool has_own_links() const;
    bool opens_entry(const Block& block, const Carrier& carrier, Shape shape) const;
    void open_entry(Block block, Carrier carrier, Shape shape);

    bool is_in_paper() const;
    void add_pair(std::vector<Block> cells);
    void close_row();
    void close_entry();
    void close_section();
    void note_section();
    bool close_as_segments();
    void add_to_body(Block block);
    void add_paper(PaperHeading heading, std::vector<Piece> pieces, Shape shape, int line, std::uint8_t level, Date date = {});

    std::string file_;
    SectionTrail trail_;
    ShapeVotes votes_;
    struct Waiting {
        std::vector<Block> blocks;
        std::size_t bytes = 0;
    };
    std::deque<Waiting> waiting_;
    std::size_t waiting_bytes_ = 0;
    PaperIdentity only_paper_;
    Section section_;
    std::optional<Entry> entry_;
    std::vector<Block> row_;  // cells of the row being collected
    std::vector<Column> columns_;
    int papers_over_rules_ = 0;  // headings' papers that go on behind a rule
    bool follows_paper_ = false;  // the list item or row before was a paper
    int last_number_ = 0;
    Papers papers_;
    std::vector<EntryNote> notes_;  // one for each paper
    Warnings warnings_;
};

}  // namespace paperdeck
