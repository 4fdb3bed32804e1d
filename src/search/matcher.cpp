#include "search/matcher.h"

#include <algorithm>
#include <cmath>

#include "search/row_matcher.h"
#include "search/spelling.h"

namespace paperdeck {
namespace {

// Postings read for one query, and what costs as much: about 35 ms in WebAssembly. A query of a few words needs a
// fiftieth of it.
constexpr std::uint64_t kMostWork = 7'500'000, kChoiceWork = 15, kRowWork = 70, kSpellingWork = 500'000;
constexpr std::size_t kMostSpellings = 24;

std::uint64_t papers_of(const std::vector<AskedWord::Choice>& choices)
{
    std::uint64_t papers = 0;
    for (const AskedWord::Choice& choice : choices) papers += choice.postings.count();
    return papers;
}

std::uint64_t work_of(const std::vector<AskedWord::Choice>& choices) { return choices.size() * kChoiceWork + papers_of(choices); }

}  // namespace

float inverse_frequency(std::uint32_t papers, std::uint32_t all)
{
    const float with = static_cast<float>(std::min(papers, all)), without = static_cast<float>(all) - with;
    return std::log(1 + (without + 0.5f) / (with + 0.5f));
}

// Here, with what is compiled to be fast: a number for each paper is made and freed at every query.
Matcher::Matcher(const Index& index, RegexScans& regexes, bool is_ranked) : index_(index), regexes_(regexes), scores_(is_ranked ? index.slots() : 0) {}
Matcher::Matcher(Matcher&&) noexcept = default;
Matcher::~Matcher() = default;

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

AskedWord::Choice Matcher::choice_of(TermId term) const
{
    const Term& known = index_.text.terms()[term];
    return {term, 0, known.postings, known.size};
}

Matcher::Choices Matcher::choices_of(const std::string& word, bool is_prefix) const
{
    Choices choices;
    if (is_prefix) index_.text.terms().with_prefix(word, [&](TermId term) { choices.push_back(choice_of(term)); });
    else if (const TermId term = index_.text.terms().find(word); term != kNoTerm) choices.push_back(choice_of(term));
    return choices;
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

void Matcher::add_papers(const Choices& choices, std::uint8_t mask, bool is_weighed, SlotSet& out)
{
    const NumberPages& pages = index_.text.postings();
    for (const AskedWord::Choice& choice : choices) {
        if (is_weighed && !scores_.empty()) {
            const float step = choice.weight / static_cast<float>(Posting::kMaxLevel);
            choice.postings.each(pages, [&out, mask, step, scores = scores_.data()](Posting posting) {
                if ((posting.fields() & mask) == 0) return;
                out.add(posting.slot());
                scores[posting.slot()] += step * static_cast<float>(posting.level());
            });
        } else {
            choice.postings.each(pages, [&out, mask](Posting posting) {
                if ((posting.fields() & mask) != 0) out.add(posting.slot());
            });
        }
    }
}

// What the library does not have is looked for as its nearest spellings, and the reader told.
void Matcher::correct(const QueryNode& node, const std::string& word, bool is_prefix, Choices& choices)
{
    if (work_ + kSpellingWork > kMostWork) return;
    work_ += kSpellingWork;
    Correction correction{node.text, {}};
    Choices shown;
    // What is typed so far may be the beginning of a misspelt word, where no whole word is near.
    auto spellings = nearest_spellings(index_.text.terms(), word, false, kMostSpellings);
    if (spellings.empty() && is_prefix) spellings = nearest_spellings(index_.text.terms(), word, true, kMostSpellings);
    for (const Spelling& spelling : spellings) {
        if (std::any_of(choices.begin(), choices.end(), [&](const AskedWord::Choice& choice) { return choice.term == spelling.term; })) continue;
        correction.shown.emplace_back(index_.text.terms()[spelling.term].text());
        shown.push_back(choice_of(spelling.term));
    }
    if (shown.empty()) return;
    choices = std::move(shown);
    corrections_.push_back(std::move(correction));
}

void Matcher::weigh(Choices& choices, std::string_view word) const
{
    const std::uint64_t all = index_.slots(), papers = std::min(all, papers_of(choices));
    const float telling = inverse_frequency(static_cast<std::uint32_t>(papers), static_cast<std::uint32_t>(all));
    for (AskedWord::Choice& choice : choices) {
        // The word itself, of all that begin so, is what is meant most.
        const float share = static_cast<float>(word.size()) / static_cast<float>(std::max<std::size_t>(choice.size, word.size()));
        choice.weight = telling * (0.5f + 0.5f * share);
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
    Choices choices = choices_of(word, run.is_prefix);
    const bool is_bare = is_asked && !node.is_phrase && !run.is_cjk;
    if (is_bare && (choices.empty() || node.text == respelt_)) correct(node, word, run.is_prefix, choices);
    is_hopeless_ = is_hopeless_ || (is_bare && choices.empty());
    if (!may_do(work_of(choices), node)) return std::nullopt;
    if (is_asked) weigh(choices, word);
    add_papers(choices, mask, is_asked, out);
    if (!is_told_by_mask(node.field)) {
        const WordPattern corrected = corrections_.empty() || corrections_.back().written != node.text ? pattern : pattern_of(node.field, corrections_.back().shown[0], false);
        if (!may_do(out.count() * kRowWork, node)) return std::nullopt;
        out = verified(out, corrected);
    }
    if (is_asked) asked_.push_back({node.text, node.field, std::move(choices)});
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
    SlotSet candidates = index_.live, sure(index_.slots());
    std::vector<std::pair<std::string_view, Choices>> asked;
    for (const RunPattern& run : pattern.runs) {
        SlotSet with_parts = candidates;
        for (std::size_t i = 0; i < run.parts.size(); ++i) {
            const bool is_prefix = run.is_prefix && i + 1 == run.parts.size();
            if (const SlotSet* set = is_prefix ? index_.text.beginning_with(run.parts[i], mask) : nullptr) {
                with_parts &= *set;
                continue;
            }
            Choices choices = choices_of(run.parts[i], is_prefix);
            if (!may_do(work_of(choices), node)) return std::nullopt;
            SlotSet set(index_.slots());
            add_papers(choices, mask, false, set);
            with_parts &= set;
            asked.emplace_back(run.parts[i], std::move(choices));
        }
        // As one word: for a run of one part that is the part.
        if (run.parts.size() > 1 && !run.whole.empty()) {
            Choices choices = choices_of(run.whole, run.is_prefix);
            if (!may_do(work_of(choices), node)) return std::nullopt;
            SlotSet set(index_.slots());
            add_papers(choices, mask, false, set);
            set &= candidates;
            with_parts |= set;
            // Nothing stands beside it: its papers need no look at their rows.
            if (pattern.runs.size() == 1 && is_told_by_mask(node.field)) sure = set;
            asked.emplace_back(run.whole, std::move(choices));
        }
        candidates &= with_parts;
    }
    candidates -= sure;
    if (!may_do(candidates.count() * kRowWork, node)) return std::nullopt;
    if (is_asked)
        for (auto& [word, choices] : asked) {
            if (choices.empty()) continue;
            weigh(choices, word);
            SlotSet scored(index_.slots());
            add_papers(choices, mask, true, scored);
            asked_.push_back({node.text, node.field, std::move(choices)});
        }
    SlotSet out = verified(candidates, pattern);
    out |= sure;
    return out;
}

}  // namespace paperdeck
