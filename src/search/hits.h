// Where words stand in a text: the hits of a search, the highlights of a list.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "search/query.h"
#include "search/word_pattern.h"

namespace paperdeck {

// Bytes [begin, end) of a text.
struct Hit {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    friend bool operator==(const Hit&, const Hit&) = default;
};

// Words made ready once, to be found in many texts.
class HitFinder {
public:
    HitFinder() = default;
    explicit HitFinder(const std::vector<QueryWord>& words);

    // Nothing is looked for.
    bool empty() const { return is_empty_; }
    // Where the words that are looked for in `field` stand in its text: in order, not overlapping. The whole word is
    // marked, also where only its beginning was asked for.
    std::vector<Hit> find(SearchField field, std::string_view text) const;

private:
    // By the first byte of their first word: a word of the text is held against those alone that begin as it does.
    std::array<std::vector<WordPattern>, 256> patterns_;
    bool is_empty_ = true;
};

}  // namespace paperdeck
