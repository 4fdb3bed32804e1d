#include "search/engine.h"

#include <algorithm>
#include <utility>

#include "search/engine_state.h"
#include "search/query_tree.h"
#include "search/ranking.h"

namespace paperdeck {
namespace {

using Field = QueryFilter::Field;

constexpr std::size_t kMostRespelt = 3;

// What every result has to pass, parted so that each facet can be counted as if its own filter were not there.
struct MatchedParts {
    SlotSet others, categories, days, tags;  // each the live papers where nothing asks for it
};

MatchedParts match_parts(Matcher& matcher, const Index& index, const QueryNode& root)
{
    MatchedParts parts{index.live, index.live, index.live, index.live};
    const auto take = [&](const QueryNode& node) {
        const auto set = matcher.match(node);
        if (!set) return;
        const bool is_filter = node.kind == QueryNode::Kind::kFilter;
        if (is_filter && node.filter.field == Field::kCategory) parts.categories &= *set;
        else if (is_filter && node.filter.field == Field::kDate) parts.days &= *set;
        else if (is_filter && node.filter.field == Field::kTag) parts.tags &= *set;
        else parts.others &= *set;
    };
    if (root.kind == QueryNode::Kind::kAnd)
        for (const QueryNode& child : root.children) take(child);
    else take(root);
    return parts;
}

SlotSet all_of(const MatchedParts& parts)
{
    SlotSet out = parts.others;
    out &= parts.categories;
    out &= parts.days;
    out &= parts.tags;
    return out;
}

// Every choice of a facet that some paper has, in order, with its count among the papers that pass all but its own filter.
template <class IsBefore>
std::vector<FacetCount> choices_of(const FacetIndex& facet, const SlotSet& live, SlotSet papers, std::initializer_list<const SlotSet*> filters, const Query& query, Field field, IsBefore&& is_before)
{
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < facet.size(); ++i)
        if (facet.live_count(i) > 0) order.push_back(i);
    std::sort(order.begin(), order.end(), is_before);
    for (const SlotSet* filter : filters) papers &= *filter;
    const std::vector<std::uint32_t> counts = facet.count(papers, papers.count(), live);
    std::vector<FacetCount> out;
    out.reserve(order.size());
    for (const std::uint32_t i : order) out.push_back({std::string(facet.name(i)), counts[i], has_filter(query, field, facet.name(i))});
    return out;
}

void count_choices(const Facets& facets, const SlotSet& live, const MatchedParts& parts, const Query& query, SearchResult& result)
{
    const auto& [others, in_categories, on_days, with_tags] = parts;
    result.categories = choices_of(facets.categories, live, others, {&on_days, &with_tags}, query, Field::kCategory, [&facet = facets.categories](std::uint32_t a, std::uint32_t b) {
        return facet.live_count(a) != facet.live_count(b) ? facet.live_count(a) > facet.live_count(b) : facet.name(a) < facet.name(b);
    });
    result.days = choices_of(facets.days, live, others, {&in_categories, &with_tags}, query, Field::kDate,
                             [&facet = facets.days](std::uint32_t a, std::uint32_t b) { return facet.name(a) > facet.name(b); });
    result.tags = choices_of(facets.tags, live, others, {&in_categories, &on_days}, query, Field::kTag,
                             [&facet = facets.tags](std::uint32_t a, std::uint32_t b) { return facet.name(a) < facet.name(b); });
}

void count_rest(const Index& index, const SlotSet& found, std::uint32_t count, const Query& query, SearchResult& result)
{
    for (std::size_t i = 0; i < kFlagNames.size(); ++i) {
        const bool is_has = i < kHasFlags;
        auto& counts = is_has ? result.has : result.is;
        counts.push_back({std::string(kFlagNames[i]), found.count_with(index.facets.flags[i]), has_filter(query, is_has ? Field::kHas : Field::kIs, kFlagNames[i])});
    }
    for (const auto& [value, papers] : index.facets.authors.most(found, count, SearchResult::kMostAuthors)) {
        const std::string_view name = index.facets.authors.name(value);
        result.authors.push_back({std::string(name), papers, has_author(query, name)});
    }
    std::stable_partition(result.authors.begin(), result.authors.end(), [](const FacetCount& author) { return author.is_on; });
}

// The bare words that have to stand in every result, those of fewest papers first: where nothing has them all, one of
// them may be misspelt though some paper has it.
std::vector<std::string> suspects(const Index& index, const QueryNode& root)
{
    std::vector<std::pair<std::uint32_t, std::string>> words;
    const auto take = [&](const QueryNode& node) {
        if (node.kind != QueryNode::Kind::kWords || node.is_phrase) return;
        const WordPattern pattern = pattern_of(node.field, node.text, node.is_prefix);
        if (!pattern.is_single()) return;
        const TermId term = index.text.terms().find(pattern.runs[0].parts[0]);
        words.emplace_back(term == kNoTerm ? 0 : index.text.terms()[term].postings.count(), node.text);
    };
    if (root.kind == QueryNode::Kind::kAnd)
        for (const QueryNode& child : root.children) take(child);
    std::sort(words.begin(), words.end());
    std::vector<std::string> out;
    for (std::size_t i = 0; i < std::min(words.size(), kMostRespelt); ++i) out.push_back(std::move(words[i].second));
    return out;
}

struct Found {
    MatchedParts parts;
    SlotSet papers;
    std::uint32_t count = 0;
    Matcher matcher;
};

// Whether any paper passes the filters that all results have to pass.
bool passes_filters(const Index& index, RegexScans& regexes, QueryNode root)
{
    if (root.kind != QueryNode::Kind::kAnd) return true;
    root.children.erase(std::remove_if(root.children.begin(), root.children.end(), [](const QueryNode& child) { return !is_filter_part(child); }), root.children.end());
    const auto papers = Matcher(index, regexes, false).match(root);
    return !papers || !papers->empty();
}

Found find(const Index& index, RegexScans& regexes, const QueryNode& root, bool is_ranked)
{
    std::uint64_t work = 0;
    const auto run = [&](std::string respelt) {
        Found found{{}, {}, 0, Matcher(index, regexes, is_ranked)};
        found.matcher.respell(std::move(respelt), work);
        found.parts = match_parts(found.matcher, index, root);
        found.papers = all_of(found.parts);
        found.count = found.papers.count();
        work = found.matcher.work();
        return found;
    };
    Found found = run({});
    const Matcher& matcher = found.matcher;
    if (found.count > 0 || !matcher.corrections().empty() || !matcher.left_out().empty() || matcher.is_hopeless()) return found;
    if (!passes_filters(index, regexes, root)) return found;
    for (std::string& word : suspects(index, root)) {
        Found other = run(std::move(word));
        if (!other.matcher.left_out().empty()) break;
        if (other.count > 0) return other;
    }
    return found;
}

// Where only highlights are shown, nothing else is found.
void narrow(Found& found, const SlotSet& with)
{
    found.parts.others &= with;
    found.papers &= with;
    found.count = found.papers.count();
}

}  // namespace

SearchEngine::SearchEngine(const Library& library) : state_(std::make_unique<State>(library)) {}
SearchEngine::~SearchEngine() = default;

std::uint32_t SearchResult::count_of(QueryFilter::Field field, std::string_view value) const
{
    for (const FacetCount& choice : field == Field::kHas ? has : is)
        if (choice.value == value) return choice.count;
    return 0;
}

void SearchEngine::State::index_paper(PaperIndex paper)
{
    if (!library.paper(paper).is_live) return;
    index->add(paper, marks_of(paper));
    if (swept) swept->add(paper, marks_of(paper));
}

bool SearchEngine::State::sweep(const Deadline& deadline)
{
    if (!swept) {
        swept = std::make_unique<Index>(library);
        swept_to = 0;
    }
    while (swept_to < index->slots()) {
        const PaperIndex paper = index->paper_of[swept_to++];
        const bool is_current = index->slot_of(paper) == swept_to - 1;
        if (is_current && swept->slot_of(paper) == kNoSlot) swept->add(paper, marks_of(paper));
        if (deadline.passed() && swept_to < index->slots()) return false;
    }
    index = std::move(swept);
    regexes.forget();  // they know papers by their old slots
    highlights.forget();
    return true;
}

void SearchEngine::note(const std::vector<PaperIndex>& changed)
{
    State& state = *state_;
    state.is_waiting.resize(state.library.papers().size());
    for (const PaperIndex paper : changed) {
        if (paper >= state.is_waiting.size()) continue;
        if (!state.library.paper(paper).is_live) {
            state.index->remove(paper);
            if (state.swept) state.swept->remove(paper);
        } else if (!state.is_waiting[paper]) {
            state.is_waiting[paper] = true;
            state.waiting.push_back(paper);
        }
    }
}

void SearchEngine::set_marks(PaperIndex paper, PaperMarks marks)
{
    state_->marks[paper] = std::move(marks);
    note({paper});
}

void SearchEngine::set_highlights(std::vector<QueryWord> words, HighlightView view) { state_->highlights.set(std::move(words), view); }

bool SearchEngine::step(const Deadline& deadline)
{
    State& state = *state_;
    while (!state.waiting.empty()) {
        const PaperIndex paper = state.waiting.front();
        state.waiting.pop_front();
        state.is_waiting[paper] = false;
        state.index_paper(paper);
        if (deadline.passed() && !is_done()) return false;
    }
    if ((state.swept || state.is_sweep_due()) && !state.sweep(deadline)) return false;
    return state.regexes.step(*state.index, deadline);
}

bool SearchEngine::is_done() const
{
    return state_->waiting.empty() && !state_->swept && !state_->is_sweep_due() && state_->regexes.is_done(*state_->index);
}

void SearchEngine::finish()
{
    while (!step(NoDeadline())) {}
}

SearchResult SearchEngine::search(const Query& query)
{
    Index& index = *state_->index;
    state_->regexes.begin_query();
    Found found = find(index, state_->regexes, query.root, query.order() == Sort::kBest);
    SearchResult result;
    const SlotSet& highlighted = state_->highlights.papers(index, state_->regexes);
    const HighlightView view = state_->highlights.view();
    result.found = found.count;
    result.highlighted = found.papers.count_with(highlighted);
    Ranked ranked = query.order() == Sort::kBest ? rank(index, found.papers, found.count, found.matcher) : list(index, found.papers, found.count, query.order());
    result.papers = std::move(ranked.papers);
    result.scores = std::move(ranked.scores);
    if (view != HighlightView::kAll) put_first(highlighted, index, result);
    if (view == HighlightView::kOnly) {
        result.papers.resize(result.highlighted);
        result.scores.resize(result.highlighted);
        narrow(found, highlighted);
    }
    result.corrections = found.matcher.corrections();
    result.left_out = found.matcher.left_out();
    result.left_out.insert(result.left_out.end(), state_->highlights.left_out().begin(), state_->highlights.left_out().end());
    result.share_searched = state_->regexes.share_done(index);
    count_choices(index.facets, index.live, found.parts, query, result);
    count_rest(index, found.papers, found.count, query, result);
    return result;
}

std::uint32_t SearchEngine::count(const Query& query)
{
    Found found = find(*state_->index, state_->regexes, query.root, false);
    if (state_->highlights.view() == HighlightView::kOnly) narrow(found, state_->highlights.papers(*state_->index, state_->regexes));
    return found.count;
}

std::vector<ScorePart> SearchEngine::explain(const Query& query, PaperIndex paper)
{
    const Index& index = *state_->index;
    const Slot slot = index.slot_of(paper);
    const Found found = find(index, state_->regexes, query.root, false);
    if (slot == kNoSlot || !found.papers.has(slot)) return {};
    return score_parts(index, slot, found.matcher.asked());
}

std::size_t SearchEngine::bytes() const { return state_->index->bytes(); }

}  // namespace paperdeck
