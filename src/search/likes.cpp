// What the library has that begins as the reader types: for completing a query.
#include <algorithm>

#include "base/fold.h"
#include "search/engine_state.h"

namespace paperdeck {
namespace {

void keep_largest(std::vector<FacetCount>& counts, std::size_t limit)
{
    const std::size_t count = std::min(limit, counts.size());
    std::partial_sort(counts.begin(), counts.begin() + static_cast<std::ptrdiff_t>(count), counts.end(),
                      [](const FacetCount& a, const FacetCount& b) { return a.count != b.count ? a.count > b.count : a.value < b.value; });
    counts.resize(count);
}

std::vector<FacetCount> values_like(const FacetIndex& facet, std::string_view prefix, std::size_t limit)
{
    const std::string folded = fold(prefix);
    std::vector<FacetCount> out;
    for (std::uint32_t i = 0; i < facet.size(); ++i)
        if (facet.live_count(i) > 0 && fold(facet.name(i)).compare(0, folded.size(), folded) == 0) out.push_back({std::string(facet.name(i)), facet.live_count(i), false});
    keep_largest(out, limit);
    return out;
}

// By way of the words: the authors of the papers that have an author's word that begins so.
std::vector<std::uint32_t> authors_of(const Index& index, const WordPattern& pattern)
{
    constexpr std::uint32_t kMostPapers = 20'000;
    const std::string& first = pattern.runs[0].parts[0];
    SlotSet papers(index.slots());
    const auto add = [&](TermId term) {
        index.text.each_posting(term, [&](Posting posting) {
            if ((posting.fields() & kInAuthors) != 0) papers.add(posting.slot());
        });
    };
    if (pattern.is_single()) index.text.terms().with_prefix(first, add);
    else if (const TermId term = index.text.terms().find(first); term != kNoTerm) add(term);
    papers &= index.live;
    std::vector<std::uint32_t> values;
    std::uint32_t seen = 0;
    papers.each([&](Slot slot) {
        if (++seen > kMostPapers) return;
        for (const std::uint32_t value : index.facets.authors.values_of(slot)) values.push_back(value);
    });
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

}  // namespace

std::vector<FacetCount> SearchEngine::authors_like(std::string_view prefix, std::size_t limit) const
{
    // Where many names begin so, there are enough of them among the authors of most papers.
    constexpr std::size_t kMostTried = 4000;
    const Index& index = *state_->index;
    const FacetIndex& authors = index.facets.authors;
    const std::string wanted = " " + fold(prefix);
    const WordPattern pattern = pattern_of(SearchField::kAuthors, prefix, true);
    if (pattern.runs.empty()) return {};
    std::vector<FacetCount> out;
    const auto take = [&](std::uint32_t value) {
        const std::string_view name = authors.name(value);
        if (authors.live_count(value) == 0) return;
        if ((" " + fold(name)).find(wanted) != std::string::npos) out.push_back({std::string(name), authors.live_count(value), false});
    };
    const std::vector<std::uint32_t>& by_size = authors.by_size();
    for (std::size_t i = 0; i < std::min(kMostTried, by_size.size()) && out.size() < 2 * limit; ++i) take(by_size[i]);
    if (out.size() < limit) {
        out.clear();
        for (const std::uint32_t value : authors_of(index, pattern)) take(value);
    }
    keep_largest(out, limit);
    return out;
}

std::vector<FacetCount> SearchEngine::categories_like(std::string_view prefix, std::size_t limit) const { return values_like(state_->index->facets.categories, prefix, limit); }

std::vector<FacetCount> SearchEngine::tags_like(std::string_view prefix, std::size_t limit) const { return values_like(state_->index->facets.tags, prefix, limit); }

std::vector<FacetCount> SearchEngine::words_like(std::string_view prefix, std::size_t limit) const
{
    const TermTable& terms = state_->index->text.terms();
    const std::string folded = fold(prefix);
    std::vector<FacetCount> out;
    if (folded.size() < 2) return out;
    terms.with_prefix(folded, [&](TermId term) {
        if (terms[term].postings.count() > 1) out.push_back({std::string(terms[term].text()), terms[term].postings.count(), false});
    });
    keep_largest(out, limit);
    return out;
}

}  // namespace paperdeck
