// The names and values that the query language knows: one set of tables for reading, printing and completing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "search/query.h"

namespace paperdeck {

// How the days of a field are meant: as they stand, or what comes after, before or since.
enum class DateForm : std::uint8_t { kPlain, kAfter, kBefore, kNewerThan };

// What may stand before a colon.
struct QueryField {
    enum class Kind : std::uint8_t { kWords, kFilter, kSort };
    std::string_view name;
    Kind kind = Kind::kWords;
    SearchField words = SearchField::kAnywhere;                // kWords
    QueryFilter::Field filter = QueryFilter::Field::kCategory;  // kFilter
    DateForm form = DateForm::kPlain;

    bool is_filter() const { return kind == Kind::kFilter; }
};

inline constexpr std::size_t kLongestFieldName = 11;

// In any case; nullptr for a name that is none.
const QueryField* field_named(std::string_view name);
std::optional<Sort> sort_named(std::string_view name);
// The name that all aliases of a value of has: or is: stand for; empty for none.
std::string_view canonical_has(std::string_view name);
std::string_view canonical_is(std::string_view name);

std::string_view name_of(SearchField field);
std::string_view name_of(QueryFilter::Field field);
std::string_view name_of(Sort sort);

// The one form of a filter's value that all ways of writing it have: "CS.cv" → "cs.CV", "maths" → "math",
// ">=2021-03" → "2021-03..". Empty for what is no value of the field.
std::string canonical_value(QueryFilter::Field field, std::string_view value, DateForm form = DateForm::kPlain);

// Whether more letters could make a value of `value`, which is none yet: has:co, cat:cs.C, date:2021-0.
bool may_become_value(QueryFilter::Field field, std::string_view value, DateForm form = DateForm::kPlain);

// The names that begin with `prefix`, in any case, aliases left out: of fields (without colon), of what papers have,
// of what they are, of orders.
enum class QueryNames : std::uint8_t { kFields, kHas, kIs, kSorts };
std::vector<std::string_view> names_beginning(QueryNames which, std::string_view prefix);
// Whether any name or alias of a value does, so that more letters could make one of it: "co" of has:.
bool is_beginning(QueryNames which, std::string_view prefix);

}  // namespace paperdeck
