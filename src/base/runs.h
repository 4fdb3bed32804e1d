// Where the runs of equal keys begin in a sequence that is sorted by them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <vector>

namespace paperdeck {

// `key_of(i)` is the key of element i of `count`; equal keys stand together. Asks for few of them: steps that double,
// then halves (J. L. Bentley and A. C. Yao, "An almost optimal algorithm for unbounded searching", 1976), so that
// the days of 100,000 papers are found without looking at each paper.
template <class KeyOf>
std::vector<std::size_t> starts_of_runs(std::size_t count, KeyOf key_of)
{
    std::vector<std::size_t> starts;
    for (std::size_t begin = 0; begin < count;) {
        starts.push_back(begin);
        const auto key = key_of(begin);
        std::size_t inside = begin, step = 1;
        while (inside + step < count && key_of(inside + step) == key) inside += step, step *= 2;
        std::size_t outside = std::min(inside + step, count);
        while (outside - inside > 1) {
            const std::size_t middle = inside + (outside - inside) / 2;
            (key_of(middle) == key ? inside : outside) = middle;
        }
        begin = outside;
    }
    return starts;
}

}  // namespace paperdeck
