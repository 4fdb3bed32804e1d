#include "search/row_matcher.h"

namespace paperdeck {

RowMatcher::RowMatcher(const WordPattern& pattern, const TermTable& terms) : terms_(terms), field_(pattern.field)
{
    for (const RunPattern& from : pattern.runs) {
        Run& run = runs_.emplace_back();
        run.is_cjk = from.is_cjk;
        bool has_parts = true;
        for (std::size_t i = 0; i < from.parts.size(); ++i) {
            Wanted& part = run.parts.emplace_back();
            if (from.is_prefix && i + 1 == from.parts.size()) part.prefix = from.parts[i];
            else part.term = terms.find(from.parts[i]);
            has_parts = has_parts && (part.term != kNoTerm || !part.prefix.empty());
        }
        if (!from.whole.empty()) {
            if (from.is_prefix) run.whole.prefix = from.whole;
            else run.whole.term = terms.find(from.whole);
            run.has_whole = from.is_prefix || run.whole.term != kNoTerm;
        }
        is_possible_ = is_possible_ && (has_parts || run.has_whole);
    }
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

bool RowMatcher::matches_next(std::span<const std::uint32_t> row, std::size_t at, std::size_t run) const
{
    if (run == runs_.size()) return true;
    if (matches(row, at, run)) return true;
    // Behind the last pair of a Chinese stretch stands its second character by itself.
    return runs_[run - 1].is_cjk && at < row.size() && ends_with(row[at - 1], row[at]) && matches(row, at + 1, run);
}

bool RowMatcher::matches(std::span<const std::uint32_t> row, std::size_t at, std::size_t index) const
{
    const Run& run = runs_[index];
    if (at >= row.size() || row::is_field(row[at])) return false;
    if (run.has_whole) {
        // As one word: a part, or the whole of several.
        const std::uint32_t item = row[at];
        if (is_wanted(row::term_of(item), run.whole)) {
            const std::size_t next = at + 1 + (row::is_whole(item) ? row::items_of(row::parts_of(item)) : 0);
            if (matches_next(row, next, index + 1)) return true;
        }
        if (row::is_whole(item) && at + 1 < row.size() && is_wanted(row::term_of(row[at + 1]), run.whole) && matches_next(row, at + 2, index + 1)) return true;
    }
    for (const Wanted& part : run.parts) {
        if (at < row.size() && row::is_whole(row[at])) ++at;
        if (at >= row.size() || row::is_field(row[at]) || !is_wanted(row::term_of(row[at]), part)) return false;
        ++at;
    }
    return matches_next(row, at, index + 1);
}

bool RowMatcher::occurs_in(std::span<const std::uint32_t> row) const
{
    if (runs_.empty()) return true;
    const Run& first = runs_[0];
    // What can stand first, when it is one word and no beginning: nearly every place is passed over at once.
    const bool is_exact = first.parts[0].prefix.empty() && first.whole.prefix.empty();
    const TermId part = first.parts[0].term, whole = first.has_whole ? first.whole.term : part;
    bool is_in_field = field_ == SearchField::kAnywhere;
    const std::uint32_t* items = row.data();
    for (std::size_t at = 0, size = row.size(); at < size; ++at) {
        const std::uint32_t item = items[at];
        if (row::is_field(item)) {
            is_in_field = field_ == SearchField::kAnywhere || row::field_of(item) == field_;
            continue;
        }
        if (!is_in_field) continue;
        if (is_exact) {
            const TermId term = row::term_of(item);
            if (term != part && term != whole) continue;
        }
        if (matches(row, at, 0)) return true;
    }
    return false;
}

}  // namespace paperdeck
