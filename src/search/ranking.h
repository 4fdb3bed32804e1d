// What a result is worth: BM25F over its words, more for words close together and for a title that is just the query.
#pragma once

#include <span>
#include <vector>

#include "search/engine.h"
#include "search/index.h"
#include "search/matcher.h"

namespace paperdeck {

struct Ranked {
    std::vector<PaperIndex> papers;
    std::vector<float> scores;  // of the same length
};

// The papers of `set`, `count` of them, best first by what the matcher found; of equal ones the newest first.
Ranked rank(Index& index, const SlotSet& set, std::uint32_t count, const Matcher& matcher);

// The same papers in another order, with scores of 0.
Ranked list(Index& index, const SlotSet& set, std::uint32_t count, Sort sort);

// The parts of the score that rank() would give, greatest first.
std::vector<ScorePart> score_parts(const Index& index, Slot slot, const std::vector<AskedWord>& asked);

}  // namespace paperdeck
