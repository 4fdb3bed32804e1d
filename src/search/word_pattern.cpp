#include "search/word_pattern.h"

namespace paperdeck {

WordPattern pattern_of(SearchField field, std::string_view text, bool is_prefix)
{
    WordPattern pattern;
    pattern.field = field;
    const std::vector<Word> words = words_of(text);
    for (std::size_t i = 0; i < words.size();) {
        RunPattern& run = pattern.runs.emplace_back();
        run.is_cjk = words[i].is_cjk;
        if (run.is_cjk) {
            // Pairs overlap; the last character by itself says nothing that they do not.
            std::size_t end = i + 1;
            while (end < words.size() && words[end].is_cjk && words[end].begin < words[end - 1].end) ++end;
            const std::size_t pairs = end - i > 1 ? end - i - 1 : 1;
            for (std::size_t k = 0; k < pairs; ++k) run.parts.push_back(words[i + k].term);
            run.is_prefix = end - i == 1;
            if (pairs == 1) run.whole = run.parts[0];
            i = end;
            continue;
        }
        // The parts of a run touch or have one joiner between them, and its whole comes behind them.
        std::size_t end = i + 1, whole = words.size();
        for (std::size_t k = i; k < words.size() && k - i <= kMaxParts; ++k) {
            if (words[k].parts > 1 && words[k].begin == words[i].begin && k - i == words[k].parts) {
                whole = k;
                break;
            }
        }
        if (whole < words.size()) end = whole;
        for (std::size_t k = i; k < end; ++k) run.parts.push_back(words[k].term);
        run.whole = whole < words.size() ? words[whole].term : run.parts[0];
        i = whole < words.size() ? whole + 1 : end;
    }
    if (is_prefix && !pattern.runs.empty()) pattern.runs.back().is_prefix = true;
    return pattern;
}

}  // namespace paperdeck
