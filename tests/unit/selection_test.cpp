#include "text/selection.h"

#include <doctest/doctest.h>

#include "base/utf8.h"

using namespace paperdeck;

namespace {

// Every glyph is half its size wide, so that sums can be done in the head.
class HalfEm final : public FontMetrics {
public:
    float glyph_advance(Face, float size_px, char32_t) const override { return size_px / 2; }
};

const HalfEm kMetrics;

StyledText styled(std::string text, std::vector<Span> spans = {})
{
    StyledText out;
    out.text = std::move(text);
    out.spans = std::move(spans);
    return out;
}

// Ten glyphs of 5 px a line of 14 px.
Paragraph laid_out(const StyledText& text, int max_lines = 0, const std::vector<Mark>& marks = {})
{
    return lay_out(text, marks, {Face::kRegular, 10, 14, 50, max_lines}, kMetrics);
}

std::uint32_t near(const Paragraph& paragraph, float x_px, float y_px) { return offset_at(paragraph, kMetrics, x_px, y_px, Snap::kNearest); }
std::uint32_t under(const Paragraph& paragraph, float x_px, float y_px) { return offset_at(paragraph, kMetrics, x_px, y_px, Snap::kUnder); }

std::string word(const StyledText& text, std::uint32_t offset)
{
    const SourceRange range = word_at(text, offset);
    return text.text.substr(range.begin, range.end - range.begin);
}

std::string word(const char* text, std::uint32_t offset) { return word(styled(text), offset); }

}  // namespace

TEST_CASE("a point is at the nearest edge of a glyph, or at the glyph under it")
{
    const Paragraph paragraph = laid_out(styled("one two three four"));
    CHECK(near(paragraph, 0, 3) == 0);
    CHECK(near(paragraph, 7, 3) == 1);
    CHECK(near(paragraph, 8, 3) == 2);
    CHECK(under(paragraph, 8, 3) == 1);
    CHECK(near(paragraph, 11, 20) == 10);  // "three four" begins with byte 8
}

TEST_CASE("points beside, above and below count for the nearest line")
{
    const Paragraph paragraph = laid_out(styled("one two three four"));
    CHECK(near(paragraph, -30, 3) == 0);
    CHECK(near(paragraph, 400, 3) == 7);
    CHECK(near(paragraph, -30, 20) == 8);
    CHECK(near(paragraph, 12, -100) == 2);
    CHECK(near(paragraph, 400, 900) == 18);
}

TEST_CASE("an empty line is where the text before it ends, and an empty text has one place")
{
    const Paragraph paragraph = laid_out(styled("ab\n\ncd"));
    REQUIRE(paragraph.lines.size() == 3);
    CHECK(near(paragraph, 0, 20) == 2);
    CHECK(near(paragraph, 40, 20) == 2);
    CHECK(near(paragraph, 0, 40) == 4);
    CHECK(near(laid_out(styled("")), 10, 10) == 0);
    CHECK(near(laid_out(styled("\n\nab")), 10, 3) == 0);
}

TEST_CASE("the edges of what a range covers lead back to the range, in plain, marked and styled text of any script")
{
    const StyledText text = styled("see 深度 learning–with styles, x^2 ünd \\frac more", {{12, 17, kBold, -1}, {35, 38, kMaths, -1}});
    const Paragraph paragraph = laid_out(text, 0, {{7, 14}});
    const auto size = static_cast<std::uint32_t>(text.text.size());
    int checked = 0;
    for (const Line& line : paragraph.lines) {
        const float y = line.top_px + line.height_px / 2;
        const Piece& first = paragraph.pieces[line.first_piece];
        const Piece& last = paragraph.pieces[line.first_piece + line.piece_count - 1];
        for (std::uint32_t at = first.source_begin; at < last.source_end;) {
            const auto next = at == 35 ? 38 : at + static_cast<std::uint32_t>(decode_utf8(text.text, at).length);
            const auto rest = stretch_of(paragraph, line, {at, size}, kMetrics);
            REQUIRE(rest.has_value());
            CHECK(near(paragraph, rest->x_px, y) == at);
            // A formula's last script has half a px of room behind it, which is nobody's.
            CHECK(rest->x_px + rest->width_px <= line.width_px);
            CHECK(rest->x_px + rest->width_px > line.width_px - 1);
            const auto one = stretch_of(paragraph, line, {at, next}, kMetrics);
            REQUIRE(one.has_value());
            CHECK(near(paragraph, one->x_px + one->width_px, y) == next);
            CHECK(under(paragraph, one->x_px + one->width_px / 2, y) == at);
            at = next;
            ++checked;
        }
    }
    CHECK(checked > 30);
}

TEST_CASE("a range over lines covers each of them as far as it goes")
{
    const Paragraph paragraph = laid_out(styled("one two three four"));
    const auto first = stretch_of(paragraph, paragraph.lines[0], {4, 13}, kMetrics);
    const auto second = stretch_of(paragraph, paragraph.lines[1], {4, 13}, kMetrics);
    REQUIRE(first.has_value());
    REQUIRE(second.has_value());
    CHECK(first->x_px == 20);
    CHECK(first->width_px == 15);
    CHECK(second->x_px == 0);
    CHECK(second->width_px == 25);
    CHECK_FALSE(stretch_of(paragraph, paragraph.lines[1], {0, 7}, kMetrics).has_value());
    CHECK_FALSE(stretch_of(paragraph, paragraph.lines[0], {5, 5}, kMetrics).has_value());
}

TEST_CASE("mathematics that is set is reached and covered as a whole")
{
    const StyledText text = styled("a \\alpha^2", {{2, 10, kMaths, -1}});
    const Paragraph paragraph = laid_out(text);
    const auto whole = stretch_of(paragraph, paragraph.lines[0], {2, 10}, kMetrics);
    const auto part = stretch_of(paragraph, paragraph.lines[0], {4, 6}, kMetrics);
    REQUIRE(whole.has_value());
    REQUIRE(part.has_value());
    CHECK(part->x_px == whole->x_px);
    CHECK(part->width_px == whole->width_px);
    CHECK(near(paragraph, whole->x_px + 1, 3) == 2);
    CHECK(near(paragraph, whole->x_px + whole->width_px - 1, 3) == 10);
    CHECK(under(paragraph, whole->x_px + whole->width_px - 1, 3) == 2);
}

TEST_CASE("what a cut paragraph leaves out cannot be reached")
{
    const Paragraph paragraph = laid_out(styled("one two three four five six"), 2);
    REQUIRE(paragraph.is_cut);
    CHECK(shown_range(paragraph) == SourceRange{0, 17});  // "one two / three fou…"
    CHECK(near(paragraph, 400, 900) == 17);
    CHECK(shown_range(laid_out(styled("one two"))) == SourceRange{0, 7});
    CHECK(shown_range(laid_out(styled(""))).empty());
}

TEST_CASE("a word is letters and digits of any script")
{
    CHECK(word("see Rényi’s bound", 5) == "Rényi’s");
    CHECK(word("a GPT4 model", 3) == "GPT4");
    CHECK(word("снова слово тут", 14) == "слово");
    CHECK(word("naïve (draft)", 9) == "draft");
    CHECK(word("e\xCC\x81t\xC3\xA9 ici", 0) == "e\xCC\x81t\xC3\xA9");  // a combining accent
}

TEST_CASE("apostrophes, hyphens and decimal points hold a word together, at its ends they do not")
{
    CHECK(word("over-smoothing here", 2) == "over-smoothing");
    CHECK(word("over-smoothing here", 4) == "over-smoothing");
    CHECK(word("over-smoothing here", 9) == "over-smoothing");
    CHECK(word("don't stop", 4) == "don't");
    CHECK(word("by 3.14 or so", 3) == "3.14");
    CHECK(word("pre- and post-", 0) == "pre");
    CHECK(word("the end. A", 5) == "end");
    CHECK(word("'quoted'", 3) == "quoted");
    CHECK(word("hy\u00ADphen", 0) == "hy\u00ADphen");
}

TEST_CASE("blanks are a word of their own, other characters stand alone")
{
    CHECK(word("a  b", 1) == "  ");
    CHECK(word("(a)", 0) == "(");
    CHECK(word("a -- b", 2) == "-");
}

TEST_CASE("ideographs and kana run on until something else comes")
{
    CHECK(word("用深度学习 CNN", 3) == "用深度学习");
    CHECK(word("深度学习モデルを使う", 0) == "深度学习");
    CHECK(word("深度学习モデルを使う", 13) == "モデルを");
    CHECK(word("图像CNN。", 7) == "CNN");
}

TEST_CASE("a span of mathematics is one word, and ends the words beside it")
{
    const StyledText text = styled("the k^{2}-means", {{4, 9, kMaths, -1}});
    CHECK(word(text, 6) == "k^{2}");
    CHECK(word(text, 4) == "k^{2}");
    CHECK(word(text, 11) == "means");
    CHECK(word(styled("ak", {{1, 2, kMaths, -1}}), 0) == "a");
}

TEST_CASE("any offset has a word, behind the end and inside of a character too")
{
    CHECK(word("ab cd", 5) == "cd");
    CHECK(word("ab cd", 900) == "cd");
    CHECK(word("é", 1) == "é");
    CHECK(word_at(styled(""), 3).empty());
}

TEST_CASE("an arrow key goes over a character with its marks, or a formula, and comes back the same way")
{
    const StyledText text = styled("ae\xCC\x81深 k^{2}\U0001F44D\U0000FE0F.", {{8, 13, kMaths, -1}});
    const std::vector<std::uint32_t> stops = {0, 1, 4, 7, 8, 13, 20, 21};
    for (std::size_t i = 0; i + 1 < stops.size(); ++i) {
        CHECK(place_after(text, stops[i], false) == stops[i + 1]);
        CHECK(place_before(text, stops[i + 1], false) == stops[i]);
    }
    CHECK(place_after(text, 21, false) == 21);
    CHECK(place_before(text, 0, false) == 0);
}

TEST_CASE("by words an arrow key goes to the next word's end, or to the beginning of the one before")
{
    const StyledText text = styled("one, (two) x^2 four.", {{11, 14, kMaths, -1}});
    const std::vector<std::uint32_t> ends = {3, 9, 14, 19, 20, 20};
    std::uint32_t at = 1;
    for (const std::uint32_t end : ends) CHECK((at = place_after(text, at, true)) == end);
    for (const std::uint32_t begin : {15u, 11u, 6u, 0u, 0u}) CHECK((at = place_before(text, at, true)) == begin);
}

TEST_CASE("a caret stands on the line of what comes after it")
{
    const Paragraph paragraph = laid_out(styled("one two three four"));
    CHECK(caret_place(paragraph, 0, kMetrics).line == 0);
    CHECK(caret_place(paragraph, 4, kMetrics).x_px == 20);
    CHECK(caret_place(paragraph, 8, kMetrics).line == 1);
    CHECK(caret_place(paragraph, 8, kMetrics).x_px == 0);
    CHECK(caret_place(paragraph, 18, kMetrics).x_px == 50);
    CHECK(caret_place(laid_out(styled("")), 0, kMetrics).line == 0);
}

TEST_CASE("a paragraph ends at the line breaks around it")
{
    const StyledText text = styled("one\ntwo words\n\nthree");
    CHECK(paragraph_at(text, 0) == SourceRange{0, 3});
    CHECK(paragraph_at(text, 3) == SourceRange{0, 3});
    CHECK(paragraph_at(text, 4) == SourceRange{4, 13});
    CHECK(paragraph_at(text, 14) == SourceRange{14, 14});
    CHECK(paragraph_at(text, 99) == SourceRange{15, 20});
}

TEST_CASE("a copy has mathematics in its source and dollars as they are")
{
    const StyledText text = styled("pay $5 for \\alpha^2 now", {{11, 19, kMaths, -1}});
    CHECK(copied_text(text, {0, 99}) == "pay $5 for $\\alpha^2$ now");
    CHECK(copied_text(text, {4, 10}) == "$5 for");
    CHECK(copied_text(text, {8, 19}) == "or $\\alpha^2$");
    CHECK(copied_text(text, {11, 19}) == "$\\alpha^2$");
    CHECK(copied_text(text, {20, 23}) == "now");
}

TEST_CASE("a copy leaves out what only says where a line may end")
{
    CHECK(copied_text(styled("hy\u00ADphen\u200Bated\u2060 text"), {0, 99}) == "hyphenated text");
    CHECK(copied_text(styled("two\nlines"), {0, 99}) == "two\nlines");
}

TEST_CASE("a copy of any range is whole characters")
{
    const StyledText text = styled("深x度", {{3, 4, kMaths, -1}});
    for (std::uint32_t begin = 0; begin < 12; ++begin)
        for (std::uint32_t end = 0; end < 12; ++end) CHECK(is_valid_utf8(copied_text(text, {begin, end})));
    CHECK(copied_text(text, {1, 5}) == "深$x$");
    CHECK(copied_text(text, {5, 2}).empty());
}
