#include "search/regex.h"

#include <doctest/doctest.h>

#include <chrono>
#include <random>
#include <set>

using namespace paperdeck;

namespace {

// -1 for a pattern that does not compile.
int found(std::string_view pattern, std::string_view text, bool ignores_case = false)
{
    std::optional<Regex> regex = Regex::compile(pattern, ignores_case);
    if (!regex) return -1;
    const bool first = regex->occurs_in(text);
    CHECK(regex->occurs_in(text) == first);  // what is kept from the first time changes nothing
    return first;
}

bool compiles(std::string_view pattern) { return Regex::compile(pattern, false).has_value(); }

double ms_of(Regex& regex, const std::string& text, bool expected)
{
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    CHECK(regex.occurs_in(text) == expected);
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

// A pattern as a tree, and all ends of its matches from one place on, by trying: slow and plain.
struct Tree {
    enum class Kind { kLetter, kAny, kClass, kBegin, kEnd, kEdge, kBoth, kEither, kRepeat };
    Kind kind = Kind::kLetter;
    char letter = 'a';
    int least = 0, most = 0;  // kRepeat; most -1 for no limit
    std::vector<Tree> parts;
};

std::string pattern_of(const Tree& tree)
{
    switch (tree.kind) {
    case Tree::Kind::kLetter: return {tree.letter};
    case Tree::Kind::kAny: return ".";
    case Tree::Kind::kClass: return std::string("[^") + tree.letter + "]";
    case Tree::Kind::kBegin: return "^";
    case Tree::Kind::kEnd: return "$";
    case Tree::Kind::kEdge: return "\\b";
    case Tree::Kind::kBoth: return pattern_of(tree.parts[0]) + pattern_of(tree.parts[1]);
    case Tree::Kind::kEither: return "(" + pattern_of(tree.parts[0]) + "|" + pattern_of(tree.parts[1]) + ")";
    case Tree::Kind::kRepeat: break;
    }
    return "(" + pattern_of(tree.parts[0]) + "){" + std::to_string(tree.least) + "," + (tree.most < 0 ? "" : std::to_string(tree.most)) + "}";
}

std::set<std::size_t> ends_of(const Tree& tree, std::string_view text, std::size_t at)
{
    const bool is_inside = at < text.size() && text[at] != '\n';
    const auto is_word = [&](std::size_t i) { return i < text.size() && text[i] >= 'a'; };
    const auto step_if = [&](bool holds, std::size_t end) { return holds ? std::set<std::size_t>{end} : std::set<std::size_t>{}; };
    const auto from_all = [&](const Tree& next, const std::set<std::size_t>& places) {
        std::set<std::size_t> ends;
        for (const std::size_t place : places) ends.merge(ends_of(next, text, place));
        return ends;
    };
    switch (tree.kind) {
    case Tree::Kind::kLetter: return step_if(is_inside && text[at] == tree.letter, at + 1);
    case Tree::Kind::kAny: return step_if(is_inside, at + 1);
    case Tree::Kind::kClass: return step_if(is_inside && text[at] != tree.letter, at + 1);
    case Tree::Kind::kBegin: return step_if(at == 0 || text[at - 1] == '\n', at);
    case Tree::Kind::kEnd: return step_if(!is_inside, at);
    case Tree::Kind::kEdge: return step_if((at > 0 && is_word(at - 1)) != is_word(at), at);
    case Tree::Kind::kBoth: return from_all(tree.parts[1], ends_of(tree.parts[0], text, at));
    case Tree::Kind::kEither: {
        std::set<std::size_t> ends = ends_of(tree.parts[0], text, at);
        ends.merge(ends_of(tree.parts[1], text, at));
        return ends;
    }
    case Tree::Kind::kRepeat: break;
    }
    std::set<std::size_t> places = {at}, ends;
    for (int count = 0; count <= (tree.most < 0 ? tree.least + static_cast<int>(text.size()) : tree.most); ++count) {
        if (count >= tree.least) ends.insert(places.begin(), places.end());
        places = from_all(tree.parts[0], places);
    }
    return ends;
}

Tree random_tree(std::mt19937& random, int depth)
{
    const auto below = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
    Tree tree;
    const int choice = below(depth > 0 ? 16 : 8);
    tree.letter = "abc-"[below(4)];
    tree.kind = choice < 4 ? Tree::Kind::kLetter : choice == 4 ? Tree::Kind::kAny : choice == 5 ? Tree::Kind::kClass : Tree::Kind::kEdge;
    if (choice == 7) tree.kind = below(2) == 0 ? Tree::Kind::kBegin : Tree::Kind::kEnd;
    if (choice < 8) return tree;
    tree.kind = choice < 12 ? Tree::Kind::kBoth : choice < 14 ? Tree::Kind::kEither : Tree::Kind::kRepeat;
    tree.least = below(3);
    tree.most = below(3) == 0 ? -1 : tree.least + below(3);
    const int parts = tree.kind == Tree::Kind::kRepeat ? 1 : 2;
    for (int i = 0; i < parts; ++i) tree.parts.push_back(random_tree(random, depth - 1));
    return tree;
}

}  // namespace

TEST_CASE("a regular expression finds what it says, anywhere in the text")
{
    CHECK(found("", "") == 1);
    CHECK(found("gan", "organ") == 1);
    CHECK(found("gan", "GAN") == 0);
    CHECK(found("l.*g", "deep learning") == 1);
    CHECK(found("colou?r", "color") == 1);
    CHECK(found("colou?r", "colouur") == 0);
    CHECK(found("GPT-[34]", "GPT-4o") == 1);
    CHECK(found("GPT-[^34]", "GPT-4") == 0);
    CHECK(found("(U|V)-Net", "V-Net") == 1);
    CHECK(found("a|b|cd", "xcd") == 1);
    CHECK(found("a|b|cd", "xc") == 0);
    CHECK(found("x(a||b)y", "xy") == 1);
    CHECK(found("\\d{4}\\.\\d{4,5}", "2103.04567") == 1);
    CHECK(found("^\\d{4}$", "21034") == 0);
    CHECK(found("a{2}", "a a") == 0);
    CHECK(found("a{2,}b", "caaaab") == 1);
    CHECK(found("xa{0}y", "xy") == 1);
    CHECK(found("xa{,2}y", "xa{,2}y") == 1);
    CHECK(found("a.{2,3}?b+?c*?", "a123b") == 1);
    CHECK(found("(?:ab)+(?<year>\\d)(?P<x>y)", "xabab1y") == 1);
}

TEST_CASE("edges of words and lines are where they should be, and no match runs over a line's end")
{
    CHECK(found("\\bgan\\b", "a gan.") == 1);
    CHECK(found("\\bgan\\b", "gans") == 0);
    CHECK(found("\\bgan\\b", "gan") == 1);
    CHECK(found("\\Bgan", "organ") == 1);
    CHECK(found("\\bR\u00E9nyi\\b", "the R\u00E9nyi entropy") == 1);
    CHECK(found("\\bR\\b", "R\u00E9nyi") == 0);
    CHECK(found("^deep", "is\ndeep") == 1);
    CHECK(found("^deep", "is deep") == 0);
    CHECK(found("deep$", "deep\nis") == 1);
    CHECK(found("^$", "a\n\nb") == 1);
    CHECK(found("^$", "a\nb") == 0);
    CHECK(found("a.b", "a\nb") == 0);
    CHECK(found("a\\sb", "a\nb") == 0);
    CHECK(found("a[^x]b", "a\nb") == 0);
    CHECK(found("a\\s+b", "a \tb") == 1);
}

TEST_CASE("brackets hold ranges, escapes and signs")
{
    CHECK(found("^[a-c\\d_-]+$", "b-2_a") == 1);
    CHECK(found("^[a-c]+$", "abd") == 0);
    CHECK(found("[]x]", "]") == 1);
    CHECK(found("[^]x]", "]x]") == 0);
    CHECK(found("[\\]\\\\]", "\\") == 1);
    CHECK(found("[\u0391-\u03A9]", "\u0394") == 1);
    CHECK(found("^[^a]$", "\u6DF1") == 1);
    CHECK(found("\\x41\\u0042\\u{6DF1}", "AB\u6DF1") == 1);
    CHECK(found("\\$\\^\\.\\/", "$^./") == 1);
    CHECK(found("^\\W$", "-") == 1);
    CHECK(found("\\S\\D", "12") == 0);
    CHECK(found("\\w{4}", "\u6269\u6563\u6A21\u578B") == 1);
}

TEST_CASE("case is ignored where asked for, beyond ASCII too")
{
    CHECK(found("self-att", "a Self-Attention", true) == 1);
    CHECK(found("SELF", "self", true) == 1);
    CHECK(found("r\u00C9nyi", "R\u00E9NYI", true) == 1);
    CHECK(found("[a-f]{3}", "FaD", true) == 1);
    CHECK(found("[^a-z]", "ABC", true) == 0);
    CHECK(found("\u0141ukasz|x", "\u0142UKASZ", true) == 1);
    CHECK(found("\u0416", "\u0436", true) == 1);
    CHECK(found("\u03A3", "\u03C3", true) == 1);
    CHECK(found("gan", "xyz", true) == 0);
}

TEST_CASE("what is no regular expression, is too large or needs more than linear time does not compile")
{
    for (const char* pattern : {"(", ")", "a)", "(a", "[a", "[", "[z-a]", "*", "a**", "+a", "a|*", "\\", "\\1", "\\p{L}", "(?=a)", "(?!a)", "(?<=a)b", "(?i)a", "a{3,2}", "a{1001}",
                                "\\x4", "\\u{110000}", "((a{100}){100}){100}", "[a-\\d]"}) {
        CAPTURE(pattern);
        CHECK_FALSE(compiles(pattern));
    }
    CHECK(compiles("a{999}"));
    CHECK(compiles("((((()))))"));
    CHECK(compiles("(((a{0,9}){9}){3}){0}"));
    CHECK_FALSE(compiles(std::string(2000, '(') + std::string(2000, ')')));
    CHECK_FALSE(compiles(std::string(2000, 'a')));
}

TEST_CASE("bytes that are no UTF-8 end nothing")
{
    CHECK(found("a.b", "a\xFF" "b") == 1);
    CHECK(found("\xC3", "x") == 0);
    CHECK(found("b$", "\xE6\xB7" "b") == 1);
}

TEST_CASE("any pattern finds what trying every way finds")
{
    std::mt19937 random(7);
    int hits = 0;
    for (int round = 0; round < 3000; ++round) {
        const Tree tree = random_tree(random, 4);
        const std::string pattern = pattern_of(tree);
        std::optional<Regex> regex = Regex::compile(pattern, false);
        CAPTURE(pattern);
        REQUIRE(regex.has_value());
        for (int i = 0; i < 6; ++i) {
            std::string text;
            for (std::size_t size = random() % 8; text.size() < size;) text += "abc-\n"[random() % 5];
            bool expected = false;
            for (std::size_t at = 0; at <= text.size() && !expected; ++at) expected = !ends_of(tree, text, at).empty();
            CAPTURE(text);
            hits += expected;
            REQUIRE(regex->occurs_in(text) == expected);
        }
    }
    CHECK(hits > 3000);
    CHECK(hits < 15000);
}

TEST_CASE("time is linear in the text for the patterns that are known to take more elsewhere")
{
    struct Hard {
        const char* pattern;
        std::string unit;
    };
    const std::string noise = [] {
        std::mt19937 random(11);
        std::string text;
        while (text.size() < 4096) text += "ab"[random() % 2];
        return text;
    }();
    for (const Hard& hard : {Hard{"(a*)*b", "aaaa"}, Hard{"(a|a)*c", "aaaa"}, Hard{"(a|aa)+$x", "aaaa"}, Hard{"(x+x+)+y", "xxxx"}, Hard{".*.*.*=", "abcd"},
                             Hard{"(a|b)*a(a|b){12}c", noise}, Hard{"(.?){40}z{40}", noise}}) {
        CAPTURE(hard.pattern);
        std::optional<Regex> regex = Regex::compile(hard.pattern, false);
        REQUIRE(regex.has_value());
        std::string once, fourfold;
        while (once.size() < 32768) once += hard.unit;
        for (int i = 0; i < 4; ++i) fourfold += once;
        ms_of(*regex, once, false);
        double one = 1e9, four = 1e9;
        for (int run = 0; run < 3; ++run) {
            one = std::min(one, ms_of(*regex, once, false));
            four = std::min(four, ms_of(*regex, fourfold, false));
        }
        CHECK(four < 12 * one + 5);
    }
}
