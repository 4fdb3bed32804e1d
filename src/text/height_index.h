// Heights of a long list: sums, and the row at a height, in O(log n), while single heights change.
// A Fenwick tree (P. Fenwick, "A new data structure for cumulative frequency tables", 1994) over
// whole pixels: exact at any length, where a float scroll position loses pixels past 16.7 million.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace paperdeck {

class HeightIndex {
public:
    // Other rows, in O(n).
    void assign(const std::vector<std::int32_t>& heights_px);

    std::size_t size() const { return heights_.size(); }
    std::int32_t height(std::size_t row) const { return heights_[row]; }
    void set_height(std::size_t row, std::int32_t height_px);

    // Sum of the heights of the rows before `row` (0 to size()).
    std::int64_t top(std::size_t row) const;
    std::int64_t total() const { return top(heights_.size()); }

    // The row that covers `y_px`, clamped to the list; 0 for an empty list.
    std::size_t row_at(std::int64_t y_px) const;

private:
    std::vector<std::int32_t> heights_;
    std::vector<std::int64_t> tree_;  // 1-based
};

}  // namespace paperdeck
