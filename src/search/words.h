// Words in folded text: where they begin and how they are found. A word begins behind anything that is
// no letter or digit, at a camel hump, at a change between letter and digit, and at every Chinese,
// Japanese or Korean character.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace paperdeck {

// Folded text with what folding would lose. Several texts stand in one, parted by '\n', which no query
// has in it.
struct SearchText {
    std::string folded;
    std::vector<std::uint32_t> humps;  // ascending offsets in `folded`

    // Folds `text` and adds it behind what is there.
    void add(std::string_view text);
};

// A word or phrase to look for; made once for many texts.
class WordFinder {
public:
    // `folded` must not be empty.
    explicit WordFinder(std::string folded);

    // Offset, from `from` on, of the first occurrence that stands at the start of a word; npos for none.
    std::size_t find(std::string_view text, const std::vector<std::uint32_t>& humps, std::size_t from = 0) const;
    bool occurs_in(const SearchText& text) const { return find(text.folded, text.humps) != std::string_view::npos; }

    const std::string& folded() const { return folded_; }

private:
    std::string folded_;
    std::size_t rare_ = 0;  // offset in folded_ of its rarest byte: the one to scan for
};

// The end of the word that runs on at `end`, an offset behind a letter or digit.
std::size_t word_end(std::string_view folded, std::size_t end);

}  // namespace paperdeck
