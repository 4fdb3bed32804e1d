#include "search/query.h"

#include <doctest/doctest.h>

using namespace paperdeck;

using Field = QueryFilter::Field;

namespace {

std::string words_of(const std::string& text)
{
    std::string out;
    for (const QueryWord& word : parse_query(text).words) out += (word.is_phrase ? "\"" + word.folded + "\"" : word.folded) + "|";
    return out;
}

std::string filters_of(const std::string& text)
{
    static const char* const kNames[] = {"cat", "date", "has", "id"};
    std::string out;
    for (const QueryFilter& filter : parse_query(text).filters) {
        out += std::string(kNames[static_cast<int>(filter.field)]) + "=";
        for (const std::string& value : filter.values) out += value + ",";
        out += "|";
    }
    return out;
}

}  // namespace

TEST_CASE("words are folded, phrases kept together, an open quote runs to the end")
{
    CHECK(words_of("  Deep R\u00E9nyi ") == "deep|renyi|");
    CHECK(words_of("a \"Deep  Learning\" b") == "a|\"deep learning\"|b|");
    CHECK(words_of("a \"deep lear") == "a|\"deep lear\"|");
    CHECK(words_of("a\"b c\"d") == "a|\"b c\"|d|");
    CHECK(words_of("\"\" \" \"") == "");
    CHECK(parse_query("").empty());
}

TEST_CASE("filters are taken in all their forms, names and values in any case")
{
    CHECK(filters_of("cat:cs.CV") == "cat=cs.CV,|");
    CHECK(filters_of("CAT:CS.cv") == "cat=cs.CV,|");
    CHECK(filters_of("cat:(cs.CV OR cs.LG)") == "cat=cs.CV,cs.LG,|");
    CHECK(filters_of("cat:(cs.LG|cs.CV, hep-th)") == "cat=cs.CV,cs.LG,hep-th,|");
    CHECK(filters_of("cat:cs.*") == "cat=cs.*,|");
    CHECK(filters_of("cat:cs") == "cat=cs.*,|");
    CHECK(filters_of("date:2021-03-11 date:2021-03 date:2021") == "date=2021,|date=2021-03,|date=2021-03-11,|");
    CHECK(filters_of("has:code has:Maths") == "has=code,|has=math,|");
    CHECK(filters_of("cat:cs.CV cat:cs.CV") == "cat=cs.CV,|");
    CHECK(filters_of("cat:\"cs.CV\"") == "cat=cs.CV,|");
}

TEST_CASE("a pasted id or link asks for that paper, two for both")
{
    for (const char* text : {"2103.06255", "arXiv:2103.06255v2", "https://arxiv.org/pdf/2103.06255.pdf", "id:2103.06255"}) CHECK(filters_of(text) == "id=2103.06255,|");
    CHECK(filters_of("2103.06255 hep-th/9901001") == "id=2103.06255,hep-th/9901001,|");
}

TEST_CASE("unknown fields and half-typed filters are text, never an error")
{
    for (const char* text : {"cat:", "cat:foo", "cat:cs.", "cat:(cs.CV", "cat:(cs.CV OR foo)", "date:2021-1", "date:20", "date:2021-13", "has:", "has:cod", "sort:", "sort:x", "foo:bar",
                             ":", "(", ")", "cat:()", "cat:\"", "id:12"}) {
        CAPTURE(text);
        CHECK(filters_of(text) == "");
        CHECK_FALSE(parse_query(text).words.empty());
    }
}

TEST_CASE("the last sort counts")
{
    CHECK(parse_query("sort:title x sort:NEWEST").sort == Sort::kNewest);
    CHECK(parse_query("sort:listed").sort == Sort::kListed);
    CHECK(with_sort("sort:title deep sort:newest cat:cs.CV", Sort::kTitle) == "cat:cs.CV sort:title deep");
    CHECK(with_sort("deep sort:title", Sort::kListed) == "deep");
    CHECK(parse_query(with_sort("deep", Sort::kNewest)).sort == Sort::kNewest);
}

TEST_CASE("chips are the filters and sorts as they stand in the text")
{
    const std::string text = "deep cat:(cs.CV OR cs.LG) \"has:code\" sort:title 2103.06255";
    const auto chips = query_chips(text);
    REQUIRE(chips.size() == 3);
    CHECK(text.substr(chips[0].begin, chips[0].end - chips[0].begin) == "cat:(cs.CV OR cs.LG)");
    CHECK(text.substr(chips[1].begin, chips[1].end - chips[1].begin) == "sort:title");
    CHECK(text.substr(chips[2].begin, chips[2].end - chips[2].begin) == "2103.06255");
}

TEST_CASE("toggling joins alternatives, takes them away, and keeps the words as typed")
{
    CHECK(with_filter_toggled("Deep  \"net Work\"", Field::kCategory, "cs.CV") == "cat:cs.CV Deep \"net Work\"");
    CHECK(with_filter_toggled("cat:cs.CV Deep", Field::kCategory, "cs.LG") == "cat:(cs.CV OR cs.LG) Deep");
    CHECK(with_filter_toggled("cat:(cs.CV OR cs.LG) Deep", Field::kCategory, "cs.CV") == "cat:cs.LG Deep");
    CHECK(with_filter_toggled("Deep cat:cs.CV", Field::kCategory, "cs.CV") == "Deep");
    CHECK(with_filter_toggled("x", Field::kDate, "2021-03-11") == "date:2021-03-11 x");
    CHECK(with_filter_toggled("has:code x", Field::kHas, "math") == "has:code has:math x");
    CHECK(with_filter_toggled("x", Field::kHas, "nonsense") == "x");
    CHECK(with_filter_toggled("x", Field::kId, "2103.06255") == "id:2103.06255 x");
}

TEST_CASE("toggling twice gives the same query")
{
    const std::vector<std::string> queries = {
        "", "deep learning", "\"open phrase", "cat:cs.CV", "cat:(cs.CV OR cs.LG) x", "x date:2021-03-11 y", "has:code has:math z", "sort:title has:code \"a b\"",
        "cat:CS.cv date:(2021-03-11 OR 2021-03-12)", "cat:(cs.CV foo", "cat:(cs.CV OR foo) x", "cat: 2103.06255 a\"b", "cat:cs.* deep", "date:2021 cat:(cs.LG|cs.CV)",
        "cat:(cs.CV date:(2021-03-11 OR 2021-03-12) x", "foo:bar (x) has:cod"};
    const std::vector<std::pair<Field, std::string>> filters = {
        {Field::kCategory, "cs.CV"}, {Field::kCategory, "cs.LG"}, {Field::kDate, "2021-03-11"}, {Field::kHas, "code"}, {Field::kHas, "math"}, {Field::kId, "2103.06255"}};
    for (const std::string& text : queries) {
        for (const auto& [field, value] : filters) {
            const std::string once = with_filter_toggled(text, field, value);
            CAPTURE(text);
            CAPTURE(once);
            CHECK(has_filter(parse_query(once), field, value) != has_filter(parse_query(text), field, value));
            CHECK(parse_query(with_filter_toggled(once, field, value)) == parse_query(text));
        }
    }
}
