#include "digest/tex.h"

#include <doctest/doctest.h>

using namespace paperdeck;

namespace {
std::string resolved(std::string text) { return with_tex_resolved({std::move(text), {}, {}}).text; }
}  // namespace

TEST_CASE("accents become letters, by sign and by name, with braces or without")
{
    CHECK(resolved("R\\'enyi, G\\\"odel, Erd\\H{o}s, \\v{S}koda, Fran\\c{c}ois, Fran\\c cois") == "R\u00E9nyi, G\u00F6del, Erd\u0151s, \u0160koda, Fran\u00E7ois, Fran\u00E7ois");
    CHECK(resolved("na\\\"{\\i}ve, {\\\"U}ber, \\~n, \\^{o}, \\`a") == "na\u00EFve, \u00DCber, \u00F1, \u00F4, \u00E0");
    CHECK(resolved("Stra\\ss e, \\O rsted, \\L{}\\'od\\'z, {\\aa}") == "Stra\u00DFe, \u00D8rsted, \u0141\u00F3d\u017A, \u00E5");
}

TEST_CASE("escaped quotes and full stops are no accents")
{
    CHECK(resolved("\\\"a word\\\" and 1\\.Title") == "\"a word\" and 1.Title");
}

TEST_CASE("styles become spans and nest")
{
    const StyledText text = with_tex_resolved({"\\textbf{a \\emph{b}} {\\it c {\\bf d}} \\texttt{e} {\\sc f}", {}, {}});
    CHECK(text.text == "a b c d e f");
    CHECK(text.spans == std::vector<Span>{{0, 2, kBold, -1}, {2, 3, kBold | kItalic, -1}, {4, 6, kItalic, -1}, {6, 7, kBold | kItalic, -1}, {8, 9, kCode, -1}});
}

TEST_CASE("signs, quotes and spaces are what they stand for")
{
    CHECK(resolved("90\\% \\& \\#1 \\$5 a\\_b") == "90% & #1 $5 a_b");
    CHECK(resolved("``so'' and `so' isn't 5'' long") == "\u201Cso\u201D and \u2018so\u2019 isn't 5'' long");
    CHECK(resolved("Fig.~\\ref{x} of \\LaTeX, ~5 \\ldots") == "Fig. of LaTeX, ~5 \u2026");
    CHECK(resolved("as shown~\\cite{a,b}, and \\cite{c}.") == "as shown, and.");
    CHECK(resolved("a \\citep[see][]{b}; \\textbf {c}") == "a; c");
    CHECK(resolved("a board\\footnote[2]{see b}, c") == "a board (see b), c");
}

TEST_CASE("urls become links, http and https only")
{
    const StyledText text = with_tex_resolved({"\\url{https://a.org} \\href{https://b.org/x}{words} \\href{javascript:x}{bad}", {}, {}});
    CHECK(text.text == "https://a.org words bad");
    CHECK(text.links == std::vector<std::string>{"https://a.org", "https://b.org/x"});
    CHECK(text.spans == std::vector<Span>{{0, 13, kPlain, 0}, {14, 19, kPlain, 1}});
}

TEST_CASE("a link inside of \\url stays the link it was")
{
    const StyledText text = with_tex_resolved({"on \\url{ https://a.org }.", {{9, 22, kPlain, 0}}, {"https://a.org"}});
    CHECK(text.text == "on https://a.org .");
    CHECK(text.links.size() == 1);
    CHECK(text.spans.front().link == 0);
}

TEST_CASE("maths and code are left alone")
{
    const StyledText in{"\\'e \\'e \\textbf{x}", {{0, 3, kMaths, -1}, {8, 18, kCode, -1}}, {}};
    const StyledText out = with_tex_resolved(in);
    CHECK(out.text == "\\'e \u00E9 \\textbf{x}");
    CHECK(out.spans == std::vector<Span>{{0, 3, kMaths, -1}, {7, 17, kCode, -1}});
}

TEST_CASE("what is no TeX that we know stays as it is written")
{
    for (const char* text : {"\\unknown{x}", "\\textbf{open", "{1, 2}", "a \\", "C:\\dir", "{\\it open", "\\textbf x", "}"}) {
        CAPTURE(text);
        const std::string out = resolved(text);
        CHECK((out == text || std::string(text) == "{\\it open"));
    }
}

TEST_CASE("nesting and open braces take time in line with the input")
{
    for (const char* piece : {"{\\it ", "\\textbf{", "{", "`", "\\cite{", "``a", "\\'"}) {
        std::string text;
        while (text.size() < 500'000) text += piece;
        CHECK_FALSE(resolved(text + "x").empty());
        std::string closed = text;
        closed.append(100'000, '}');
        CHECK_FALSE(resolved(closed + "x").empty());
    }
}
