// Which papers a query asks for, without any order.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "search/engine.h"
#include "search/index.h"
#include "search/regex_scan.h"

namespace paperdeck {

// Words of the library that stand for one word of the query, and what finding them is worth.
struct AskedWord {
    struct Choice {
        TermId term = kNoTerm;
        float weight = 0;
    };
    std::string words;  // as the reader wrote it
    SearchField field = SearchField::kAnywhere;
    std::vector<Choice> choices;
};

class Matcher {
public:
    Matcher(const Index& index, RegexScans& regexes) : index_(index), regexes_(regexes) {}

    // Looks for the nearest spellings of this bare word too, though the library has it.
    void respell(std::string word) { respelt_ = std::move(word); }

    // The papers of a node; none where the node asks for more work at once than is done (see left_out).
    std::optional<SlotSet> match(const QueryNode& node) { return match(node, true); }

    const std::vector<AskedWord>& asked() const { return asked_; }  // in the query's order, what is excluded left out
    const std::vector<Correction>& corrections() const { return corrections_; }
    const std::vector<std::string>& left_out() const { return left_out_; }

private:
    std::optional<SlotSet> match(const QueryNode& node, bool is_asked);
    std::optional<SlotSet> match_all(const QueryNode& node, bool is_asked);
    std::optional<SlotSet> match_words(const QueryNode& node, bool is_asked);
    std::optional<SlotSet> match_word(const QueryNode& node, const WordPattern& pattern, bool is_asked);
    std::optional<SlotSet> match_phrase(const QueryNode& node, const WordPattern& pattern, bool is_asked);
    SlotSet match_filter(const QueryFilter& filter) const;
    SlotSet match_regex(const QueryNode& node);

    std::vector<TermId> terms_like(const std::string& word, bool is_prefix) const;
    std::uint64_t work_of(const std::vector<TermId>& terms) const;
    bool may_do(std::uint64_t work, const QueryNode& node);
    void add_papers(const std::vector<TermId>& terms, std::uint8_t mask, SlotSet& out) const;
    void correct(const QueryNode& node, const std::string& word, bool is_prefix, std::vector<TermId>& terms);
    void ask(const QueryNode& node, const std::vector<TermId>& terms, std::string_view word);
    // Keeps those papers in which the pattern really stands.
    SlotSet verified(const SlotSet& candidates, const WordPattern& pattern) const;

    const Index& index_;
    RegexScans& regexes_;
    std::string respelt_;
    std::uint64_t work_ = 0;
    std::vector<AskedWord> asked_;
    std::vector<Correction> corrections_;
    std::vector<std::string> left_out_;
};

// How telling a word is that `papers` of `all` have.
float inverse_frequency(std::uint32_t papers, std::uint32_t all);

}  // namespace paperdeck
