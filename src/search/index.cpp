#include "search/index.h"

namespace paperdeck {

bool Index::add(PaperIndex paper, const PaperMarks* marks)
{
    if (slots() + 1 >= Posting::kMaxSlots) return false;
    remove(paper);
    const LibraryPaper& found = library.paper(paper);
    const Slot slot = text.add(found.paper, marks);
    facets.add(found, marks, slot);
    orders.add(paper);
    paper_of.push_back(paper);
    if (slots_by_paper.size() <= paper) slots_by_paper.resize(paper + 1, kNoSlot);
    slots_by_paper[paper] = slot;
    live.resize(slot + 1);
    live.add(slot);
    ++live_count;
    return true;
}

void Index::remove(PaperIndex paper)
{
    const Slot slot = slot_of(paper);
    if (slot == kNoSlot) return;
    facets.remove(slot);
    live.remove(slot);
    slots_by_paper[paper] = kNoSlot;
    --live_count;
}

SlotSet Index::with_id(std::string_view id) const
{
    SlotSet out(slots());
    // An id is a word of its paper like any other; what has its words may still be another.
    const WordPattern pattern = pattern_of(SearchField::kAnywhere, id, false);
    SlotSet candidates = live;
    for (const RunPattern& run : pattern.runs) {
        for (const std::string& part : run.parts) {
            SlotSet set(slots());
            const TermId term = text.terms().find(part);
            if (term != kNoTerm) text.each_posting(term, [&](Posting posting) { set.add(posting.slot()); });
            candidates &= set;
        }
    }
    candidates.each([&](Slot slot) {
        if (library.paper(paper_of[slot]).paper.id == id) out.add(slot);
    });
    return out;
}

std::size_t Index::bytes() const
{
    return text.bytes() + facets.bytes() + orders.bytes() + (paper_of.capacity() + slots_by_paper.capacity()) * 4 + live.bytes();
}

}  // namespace paperdeck
