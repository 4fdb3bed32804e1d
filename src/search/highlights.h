// Highlights: words and authors of the reader's own, which every paper is looked through for, whatever the query asks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/query.h"
#include "search/slot_set.h"

namespace paperdeck {

struct Index;
struct SearchResult;
class RegexScans;

// What becomes of papers without any.
enum class HighlightView : std::uint8_t { kAll, kFirst, kOnly };

inline constexpr std::size_t kMostHighlights = 200;

// Entries stand one a line or with commas or semicolons between: `graph neural` is a phrase, `diffus*` stands for all
// words that begin so. Authors are looked for among authors alone. Entries that are there already, that hold no word,
// and those beyond kMostHighlights are left out.
std::vector<QueryWord> parse_highlights(std::string_view words, std::string_view authors);

// The papers that have one, found once for a list and a library.
class HighlightSet {
public:
    void set(std::vector<QueryWord> words, HighlightView view);
    // The slots are others now.
    void forget() { slots_ = 0; }

    // Without words all papers are shown.
    HighlightView view() const { return words_.empty() ? HighlightView::kAll : view_; }
    const SlotSet& papers(const Index& index, RegexScans& regexes);
    // The first entries that asked for too much work: what only they would find is not in papers().
    const std::vector<std::string>& left_out() const { return left_out_; }

private:
    std::vector<QueryWord> words_;
    HighlightView view_ = HighlightView::kAll;
    SlotSet papers_;
    std::vector<std::string> left_out_;
    std::size_t slots_ = 0;  // looked through
};

// Papers with a highlight in front of those without, each in the order that they have.
void put_first(const SlotSet& highlighted, const Index& index, SearchResult& result);

}  // namespace paperdeck
