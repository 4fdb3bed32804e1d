// The query: one line of text that holds words and filters alike. What the sidebar checks and what
// the reader types are the same value, so that a view can be linked to, saved and printed.
//
// Language, after those that readers know (arXiv's API, GitHub, Gmail):
//   a b                  both; a OR b, a | b  either; -a, !a, NOT a, a ANDNOT b  without; ( ) groups. NOT binds before
//                        AND before OR; the operators that are words are written in capitals. What is missing its
//                        other half is ignored: "a OR", "a -", "a (", a bracket too many
//   word                 that word, or as parts: "U-Net" also finds "UNet" and "u net". The last word of the text, as
//                        long as no blank follows it, stands for all that begin with it; not where it is left out
//                        ("-sur" is exact), lest papers go and come back while it is typed
//   word*                all words that begin so
//   "several words"      just these, one after the other; an open quote runs to the end. Never relaxed or corrected.
//                        "several words"* for a last word that only begins so; curly quotes are quotes
//   /regular expression/i   searched in the text of each field, a line at a time; i: in any case. Begins a word, and
//                        closes before a blank, a comma, a bracket or the end; else it is text, as "a/b" and "/usr" are
//   title:word  ti: intitle:   also author: au: authors:, abstract: abs:, summary:, translation:, comment: co:, note:,
//                        url: (links), all:; title:(a OR b), author:"First Last", title:/re/
//   cat:cs.CV category:  cat:(cs.CV OR cs.LG), cat:cs.CV,cs.LG; cat:cs.* for all of an archive; in: too
//   date:2021-03-11 day:  2021-03, 2021; a..b with either side open; >=a <=a >a <a; after:a before:a (without a itself);
//                        newer_than:7d (days, w, m, y; counted back from the newest day loaded)
//   has:code has:link has:math has:note has:tag has:summary has:translation has:abstract
//   is:new is:cross is:replaced (as the digest says, or probably), is:read is:unread is:starred is:later
//   tag:name label:name
//   sort:best|listed|newest|title   (relevance and date too); the last one counts
//   a pasted arXiv id, arXiv:id or link    that paper; several side by side: any of them
// Signs within a word are text: C++, 3D-GS, O(n), p(x|y), $\alpha$, e.g. A dash before a word leaves it out ("-1" too,
// "all:-1" no less); before a sign it is text ("->").
// Never an error: an unknown field or value is text, with a hint once it is no longer being typed. A filter or order that is
// half typed at the end of the text (has:co, cat:cs.C, sort:) asks for nothing yet.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace paperdeck {

enum class Sort : std::uint8_t { kListed, kNewest, kTitle, kBest };

// Where words are looked for.
enum class SearchField : std::uint8_t { kAnywhere, kTitle, kAuthors, kAbstract, kSummary, kTranslation, kComment, kNote, kUrl };

// Alternatives of one field. Values are in one canonical form: codes in arXiv's own letters, "cs.*"; days in ISO form,
// "2021-03-01..2021-03-15", open "2021-03-01.." or "..2021-03-15", or "7d" back from the newest day (newer_than:);
// names of has: and is: in lower case; tags as written.
struct QueryFilter {
    enum class Field : std::uint8_t { kCategory, kDate, kHas, kId, kIs, kTag };
    Field field = Field::kCategory;
    std::vector<std::string> values;  // any of them; sorted, each once

    friend bool operator==(const QueryFilter&, const QueryFilter&) = default;
};

// A node of what is asked for. kAnd without children is everything.
struct QueryNode {
    enum class Kind : std::uint8_t { kAnd, kOr, kNot, kWords, kRegex, kFilter };
    Kind kind = Kind::kAnd;
    SearchField field = SearchField::kAnywhere;  // kWords, kRegex
    bool is_phrase = false;                      // kWords: was in quotes
    bool is_prefix = false;                      // kWords: its last word stands for all that begin so
    bool is_typing = false;                      // with is_prefix: by being the last word, not by a star
    bool ignores_case = false;                   // kRegex
    std::string text;                            // kWords: as written, one blank each, without quotes and star; kRegex: the pattern
    QueryFilter filter;                          // kFilter
    std::vector<QueryNode> children;             // kAnd, kOr: two or more once normal; kNot: one

    friend bool operator==(const QueryNode&, const QueryNode&) = default;
};

// Words that are looked for and not excluded: what to mark in a text.
struct QueryWord {
    SearchField field = SearchField::kAnywhere;
    std::string text;
    bool is_phrase = false;
    bool is_prefix = false;

    friend bool operator==(const QueryWord&, const QueryWord&) = default;
};

// Something about the text that the reader may want to know: bytes [begin, end) of it and one short sentence.
struct QueryHint {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string words;      // "No field “foo”: searched as text."
    bool is_early = false;  // of what is still being typed: no news to who types it

    friend bool operator==(const QueryHint&, const QueryHint&) = default;
};

struct Query {
    QueryNode root;                 // in normal form, see to_text()
    std::optional<Sort> sort;       // none: see order()
    std::vector<QueryWord> words;   // of the root, in its order
    std::vector<QueryHint> hints;   // no part of what is asked: not compared

    bool empty() const { return root.kind == QueryNode::Kind::kAnd && root.children.empty(); }
    // The order asked for; else best match first where there are words to rank by, and as listed where there are none.
    Sort order() const { return sort ? *sort : words.empty() ? Sort::kListed : Sort::kBest; }
    friend bool operator==(const Query& a, const Query& b) { return a.root == b.root && a.sort == b.sort; }
};

// Never fails. Words and values beyond the 200th or beyond 4,000 bytes in all, text beyond 16,000 bytes and brackets
// deeper than 20 are left out, with a hint. (What is printed may be longer than what was typed, and must not be cut.)
Query parse_query(std::string_view text);

// The normal form: filters first (in the order of Field, then by value; those of one field that stand side by side and
// must both hold stay two, but ids), then the filters left out, the sort, and words in the order typed; one blank
// between; parsing it gives the same query. Alternatives by filters of one field are one filter, whether typed as
// cat:(a OR b) or as cat:a OR cat:b. A last word that is not a prefix is followed by a blank; one that is being typed
// by nothing, so that brackets around it stay open.
std::string to_text(const Query& query);
std::string to_text(const QueryNode& node);

// The query in plain English for the reader who asks what it means: "Papers with “graph” and a word that begins with
// “neur” in the title, in cs.CV or cs.LG, from March 2021, not with “survey”; best match first."
std::string describe(const Query& query);

// The stretches of `text` that are filters, fields or sort (not plain words), for drawing them as chips.
struct QueryChip {
    std::size_t begin = 0;
    std::size_t end = 0;
};
std::vector<QueryChip> query_chips(std::string_view text);

// True when `query` asks for `value` as one of the alternatives of `field` and every result must pass that filter.
bool has_filter(const Query& query, QueryFilter::Field field, std::string_view value);

// `text` with the filter switched on or off, everything else left as the reader wrote it. Categories, days and tags
// join the alternatives of their field ("cat:(cs.CV OR cs.LG)"); has: and is: filters stand alone.
// Filters go to the front, words stay behind, one blank between: toggling twice gives the same query (but
// where the reader typed two filters of one field that must both hold, and one of them went away, or alternatives of
// has: or is:).
// Where `text` has alternatives at its top (a OR b), it is put in brackets first: the filter holds for both. The bracket stays
// open behind a word that is being typed.
std::string with_filter_toggled(std::string_view text, QueryFilter::Field field, std::string_view value);

// The same for an author: author:"First Last" among what must hold, in front of the other words.
bool has_author(const Query& query, std::string_view name);
std::string with_author_toggled(std::string_view text, std::string_view name);

// `text` with its sort replaced; none leaves none.
std::string with_sort(std::string_view text, std::optional<Sort> sort);

}  // namespace paperdeck
