// The orders in which results are listed, kept sorted while papers come.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "digest/library.h"
#include "search/query.h"
#include "search/slot_set.h"

namespace paperdeck {

// kListed  newest day first, on a day by the digest's file name, in a digest as it lists them;
// kNewest  newest day first, on a day by arXiv id, newest first;
// kTitle   by folded title.
// A paper with several appearances stands where its newest one does.
class Orders {
public:
    explicit Orders(const Library& library) : library_(library) {}

    // The paper is the next slot.
    void add(PaperIndex paper);

    // The live slots in the order of `sort` (kBest: as kNewest), perhaps with some that are live no longer.
    const std::vector<Slot>& of(Sort sort, const SlotSet& live);

    std::size_t bytes() const;

private:
    struct Key {
        std::uint64_t newest_id = 0;
        std::uint64_t title = 0;       // its first letters
        std::uint32_t newest_day = 0;  // smaller for a newer one
        PaperIndex paper = 0;
        DigestId digest = 0;
        std::uint32_t place = 0;       // in the digest
    };
    struct Sorted {
        std::vector<Slot> slots;
        std::size_t seen = 0;  // slots that have been looked at
    };

    bool is_before(Sort sort, Slot a, Slot b) const;
    void rank_files();

    const Library& library_;
    std::vector<Key> keys_;
    std::vector<std::uint32_t> file_ranks_;
    std::array<Sorted, 3> sorted_;
};

}  // namespace paperdeck
