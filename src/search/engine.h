// The door to search: what is loaded can be found, as it loads.
//
// Behind it stand an inverted index of words (search/text_index), lists of the papers of every category, day, author
// and tag (search/facets), and the text of each paper as a row of word numbers, which phrases, nearness and likeness are
// read from. A paper that changes is indexed anew; what it was is passed over and swept out later.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/job.h"
#include "digest/library.h"
#include "search/highlights.h"
#include "search/query.h"

namespace paperdeck {

// What the reader did with a paper, as far as search asks for it.
struct PaperMarks {
    std::vector<std::string> tags;
    std::string note;
    bool is_read = false;
    bool is_starred = false;
    bool is_later = false;

    friend bool operator==(const PaperMarks&, const PaperMarks&) = default;
};

// One choice of a facet and how many results there would be with it added to the query (for a choice
// that is on, or whose field has alternatives on: how many results carry it).
struct FacetCount {
    std::string value;
    std::uint32_t count = 0;
    bool is_on = false;
};

// A word that no paper has (or none together with the others) and what was looked for in its place.
struct Correction {
    std::string written;             // as in the query
    std::vector<std::string> shown;  // nearest spellings, the one of most papers first
};

// What would find something where the query finds nothing.
struct Relaxation {
    std::string query;
    std::string dropped;  // the part of the query that it leaves out
    std::uint32_t count = 0;
};

struct SearchResult {
    std::vector<PaperIndex> papers;      // in the query's order
    std::vector<float> scores;           // same length; 0 where the order is not Sort::kBest
    std::vector<FacetCount> categories;  // most papers in the library first, then by name
    std::vector<FacetCount> days;        // ISO days, newest first; every day of the library
    std::vector<FacetCount> authors;     // those of most results, at most kMostAuthors; those that are on first
    std::vector<FacetCount> tags;        // by name
    std::vector<FacetCount> has;         // code, link, math, note, tag, summary, translation, abstract
    std::vector<FacetCount> is;          // new, cross, replaced, read, unread, starred, later
    std::vector<Correction> corrections;
    std::vector<Relaxation> relaxations;  // only where there are no papers; most results first
    std::vector<std::string> left_out;    // parts of the query that ask for too much work at once
    float share_searched = 1;             // less than 1 while a regular expression is still being searched for
    std::uint32_t found = 0;              // by the query; more than there are papers where only highlights are shown
    std::uint32_t highlighted = 0;        // of those found, papers with a highlight

    static constexpr std::size_t kMostAuthors = 12;
    // The count of a has: or is: choice; 0 where there is none.
    std::uint32_t count_of(QueryFilter::Field field, std::string_view value) const;
};

// One reason for a paper's place among the results.
struct ScorePart {
    std::string words;  // "“graph” in the title", "words close together"
    float score = 0;
};

struct SimilarPaper {
    PaperIndex paper = 0;
    float score = 0;
    std::vector<std::string> words;  // what made it similar, most telling first, as the papers write them folded
};

class SearchEngine {
public:
    // The engine reads the library; it must outlive the engine.
    explicit SearchEngine(const Library& library);
    ~SearchEngine();

    // Takes note of papers that were added, changed or removed (as Library::add and remove tell); step() does
    // the work. Removed papers are found no more at once.
    void note(const std::vector<PaperIndex>& changed);
    // What the reader did with a paper; asks for it to be indexed anew.
    void set_marks(PaperIndex paper, PaperMarks marks);

    // What the reader always looks for: see parse_highlights(). Every search counts it, and shows it as `view` says.
    void set_highlights(std::vector<QueryWord> words, HighlightView view);

    // Indexes and searches for regular expressions until nothing is left (true) or the deadline passes.
    bool step(const Deadline& deadline);
    bool is_done() const;
    void finish();  // all of it at once

    // All results of `query`, in order, with counts for every choice of every facet. Papers not indexed yet are not
    // found. A regular expression finds what it has found so far; step() goes on with it.
    SearchResult search(const Query& query);
    // How many papers `query` finds: what relaxations are counted by.
    std::uint32_t count(const Query& query);

    // The parts of the score of `paper` for `query` in the order best match, greatest first; empty when it is no result.
    std::vector<ScorePart> explain(const Query& query, PaperIndex paper);

    // Papers like one, or like a text (an abstract, say), most alike first.
    std::vector<SimilarPaper> similar_to(PaperIndex paper, std::size_t limit = 20);
    std::vector<SimilarPaper> similar_to_text(std::string_view text, std::size_t limit = 20);

    // Authors, categories and tags of the library that begin with `prefix` (for authors any of the name's words does),
    // folded, those of most papers first.
    std::vector<FacetCount> authors_like(std::string_view prefix, std::size_t limit) const;
    std::vector<FacetCount> categories_like(std::string_view prefix, std::size_t limit) const;
    std::vector<FacetCount> tags_like(std::string_view prefix, std::size_t limit) const;
    // Words of the library that begin with `prefix`, those of most papers first.
    std::vector<FacetCount> words_like(std::string_view prefix, std::size_t limit) const;

    // Memory of the index, the papers' text not counted.
    std::size_t bytes() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace paperdeck
