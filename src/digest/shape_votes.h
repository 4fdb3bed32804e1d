// What repeats in a document: how many papers each kind of structure seems to carry, by a look at the blocks
// alone. And the last look back over all entries, where a list of contents shows as one.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "digest/markdown.h"
#include "digest/paper.h"

namespace paperdeck {

enum class Shape : std::uint8_t { kHeading, kItem, kRow, kParagraph, kSummary };

Shape shape_of(const Block& block);

class ShapeVotes {
public:
    void count(const std::vector<Block>& blocks);
    // Papers that paragraphs, items … seem to carry below headings (or items) that are none themselves.
    std::size_t free(Shape shape, std::uint8_t depth) const { return free_[index(shape, depth)]; }
    // The same below a heading or an item that carries a paper itself.
    std::size_t nested(Shape shape, std::uint8_t depth) const { return nested_[index(shape, depth)]; }
    std::size_t all_free() const { return all_free_; }

private:
    static constexpr std::size_t kDepths = 6;
    static std::size_t index(Shape shape, std::uint8_t depth) { return static_cast<std::size_t>(shape) * kDepths + (depth < kDepths ? depth : kDepths - 1); }

    std::array<std::size_t, 5 * kDepths> free_{}, nested_{};
    std::size_t all_free_ = 0;
    bool heading_has_paper_ = false;
    std::array<bool, kDepths> item_has_paper_{};
};

// What the reader remembers of an entry until the end of the file.
struct EntryNote {
    Shape shape = Shape::kHeading;
    bool is_footnoted = false;      // a row whose details stand in a footnote
    bool abstract_is_guess = false; // no label says that it is one
    bool title_is_guess = false;    // of a row
};

// Looks back over all entries of a file: a row or item that only lists what another kind of structure tells
// in full gives what it knows to that entry and goes; text that most entries of a shape lack is a remark,
// not an abstract.
void look_back(Papers& papers, const std::vector<EntryNote>& notes);

}  // namespace paperdeck
