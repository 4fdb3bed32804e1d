// Why a result is where it is, in words.
#include <algorithm>
#include <array>

#include "search/close_look.h"
#include "search/ranking.h"

namespace paperdeck {

std::vector<ScorePart> score_parts(const Index& index, Slot slot, const std::vector<AskedWord>& asked)
{
    static constexpr std::array<std::string_view, 5> kPlaces = {"the title", "the authors", "the abstract", "summaries, translation or comments", "tags or notes"};
    std::vector<ScorePart> parts;
    for (const AskedWord& word : asked) {
        const std::uint8_t mask = mask_of(word.field);
        for (const AskedWord::Choice& choice : word.choices) {
            choice.postings.each(index.text.postings(), [&](Posting posting) {
                if (posting.slot() != slot || (posting.fields() & mask) == 0) return;
                std::string words = "“" + std::string(index.text.terms()[choice.term].text()) + "” in ";
                bool is_first = true;
                for (unsigned i = 0; i < kPlaces.size(); ++i) {
                    if (((posting.fields() & mask) >> i & 1) == 0) continue;
                    words += (is_first ? "" : " and ") + std::string(kPlaces[i]);
                    is_first = false;
                }
                parts.push_back({std::move(words), choice.weight * worth_of(posting.level())});
            });
        }
    }
    const CloseLook look(index, asked);
    if (look.is_worthwhile()) {
        const Nearness near = look.at(slot);
        const float close = look.worth_of_closeness(near), whole = look.worth_of_title(near);
        if (whole > 0) parts.push_back({"the whole title", whole});
        if (close > 0) parts.push_back({near.in_title >= near.elsewhere ? "words close together in the title" : "words close together", close});
    }
    std::stable_sort(parts.begin(), parts.end(), [](const ScorePart& a, const ScorePart& b) { return a.score > b.score; });
    return parts;
}

}  // namespace paperdeck
