// Blocks → papers. An entry is a heading that carries one paper: a link to it and a title, or a title with
// labelled fields below that link to it. All other headings say what the entries below them have in
// common: day, category, kind.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/warnings.h"
#include "digest/heading.h"
#include "digest/markdown.h"
#include "digest/paper.h"

namespace paperdeck {

// Takes the blocks of a file in pieces, in order; an entry may go on from one piece to the next.
class EntryReader {
public:
    // `file`: its name, for a day or category that no heading gives and for warnings.
    explicit EntryReader(std::string_view file);

    void read(std::vector<Block> blocks);
    // No more blocks follow.
    void finish();

    // After finish().
    std::vector<Paper> take_papers() { return std::move(papers_); }
    Warnings take_warnings() { return std::move(warnings_); }
    Date date() const { return first_date_ ? first_date_ : from_file_.date; }

private:
    // A heading and the blocks below it, up to the next heading.
    struct Section {
        Block heading;
        std::vector<Block> body;
        std::size_t body_bytes = 0;
        bool is_cut = false;
    };

    void add_to_body(Block block);
    void close_section();
    void note_section(const Block& heading);
    void take_section_names(Paper& paper, std::uint8_t level) const;

    std::string file_;
    SectionNames from_file_;
    std::array<SectionNames, 7> names_by_level_;  // what the headings of each level last said
    Date first_date_;
    Section section_;
    bool has_section_ = false;
    int last_number_ = 0;
    std::vector<Paper> papers_;
    Warnings warnings_;
};

}  // namespace paperdeck
