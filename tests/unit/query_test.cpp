#include "search/query.h"

#include <doctest/doctest.h>

using namespace paperdeck;

using Field = QueryFilter::Field;
using Kind = QueryNode::Kind;

namespace {

// The tree in short: words as they are, "phrase", prefix*, typing~, /regex/i, title:…, cat=a,b, [and], {or}, -not.
std::string shape(const QueryNode& node)
{
    static const char* const kPlaces[] = {"", "title:", "author:", "abstract:", "summary:", "translation:", "comment:", "note:", "url:"};
    static const char* const kFilters[] = {"cat", "date", "has", "id", "is", "tag"};
    const std::string place = kPlaces[static_cast<int>(node.field)];
    std::string out;
    switch (node.kind) {
        case Kind::kWords:
            out = place + (node.is_phrase ? "\"" + node.text + "\"" : node.text);
            CHECK((node.is_prefix || !node.is_typing));
            return out + (node.is_typing ? "~" : node.is_prefix ? "*" : "");
        case Kind::kRegex: return place + "/" + node.text + (node.ignores_case ? "/i" : "/");
        case Kind::kFilter:
            out = std::string(kFilters[static_cast<int>(node.filter.field)]) + "=";
            for (const std::string& value : node.filter.values) out += (value == node.filter.values[0] ? "" : ",") + value;
            return out;
        case Kind::kNot: return "-" + shape(node.children[0]);
        case Kind::kAnd:
        case Kind::kOr: break;
    }
    for (const QueryNode& child : node.children) out += (out.empty() ? "" : " ") + shape(child);
    return node.kind == Kind::kAnd ? "[" + out + "]" : "{" + out + "}";
}

std::string tree(std::string_view text) { return shape(parse_query(text).root); }

std::string hints(std::string_view text)
{
    std::string out;
    for (const QueryHint& hint : parse_query(text).hints) {
        CHECK(hint.end <= text.size());
        out += std::string(text.substr(hint.begin, hint.end - hint.begin)) + " → " + hint.words + "\n";
    }
    return out;
}

}  // namespace

TEST_CASE("words stand as written, phrases are kept together, an open quote runs to the end")
{
    CHECK(tree("  Deep R\u00E9nyi ") == "[Deep R\u00E9nyi]");
    CHECK(tree("a \"Deep  Learning\" b ") == "[a \"Deep Learning\" b]");
    CHECK(tree("a \"deep lear") == "[a \"deep lear\"]");
    CHECK(tree("a\"b c\"d ") == "[a \"b c\" d]");
    CHECK(tree("\u201Cdeep nets\u201D \u201Eb\u201D") == "[\"deep nets\" \"b\"]");
    CHECK(tree("a\u3000b\u00A0c ") == "[a b c]");
    CHECK(tree("\"\" \" \"") == "[]");
    CHECK(parse_query("").empty());
}

TEST_CASE("the last word is a beginning until a blank follows it, a star makes one anywhere")
{
    CHECK(tree("graph neur") == "[graph neur~]");
    CHECK(tree("graph neur ") == "[graph neur]");
    CHECK(tree("neur* net ") == "[neur* net]");
    CHECK(tree("graph neur*") == "[graph neur*]");
    CHECK(tree("title:tra") == "title:tra~");
    CHECK(tree("(a OR title:(b tra") == "{a [title:b title:tra~]}");
    CHECK(tree("(a tra)") == "[a tra]");
    CHECK(tree("\"graph neur") == "\"graph neur\"");
    CHECK(tree("\"graph neur\"*") == "\"graph neur\"*");
    // A word that is left out is exact, lest papers go and come back while it is typed.
    CHECK(tree("graph -sur") == "[graph -sur]");
    CHECK(tree("graph -(a sur") == "[graph -[a sur]]");
    CHECK(tree("graph cat:cs.CV") == "[cat=cs.CV graph]");
    CHECK(tree("*") == "[]");
}

TEST_CASE("NOT binds before AND before OR, in all their spellings")
{
    CHECK(tree("a b OR c d ") == "{[a b] [c d]}");
    CHECK(tree("a | b|c ") == "{a b c}");
    CHECK(tree("a AND b ") == "[a b]");
    CHECK(tree("a -b !c NOT d ANDNOT e ") == "[a -b -c -d -e]");
    CHECK(tree("-\"a b\" -author:x -(a b) -title:/x/ ") == "[-\"a b\" -author:x -[a b] -title:/x/]");
    CHECK(tree("NOT NOT a ") == "a");
    CHECK(tree("--a ") == "a");
    CHECK(tree("(a OR b) (c OR -(d OR e)) ") == "[{a b} {c -{d e}}]");
    CHECK(tree("NOT(a b)OR(c d)") == "{-[a b] [c d]}");
    CHECK(tree("a or b not c ") == "[a or b not c]");
}

TEST_CASE("the tree is in normal form: flat, each child once, filters in front in their order")
{
    CHECK(tree("(a (b (c))) ") == "[a b c]");
    CHECK(tree("(a OR (b OR c)) OR a ") == "{a b c}");
    CHECK(tree("a has:code b cat:cs.LG cat:cs.CV -has:math a ") == "[cat=cs.CV cat=cs.LG has=code -has=math a b]");
    CHECK(tree("cat:cs.LG OR cat:cs.CV") == "cat=cs.CV,cs.LG");
    CHECK(tree("x OR cat:cs.LG OR y OR cat:cs.CV") == "{cat=cs.CV,cs.LG x y}");
    CHECK(tree("((cat:cs.CV))") == "cat=cs.CV");
    CHECK(tree("graph graph") == "[graph graph~]");
}

TEST_CASE("what is half typed means nothing yet")
{
    for (const char* text : {"graph - ", "graph -", "graph !", "graph OR ", "graph OR", "graph | ", "OR graph ", "graph AND ", "graph NOT", "graph (", "graph ()", "graph )", ") graph ", "(graph ",
                             "graph -(", "graph - - ", "graph \"", "graph title:\"", "graph cat:(", "graph -\"\""}) {
        CAPTURE(text);
        CHECK((tree(text) == "graph" || tree(text) == "graph~"));
    }
    CHECK(tree("a OR OR b ") == "{a b}");
    CHECK(tree("a - b ") == "[a b]");
}

TEST_CASE("fields have both families of names and hand themselves to brackets")
{
    CHECK(tree("ti:a title:b intitle:c TITLE:d ") == "[title:a title:b title:c title:d]");
    CHECK(tree("au:a author:b authors:\"First Last\"") == "[author:a author:b author:\"First Last\"]");
    CHECK(tree("abs:a abstract:b summary:c translation:d co:e comment:f note:g url:h all:i ") ==
          "[abstract:a abstract:b summary:c translation:d comment:e comment:f note:g url:h i]");
    CHECK(tree("title:(a OR b c) ") == "{title:a [title:b title:c]}");
    CHECK(tree("title:(a -b \"c d\" /e/ author:f) ") == "[title:a -title:b title:\"c d\" title:/e/ author:f]");
    CHECK(tree("title:-a -title:a ") == "-title:a");
    CHECK(tree("title:author:a ") == "author:a");
    CHECK(tree("all:OR title:NOT ") == "[OR title:NOT]");
}

TEST_CASE("filters are taken in all their forms, names and values in any case")
{
    CHECK(tree("cat:cs.CV") == "cat=cs.CV");
    CHECK(tree("CAT:CS.cv") == "cat=cs.CV");
    CHECK(tree("in:cs.CV category:hep-th") == "[cat=cs.CV cat=hep-th]");
    CHECK(tree("cat:(cs.CV OR cs.LG)") == "cat=cs.CV,cs.LG");
    CHECK(tree("cat:(cs.LG|cs.CV, hep-th)") == "cat=cs.CV,cs.LG,hep-th");
    CHECK(tree("cat:cs.LG,cs.CV x ") == "[cat=cs.CV,cs.LG x]");
    CHECK(tree("cat:(cs.CV cs.LG)") == "[cat=cs.CV cat=cs.LG]");
    CHECK(tree("cat:cs.*") == "cat=cs.*");
    CHECK(tree("cat:cs") == "cat=cs.*");
    CHECK(tree("cat:\"cs.CV\"") == "cat=cs.CV");
    CHECK(tree("-cat:(cs.CV OR cs.LG)") == "-cat=cs.CV,cs.LG");
    CHECK(tree("has:code has:Maths has:links") == "[has=code has=link has=math]");
    CHECK(tree("is:unread is:(new OR cross)") == "[is=cross,new is=unread]");
    CHECK(tree("tag:later label:\"to  read\" tag:GANs") == "[tag=GANs tag=later tag=to read]");
}

TEST_CASE("days are asked for in many ways and kept in one")
{
    CHECK(tree("date:2021-03-11 day:2021-03 date:2021") == "[date=2021 date=2021-03 date=2021-03-11]");
    CHECK(tree("date:2021-03-01..2021-03-15") == "date=2021-03-01..2021-03-15");
    CHECK(tree("date:2021-03..") == "date=2021-03..");
    CHECK(tree("date:..2021") == "date=..2021");
    CHECK(tree("date:2021..2021") == "date=2021");
    CHECK(tree("date:2021-05..2020") == "date=2020..2021-05");
    CHECK(tree("date:>=2021-03") == "date=2021-03..");
    CHECK(tree("date:<=2021-03") == "date=..2021-03");
    CHECK(tree("date:>2021-12-31") == "date=2022-01-01..");
    CHECK(tree("date:<2021") == "date=..2020");
    CHECK(tree("after:2021-12") == "date=2022-01..");
    CHECK(tree("after:2021-02-28") == "date=2021-03-01..");
    CHECK(tree("before:2021-03-01") == "date=..2021-02-28");
    CHECK(tree("before:2020-03-01") == "date=..2020-02-29");
    CHECK(tree("before:2021-01") == "date=..2020-12");
    CHECK(tree("newer_than:7d") == "date=7d");
    CHECK(tree("newer_than:2W OR date:2020") == "date=2020,2w");
    for (const char* none : {"date:2021-13", "date:2021-02-30", "date:20", "date:2021-1", "date:2021-03-01..nonsense", "date:..", "date:>", "after:9999", "before:1900", "newer_than:7", "newer_than:0d",
                             "newer_than:d", "after:7d", "newer_than:2021"}) {
        CAPTURE(none);
        CHECK(tree(none + std::string(" ")) == none);
    }
}

TEST_CASE("a pasted id or link asks for that paper, two for both")
{
    for (const char* text : {"2103.06255", "arXiv:2103.06255v2", "https://arxiv.org/pdf/2103.06255.pdf", "id:2103.06255", "https://arxiv.org/abs/2103.06255v2", "arxiv:2103.06255,", "(2103.06255)"}) {
        CAPTURE(text);
        CHECK(tree(text) == "id=2103.06255");
    }
    CHECK(tree("2103.06255 hep-th/9901001") == "id=2103.06255,hep-th/9901001");
    CHECK(tree("arXiv:1301.3781, 2103.06255; deep ") == "[id=1301.3781,2103.06255 deep]");
    CHECK(tree("-2103.06255") == "-id=2103.06255");
    CHECK(tree("title:2103.06255 ") == "title:2103.06255");
    CHECK(tree("\"2103.06255\"") == "\"2103.06255\"");
}

TEST_CASE("signs within words are text")
{
    CHECK(tree("C++ 3D-GS A* l_2 e.g. O(n) p(x|y) a/b 5-HT, ") == "[C++ 3D-GS A* l_2 e.g. O(n) p(x|y) a/b 5-HT,]");
    CHECK(tree("$\\alpha$ $p(x|y)$ $|x|$ $5 ") == "[$\\alpha$ $p(x|y)$ $|x|$ $5]");
    CHECK(tree("A -> B >= 3 ") == "[A -> B >= 3]");
    CHECK(tree("-1 ") == "-1");
    CHECK(shape(parse_query("-1 ").root.children.at(0)) == "1");
    CHECK(tree("a(b c) ") == "[a b c]");
}

TEST_CASE("a regular expression begins a word and closes before a blank, bracket or the end")
{
    CHECK(tree("/colou?r/") == "/colou?r/");
    CHECK(tree("/graph (neural|conv)/i net ") == "[/graph (neural|conv)/i net]");
    CHECK(tree("title:/^a/ (/b/)") == "[title:/^a/ /b/]");
    CHECK(tree("/a\\/b/ /a/b/") == "[/a\\/b/ /a/b/]");
    CHECK(tree("a/b /usr // and / or ") == "[a/b /usr // and / or]");
    CHECK(tree("/open") == "/open~");
    CHECK(tree("/x/is ") == "/x/is");
    CHECK(tree("cat:/x/ ") == "cat:/x/");
}

TEST_CASE("a filter or an order that is half typed asks for nothing yet, and is text with a hint once it is typed")
{
    for (const std::string text : {"cat:", "cat:c", "CAT:CS.", "cat:cs.c", "cat:physics.op", "date:2021-1", "date:20", "date:>=", "date:2021-03.", "date:..", "date:2021..20", "after:2021-", "newer_than:7", "has:",
                                   "has:cod", "is:un", "sort:", "sort:relev", "id:12", "id:2103.", "title:"}) {
        CAPTURE(text);
        CHECK(tree("graph " + text) == "graph");
        CHECK(tree("(graph OR cat:(cs.CV OR " + text) == "{cat=cs.CV graph}");
        CHECK(hints(text) == text + " → Not yet complete: “" + text + "” is left out.\n");
        CHECK(parse_query(text).hints.at(0).is_early);
        CHECK(tree(text + " ") == text);
        CHECK(hints(text + " ") != "");
        CHECK(!parse_query(text + " ").hints.at(0).is_early);
    }
}

TEST_CASE("unknown fields and values are text, never an error; a hint says so once they are typed")
{
    for (const char* text : {"cat:foo", "cat:cs.CVX", "has:codex", "is:x", "sort:x", "id:x", "newer_than:>7", "after:x", "date:2021-02-30", "date:20210"}) {
        CAPTURE(text);
        CHECK(tree(text) == text + std::string("~"));
        CHECK(hints(text) == "");
        CHECK(tree(text + std::string(" ")) == text);
        CHECK(hints(text + std::string(" ")) != "");
    }
    CHECK(tree("cat:(cs.CV OR foo) x ") == "[{cat=cs.CV cat:foo} x]");
    CHECK(tree("cat:\"foo bar\" x ") == "[\"foo bar\" x]");
    CHECK(tree("foo:bar baz ") == "[foo:bar baz]");
    CHECK(tree("foo:\"bar baz\"") == "[foo: \"bar baz\"]");
    CHECK(hints("foo:bar") == "foo: → No field “foo”: searched as text.\n");
    CHECK(hints("cat:foo x") == "cat:foo → No filter “cat:foo”: searched as text.\n");
    CHECK(hints("sort:x y") == "sort:x → No order “x”: searched as text.\n");
    CHECK(hints("title: y") == "title: → Nothing behind “title:”: searched as text.\n");
    // Titles are pasted, and addresses.
    CHECK(hints("Involution: Inverting at 10:30 https://example.org/ C:x ") == "");
}

TEST_CASE("the last sort counts, wherever it stands")
{
    CHECK(parse_query("sort:title x sort:NEWEST").sort == Sort::kNewest);
    CHECK(parse_query("sort:listed").sort == Sort::kListed);
    CHECK(parse_query("(a OR sort:relevance b)").sort == Sort::kBest);
    CHECK(parse_query("sort:date").sort == Sort::kNewest);
    CHECK(!parse_query("sort").sort);
    CHECK(parse_query("").order() == Sort::kListed);
    CHECK(parse_query("cat:cs.CV").order() == Sort::kListed);
    CHECK(parse_query("deep").order() == Sort::kBest);
    CHECK(parse_query("-deep").order() == Sort::kListed);
    CHECK(parse_query("deep sort:listed").order() == Sort::kListed);
}

TEST_CASE("the words of a query are those looked for, none that are left out")
{
    std::string out;
    for (const QueryWord& word : parse_query("a -b (\"c d\" OR title:e) -(f g) has:code h").words)
        out += (word.field == SearchField::kTitle ? "title:" : "") + word.text + (word.is_phrase ? "\"" : "") + (word.is_prefix ? "*" : "") + "|";
    CHECK(out == "a|c d\"|title:e|h*|");
}

TEST_CASE("a text without end is cut, and says so")
{
    std::string many;
    for (int i = 0; i < 300; ++i) many += "w" + std::to_string(i) + " ";
    CHECK(parse_query(many).root.children.size() == 200);
    CHECK(parse_query(many).hints.size() == 1);
    CHECK(parse_query(std::string(5000, 'x')).empty());
    CHECK(parse_query("a " + std::string(5000, 'x')).root.text == "a");
    CHECK(parse_query(std::string(100'000, '(')).empty());
    CHECK(parse_query(std::string(100'000, '-')).empty());
    CHECK(tree(std::string(30, '(') + "a b" + std::string(30, ')') + " c ") == "[a b c]");
    CHECK(hints(std::string(21, '(') + "a") == "( → Brackets deeper than 20 are left out.\n");
    std::string fields;
    for (int i = 0; i < 20'000; ++i) fields += i % 2 ? "title:" : "au:-";
    CHECK(parse_query(fields + "x").hints.size() > 0);
}
