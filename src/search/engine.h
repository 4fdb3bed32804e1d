// The door to search: what is loaded can be found, as it loads. Behind this interface stands a plain
// scan over folded text; an inverted index takes its place without a caller noticing.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "digest/library.h"
#include "search/query.h"
#include "search/words.h"

namespace paperdeck {

// One choice of a facet and how many results there would be with it added to the query (for a choice
// that is on, or whose field has alternatives on: how many results carry it).
struct FacetCount {
    std::string value;
    std::uint32_t count = 0;
    bool is_on = false;
};

// What would find something where the query finds nothing.
struct Relaxation {
    std::string query;
    std::string dropped;  // the part of the query that it leaves out
    std::uint32_t count = 0;
};

struct SearchResult {
    std::vector<PaperIndex> papers;      // in the query's order
    std::vector<float> scores;           // same length; 0 until there is ranking
    std::vector<FacetCount> categories;  // most papers in the library first, then by name
    std::vector<FacetCount> days;        // ISO days, newest first; every day of the library
    std::uint32_t with_code = 0;
    std::uint32_t with_maths = 0;
    std::vector<Relaxation> relaxations;  // only where there are no papers; most results first
};

// Where a query hits a text: bytes [begin, end), in order, not overlapping. The whole word is marked,
// also where only its beginning was typed.
struct Hit {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    friend bool operator==(const Hit&, const Hit&) = default;
};

class SearchEngine {
public:
    // The engine reads the library; it must outlive the engine.
    explicit SearchEngine(const Library& library) : library_(library) {}

    // Takes note of papers that were added, changed or removed (as Library::add and remove tell).
    void update(const std::vector<PaperIndex>& changed);

    // All results of `query`, in order, with counts for every choice of every facet.
    SearchResult search(const Query& query) const;

private:
    // What the scan reads of one paper: search text, and its facets as numbers.
    struct Document {
        SearchText text;  // title, authors, id, abstract
        std::vector<std::uint32_t> categories;
        std::vector<std::uint32_t> days;
        bool is_live = false;
        bool has_code = false;
        bool has_maths = false;
    };

    // The values of a facet, each with a number for good, and how many live papers have it.
    struct FacetValues {
        std::vector<std::string> names;
        std::vector<std::uint32_t> counts;
        std::unordered_map<std::string, std::uint32_t> numbers;

        std::uint32_t number_of(const std::string& name);
    };

    Document make_document(const LibraryPaper& paper);
    void count_document(const Document& document, int by);
    const std::vector<PaperIndex>& order_of(Sort sort) const;
    std::vector<FacetCount> category_counts(const std::vector<std::uint32_t>& counts, const Query& query) const;
    std::vector<FacetCount> day_counts(const std::vector<std::uint32_t>& counts, const Query& query) const;

    const Library& library_;
    std::vector<Document> documents_;  // by PaperIndex
    FacetValues categories_;
    FacetValues days_;  // ISO days
    // Live papers in the order of each Sort, made when first asked for; empty when out of date.
    mutable std::array<std::vector<PaperIndex>, 3> orders_;
};

// Hits of the words of `query` in any text.
std::vector<Hit> find_hits(const Query& query, std::string_view text);

}  // namespace paperdeck
