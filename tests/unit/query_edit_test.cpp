#include <doctest/doctest.h>

#include "search/query.h"
#include "unit/query_samples.h"

using namespace paperdeck;

using Field = QueryFilter::Field;
using Kind = QueryNode::Kind;

TEST_CASE("chips are the filters, fields and sorts as they stand in the text")
{
    const auto chips = [](std::string_view text) {
        std::string out;
        for (const QueryChip& chip : query_chips(text)) out += "[" + std::string(text.substr(chip.begin, chip.end - chip.begin)) + "]";
        return out;
    };
    CHECK(chips("deep cat:(cs.CV OR cs.LG) \"has:code\" sort:title 2103.06255") == "[cat:(cs.CV OR cs.LG)][sort:title][2103.06255]");
    CHECK(chips("a -title:b (has:code OR author:\"A B\") foo:bar cat: title:(a has:code)") == "[-title:b][has:code][author:\"A B\"][title:(a has:code)]");
    CHECK(chips("title:") == "");
    CHECK(chips("title:\"open quote") == "[title:\"open quote]");
}

TEST_CASE("a filter is on where every result must pass it")
{
    CHECK(has_filter(parse_query("cat:(cs.CV OR cs.LG) x"), Field::kCategory, "CS.cv"));
    CHECK(has_filter(parse_query("(x (has:code))"), Field::kHas, "code"));
    CHECK(!has_filter(parse_query("cat:cs.CV OR x"), Field::kCategory, "cs.CV"));
    CHECK(!has_filter(parse_query("-cat:cs.CV"), Field::kCategory, "cs.CV"));
    CHECK(!has_filter(parse_query("tag:code"), Field::kHas, "code"));
}

TEST_CASE("toggling joins alternatives, takes them away, and keeps the words as typed")
{
    CHECK(with_filter_toggled("Deep  \"net Work\"", Field::kCategory, "cs.CV") == "cat:cs.CV Deep \"net Work\"");
    CHECK(with_filter_toggled("cat:cs.CV Deep", Field::kCategory, "cs.LG") == "cat:(cs.CV OR cs.LG) Deep");
    CHECK(with_filter_toggled("cat:(cs.CV OR cs.LG) Deep", Field::kCategory, "cs.CV") == "cat:cs.LG Deep");
    CHECK(with_filter_toggled("x", Field::kDate, "2021-03-11") == "date:2021-03-11 x");
    CHECK(with_filter_toggled("has:code x", Field::kHas, "math") == "has:math has:code x");
    CHECK(with_filter_toggled("is:new x", Field::kIs, "unread") == "is:unread is:new x");
    CHECK(with_filter_toggled("tag:b x", Field::kTag, "to read") == "tag:(b OR \"to read\") x");
    CHECK(with_filter_toggled("x", Field::kHas, "nonsense") == "x");
    CHECK(with_filter_toggled("x", Field::kId, "2103.06255") == "id:2103.06255 x");
}

TEST_CASE("toggling leaves a word typed or done as it was")
{
    CHECK(with_filter_toggled("Deep cat:cs.CV", Field::kCategory, "cs.CV") == "Deep ");
    CHECK(with_filter_toggled("Deep ", Field::kCategory, "cs.CV") == "cat:cs.CV Deep ");
    CHECK(with_filter_toggled("x ti:\"Open quo", Field::kHas, "code") == "has:code x ti:\"Open quo");
    CHECK(with_filter_toggled("x cat:(cs.LG", Field::kHas, "code") == "has:code cat:cs.LG x ");
}

TEST_CASE("alternatives at the top go into brackets, for the filter holds for all of them")
{
    CHECK(with_filter_toggled("a OR b ", Field::kHas, "code") == "has:code (a OR b)");
    CHECK(with_filter_toggled("a OR b", Field::kHas, "code") == "has:code (a OR b");
    CHECK(with_filter_toggled("a  | \"b", Field::kHas, "code") == "has:code (a  | \"b");
    CHECK(with_filter_toggled("has:code (a OR b)", Field::kHas, "code") == "(a OR b)");
    CHECK(with_filter_toggled("cat:cs.CV OR cat:cs.LG", Field::kCategory, "cs.CV") == "cat:cs.LG");
    CHECK(with_filter_toggled("(cat:cs.CV x) y", Field::kCategory, "cs.CV") == "x y");
}

TEST_CASE("an author is switched on among what must hold")
{
    CHECK(with_author_toggled("deep", "Kaiming He") == "author:\"Kaiming He\" deep");
    CHECK(with_author_toggled("deep au:\"Kaiming  He\" has:code", "Kaiming He") == "has:code deep ");
    CHECK(with_author_toggled("deep", "O\"Neil") == "author:\"O'Neil\" deep");
    CHECK(with_author_toggled("deep", " ") == "deep");
    CHECK(has_author(parse_query("author:\"Kaiming He\" x"), "Kaiming He"));
    CHECK(!has_author(parse_query("author:Kaiming"), "Kaiming"));
    CHECK(!has_author(parse_query("author:\"Kaiming He\" OR x"), "Kaiming He"));
}

TEST_CASE("a sort takes the place of all that the text has")
{
    CHECK(with_sort("sort:title deep sort:newest cat:cs.CV", Sort::kTitle) == "cat:cs.CV sort:title deep ");
    CHECK(with_sort("deep sort:title", std::nullopt) == "deep ");
    CHECK(with_sort("Deep", Sort::kBest) == "sort:best Deep");
    CHECK(with_sort("a OR b", Sort::kListed) == "sort:listed a OR b");
}

TEST_CASE("toggling twice gives the same query, whatever was typed")
{
    const std::pair<Field, const char*> filters[] = {{Field::kCategory, "cs.CV"}, {Field::kCategory, "cs.LG"}, {Field::kDate, "2021-03"}, {Field::kHas, "code"},
                                                     {Field::kIs, "unread"},      {Field::kTag, "to read"},   {Field::kTag, "later"},    {Field::kId, "2103.06255"}};
    test::QuerySamples samples(3);
    for (int i = 0; i < 10'000; ++i) {
        const std::string text = i % 3 == 2 ? samples.bytes() : samples.text();
        const Query query = parse_query(text);
        const auto& [field, value] = filters[samples.below(8)];
        CAPTURE(text);

        const std::string once = with_filter_toggled(text, field, value);
        CAPTURE(once);
        REQUIRE(has_filter(parse_query(once), field, value) != has_filter(query, field, value));
        // Two filters of one field that must both hold, or alternatives of has: or is:, may come back as another.
        std::size_t of_field = 0, alternatives = 0;
        const auto look = [&, wanted = field](const QueryNode& node) {
            if (node.kind != Kind::kFilter || node.filter.field != wanted) return;
            ++of_field;
            alternatives = std::max(alternatives, node.filter.values.size());
        };
        look(query.root);
        if (query.root.kind == Kind::kAnd)
            for (const QueryNode& child : query.root.children) look(child);
        const bool may_differ = of_field > 1 || ((field == Field::kHas || field == Field::kIs) && alternatives > 1);
        if (!may_differ) REQUIRE(parse_query(with_filter_toggled(once, field, value)) == query);

        const std::string by_author = with_author_toggled(text, "A B");
        CAPTURE(by_author);
        REQUIRE(has_author(parse_query(by_author), "A B") != has_author(query, "A B"));
        if (!has_author(query, "A B")) REQUIRE(parse_query(with_author_toggled(by_author, "A B")) == query);

        Query sorted = query;
        for (const std::optional<Sort> sort : {std::optional(Sort::kTitle), std::optional<Sort>()}) {
            sorted.sort = sort;
            REQUIRE(parse_query(with_sort(text, sort)) == sorted);
        }
    }
}
