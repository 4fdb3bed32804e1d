#include "digest/styled_text.h"

#include <doctest/doctest.h>

using namespace paperdeck;

TEST_CASE("plain text has maths in dollars and literal dollars escaped")
{
    StyledText text{"$5 for x_i, ", {}, {}};
    append(text, {"a^2", {{0, 3, kMaths | kDisplayMaths, -1}}, {}});
    append(text, {" and more", {}, {}});
    CHECK(to_plain(text) == "\\$5 for x_i, $a^2$ and more");
}

TEST_CASE("a backslash before maths does not make its dollar a literal one")
{
    const StyledText text{"\\x", {{1, 2, kMaths, -1}}, {}};
    CHECK(to_plain(text) == "\\ $x$");
}

TEST_CASE("appending moves spans and links along")
{
    StyledText out{"ab", {{0, 2, kBold, 0}}, {"https://a.org"}};
    append(out, {"cd", {{0, 1, kItalic, 1}, {1, 2, kPlain, 0}}, {"https://a.org", "https://b.org"}});
    CHECK(out.text == "abcd");
    CHECK(out.links == std::vector<std::string>{"https://a.org", "https://b.org"});
    CHECK(out.spans == std::vector<Span>{{0, 2, kBold, 0}, {2, 3, kItalic, 1}, {3, 4, kPlain, 0}});
}

TEST_CASE("tidying drops white space at the ends, in runs and around line breaks")
{
    CHECK(tidied({"  a  b \n  c\t\td\u00A0 e \n\n f  ", {}, {}}).text == "a b\nc d e\nf");
    CHECK(tidied({"   ", {}, {}}).text.empty());
    CHECK(tidied({"already tidy\ntext, long enough to be looked at in blocks", {}, {}}).text ==
          "already tidy\ntext, long enough to be looked at in blocks");
}

TEST_CASE("tidying finds every doubled blank, wherever it stands in a long text")
{
    for (std::size_t at = 1; at < 40; ++at) {
        std::string tidy(41, 'x');
        tidy[at] = ' ';
        std::string untidy = tidy;
        untidy.insert(at, " ");
        CHECK(tidied({untidy, {}, {}}).text == tidy);
        untidy = tidy;
        untidy.replace(at, 1, "\u00A0");
        CHECK(tidied({untidy, {}, {}}).text == tidy);
    }
}

TEST_CASE("tidying moves spans and leaves maths and code as they are")
{
    const StyledText text = tidied({"  a  b  c  d ", {{3, 6, kBold, -1}, {6, 9, kMaths, -1}}, {}});
    CHECK(text.text == "a b  c d");
    CHECK(text.spans == std::vector<Span>{{1, 3, kBold, -1}, {3, 6, kMaths, -1}});
    CHECK(tidied({"x   ", {{1, 4, kBold, -1}}, {}}).spans.empty());
}

TEST_CASE("tidying any text keeps its letters and what its spans cover")
{
    std::uint32_t state = 7;
    const auto random = [&](std::uint32_t limit) {
        state = state * 1664525u + 1013904223u;
        return (state >> 16) % limit;
    };
    const auto letters = [](std::string_view text) {
        std::string out;
        for (const char c : text)
            if (!is_blank(c) && c != '\xC2' && c != '\xA0') out += c;
        return out;
    };
    const std::string pieces[] = {"a", "bc", "defghijklm", " ", "  ", "\n", "\t", "\u00A0", "\u00E9"};
    for (int run = 0; run < 2000; ++run) {
        StyledTextBuilder builder;
        for (std::uint32_t i = random(12); i > 0; --i) {
            const std::uint8_t styles[] = {kPlain, kPlain, kBold, kMaths};
            builder.set_style(styles[random(4)]);
            builder.end_span();
            for (std::uint32_t k = random(4); k > 0; --k) builder.append(pieces[random(9)]);
        }
        const StyledText before = builder.take();
        const StyledText after = tidied(before);
        CAPTURE(before.text);
        CHECK(letters(after.text) == letters(before.text));
        std::string styled_before, styled_after, verbatim_before, verbatim_after;
        for (const Span& span : before.spans) {
            const std::string_view words = std::string_view(before.text).substr(span.begin, span.end - span.begin);
            (span.style == kMaths ? verbatim_before : styled_before) += span.style == kMaths ? std::string(words) : letters(words);
        }
        std::uint32_t end = 0;
        for (const Span& span : after.spans) {
            CHECK(span.begin >= end);
            CHECK(span.begin < span.end);
            end = span.end;
            const std::string_view words = std::string_view(after.text).substr(span.begin, span.end - span.begin);
            (span.style == kMaths ? verbatim_after : styled_after) += span.style == kMaths ? std::string(words) : letters(words);
        }
        CHECK(end <= after.text.size());
        CHECK(styled_after == styled_before);
        CHECK(verbatim_after == verbatim_before);
        CHECK(tidied(after) == after);
    }
}

TEST_CASE("a slice has its own spans and only the links it uses")
{
    const StyledText text{"abcdef", {{0, 2, kBold, -1}, {3, 5, kPlain, 1}}, {"https://a.org", "https://b.org"}};
    const StyledText part = slice(text, 1, 4);
    CHECK(part.text == "bcd");
    CHECK(part.spans == std::vector<Span>{{0, 1, kBold, -1}, {2, 3, kPlain, 0}});
    CHECK(part.links == std::vector<std::string>{"https://b.org"});
    CHECK(slice(text, 5, 5).empty());
    CHECK(slice(text, 0, 99) .text == "abcdef");
}

TEST_CASE("the builder merges like neighbours and gives plain text no span")
{
    StyledTextBuilder builder;
    builder.append("plain ");
    builder.set_style(kBold);
    builder.append("bo");
    builder.append("ld");
    builder.set_style(kPlain);
    builder.append(" end");
    const StyledText text = builder.take();
    CHECK(text.text == "plain bold end");
    CHECK(text.spans == std::vector<Span>{{6, 10, kBold, -1}});
    CHECK(builder.empty());
}

TEST_CASE("the builder takes back what was appended, span and all")
{
    StyledTextBuilder builder;
    builder.append("keep ");
    builder.set_link(builder.add_link("https://a.org"));
    builder.append("this https URL");
    builder.truncate(5);
    builder.append("https://a.org");
    const StyledText text = builder.take();
    CHECK(text.text == "keep https://a.org");
    CHECK(text.spans == std::vector<Span>{{5, 18, kPlain, 0}});
}
