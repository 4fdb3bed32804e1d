#include "search/facets.h"

#include <algorithm>

#include "base/fold.h"
#include "search/query_parts.h"

namespace paperdeck {
namespace {

bool covers_category(std::string_view asked, std::string_view code)
{
    if (asked.size() < 3 || asked.substr(asked.size() - 2) != ".*") return asked == code;
    const std::string_view archive = asked.substr(0, asked.size() - 2);
    return code == archive || (code.size() > archive.size() && code.substr(0, archive.size()) == archive && code[archive.size()] == '.');
}

}  // namespace

void Facets::add(const LibraryPaper& found, const PaperMarks* marks, Slot slot)
{
    const Paper& paper = found.paper;
    std::vector<std::string_view> names(paper.categories.begin(), paper.categories.end());
    categories.add(names);
    names.assign(paper.authors.begin(), paper.authors.end());
    authors.add(names);
    std::vector<std::string> iso;
    for (const Appearance& appearance : found.appearances)
        if (appearance.date) iso.push_back(to_iso(appearance.date));
    names.assign(iso.begin(), iso.end());
    days.add(names);
    names.clear();
    if (marks) names.assign(marks->tags.begin(), marks->tags.end());
    tags.add(names);

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
    std::string_view newest;
    for (std::uint32_t i = 0; i < days.size(); ++i)
        if (days.live_count(i) > 0 && days.name(i) > newest) newest = days.name(i);
    return std::string(newest);
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
        case Field::kCategory: add_values(categories, [&](std::string_view name) { return covers_category(value, name); }); break;
        case Field::kDate: {
            const std::string absolute = absolute_days(value, newest_day());
            const DaySpan span = day_span(absolute);
            add_values(days, [&](std::string_view name) { return span.covers(name); });
            break;
        }
        case Field::kTag: {
            const std::string folded = fold(value);
            add_values(tags, [&](std::string_view name) { return fold(name) == folded; });
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
