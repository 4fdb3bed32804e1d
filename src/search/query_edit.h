// Changing a query's text part by part, with the rest left as the reader wrote it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "search/query_parser.h"

namespace paperdeck {

// Refers to the text, which must outlive it.
class QueryEdit {
public:
    explicit QueryEdit(std::string_view text);

    const Query& query() const { return query_; }

    // Adds what must hold, in front of the rest.
    void add(QueryNode node);
    void add_filter(QueryFilter::Field field, std::string value);
    // Adds a value to the alternatives of the first filter of its field; false where there is none.
    bool join(QueryFilter::Field field, const std::string& value) { return change_filters(field, Change::kJoin, value); }
    // Takes a value, whole filters of a field or one node away wherever all results must pass it.
    void remove(QueryFilter::Field field, const std::string& value) { change_filters(field, Change::kRemove, value); }
    void remove_all(QueryFilter::Field field) { change_filters(field, Change::kRemoveAll, {}); }
    void remove(const QueryNode& node);
    // One of what stood side by side in the text, counted before anything was added.
    void remove_part(std::size_t part);
    void set_sort(std::optional<Sort> sort) { query_.sort = sort; }

    // Filters in front, then the sort, then words; one blank between.
    std::string take();

private:
    struct Part {
        QueryNode node;
        std::string_view written;  // empty where the text does not say it (any more)
    };
    enum class Change { kJoin, kRemove, kRemoveAll };
    static void keep_but(Part& part, const QueryNode* dropped);
    bool change_filters(QueryFilter::Field field, Change change, const std::string& value);

    QueryTrace trace_;
    Query query_;
    std::vector<Part> parts_;
};

}  // namespace paperdeck
