#include "search/row_matcher.h"

namespace paperdeck {

RowMatcher::RowMatcher(const WordPattern& pattern, const TermTable& terms) : terms_(terms), field_(pattern.field), firsts_((1u << 16) / 64)
{
    for (const RunPattern& from : pattern.runs) {
        Run& run = runs_.emplace_back();
        run.is_cjk = from.is_cjk;
        for (std::size_t i = 0; i < from.parts.size(); ++i) {
            Wanted& part = run.parts.emplace_back();
            if (from.is_prefix && i + 1 == from.parts.size()) part.prefix = from.parts[i];
            else part.term = terms.find(from.parts[i]);
        }
        if (!from.whole.empty()) {
            if (from.is_prefix) run.whole.prefix = from.whole;
            else run.whole.term = terms.find(from.whole);
            run.has_whole = from.is_prefix || run.whole.term != kNoTerm;
        }
    }
    if (runs_.empty()) return;
    const Run& first = runs_[0];
    note_first(first.parts[0]);
    if (first.has_whole) note_first(first.whole);
    const TermId part = first.parts[0].term;
    is_one_word_ = part != kNoTerm && (!first.has_whole || first.whole.term == part);
    first_two_ = {part < row::kFieldUnits ? static_cast<row::Unit>(part) : row::second_half(part), row::second_half(part)};
}

void RowMatcher::note_first(const Wanted& wanted)
{
    if (!wanted.prefix.empty()) terms_.with_prefix(wanted.prefix, [&](TermId term) { note_first(term); });
    else if (wanted.term != kNoTerm) note_first(wanted.term);
}

void RowMatcher::note_first(TermId term)
{
    const auto note = [&](row::Unit unit) { firsts_[unit / 64] |= std::uint64_t{1} << (unit % 64); };
    if (term < row::kFieldUnits) note(static_cast<row::Unit>(term));
    note(row::second_half(term));
}

// The next unit that the pattern may begin with, or `end`.
RowMatcher::Place RowMatcher::next_first(Place at, Place end) const
{
    if (is_one_word_) {
        const row::Unit one = first_two_[0], other = first_two_[1];
        while (at < end && *at != one && *at != other) ++at;
        return at;
    }
    const std::uint64_t* firsts = firsts_.data();
    while (at < end && ((firsts[*at / 64] >> (*at % 64)) & 1) == 0) ++at;
    return at;
}

// The next stretch of the field that is asked for, from `at` on; an empty one at the end.
RowMatcher::Stretch RowMatcher::next_stretch(Place at, Place end) const
{
    if (field_ == SearchField::kAnywhere) return {at, end};
    const auto mark = static_cast<row::Unit>(row::kFieldUnits + static_cast<unsigned>(field_));
    while (at < end && *at != mark) ++at;
    if (at == end) return {end, end};
    Place last = ++at;
    while (last < end && !row::is_field_unit(*last)) ++last;
    return {at, last};
}

bool RowMatcher::is_wanted(TermId term, const Wanted& wanted) const
{
    if (wanted.prefix.empty()) return term == wanted.term;
    return terms_[term].text().substr(0, wanted.prefix.size()) == wanted.prefix;
}

bool RowMatcher::ends_with(std::uint32_t pair, std::uint32_t character) const
{
    if (row::is_field(character) || row::is_whole(character)) return false;
    const std::string_view two = terms_[row::term_of(pair)].text(), one = terms_[row::term_of(character)].text();
    return two.size() > one.size() && two.substr(two.size() - one.size()) == one;
}

// Where the row goes on behind a part or a whole.
RowMatcher::Place RowMatcher::behind(Place at, Place end) const
{
    const std::uint32_t first = row::item_at(at);
    std::uint32_t parts = row::is_whole(first) ? row::parts_of(first) : 1;
    for (; parts > 0 && at < end; at = row::next(at)) parts -= !row::is_whole(row::item_at(at));
    return at;
}

bool RowMatcher::matches_next(Place at, Place end, std::size_t run) const
{
    if (run == runs_.size()) return true;
    if (matches(at, end, run)) return true;
    // Behind the last pair of a Chinese stretch stands its second character by itself.
    return runs_[run - 1].is_cjk && at < end && ends_with(row::item_at(row::before(at)), row::item_at(at)) && matches(row::next(at), end, run);
}

bool RowMatcher::matches(Place at, Place end, std::size_t index) const
{
    const Run& run = runs_[index];
    if (at >= end || row::is_field_unit(*at)) return false;
    if (run.has_whole) {
        // As one word: a whole that begins here, or the part behind them.
        for (Place one = at; one < end; one = row::next(one)) {
            const std::uint32_t item = row::item_at(one);
            if (is_wanted(row::term_of(item), run.whole) && matches_next(behind(one, end), end, index + 1)) return true;
            if (!row::is_whole(item)) break;
        }
    }
    for (const Wanted& part : run.parts) {
        while (at < end && row::is_whole(row::item_at(at))) at = row::next(at);
        if (at >= end || row::is_field_unit(*at) || !is_wanted(row::term_of(row::item_at(at)), part)) return false;
        at = row::next(at);
    }
    return matches_next(at, end, index + 1);
}

bool RowMatcher::occurs_in(const Stretch& stretch) const
{
    for (Place at = next_first(stretch.begin, stretch.end); at < stretch.end; at = next_first(at + 1, stretch.end)) {
        if (matches(*at >= row::kSecondHalf ? at - 1 : at, stretch.end, 0)) return true;
    }
    return false;
}

bool RowMatcher::occurs_in(const Row& row) const
{
    if (runs_.empty()) return true;
    for (Stretch stretch = next_stretch(row.first_unit(), row.end_of_units()); stretch.begin < stretch.end; stretch = next_stretch(stretch.end, row.end_of_units()))
        if (occurs_in(stretch)) return true;
    return false;
}

}  // namespace paperdeck
