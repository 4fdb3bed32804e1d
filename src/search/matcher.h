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
        PostingList postings;  // a copy of the term's: what begins with two letters are thousands, wide apart in memory
        std::uint8_t size = 0;
    };
    std::string words;  // as the reader wrote it
    SearchField field = SearchField::kAnywhere;
    std::vector<Choice> choices;
};

class Matcher {
public:
    // `is_ranked`: what the words found are worth is summed up on the way (see scores).
    Matcher(const Index& index, RegexScans& regexes, bool is_ranked);
    Matcher(Matcher&&) noexcept;
    ~Matcher();

    // Looks for the nearest spellings of this bare word too, though the library has it. `work`: what other matchers did for
    // the same query, which counts.
    void respell(std::string word, std::uint64_t work)
    {
        respelt_ = std::move(word);
        work_ = work;
    }
    std::uint64_t work() const { return work_; }

    // The papers of a node; none where the node asks for more work at once than is done (see left_out).
    std::optional<SlotSet> match(const QueryNode& node) { return match(node, true); }

    const std::vector<AskedWord>& asked() const { return asked_; }  // in the query's order, what is excluded left out
    const std::vector<float>& scores() const { return scores_; }          // by slot: what asked() is worth there
    const std::vector<Correction>& corrections() const { return corrections_; }
    const std::vector<std::string>& left_out() const { return left_out_; }
    // A bare word stands in no paper and is like none that does.
    bool is_hopeless() const { return is_hopeless_; }

private:
    std::optional<SlotSet> match(const QueryNode& node, bool is_asked);
    std::optional<SlotSet> match_all(const QueryNode& node, bool is_asked);
    std::optional<SlotSet> match_words(const QueryNode& node, bool is_asked);
    std::optional<SlotSet> match_word(const QueryNode& node, const WordPattern& pattern, bool is_asked);
    std::optional<SlotSet> match_phrase(const QueryNode& node, const WordPattern& pattern, bool is_asked);
    SlotSet match_filter(const QueryFilter& filter) const;
    SlotSet match_regex(const QueryNode& node);

    using Choices = std::vector<AskedWord::Choice>;
    AskedWord::Choice choice_of(TermId term) const;
    Choices choices_of(const std::string& word, bool is_prefix) const;
    bool may_do(std::uint64_t work, const QueryNode& node);
    // The papers of any choice; where they are `weighed` their scores grow.
    void add_papers(const Choices& choices, std::uint8_t mask, bool is_weighed, SlotSet& out);
    void correct(const QueryNode& node, const std::string& word, bool is_prefix, Choices& choices);
    void weigh(Choices& choices, std::string_view word) const;
    // Keeps those papers in which the pattern really stands.
    SlotSet verified(const SlotSet& candidates, const WordPattern& pattern) const;

    const Index& index_;
    RegexScans& regexes_;
    std::string respelt_;
    std::uint64_t work_ = 0;
    bool is_hopeless_ = false;
    std::vector<AskedWord> asked_;
    std::vector<float> scores_;
    std::vector<Correction> corrections_;
    std::vector<std::string> left_out_;
};

// How telling a word is that `papers` of `all` have.
float inverse_frequency(std::uint32_t papers, std::uint32_t all);

}  // namespace paperdeck
