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
        // Behind the parts of a run come its wholes, the last one that of all its parts.
        std::size_t parts_end = i;
        while (parts_end < words.size() && words[parts_end].parts == 1) ++parts_end;
        std::size_t wholes_end = parts_end;
        while (wholes_end < words.size() && words[wholes_end].parts > 1) ++wholes_end;
        const bool is_run = wholes_end > parts_end && parts_end - i == words[wholes_end - 1].parts;
        const std::size_t end = is_run ? parts_end : i + 1;
        for (std::size_t k = i; k < end; ++k) run.parts.push_back(words[k].term);
        run.whole = is_run ? words[wholes_end - 1].term : run.parts[0];
        i = is_run ? wholes_end : end;
    }
    if (is_prefix && !pattern.runs.empty() && !pattern.runs.back().is_cjk) pattern.runs.back().is_prefix = true;
    return pattern;
}

}  // namespace paperdeck
