// Papers that share telling words, authors and categories with one: the words are those of its row, weighed as
// search weighs them (tf·idf), and each is worth to another paper what its posting there says.
#include <algorithm>
#include <cmath>

#include "search/engine_state.h"

namespace paperdeck {
namespace {

constexpr std::size_t kMostWords = 32;
constexpr std::size_t kNamedWords = 6;
// Words of more than a tenth of all papers tell nothing.
constexpr std::uint32_t kTooCommon = 10;
constexpr float kSharedAuthor = 1.5f, kSharedCategory = 0.5f;

struct Telling {
    TermId term;
    float weight;
};

// The most telling words among `counts` (term, how often, as weighed by field), of at least `least` papers.
std::vector<Telling> most_telling(const Index& index, std::vector<Telling> counts, std::uint32_t least)
{
    std::sort(counts.begin(), counts.end(), [](const Telling& a, const Telling& b) { return a.term < b.term; });
    std::vector<Telling> words;
    const auto all = static_cast<std::uint32_t>(index.slots());
    for (std::size_t i = 0; i < counts.size();) {
        float weight = 0;
        const TermId term = counts[i].term;
        for (; i < counts.size() && counts[i].term == term; ++i) weight += counts[i].weight;
        const Term& known = index.text.terms()[term];
        const std::uint32_t papers = known.postings.count();
        if (papers < least || papers > std::max(all / kTooCommon, 20u) || known.size < 2) continue;
        words.push_back({term, weight / (weight + 2) * inverse_frequency(papers, all)});
    }
    const std::size_t count = std::min(kMostWords, words.size());
    std::partial_sort(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(count), words.end(), [](const Telling& a, const Telling& b) { return a.weight > b.weight; });
    words.resize(count);
    return words;
}

std::vector<SimilarPaper> most_similar(const Index& index, const std::vector<Telling>& words, std::vector<float> scores, Slot itself, std::size_t limit)
{
    for (const Telling& word : words)
        index.text.each_posting(word.term, [&](Posting posting) { scores[posting.slot()] += word.weight * worth_of(posting.level()); });
    std::vector<Slot> slots;
    index.live.each([&](Slot slot) {
        if (scores[slot] > 0 && slot != itself) slots.push_back(slot);
    });
    const std::size_t count = std::min(limit, slots.size());
    std::partial_sort(slots.begin(), slots.begin() + static_cast<std::ptrdiff_t>(count), slots.end(),
                      [&](Slot a, Slot b) { return scores[a] != scores[b] ? scores[a] > scores[b] : a < b; });
    std::vector<SimilarPaper> out;
    for (std::size_t i = 0; i < count; ++i) {
        SimilarPaper& similar = out.emplace_back(SimilarPaper{index.paper_of[slots[i]], scores[slots[i]], {}});
        const auto row = index.text.row_of(slots[i]);
        for (const Telling& word : words) {  // most telling first
            if (similar.words.size() == kNamedWords) break;
            bool is_there = false;
            for (const std::uint32_t item : row) is_there = is_there || (!row::is_field(item) && row::term_of(item) == word.term);
            if (is_there) similar.words.emplace_back(index.text.terms()[word.term].text());
        }
    }
    return out;
}

}  // namespace

std::vector<SimilarPaper> SearchEngine::similar_to(PaperIndex paper, std::size_t limit)
{
    const Index& index = *state_->index;
    const Slot slot = index.slot_of(paper);
    if (slot == kNoSlot) return {};
    std::vector<Telling> counts;
    SearchField field = SearchField::kTitle;
    for (const std::uint32_t item : index.text.row_of(slot)) {
        if (row::is_field(item)) field = row::field_of(item);
        else if (field == SearchField::kTitle) counts.push_back({row::term_of(item), 3});
        else if (field == SearchField::kAbstract || field == SearchField::kSummary) counts.push_back({row::term_of(item), 1});
    }
    std::vector<float> scores(index.slots());
    const auto add = [&](const FacetIndex& facet, float weight) {
        for (const std::uint32_t value : facet.values_of(slot)) {
            SlotSet papers(index.slots());
            facet.add_slots(value, papers);
            papers.each([&](Slot other) { scores[other] += weight; });
        }
    };
    add(index.facets.authors, kSharedAuthor);
    // A category alone makes nothing similar: it only tips the balance.
    std::vector<Telling> words = most_telling(index, std::move(counts), 2);  // one is the paper itself
    SlotSet near(index.slots());
    for (const Telling& word : words) index.text.each_posting(word.term, [&](Posting posting) { near.add(posting.slot()); });
    for (const std::uint32_t value : index.facets.categories.values_of(slot)) {
        SlotSet papers(index.slots());
        index.facets.categories.add_slots(value, papers);
        papers &= near;
        papers.each([&](Slot other) { scores[other] += kSharedCategory; });
    }
    return most_similar(index, words, std::move(scores), slot, limit);
}

std::vector<SimilarPaper> SearchEngine::similar_to_text(std::string_view text, std::size_t limit)
{
    const Index& index = *state_->index;
    std::vector<Telling> counts;
    for (const Word& word : words_of(text)) {
        const TermId term = index.text.terms().find(word.term);
        if (term != kNoTerm) counts.push_back({term, 1});
    }
    return most_similar(index, most_telling(index, std::move(counts), 1), std::vector<float>(index.slots()), kNoSlot, limit);
}

}  // namespace paperdeck
