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

}  // namespace

// By way of the words: the papers that have an author's word that begins so, and their authors that do.
std::vector<FacetCount> SearchEngine::authors_like(std::string_view prefix, std::size_t limit) const
{
    constexpr std::uint32_t kMostPapers = 20'000;
    const Index& index = *state_->index;
    const std::string folded = fold(prefix);
    const WordPattern pattern = pattern_of(SearchField::kAuthors, prefix, true);
    if (pattern.runs.empty()) return {};
    const std::string& first = pattern.runs[0].parts[0];
    const bool is_prefix = pattern.runs.size() == 1 && pattern.runs[0].parts.size() == 1;
    SlotSet papers(index.slots());
    const auto add = [&](TermId term) {
        index.text.each_posting(term, [&](Posting posting) {
            if ((posting.fields() & kInAuthors) != 0) papers.add(posting.slot());
        });
    };
    if (is_prefix) index.text.terms().with_prefix(first, add);
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
    std::vector<FacetCount> out;
    for (const std::uint32_t value : values) {
        const std::string_view name = index.facets.authors.name(value);
        const std::string words = " " + fold(name);
        if (words.find(" " + folded) != std::string::npos) out.push_back({std::string(name), index.facets.authors.live_count(value), false});
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
