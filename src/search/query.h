// The query: one line of text that holds words and filters alike. What the sidebar checks and what
// the reader types are the same value, so that a view can be linked to, saved and printed.
//
// Language (its full form comes with the search engine; this part keeps its meaning then):
//   word            every word has to occur at the start of a word of the title, abstract, authors or id
//   "several words" as one phrase; an open quote runs to the end
//   cat:cs.CV  cat:(cs.CV OR cs.LG)      in one of these categories; cat:cs.* for all of an archive
//   date:2021-03-11  date:(… OR …)       on one of these days; date:2021-03 and date:2021 too
//   date:2021-03-01..2021-03-15          from one day to another
//   has:code  has:math                   all of these
//   sort:listed|newest|title             at most one; the last one counts
//   a pasted arXiv id or link            that paper
// Never an error: an unknown field or half-typed filter is text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace paperdeck {

enum class Sort { kListed, kNewest, kTitle };

// A word or phrase to find in text.
struct QueryWord {
    std::string folded;
    bool is_phrase = false;

    friend bool operator==(const QueryWord&, const QueryWord&) = default;
};

// Alternatives of one field; several filters must all hold.
struct QueryFilter {
    enum class Field { kCategory, kDate, kHas, kId };
    Field field = Field::kCategory;
    std::vector<std::string> values;  // any of them, sorted; codes in arXiv's own letters, days in ISO form

    friend bool operator==(const QueryFilter&, const QueryFilter&) = default;
};

struct Query {
    std::vector<QueryWord> words;      // in the order typed
    std::vector<QueryFilter> filters;  // in one order whatever the text's, each once; all ids in one filter
    Sort sort = Sort::kListed;

    bool empty() const { return words.empty() && filters.empty(); }
    friend bool operator==(const Query&, const Query&) = default;
};

Query parse_query(std::string_view text);

// The stretches of `text` that are filters or sort (not words), for drawing them as chips.
struct QueryChip {
    std::size_t begin = 0;
    std::size_t end = 0;
};
std::vector<QueryChip> query_chips(std::string_view text);

// True when `query` has `value` among the alternatives of `field`.
bool has_filter(const Query& query, QueryFilter::Field field, std::string_view value);

// `text` with the filter switched on or off, everything else left as the reader wrote it. Categories
// and days join the alternatives of their field ("cat:(cs.CV OR cs.LG)"); has: filters stand alone.
// Filters go to the front, words stay behind, one blank between: toggling twice gives the same query (but
// where the reader typed two filters of one field that must both hold, and one of them went away).
std::string with_filter_toggled(std::string_view text, QueryFilter::Field field, std::string_view value);

// `text` with its sort replaced; kListed leaves none.
std::string with_sort(std::string_view text, Sort sort);

}  // namespace paperdeck
