#include "search/spelling.h"

#include <algorithm>
#include <array>
#include <bit>

namespace paperdeck {

unsigned edit_distance(std::string_view word, std::string_view term, bool is_prefix, unsigned limit)
{
    if (word.size() > kMaxTermBytes || term.size() > kMaxTermBytes) return limit + 1;
    // Three rows of the table of Wagner and Fischer, a column for each letter of the word.
    std::array<std::array<std::uint8_t, kMaxTermBytes + 1>, 3> rows;
    for (std::size_t i = 0; i <= word.size(); ++i) rows[0][i] = static_cast<std::uint8_t>(i);
    unsigned best = is_prefix ? static_cast<unsigned>(word.size()) : limit + 1;
    for (std::size_t j = 1; j <= term.size(); ++j) {
        auto& row = rows[j % 3];
        const auto& before = rows[(j + 2) % 3];
        const auto& before_that = rows[(j + 1) % 3];
        row[0] = static_cast<std::uint8_t>(j);
        unsigned least = row[0];
        for (std::size_t i = 1; i <= word.size(); ++i) {
            const bool is_same = word[i - 1] == term[j - 1];
            unsigned edits = std::min({before[i] + 1u, row[i - 1] + 1u, before[i - 1] + (is_same ? 0u : 1u)});
            if (i > 1 && j > 1 && word[i - 1] == term[j - 2] && word[i - 2] == term[j - 1]) edits = std::min(edits, before_that[i - 2] + 1u);
            row[i] = static_cast<std::uint8_t>(edits);
            least = std::min(least, edits);
        }
        if (is_prefix) best = std::min<unsigned>(best, row[word.size()]);
        if (least > limit) return std::min(best, limit + 1);
    }
    return std::min<unsigned>(is_prefix ? best : rows[term.size() % 3][word.size()], limit + 1);
}

std::vector<Spelling> nearest_spellings(const TermTable& terms, std::string_view word, bool is_prefix, std::size_t limit)
{
    std::vector<Spelling> found;
    if (word.size() < (is_prefix ? 4u : 3u) || word.size() > kMaxTermBytes) return found;
    const std::uint32_t letters = letter_set(word);
    unsigned nearest = word.size() < 7 ? 1 : 2;
    const auto look_at = [&](std::size_t size) {
        for (const TermShape& shape : terms.shapes(size)) {
            // Every edit changes at most one letter of either.
            if (static_cast<unsigned>(std::popcount(letters & ~shape.letters)) > nearest) continue;
            if (!is_prefix && static_cast<unsigned>(std::popcount(shape.letters & ~letters)) > nearest) continue;
            const unsigned edits = edit_distance(word, terms[shape.term].text(), is_prefix, nearest);
            if (edits == 0 || edits > nearest) continue;
            // Who makes two mistakes, or one in a short word, makes none at the first letter.
            if ((edits > 1 || word.size() == 3) && terms[shape.term].text()[0] != word[0]) continue;
            if (edits < nearest) {
                nearest = edits;
                found.clear();
            }
            found.push_back({shape.term, edits});
        }
    };
    // The likeliest sizes first: once one edit is enough, words of two are not looked at.
    const std::size_t last = is_prefix ? kMaxTermBytes : std::min(word.size() + 2, kMaxTermBytes);
    for (std::size_t size = word.size() - 1; size <= std::min(word.size() + 1, last); ++size) look_at(size);
    if (nearest > 1) look_at(word.size() - 2);
    for (std::size_t size = word.size() + 2; size <= last && (is_prefix || nearest > 1); ++size) look_at(size);
    const std::size_t count = std::min(limit, found.size());
    std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count), found.end(), [&](const Spelling& a, const Spelling& b) {
        const auto papers_a = terms[a.term].postings.count(), papers_b = terms[b.term].postings.count();
        return papers_a != papers_b ? papers_a > papers_b : a.term < b.term;
    });
    found.resize(count);
    return found;
}

}  // namespace paperdeck
