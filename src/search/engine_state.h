// What SearchEngine is made of; shared by its parts, seen by nobody else.
#pragma once

#include <deque>
#include <memory>
#include <vector>

#include "search/engine.h"
#include "search/highlights.h"
#include "search/index.h"
#include "search/matcher.h"
#include "search/regex_scan.h"

namespace paperdeck {

struct SearchEngine::State {
    explicit State(const Library& from) : library(from), index(std::make_unique<Index>(from)) {}

    const PaperMarks* marks_of(PaperIndex paper) const
    {
        const auto found = marks.find(paper);
        return found == marks.end() ? nullptr : &found->second;
    }
    void index_paper(PaperIndex paper);
    // Sweeps out what changed papers left behind, by indexing the live ones anew beside what is searched meanwhile.
    bool sweep(const Deadline& deadline);
    bool is_sweep_due() const { return index->slots() > 2 * std::size_t{index->live_count} + 4096; }

    const Library& library;
    std::unique_ptr<Index> index;
    MarksByPaper marks;
    std::deque<PaperIndex> waiting;  // to be indexed
    std::vector<bool> is_waiting;    // by PaperIndex
    RegexScans regexes{marks};
    HighlightSet highlights;

    std::unique_ptr<Index> swept;  // takes the place of `index` once it has all
    std::size_t swept_to = 0;      // slots of `index`
};

}  // namespace paperdeck
