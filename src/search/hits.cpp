#include "search/hits.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "search/tokens.h"

namespace paperdeck {
namespace {

// The text's words, wholes in front of their parts as in a document's row.
std::vector<Word> row_of(std::string_view text)
{
    std::vector<Word> words = words_of(text);
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i].parts < 2) continue;
        const auto whole = words.begin() + static_cast<std::ptrdiff_t>(i);
        auto place = whole;
        for (int parts = whole->parts + whole->behind; parts > 0;) parts -= (--place)->parts == 1;
        std::rotate(place, whole, whole + 1);
    }
    return words;
}

// Where the row goes on behind a part or a whole.
std::size_t behind(const std::vector<Word>& row, std::size_t at)
{
    for (int parts = row[at].parts; parts > 0; ++at) parts -= row[at].parts == 1;
    return at;
}

// Where the runs of a pattern from `run` on end that begin at `at`; 0 where they do not stand there.
std::size_t end_of(const std::vector<Word>& row, std::size_t at, const WordPattern& pattern, std::size_t run);

std::size_t end_of_next(const std::vector<Word>& row, std::size_t at, const WordPattern& pattern, std::size_t run)
{
    if (run == pattern.runs.size()) return at;
    const std::size_t end = end_of(row, at, pattern, run);
    return end == 0 && pattern.runs[run - 1].is_cjk ? end_of(row, at + 1, pattern, run) : end;
}

std::size_t end_of(const std::vector<Word>& row, std::size_t at, const WordPattern& pattern, std::size_t index)
{
    const RunPattern& run = pattern.runs[index];
    if (at >= row.size()) return 0;
    if (!run.whole.empty()) {
        for (std::size_t one = at; one < row.size(); ++one) {
            if (fits(row[one].term, run.whole, run.is_prefix))
                if (const std::size_t end = end_of_next(row, behind(row, one), pattern, index + 1)) return end;
            if (row[one].parts == 1) break;
        }
    }
    for (std::size_t i = 0; i < run.parts.size(); ++i) {
        while (at < row.size() && row[at].parts > 1) ++at;
        if (at >= row.size() || !fits(row[at].term, run.parts[i], run.is_prefix && i + 1 == run.parts.size())) return 0;
        ++at;
    }
    return end_of_next(row, at, pattern, index + 1);
}

bool looks_into(SearchField asked, SearchField field) { return asked == SearchField::kAnywhere || asked == field; }

std::vector<Hit> joined(std::vector<Hit> hits)
{
    std::sort(hits.begin(), hits.end(), [](const Hit& a, const Hit& b) { return a.begin != b.begin ? a.begin < b.begin : a.end < b.end; });
    std::vector<Hit> apart;
    for (const Hit& hit : hits) {
        if (!apart.empty() && hit.begin < apart.back().end) apart.back().end = std::max(apart.back().end, hit.end);
        else apart.push_back(hit);
    }
    return apart;
}

}  // namespace

HitFinder::HitFinder(const std::vector<QueryWord>& words)
{
    for (const QueryWord& word : words) {
        WordPattern pattern = pattern_of(word.field, word.text, word.is_prefix && !word.is_phrase);
        if (pattern.runs.empty()) continue;
        // The whole of a run begins as its first part does.
        const auto first = static_cast<unsigned char>(pattern.runs[0].parts[0][0]);
        patterns_[first].push_back(std::move(pattern));
        is_empty_ = false;
    }
}

std::vector<Hit> HitFinder::find(SearchField field, std::string_view text) const
{
    std::vector<Hit> hits;
    if (is_empty_ || text.empty()) return hits;
    const std::vector<Word> row = row_of(text);
    for (std::size_t at = 0; at < row.size(); ++at) {
        for (const WordPattern& pattern : patterns_[static_cast<unsigned char>(row[at].term[0])]) {
            if (!looks_into(pattern.field, field)) continue;
            const std::size_t end = end_of(row, at, pattern, 0);
            if (end <= at) continue;
            std::uint32_t hit_end = row[end - 1].end;
            // One character was asked for, and it begins a pair.
            if (pattern.runs[0].is_cjk && pattern.runs[0].is_prefix && pattern.runs.size() == 1)
                hit_end = row[at].begin + static_cast<std::uint32_t>(decode_utf8(text, row[at].begin).length);
            hits.push_back({row[at].begin, hit_end});
        }
    }
    return joined(std::move(hits));
}

}  // namespace paperdeck
