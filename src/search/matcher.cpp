#include "search/matcher.h"

#include <algorithm>
#include <cmath>

#include "search/row_matcher.h"
#include "search/spelling.h"

namespace paperdeck {
namespace {

// Postings read and words of rows looked at for one query: about 30 ms in WebAssembly. A query of a few words needs a
// fiftieth of it.
constexpr std::uint64_t kMostWork = 24'000'000;
constexpr std::size_t kMostSpellings = 24;

}  // namespace

float inverse_frequency(std::uint32_t papers, std::uint32_t all)
{
    const float with = static_cast<float>(std::min(papers, all)), without = static_cast<float>(all) - with;
    return std::log(1 + (without + 0.5f) / (with + 0.5f));
}

std::optional<SlotSet> Matcher::match(const QueryNode& node, bool is_asked)
{
    switch (node.kind) {
    case QueryNode::Kind::kAnd: return match_all(node, is_asked);
    case QueryNode::Kind::kOr: {
        std::optional<SlotSet> out;
        for (const QueryNode& child : node.children) {
            const auto set = match(child, is_asked);
            if (!set) continue;
            if (out) *out |= *set;
            else out = set;
        }
        return out;
    }
    case QueryNode::Kind::kNot: {
        const auto set = match(node.children.front(), false);
        if (!set) return std::nullopt;
        SlotSet out = index_.live;
        out -= *set;
        return out;
    }
    case QueryNode::Kind::kWords: return match_words(node, is_asked);
    case QueryNode::Kind::kRegex: return match_regex(node);
    case QueryNode::Kind::kFilter: return match_filter(node.filter);
    }
    return std::nullopt;
}

std::optional<SlotSet> Matcher::match_all(const QueryNode& node, bool is_asked)
{
    SlotSet out = index_.live;
    for (const QueryNode& child : node.children)
        if (const auto set = match(child, is_asked)) out &= *set;
    return out;
}

SlotSet Matcher::match_filter(const QueryFilter& filter) const
{
    if (filter.field != QueryFilter::Field::kId) return index_.facets.matching(filter, index_.slots());
    SlotSet out(index_.slots());
    for (const std::string& id : filter.values) out |= index_.with_id(id);
    return out;
}

SlotSet Matcher::match_regex(const QueryNode& node)
{
    SlotSet out(index_.slots());
    if (const RegexScan* scan = regexes_.scan(node)) out |= scan->found;
    return out;
}

std::optional<SlotSet> Matcher::match_words(const QueryNode& node, bool is_asked)
{
    const WordPattern pattern = pattern_of(node.field, node.text, node.is_prefix && !node.is_phrase);
    if (pattern.runs.empty()) return std::nullopt;
    return pattern.is_single() ? match_word(node, pattern, is_asked) : match_phrase(node, pattern, is_asked);
}

std::vector<TermId> Matcher::terms_like(const std::string& word, bool is_prefix) const
{
    std::vector<TermId> terms;
    if (is_prefix) index_.text.terms().with_prefix(word, [&](TermId term) { terms.push_back(term); });
    else if (const TermId term = index_.text.terms().find(word); term != kNoTerm) terms.push_back(term);
    return terms;
}

std::uint64_t Matcher::work_of(const std::vector<TermId>& terms) const
{
    std::uint64_t work = terms.size();
    for (const TermId term : terms) work += index_.text.terms()[term].postings.count();
    return work;
}

bool Matcher::may_do(std::uint64_t work, const QueryNode& node)
{
    if (work_ + work > kMostWork) {
        left_out_.push_back(to_text(node));
        return false;
    }
    work_ += work;
    return true;
}

void Matcher::add_papers(const std::vector<TermId>& terms, std::uint8_t mask, SlotSet& out) const
{
    for (const TermId term : terms) {
        if (mask == kInAll) index_.text.each_posting(term, [&](Posting posting) { out.add(posting.slot()); });
        else
            index_.text.each_posting(term, [&](Posting posting) {
                if ((posting.fields() & mask) != 0) out.add(posting.slot());
            });
    }
}

// What the library does not have is looked for as its nearest spellings, and the reader told.
void Matcher::correct(const QueryNode& node, const std::string& word, bool is_prefix, std::vector<TermId>& terms)
{
    Correction correction{node.text, {}};
    std::vector<TermId> shown;
    // What is typed so far may be the beginning of a misspelt word, where no whole word is near.
    auto spellings = nearest_spellings(index_.text.terms(), word, false, kMostSpellings);
    if (spellings.empty() && is_prefix) spellings = nearest_spellings(index_.text.terms(), word, true, kMostSpellings);
    for (const Spelling& spelling : spellings) {
        const Term& term = index_.text.terms()[spelling.term];
        if (std::find(terms.begin(), terms.end(), spelling.term) != terms.end()) continue;
        correction.shown.emplace_back(term.text());
        shown.push_back(spelling.term);
    }
    if (shown.empty()) return;
    terms = std::move(shown);
    corrections_.push_back(std::move(correction));
}

void Matcher::ask(const QueryNode& node, const std::vector<TermId>& terms, std::string_view word)
{
    AskedWord& asked = asked_.emplace_back();
    asked.words = node.text;
    asked.field = node.field;
    std::uint64_t papers = 0;
    for (const TermId term : terms) papers += index_.text.terms()[term].postings.count();
    const auto all = static_cast<std::uint32_t>(index_.slots());
    const float telling = inverse_frequency(static_cast<std::uint32_t>(std::min<std::uint64_t>(papers, all)), all);
    for (const TermId term : terms) {
        // The word itself, of all that begin so, is what is meant most.
        const float share = static_cast<float>(word.size()) / static_cast<float>(std::max<std::size_t>(index_.text.terms()[term].size, word.size()));
        asked.choices.push_back({term, telling * (0.5f + 0.5f * share)});
    }
}

std::optional<SlotSet> Matcher::match_word(const QueryNode& node, const WordPattern& pattern, bool is_asked)
{
    const RunPattern& run = pattern.runs[0];
    const std::string& word = run.parts[0];
    const std::uint8_t mask = mask_of(node.field);
    SlotSet out(index_.slots());
    // What begins with one letter is kept as a set.
    if (const SlotSet* set = run.is_prefix ? index_.text.beginning_with(word, mask) : nullptr) {
        out |= *set;
        if (is_asked) asked_.push_back({node.text, node.field, {}});
        return out;
    }
    std::vector<TermId> terms = terms_like(word, run.is_prefix);
    const bool is_bare = is_asked && !node.is_phrase && !run.is_cjk;
    if (is_bare && (terms.empty() || node.text == respelt_)) correct(node, word, run.is_prefix, terms);
    if (!may_do(work_of(terms), node)) return std::nullopt;
    add_papers(terms, mask, out);
    if (!is_told_by_mask(node.field)) {
        const WordPattern corrected = corrections_.empty() || corrections_.back().written != node.text ? pattern : pattern_of(node.field, corrections_.back().shown[0], false);
        if (!may_do(std::uint64_t{out.count()} * 128, node)) return std::nullopt;
        out = verified(out, corrected);
    }
    if (is_asked) ask(node, terms, word);
    return out;
}

SlotSet Matcher::verified(const SlotSet& candidates, const WordPattern& pattern) const
{
    SlotSet out(index_.slots());
    const RowMatcher matcher(pattern, index_.text.terms());
    candidates.each([&](Slot slot) {
        if (index_.live.has(slot) && matcher.occurs_in(index_.text.row_of(slot))) out.add(slot);
    });
    return out;
}

std::optional<SlotSet> Matcher::match_phrase(const QueryNode& node, const WordPattern& pattern, bool is_asked)
{
    const std::uint8_t mask = mask_of(node.field);
    SlotSet candidates = index_.live;
    std::vector<std::pair<std::string_view, std::vector<TermId>>> asked;
    for (const RunPattern& run : pattern.runs) {
        SlotSet with_parts = candidates;
        for (std::size_t i = 0; i < run.parts.size(); ++i) {
            const bool is_prefix = run.is_prefix && i + 1 == run.parts.size();
            if (const SlotSet* set = is_prefix ? index_.text.beginning_with(run.parts[i], mask) : nullptr) {
                with_parts &= *set;
                continue;
            }
            const std::vector<TermId> terms = terms_like(run.parts[i], is_prefix);
            if (!may_do(work_of(terms), node)) return std::nullopt;
            SlotSet set(index_.slots());
            add_papers(terms, mask, set);
            with_parts &= set;
            asked.emplace_back(run.parts[i], terms);
        }
        // As one word: for a run of one part that is the part.
        if (run.parts.size() > 1 && !run.whole.empty()) {
            const std::vector<TermId> terms = terms_like(run.whole, run.is_prefix);
            if (!may_do(work_of(terms), node)) return std::nullopt;
            SlotSet set(index_.slots());
            add_papers(terms, mask, set);
            set &= candidates;
            with_parts |= set;
            asked.emplace_back(run.whole, terms);
        }
        candidates &= with_parts;
    }
    if (!may_do(std::uint64_t{candidates.count()} * 160, node)) return std::nullopt;
    if (is_asked)
        for (const auto& [word, terms] : asked)
            if (!terms.empty()) ask(node, terms, word);
    return verified(candidates, pattern);
}

}  // namespace paperdeck
