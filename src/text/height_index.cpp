#include "text/height_index.h"

namespace paperdeck {

void HeightIndex::assign(const std::vector<std::int32_t>& heights_px)
{
    heights_ = heights_px;
    tree_.assign(heights_.size() + 1, 0);
    // Node i sums the rows (i - lowbit(i), i]: each is complete when it is passed on to the next that holds it.
    for (std::size_t i = 1; i < tree_.size(); ++i) {
        tree_[i] += heights_[i - 1];
        const std::size_t next = i + (i & (~i + 1));
        if (next < tree_.size()) tree_[next] += tree_[i];
    }
}

void HeightIndex::set_height(std::size_t row, std::int32_t height_px)
{
    const std::int32_t change = height_px - heights_[row];
    if (change == 0) return;
    heights_[row] = height_px;
    for (std::size_t i = row + 1; i < tree_.size(); i += i & (~i + 1)) tree_[i] += change;
}

std::int64_t HeightIndex::top(std::size_t row) const
{
    std::int64_t sum = 0;
    for (std::size_t i = row; i > 0; i -= i & (~i + 1)) sum += tree_[i];
    return sum;
}

std::size_t HeightIndex::row_at(std::int64_t y_px) const
{
    if (heights_.empty() || y_px <= 0) return 0;
    std::size_t step = 1;
    while (step * 2 < tree_.size()) step *= 2;
    std::size_t row = 0;
    for (; step > 0; step /= 2) {
        const std::size_t next = row + step;
        if (next < tree_.size() && tree_[next] <= y_px) {
            row = next;
            y_px -= tree_[next];
        }
    }
    return row < heights_.size() ? row : heights_.size() - 1;
}

}  // namespace paperdeck
