// Categories, days, authors and tags of the papers, and the flags that has: and is: ask for.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "digest/library.h"
#include "search/engine.h"
#include "search/facet_index.h"
#include "search/slot_set.h"

namespace paperdeck {

// In the order of their names below; those of is: follow those of has:.
enum class Flag : std::uint8_t { kCode, kLink, kMath, kNote, kTag, kSummary, kTranslation, kAbstract, kNew, kCross, kReplaced, kRead, kUnread, kStarred, kLater };
inline constexpr std::array<std::string_view, 15> kFlagNames = {"code",     "link", "math",  "note",     "tag",  "summary", "translation", "abstract",
                                                                "new", "cross", "replaced", "read", "unread",  "starred",     "later"};
inline constexpr std::size_t kHasFlags = 8;

class Facets {
public:
    void add(const LibraryPaper& paper, const PaperMarks* marks, Slot slot);
    void remove(Slot slot);

    FacetIndex categories{false}, days{false}, authors{true}, tags{true};
    std::array<SlotSet, kFlagNames.size()> flags;

    // Papers that pass the filter, but for id: and relative days, which the engine knows about.
    SlotSet matching(const QueryFilter& filter, std::size_t slots) const;
    std::size_t bytes() const;

private:
    std::string newest_day() const;
};

}  // namespace paperdeck
