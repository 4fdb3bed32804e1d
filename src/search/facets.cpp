#include "search/facets.h"

#include <algorithm>

#include "base/fold.h"
#include "search/query_parts.h"

namespace paperdeck {
namespace {

// From this many papers on, values are counted by their own lists rather than paper by paper.
constexpr std::uint32_t kManyPapers = 4000;

bool covers_category(std::string_view asked, std::string_view code)
{
    if (asked.size() < 3 || asked.substr(asked.size() - 2) != ".*") return asked == code;
    const std::string_view archive = asked.substr(0, asked.size() - 2);
    return code == archive || (code.size() > archive.size() && code.substr(0, archive.size()) == archive && code[archive.size()] == '.');
}

}  // namespace

void FacetIndex::add(std::span<const std::string_view> names, Slot slot)
{
    const std::size_t first = values_.size();
    for (const std::string_view name : names) {
        if (name.empty()) continue;
        const std::uint32_t value = number_of(name);
        if (std::find(values_.begin() + static_cast<std::ptrdiff_t>(first), values_.end(), value) != values_.end()) continue;
        values_.push_back(value);
        papers_[value].push(pages_, Posting::make(slot, 0, 0));
        ++live_[value];
    }
    begins_.push_back(static_cast<std::uint32_t>(values_.size()));
}

void FacetIndex::remove(Slot slot)
{
    for (const std::uint32_t value : values_of(slot)) --live_[value];
}

std::uint32_t FacetIndex::number_of(std::string_view name)
{
    const auto [slot, is_new] = numbers_.try_emplace(fold_keys_ ? fold(name) : std::string(name), static_cast<std::uint32_t>(names_.size()));
    if (is_new) {
        names_.emplace_back(name);
        live_.push_back(0);
        papers_.emplace_back();
    }
    return slot->second;
}

void FacetIndex::add_slots(std::uint32_t value, SlotSet& out) const
{
    papers_[value].each(pages_, [&](Posting posting) { out.add(posting.slot()); });
}

std::uint32_t FacetIndex::count_of(std::uint32_t value, const SlotSet& papers) const
{
    std::uint32_t count = 0;
    papers_[value].each(pages_, [&](Posting posting) { count += papers.has(posting.slot()); });
    return count;
}

std::vector<std::uint32_t> FacetIndex::count(const SlotSet& papers) const
{
    std::vector<std::uint32_t> counts(names_.size());
    papers.each([&](Slot slot) {
        for (std::uint32_t i = begins_[slot]; i < begins_[slot + 1]; ++i) ++counts[values_[i]];
    });
    return counts;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> FacetIndex::most(const SlotSet& papers, std::uint32_t size, std::size_t limit) const
{
    using Counted = std::pair<std::uint32_t, std::uint32_t>;  // value, papers
    const auto is_before = [&](const Counted& a, const Counted& b) { return a.second != b.second ? a.second > b.second : names_[a.first] < names_[b.first]; };
    std::vector<Counted> best;
    if (size < kManyPapers) {
        std::vector<std::uint32_t> met;
        papers.each([&](Slot slot) {
            for (const std::uint32_t value : values_of(slot)) met.push_back(value);
        });
        std::sort(met.begin(), met.end());
        for (std::size_t i = 0; i < met.size();) {
            std::size_t end = i + 1;
            while (end < met.size() && met[end] == met[i]) ++end;
            best.emplace_back(met[i], static_cast<std::uint32_t>(end - i));
            i = end;
        }
        const std::size_t count = std::min(limit, best.size());
        std::partial_sort(best.begin(), best.begin() + static_cast<std::ptrdiff_t>(count), best.end(), is_before);
        best.resize(count);
        return best;
    }
    // Those of most papers first: once the next one has fewer papers at all than the last of the best has among
    // the results, no other can be better.
    if (sized_values_ != names_.size() || begins_.size() > sized_slots_ + sized_slots_ / 8) {
        by_size_.resize(names_.size());
        for (std::uint32_t i = 0; i < by_size_.size(); ++i) by_size_[i] = i;
        std::sort(by_size_.begin(), by_size_.end(), [&](std::uint32_t a, std::uint32_t b) { return papers_[a].count() > papers_[b].count(); });
        sized_values_ = names_.size();
        sized_slots_ = begins_.size();
    }
    for (const std::uint32_t value : by_size_) {
        if (best.size() == limit && papers_[value].count() + begins_.size() - sized_slots_ < best.back().second) break;
        const Counted counted{value, count_of(value, papers)};
        if (counted.second == 0 || (best.size() == limit && !is_before(counted, best.back()))) continue;
        best.insert(std::upper_bound(best.begin(), best.end(), counted, is_before), counted);
        if (best.size() > limit) best.pop_back();
    }
    return best;
}

std::size_t FacetIndex::bytes() const
{
    std::size_t bytes = pages_.bytes() + papers_.capacity() * sizeof(PostingList) + (begins_.capacity() + values_.capacity() + by_size_.capacity() + live_.capacity()) * 4;
    for (const std::string& name : names_) bytes += 2 * (sizeof(std::string) + (name.size() > 15 ? name.size() : 0)) + 4 * sizeof(void*);
    return bytes;
}

void Facets::add(const LibraryPaper& found, const PaperMarks* marks, Slot slot)
{
    const Paper& paper = found.paper;
    std::vector<std::string_view> names(paper.categories.begin(), paper.categories.end());
    categories.add(names, slot);
    names.assign(paper.authors.begin(), paper.authors.end());
    authors.add(names, slot);
    std::vector<std::string> iso;
    for (const Appearance& appearance : found.appearances)
        if (appearance.date) iso.push_back(to_iso(appearance.date));
    names.assign(iso.begin(), iso.end());
    days.add(names, slot);
    names.clear();
    if (marks) names.assign(marks->tags.begin(), marks->tags.end());
    tags.add(names, slot);

    for (SlotSet& flag : flags) flag.resize(slot + 1);
    const auto set = [&](Flag flag, bool is_on) {
        if (is_on) flags[static_cast<std::size_t>(flag)].add(slot);
    };
    set(Flag::kCode, !paper.links.code.empty());
    set(Flag::kLink, !paper.links.code.empty() || !paper.links.other.empty());
    set(Flag::kMath, has_maths(paper));
    set(Flag::kNote, marks && !marks->note.empty());
    set(Flag::kTag, marks && !marks->tags.empty());
    set(Flag::kSummary, !paper.extras->summaries.empty());
    set(Flag::kTranslation, !paper.extras->translation.title.empty() || !paper.extras->translation.abstract.empty());
    set(Flag::kAbstract, !paper.abstract.empty());
    for (const Appearance& appearance : found.appearances) {
        const Kind kind = appearance.kind != Kind::kUnknown ? appearance.kind : appearance.kind_guess;
        set(Flag::kNew, kind == Kind::kNew);
        set(Flag::kCross, kind == Kind::kCross);
        set(Flag::kReplaced, kind == Kind::kReplaced);
    }
    set(Flag::kRead, marks && marks->is_read);
    set(Flag::kUnread, !marks || !marks->is_read);
    set(Flag::kStarred, marks && marks->is_starred);
    set(Flag::kLater, marks && marks->is_later);
}

void Facets::remove(Slot slot)
{
    for (FacetIndex* facet : {&categories, &days, &authors, &tags}) facet->remove(slot);
}

std::string Facets::newest_day() const
{
    std::string newest;
    for (std::uint32_t i = 0; i < days.size(); ++i)
        if (days.live_count(i) > 0 && days.name(i) > newest) newest = days.name(i);
    return newest;
}

SlotSet Facets::matching(const QueryFilter& filter, std::size_t slots) const
{
    using Field = QueryFilter::Field;
    SlotSet out(slots);
    const auto add_values = [&](const FacetIndex& facet, const auto& covers) {
        for (std::uint32_t i = 0; i < facet.size(); ++i)
            if (facet.live_count(i) > 0 && covers(facet.name(i))) facet.add_slots(i, out);
    };
    for (const std::string& value : filter.values) {
        if (value.empty()) continue;
        switch (filter.field) {
        case Field::kCategory: add_values(categories, [&](const std::string& name) { return covers_category(value, name); }); break;
        case Field::kDate: {
            const std::string absolute = absolute_days(value, newest_day());
            const DaySpan span = day_span(absolute);
            add_values(days, [&](const std::string& name) { return span.covers(name); });
            break;
        }
        case Field::kTag: {
            const std::string folded = fold(value);
            add_values(tags, [&](const std::string& name) { return fold(name) == folded; });
            break;
        }
        case Field::kHas:
        case Field::kIs: {
            const bool is_has = filter.field == Field::kHas;
            const auto begin = kFlagNames.begin() + (is_has ? 0 : kHasFlags), end = is_has ? kFlagNames.begin() + kHasFlags : kFlagNames.end();
            const auto found = std::find(begin, end, value);
            if (found != end) out |= flags[static_cast<std::size_t>(found - kFlagNames.begin())];
            break;
        }
        case Field::kId: break;
        }
    }
    return out;
}

std::size_t Facets::bytes() const { return categories.bytes() + days.bytes() + authors.bytes() + tags.bytes() + flags.size() * flags[0].bytes(); }

}  // namespace paperdeck
