// All that the engine keeps of the papers. A paper that changes takes a new slot; its old one is dead.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "search/facets.h"
#include "search/order.h"
#include "search/text_index.h"
#include "search/word_pattern.h"

namespace paperdeck {

inline constexpr Slot kNoSlot = static_cast<Slot>(-1);

using MarksByPaper = std::unordered_map<PaperIndex, PaperMarks>;

struct Index {
    explicit Index(const Library& from) : library(from), orders(from) {}

    // Indexes the paper, in the place of what it was. False when there is no room for another slot.
    bool add(PaperIndex paper, const PaperMarks* marks);
    // The paper is found no more.
    void remove(PaperIndex paper);

    std::size_t slots() const { return paper_of.size(); }
    Slot slot_of(PaperIndex paper) const { return paper < slots_by_paper.size() ? slots_by_paper[paper] : kNoSlot; }
    SlotSet with_id(std::string_view id) const;
    std::size_t bytes() const;

    const Library& library;
    TextIndex text;
    Facets facets;
    Orders orders;
    std::vector<PaperIndex> paper_of;  // by slot
    std::vector<Slot> slots_by_paper;
    SlotSet live;
    std::uint32_t live_count = 0;
};

}  // namespace paperdeck
