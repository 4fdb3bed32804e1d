#include "search/engine.h"

#include <algorithm>
#include <utility>

#include "search/order.h"
#include "search/query_parts.h"

namespace paperdeck {
namespace {

using Field = QueryFilter::Field;

// Filters of one facet made ready for the scan: for each, which value numbers it lets through.
class FacetFilter {
public:
    FacetFilter(const Query& query, Field field, const std::vector<std::string>& names)
    {
        for (const QueryFilter& filter : query.filters) {
            if (filter.field != field) continue;
            std::vector<bool>& accepted = accepted_.emplace_back(names.size(), false);
            for (std::size_t i = 0; i < names.size(); ++i)
                accepted[i] = std::any_of(filter.values.begin(), filter.values.end(),
                                          [&](const std::string& value) { return covers(field, value, names[i]); });
        }
    }

    bool accepts(const std::vector<std::uint32_t>& numbers) const
    {
        return std::all_of(accepted_.begin(), accepted_.end(), [&](const std::vector<bool>& accepted) {
            return std::any_of(numbers.begin(), numbers.end(), [&](std::uint32_t number) { return accepted[number]; });
        });
    }

private:
    // "cs.*" covers "cs.CV", "2021-03" covers "2021-03-11".
    static bool covers(Field field, std::string_view value, std::string_view name)
    {
        if (value == name) return true;
        const bool has_star = field == Field::kCategory && value.size() > 1 && value.back() == '*';
        if (field == Field::kDate) return day_span(value).covers(name);
        if (!has_star) return false;
        const std::string_view prefix = value.substr(0, value.size() - 1);
        if (name == prefix.substr(0, prefix.size() - 1)) return true;
        return name.substr(0, prefix.size()) == prefix;
    }

    std::vector<std::vector<bool>> accepted_;
};

// has: and id:, that have no facet of alternatives.
bool accepts_others(const Query& query, const std::string& id, bool has_code, bool has_maths)
{
    for (const QueryFilter& filter : query.filters) {
        if (filter.field != Field::kHas && filter.field != Field::kId) continue;
        const bool is_any = std::any_of(filter.values.begin(), filter.values.end(), [&](const std::string& value) {
            if (filter.field == Field::kId) return value == id;
            return value == "code" ? has_code : has_maths;
        });
        if (!is_any) return false;
    }
    return true;
}

// Longest first: what is rarest settles most papers at once.
std::vector<WordFinder> finders_of(const Query& query)
{
    std::vector<WordFinder> finders;
    for (const QueryWord& word : query.words)
        if (!word.folded.empty()) finders.emplace_back(word.folded);
    std::sort(finders.begin(), finders.end(),
              [](const WordFinder& a, const WordFinder& b) { return a.folded().size() > b.folded().size(); });
    return finders;
}

void add_counts(std::vector<std::uint32_t>& counts, const std::vector<std::uint32_t>& numbers)
{
    for (const std::uint32_t number : numbers) ++counts[number];
}

}  // namespace

std::uint32_t SearchEngine::FacetValues::number_of(const std::string& name)
{
    const auto [slot, is_new] = numbers.try_emplace(name, static_cast<std::uint32_t>(names.size()));
    if (is_new) {
        names.push_back(name);
        counts.push_back(0);
    }
    return slot->second;
}

SearchEngine::Document SearchEngine::make_document(const LibraryPaper& found)
{
    Document document;
    document.is_live = found.is_live;
    if (!found.is_live) return document;
    const Paper& paper = found.paper;
    document.text.folded.reserve(paper.title.text.size() + paper.abstract.text.size() + 64);
    document.text.add(paper.title.text);
    for (const std::string& author : paper.authors) document.text.add(author);
    document.text.add(paper.id);
    document.text.add(paper.abstract.text);
    document.text.folded.shrink_to_fit();
    document.text.humps.shrink_to_fit();
    for (const std::string& category : paper.categories) document.categories.push_back(categories_.number_of(category));
    for (const Appearance& appearance : found.appearances) {
        if (!appearance.date) continue;
        const std::uint32_t day = days_.number_of(to_iso(appearance.date));
        if (std::find(document.days.begin(), document.days.end(), day) == document.days.end()) document.days.push_back(day);
    }
    document.has_code = !paper.links.code.empty();
    document.has_maths = has_maths(paper);
    return document;
}

void SearchEngine::count_document(const Document& document, int by)
{
    if (!document.is_live) return;
    const auto add = static_cast<std::uint32_t>(by);  // -1 wraps to what subtracts
    for (const std::uint32_t category : document.categories) categories_.counts[category] += add;
    for (const std::uint32_t day : document.days) days_.counts[day] += add;
}

void SearchEngine::update(const std::vector<PaperIndex>& changed)
{
    documents_.resize(library_.papers().size());
    for (const PaperIndex index : changed) {
        if (index >= documents_.size()) continue;
        count_document(documents_[index], -1);
        documents_[index] = make_document(library_.paper(index));
        count_document(documents_[index], +1);
    }
    for (std::vector<PaperIndex>& order : orders_) order.clear();
}

const std::vector<PaperIndex>& SearchEngine::order_of(Sort sort) const
{
    std::vector<PaperIndex>& order = orders_[static_cast<std::size_t>(sort)];
    if (order.empty()) order = sorted_papers(library_, sort);
    return order;
}

SearchResult SearchEngine::search(const Query& query) const
{
    const FacetFilter categories(query, Field::kCategory, categories_.names);
    const FacetFilter days(query, Field::kDate, days_.names);
    const std::vector<WordFinder> finders = finders_of(query);
    std::vector<std::uint32_t> category_totals(categories_.names.size()), day_totals(days_.names.size());
    SearchResult result;
    for (const PaperIndex index : order_of(query.sort)) {
        if (index >= documents_.size() || !documents_[index].is_live) continue;
        const Document& document = documents_[index];
        const bool is_in_categories = categories.accepts(document.categories);
        const bool is_in_days = days.accepts(document.days);
        // A paper that one facet alone keeps out still counts for the other choices of that facet.
        if (!is_in_categories && !is_in_days) continue;
        if (!accepts_others(query, library_.paper(index).paper.id, document.has_code, document.has_maths)) continue;
        if (!std::all_of(finders.begin(), finders.end(), [&](const WordFinder& finder) { return finder.occurs_in(document.text); })) continue;
        if (is_in_days) add_counts(category_totals, document.categories);
        if (is_in_categories) add_counts(day_totals, document.days);
        if (!is_in_categories || !is_in_days) continue;
        result.papers.push_back(index);
        result.with_code += document.has_code;
        result.with_maths += document.has_maths;
    }
    result.scores.assign(result.papers.size(), 0.0f);
    result.categories = category_counts(category_totals, query);
    result.days = day_counts(day_totals, query);
    return result;
}

std::vector<FacetCount> SearchEngine::category_counts(const std::vector<std::uint32_t>& counts, const Query& query) const
{
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t i = 0; i < categories_.names.size(); ++i)
        if (categories_.counts[i] > 0) numbers.push_back(i);
    std::sort(numbers.begin(), numbers.end(), [&](std::uint32_t a, std::uint32_t b) {
        if (categories_.counts[a] != categories_.counts[b]) return categories_.counts[a] > categories_.counts[b];
        return categories_.names[a] < categories_.names[b];
    });
    std::vector<FacetCount> out;
    for (const std::uint32_t i : numbers)
        out.push_back({categories_.names[i], counts[i], has_filter(query, Field::kCategory, categories_.names[i])});
    return out;
}

std::vector<FacetCount> SearchEngine::day_counts(const std::vector<std::uint32_t>& counts, const Query& query) const
{
    std::vector<FacetCount> out;
    for (std::size_t i = 0; i < days_.names.size(); ++i)
        if (days_.counts[i] > 0) out.push_back({days_.names[i], counts[i], has_filter(query, Field::kDate, days_.names[i])});
    std::sort(out.begin(), out.end(), [](const FacetCount& a, const FacetCount& b) { return a.value > b.value; });
    return out;
}

}  // namespace paperdeck
