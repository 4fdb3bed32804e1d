#include "search/result_notes.h"

#include <algorithm>

namespace paperdeck {
namespace {

constexpr std::size_t kMostNamed = 4;  // spellings

std::string sentence_of(const Correction& correction)
{
    const std::size_t named = std::min(correction.shown.size(), kMostNamed);
    std::string words = "No match for “" + correction.written + "”: showing ";
    for (std::size_t i = 0; i < named; ++i) words += (i > 0 ? " or “" : "“") + correction.shown[i] + "”";
    const std::size_t others = correction.shown.size() - named;
    if (others > 0) words += " or " + std::to_string(others) + (others == 1 ? " other" : " others");
    return words + ".";
}

}  // namespace

std::vector<std::string> notes_of(const Query& query, const SearchResult& result, bool is_typed_on)
{
    std::vector<std::string> notes;
    for (const Correction& correction : result.corrections) notes.push_back(sentence_of(correction));
    for (const std::string& part : result.left_out) notes.push_back("Too much at once: “" + part + "” was left out.");
    for (const QueryHint& hint : query.hints)
        if (!hint.is_early || !is_typed_on) notes.push_back(hint.words);
    return notes;
}

}  // namespace paperdeck
