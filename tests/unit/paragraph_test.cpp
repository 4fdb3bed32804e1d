#include "text/paragraph.h"

#include <algorithm>
#include <cmath>

#include <doctest/doctest.h>

#include "base/utf8.h"

using namespace paperdeck;

namespace {

// Every glyph is half its size wide, whatever its face: sums can be done in the head.
class HalfEm final : public FontMetrics {
public:
    float glyph_advance(Face, float size_px, char32_t) const override { return size_px / 2; }
};

const HalfEm kMetrics;

// Blanks of 0.3 em on a device of `ratio` pixels a px.
class RatioMetrics final : public FontMetrics {
public:
    explicit RatioMetrics(float ratio) : ratio_(ratio) {}
    float glyph_advance(Face, float size_px, char32_t c) const override { return size_px * (c == ' ' || c == 0xA0 ? 0.3f : 0.5f); }
    float pixel_px() const override { return 1 / ratio_; }

private:
    float ratio_;
};

StyledText styled(std::string text, std::vector<Span> spans = {})
{
    StyledText out;
    out.text = std::move(text);
    out.spans = std::move(spans);
    return out;
}

// Ten glyphs a line.
ParagraphStyle style(float width_px = 50, int max_lines = 0) { return {Face::kRegular, 10, 14, width_px, max_lines}; }

std::vector<std::string> lines_of(const Paragraph& paragraph)
{
    std::vector<std::string> lines;
    for (const Line& line : paragraph.lines) {
        std::string text;
        for (std::uint32_t p = 0; p < line.piece_count; ++p) {
            const Piece& piece = paragraph.pieces[line.first_piece + p];
            text += paragraph.text.substr(piece.begin, piece.end - piece.begin);
        }
        lines.push_back(text);
    }
    return lines;
}

std::string without_blanks(std::string_view text)
{
    std::string out;
    for (char c : text)
        if (c != ' ' && c != '\n') out += c;
    return out;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a line ends at the last blank that fits, and the blank is not drawn")
{
    CHECK(lines_of(lay_out(styled("one two three four"), {}, style(), kMetrics)) == Lines{"one two", "three four"});
}

TEST_CASE("a word that fits exactly stays on its line")
{
    CHECK(lines_of(lay_out(styled("abcde fghi jk"), {}, style(), kMetrics)) == Lines{"abcde fghi", "jk"});
}

TEST_CASE("a word wider than the line is broken rather than let over the edge")
{
    const Paragraph paragraph = lay_out(styled("to abcdefghijklmnopqrstuvw end"), {}, style(), kMetrics);
    CHECK(lines_of(paragraph) == Lines{"to", "abcdefghij", "klmnopqrst", "uvw end"});
    for (const Line& line : paragraph.lines) CHECK(line.width_px <= 50);
}

TEST_CASE("every piece knows the bytes it was made from; mathematics and the ellipsis as a whole")
{
    const StyledText source = styled("see x^2 here and there", {{4, 7, kMaths, -1}});
    const Paragraph paragraph = lay_out(source, {{8, 10}}, style(60, 1), kMetrics);
    REQUIRE(paragraph.lines.size() == 1);
    for (const Piece& piece : paragraph.pieces) {
        const std::string drawn = paragraph.text.substr(piece.begin, piece.end - piece.begin);
        const std::string made_from = source.text.substr(piece.source_begin, piece.source_end - piece.source_begin);
        const bool is_maths = piece.source_begin == 4;
        CHECK(made_from == (is_maths ? "x^2" : drawn == "…" ? "" : drawn));
    }
    CHECK(paragraph.pieces.back().source_begin == paragraph.pieces[paragraph.pieces.size() - 2].source_end);
}

TEST_CASE("hyphens, slashes and dashes end lines, but not before a digit")
{
    CHECK(lines_of(lay_out(styled("cross-domain/multi"), {}, style(), kMetrics)) == Lines{"cross-", "domain/", "multi"});
    CHECK_FALSE(may_break_between('-', '3'));
    CHECK_FALSE(may_break_between('/', '2'));
    CHECK(may_break_between(0x2014, 'a'));
}

TEST_CASE("ideographs break anywhere but before closing and after opening marks")
{
    CHECK(lines_of(lay_out(styled("深度学习图像分割方法研究。好"), {}, style(), kMetrics)) == Lines{"深度学习图像分割方法", "研究。好"});
    CHECK_FALSE(may_break_between(U'究', U'。'));
    CHECK_FALSE(may_break_between(U'（', U'图'));
    CHECK(may_break_between(U'图', U'像'));
}

TEST_CASE("a no-break space holds two words together")
{
    CHECK(lines_of(lay_out(styled("aaaa Fig.\u00A07 b"), {}, style(), kMetrics)) == Lines{"aaaa", "Fig.\u00A07 b"});
}

TEST_CASE("a line break in the text ends the line")
{
    CHECK(lines_of(lay_out(styled("a\nb\n\nc"), {}, style(), kMetrics)) == Lines{"a", "b", "", "c"});
}

TEST_CASE("nothing is lost, at any width")
{
    const std::string text = "Rényi-type bounds/limits for U-Net: a study of over-smoothing in 12 深度学习 networks (2021), part-2";
    for (float width = 5; width < 400; width += 7) {
        std::string drawn;
        const Paragraph paragraph = lay_out(styled(text), {}, style(width), kMetrics);
        for (const std::string& line : lines_of(paragraph)) drawn += line;
        CHECK(without_blanks(drawn) == without_blanks(text));
        for (const Line& line : paragraph.lines) CHECK(line.width_px <= width + 0.01f);
    }
}

TEST_CASE("mixed styles share a line and wrap as one text")
{
    const StyledText text = styled("plain bold it", {{6, 10, kBold, -1}, {11, 13, kItalic, -1}});
    const Paragraph paragraph = lay_out(text, {}, style(), kMetrics);
    CHECK(lines_of(paragraph) == Lines{"plain bold", "it"});
    REQUIRE(paragraph.pieces.size() == 3);
    CHECK(paragraph.pieces[1].face == Face::kSemibold);
    CHECK(paragraph.pieces[2].face == Face::kItalic);
}

TEST_CASE("the gap between words is whole pixels of the device, at any ratio and size, and never none")
{
    // The second word is a piece of its own, by its mark; a no-break space gives the same gap.
    for (const std::string text : {"aa bb", "aa\u00A0bb"}) {
        for (const float ratio : {1.0f, 1.25f, 1.5f, 2.0f, 2.625f, 3.0f}) {
            const RatioMetrics metrics(ratio);
            for (float size = 1; size < 40; size += 0.7f) {
                const auto second = static_cast<std::uint32_t>(text.size() - 2);
                const Paragraph paragraph = lay_out(styled(text), {{second, second + 2}}, {Face::kRegular, size, 60, 900, 0}, metrics);
                REQUIRE(paragraph.pieces.size() == 2);
                const float gap = (paragraph.pieces[1].x_px - size) * ratio;  // two glyphs of half an em before it
                CAPTURE(ratio);
                CAPTURE(size);
                CHECK(gap == doctest::Approx(std::round(gap)).epsilon(0.001));
                CHECK(gap > 0.9f);
                CHECK(std::abs(gap - 0.3f * size * ratio) < std::max(0.51f, 1 - 0.3f * size * ratio + 0.01f));
            }
        }
    }
}

TEST_CASE("a style that changes inside a word gives no break")
{
    const StyledText text = styled("aaaaaaa bbbbb", {{10, 13, kBold, -1}});
    CHECK(lines_of(lay_out(text, {}, style(), kMetrics)) == Lines{"aaaaaaa", "bbbbb"});
}

TEST_CASE("a shortened paragraph ends in an ellipsis that fits")
{
    const Paragraph paragraph = lay_out(styled("one two three four five six"), {}, style(50, 2), kMetrics);
    CHECK(paragraph.is_cut);
    CHECK(lines_of(paragraph) == Lines{"one two", "three fou…"});
    CHECK(paragraph.lines.back().width_px <= 50);
}

TEST_CASE("a paragraph that fits its lines is not cut")
{
    const Paragraph paragraph = lay_out(styled("one two three four"), {}, style(50, 2), kMetrics);
    CHECK_FALSE(paragraph.is_cut);
    CHECK(lines_of(paragraph).back() == "three four");
}

TEST_CASE("marks lie on the glyphs they name")
{
    const Paragraph paragraph = lay_out(styled("a transformer b"), {{2, 13}}, style(100), kMetrics);
    REQUIRE(paragraph.pieces.size() == 3);
    CHECK(paragraph.pieces[1].marks == kHit);
    CHECK(paragraph.text.substr(paragraph.pieces[1].begin, paragraph.pieces[1].end - paragraph.pieces[1].begin) == "transformer");
    CHECK(paragraph.pieces[1].x_px == doctest::Approx(10));
    CHECK(paragraph.pieces[0].marks == 0);
}

TEST_CASE("a mark over a line's end is drawn on both lines")
{
    const Paragraph paragraph = lay_out(styled("graph matching"), {{0, 14}}, style(), kMetrics);
    for (const Piece& piece : paragraph.pieces) CHECK(piece.marks == kHit);
    CHECK(paragraph.lines.size() == 2);
}

TEST_CASE("mathematics is set, and what cannot be set shows its source as code")
{
    const Paragraph set = lay_out(styled("\\alpha^2", {{0, 8, kMaths, -1}}), {}, style(), kMetrics);
    CHECK(set.text == "α2");
    CHECK(set.pieces.back().rise_px > 0);
    CHECK(set.pieces.back().size_px < 10);
    const Paragraph source = lay_out(styled("\\unknown{x}", {{0, 11, kMaths, -1}}), {}, style(100), kMetrics);
    CHECK(source.text == "\\unknown{x}");
    CHECK(source.pieces.front().is_code);
}

TEST_CASE("a formula wider than the line is broken at its signs; a part that is too wide shows its source")
{
    const std::string tex = "a = b + c = d + e = f + g";
    const Paragraph broken = lay_out(styled(tex, {{0, 25, kMaths, -1}}), {}, style(60), kMetrics);
    CHECK(lines_of(broken) == Lines{"a=b+c=d+", "e=f+g"});
    for (const Line& line : broken.lines) CHECK(line.width_px <= 60);
    const std::string wide = "\\sqrt{abcdefghijklmnop}";
    const Paragraph source = lay_out(styled(wide, {{0, static_cast<std::uint32_t>(wide.size()), kMaths, -1}}), {}, style(), kMetrics);
    CHECK(source.pieces.front().is_code);
    CHECK(without_blanks(source.text) == wide);
    for (const Line& line : source.lines) CHECK(line.width_px <= 50);
}

TEST_CASE("a short formula does not part from the bracket and the comma around it")
{
    CHECK(lines_of(lay_out(styled("aaaaaa (x), b", {{8, 9, kMaths, -1}}), {}, style(), kMetrics)) == Lines{"aaaaaa", "(x), b"});
}

TEST_CASE("a display formula that is a paragraph by itself stands in the middle, with all its lines")
{
    const StyledText text = styled("one\n\\sqrt{x}\ntwo", {{4, 12, kMaths | kDisplayMaths, -1}});
    const Paragraph paragraph = lay_out(text, {}, style(200), kMetrics);
    REQUIRE(paragraph.lines.size() == 3);
    const Line& middle = paragraph.lines[1];
    REQUIRE(middle.piece_count > 0);
    REQUIRE(middle.shape_count == 1);
    const float left = std::min(paragraph.pieces[middle.first_piece].x_px, paragraph.shapes[middle.first_shape].x_px);
    CHECK(left > 80);
    CHECK(std::abs(left - (200 - middle.width_px)) < 2);
    CHECK(left == std::round(left));
    CHECK(paragraph.pieces[paragraph.lines[0].first_piece].x_px == 0);
    CHECK(paragraph.pieces[paragraph.lines[2].first_piece].x_px == 0);
}

TEST_CASE("no other formula is moved to the middle: in a line of text, not for display, or too wide for one line")
{
    const auto left = [](const StyledText& text, float width) {
        const Paragraph paragraph = lay_out(text, {}, style(width), kMetrics);
        return paragraph.pieces.front().x_px;
    };
    CHECK(left(styled("x = y", {{0, 5, kMaths | kDisplayMaths, -1}}), 200) > 50);
    CHECK(left(styled("x = y", {{0, 5, kMaths, -1}}), 200) == 0);
    CHECK(left(styled("x = y.", {{0, 5, kMaths | kDisplayMaths, -1}}), 200) == 0);
    CHECK(left(styled("a = b + c = d + e = f + g", {{0, 25, kMaths | kDisplayMaths, -1}}), 60) == 0);
    for (float width = 30; width < 300; width += 7) {
        const Paragraph paragraph = lay_out(styled("x = y", {{0, 5, kMaths | kDisplayMaths, -1}}), {}, style(width), kMetrics);
        for (const Line& line : paragraph.lines) CHECK(line.width_px <= width);
    }
}

TEST_CASE("a high formula makes its own line higher, and no other")
{
    const std::string tex = "\\frac{a}{b}";
    const StyledText text = styled("one two " + tex + " three four", {{8, 8 + 11, kMaths | kDisplayMaths, -1}});
    const Paragraph paragraph = lay_out(text, {}, style(60), kMetrics);
    REQUIRE(paragraph.lines.size() == 2);
    CHECK(paragraph.lines[0].height_px > 14);
    CHECK(paragraph.lines[1].height_px == 14);
    CHECK(paragraph.lines[1].top_px == paragraph.lines[0].height_px);
    CHECK(paragraph.height_px == paragraph.lines[0].height_px + 14);
    const Shape& rule = paragraph.shapes.at(paragraph.lines[0].first_shape);
    CHECK(rule.x_px >= 40);
    for (const Piece& piece : paragraph.pieces)
        CHECK(paragraph.lines[0].baseline_px - piece.rise_px - 0.7f * piece.size_px > -1);
}

TEST_CASE("an ordinary fraction leaves the lines where they are")
{
    const std::string tex = "\\frac{1}{2}";
    const Paragraph paragraph = lay_out(styled(tex, {{0, 11, kMaths, -1}}), {}, {Face::kRegular, 14, 22, 300, 0}, kMetrics);
    CHECK(paragraph.height_px == 22);
}

TEST_CASE("a marked or linked formula is marked and linked as a whole")
{
    StyledText text = styled("a \\sqrt{x+y} b", {{2, 12, kMaths, 0}});
    text.links = {"https://a.org"};
    const Paragraph paragraph = lay_out(text, {{5, 6}}, style(200), kMetrics);
    int parts = 0;
    for (const Piece& piece : paragraph.pieces) {
        if (piece.source_begin != 2) continue;
        ++parts;
        CHECK(piece.source_end == 12);
        CHECK(piece.marks == kHit);
        CHECK(piece.link == 0);
    }
    CHECK(parts == 3);
    REQUIRE(paragraph.shapes.size() == 1);
    CHECK(paragraph.shapes[0].link == 0);
}

TEST_CASE("a formula at the cut goes whole, with all its lines")
{
    const StyledText text = styled("one \\sqrt{abc} two three four", {{4, 14, kMaths, -1}});
    const Paragraph paragraph = lay_out(text, {}, style(38, 1), kMetrics);
    CHECK(paragraph.is_cut);
    CHECK(lines_of(paragraph) == Lines{"one…"});
    CHECK(paragraph.shapes.empty());
    CHECK(paragraph.lines[0].shape_count == 0);
}

TEST_CASE("a soft hyphen is drawn where a line ends at it, and nowhere else")
{
    const Paragraph paragraph = lay_out(styled("seg\u00ADmen\u00ADta\u00ADtion"), {}, style(40), kMetrics);
    CHECK(lines_of(paragraph) == Lines{"segmen-", "tation"});
    for (const Line& line : paragraph.lines) CHECK(line.width_px <= 40);
    CHECK(lines_of(lay_out(styled("seg\u00ADmen"), {}, style(40), kMetrics)) == Lines{"segmen"});
}

TEST_CASE("a long address is broken at its signs")
{
    CHECK(lines_of(lay_out(styled("at https://a.org/abs?id=1234567"), {}, style(60), kMetrics)) == Lines{"at https://", "a.org/", "abs?id=", "1234567"});
}

TEST_CASE("a mark over a letter is not parted from it")
{
    const std::string text = "abcdefghij\u0301k";
    CHECK(lines_of(lay_out(styled(text), {}, style(), kMetrics)) == Lines{"abcdefghij\u0301", "k"});
}

TEST_CASE("no line is wider than asked and nothing is lost, with every kind of formula, at any width")
{
    const std::vector<std::string> kinds = {"x^2", "\\frac{a+b}{c}", "\\sqrt{n}", "\\sum_{i=1}^n x_i = 1", "O(n \\log n)", "\\hat{y}", "a,b,c,d,e,f,g", "\\begin{cases} a \\\\ b \\end{cases}", "\\nope{x}"};
    StyledText text;
    for (const std::string& kind : kinds) {
        text.text += "word ";
        const auto begin = static_cast<std::uint32_t>(text.text.size());
        text.text += kind;
        text.spans.push_back({begin, static_cast<std::uint32_t>(text.text.size()), kMaths, -1});
        text.text += ", and ";
    }
    const std::string whole = without_blanks(lay_out(text, {}, style(4000), kMetrics).text);
    for (float width = 30; width < 500; width += 9) {
        const Paragraph paragraph = lay_out(text, {{0, 3}, {6, 7}}, style(width), kMetrics);
        CAPTURE(width);
        float bottom = 0;
        for (const Line& line : paragraph.lines) {
            CHECK(line.width_px <= width + 0.01f);
            CHECK(line.top_px == bottom);
            bottom += line.height_px;
            for (std::uint32_t p = 0; p < line.piece_count; ++p) {
                const Piece& piece = paragraph.pieces[line.first_piece + p];
                CHECK(piece.x_px + piece.width_px <= width + 0.01f);
            }
        }
        if (width < 200) continue;  // below, wide formulas show their source
        std::string drawn;
        for (const std::string& line : lines_of(paragraph)) drawn += line;
        CHECK(without_blanks(drawn) == whole);
    }
}

TEST_CASE("layout gives the same again")
{
    const StyledText text = styled("Set $x$ and more text to wrap here", {{5, 6, kMaths, -1}});
    const Paragraph a = lay_out(text, {{0, 3}}, style(), kMetrics), b = lay_out(text, {{0, 3}}, style(), kMetrics);
    CHECK(a.text == b.text);
    CHECK(lines_of(a) == lines_of(b));
    CHECK(a.height_px == b.height_px);
}

TEST_CASE("an empty text has one empty line of no width")
{
    const Paragraph paragraph = lay_out(styled(""), {}, style(), kMetrics);
    CHECK(paragraph.pieces.empty());
    CHECK(paragraph.lines.size() <= 1);
}
