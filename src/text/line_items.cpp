// What stands on a line: pieces, shapes, their places and the line's height.
#include <algorithm>
#include <cmath>

#include "base/utf8.h"
#include "text/line_filler.h"

namespace paperdeck {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr float kMiddleOfXHeight = 0.36f;  // em above the baseline, about that of capitals and small letters
constexpr float kAirPx = 1;                // between a formula and the lines around it

// Drawn nowhere, but for the hyphen at a line's end.
bool is_invisible(char32_t c) { return c == 0x00AD || c == 0x200B || c == 0x2060; }

}  // namespace

void LineFiller::add_items(Place end)
{
    float x = 0;
    for (std::size_t r = start_.run; r < runs_.size() && r <= end.run; ++r) {
        const Run& run = runs_[r];
        const std::uint32_t begin = r == start_.run ? std::max(start_.byte, run.begin) : run.begin;
        const std::uint32_t stop = r == end.run ? std::min(end.byte, run.end) : run.end;
        if (begin >= stop) continue;
        if (run.formula >= 0 && x > 0) x += run.space_px;
        Item item = {r, out_.pieces.size(), out_.shapes.size(), x, 0};
        if (run.formula >= 0) {
            add_box(run, x);
            x += set_.box_of(run).width_px;
        } else {
            add_words(run, begin, stop, x);
        }
        item.width_px = x - item.x_px;
        items_.push_back(item);
    }
}

// Words are one piece, but where something invisible is left out of them.
void LineFiller::add_words(const Run& run, std::uint32_t begin, std::uint32_t end, float& x)
{
    const auto add = [&](std::uint32_t from, std::uint32_t to, float width) {
        if (from == to) return;
        out_.pieces.push_back({from, to, run.source_begin + (from - run.begin), run.source_begin + (to - run.begin), x, width,
                               style_.size_px, 0, run.face, run.is_code, run.marks, run.link});
        x += width;
    };
    std::uint32_t from = begin;
    float width = 0;
    for (std::uint32_t at = begin; at < end;) {
        const CodePoint point = decode_utf8(out_.text, at);
        const std::uint32_t next = at + static_cast<std::uint32_t>(point.length);
        if (is_invisible(point.value)) {
            add(from, at, width);
            from = next;
            width = 0;
        } else {
            width += width_of(run.face, point.value);
        }
        at = next;
    }
    add(from, end, width);
}

// Glyphs that follow each other in one look are one piece.
void LineFiller::add_box(const Run& run, float x)
{
    const Formula& formula = set_.formulas[static_cast<std::size_t>(run.formula)];
    const MathsBox& box = formula.boxes[run.box];
    const std::size_t first = out_.pieces.size();
    std::uint32_t at = run.begin;
    for (std::uint32_t i = 0; i < box.glyph_count; ++i) {
        const MathsGlyph& glyph = formula.glyphs[box.first_glyph + i];
        const std::uint32_t next = at + static_cast<std::uint32_t>(decode_utf8(out_.text, at).length);
        const float left = x + glyph.x_px;
        Piece* last = out_.pieces.size() > first ? &out_.pieces.back() : nullptr;
        if (last && last->face == glyph.face && last->size_px == glyph.size_px && last->rise_px == glyph.rise_px &&
            std::abs(last->x_px + last->width_px - left) < 0.01f) {
            last->end = next;
            last->width_px += glyph.width_px;
        } else {
            out_.pieces.push_back({at, next, run.source_begin, run.source_end, left, glyph.width_px, glyph.size_px, glyph.rise_px,
                                   glyph.face, false, run.marks, run.link});
        }
        at = next;
    }
    for (std::uint32_t i = 0; i < box.shape_count; ++i) {
        Shape shape = formula.shapes[box.first_shape + i];
        shape.x_px += x;
        shape.link = run.link;
        out_.shapes.push_back(shape);
    }
}

float LineFiller::right_px() const { return items_.empty() ? 0 : items_.back().x_px + items_.back().width_px; }

void LineFiller::trim_blanks()
{
    while (!items_.empty() && runs_[items_.back().run].formula < 0) {
        Item& item = items_.back();
        while (out_.pieces.size() > item.first_piece) {
            if (out_.text[out_.pieces.back().end - 1] != ' ') return;
            drop_last_glyph();
        }
        items_.pop_back();
    }
}

// Takes the last glyph of the line away, or all of a box.
void LineFiller::drop_last_glyph()
{
    Item& item = items_.back();
    if (runs_[item.run].formula >= 0 || out_.pieces.size() == item.first_piece) {
        out_.pieces.resize(item.first_piece);
        out_.shapes.resize(item.first_shape);
        items_.pop_back();
        return;
    }
    Piece& piece = out_.pieces.back();
    std::uint32_t last = piece.end - 1;
    while (last > piece.begin && (static_cast<unsigned char>(out_.text[last]) & 0xC0) == 0x80) --last;
    const float width = width_of(piece.face, decode_utf8(out_.text, last).value);
    piece.width_px -= width;
    item.width_px -= width;
    piece.source_end -= piece.end - last;
    piece.end = last;
    if (piece.begin == piece.end) out_.pieces.pop_back();
}

// A display formula that is a paragraph by itself, and all on this line, stands in the middle.
void LineFiller::centre_display(std::size_t first_piece, std::size_t first_shape)
{
    if (items_.empty() || !runs_[items_.front().run].is_alone) return;
    const Run &first = runs_[items_.front().run], &last = runs_[items_.back().run];
    const bool is_whole = first.box == 0 && first.formula == last.formula && last.box + 1 == set_.formulas[static_cast<std::size_t>(first.formula)].boxes.size();
    if (!is_whole) return;
    const float pixel = metrics_.pixel_px();
    const float shift = std::floor((style_.width_px - right_px()) / 2 / pixel) * pixel;
    if (shift <= 0) return;
    for (Item& item : items_) item.x_px += shift;
    for (std::size_t p = first_piece; p < out_.pieces.size(); ++p) out_.pieces[p].x_px += shift;
    for (std::size_t s = first_shape; s < out_.shapes.size(); ++s) out_.shapes[s].x_px += shift;
}

// Makes room on the line, a glyph at a time from its end, and closes it with an ellipsis.
void LineFiller::cut_for_ellipsis()
{
    out_.is_cut = true;
    const float dots = width_of(style_.face, decode_utf8(kEllipsis, 0).value);
    const auto ends_in_separator = [&] {
        const Item& item = items_.back();
        if (out_.pieces.size() == item.first_piece) return runs_[item.run].formula < 0;
        return runs_[item.run].formula < 0 && std::string_view(" ,;.:").find(out_.text[out_.pieces.back().end - 1]) != std::string_view::npos;
    };
    while (!items_.empty() && (right_px() + dots > style_.width_px || ends_in_separator())) drop_last_glyph();
    add_own(kEllipsis);
}

// A glyph that no source has, at the line's end.
void LineFiller::add_own(std::string_view glyph)
{
    Piece piece;
    if (!items_.empty()) {
        const Run& run = runs_[items_.back().run];
        if (out_.pieces.size() > items_.back().first_piece) piece.source_begin = piece.source_end = out_.pieces.back().source_end;
        if (glyph == "-") piece.marks = run.marks;
        piece.link = glyph == "-" ? run.link : -1;
        piece.face = glyph == "-" ? run.face : style_.face;
    }
    piece.begin = static_cast<std::uint32_t>(out_.text.size());
    out_.text += glyph;
    piece.end = static_cast<std::uint32_t>(out_.text.size());
    piece.x_px = right_px();
    piece.width_px = width_of(piece.face, decode_utf8(glyph, 0).value);
    piece.size_px = style_.size_px;
    out_.pieces.push_back(piece);
    if (items_.empty()) items_.push_back({0, out_.pieces.size() - 1, out_.shapes.size(), 0, 0});
    items_.back().width_px += piece.width_px;
}

// The line with its height: that of the style, unless a formula needs more above or below the baseline.
Line LineFiller::line_of_items(std::size_t first_piece, std::size_t first_shape) const
{
    Line line;
    line.first_piece = static_cast<std::uint32_t>(first_piece);
    line.piece_count = static_cast<std::uint32_t>(out_.pieces.size() - first_piece);
    line.first_shape = static_cast<std::uint32_t>(first_shape);
    line.shape_count = static_cast<std::uint32_t>(out_.shapes.size() - first_shape);
    line.width_px = right_px();
    line.top_px = out_.lines.empty() ? 0 : out_.lines.back().top_px + out_.lines.back().height_px;
    const float pixel = metrics_.pixel_px();
    const auto whole = [pixel](float px) { return std::round(px / pixel) * pixel; };
    line.baseline_px = whole(style_.line_height_px / 2 + style_.size_px * kMiddleOfXHeight);
    float below = style_.line_height_px - line.baseline_px;
    for (const Item& item : items_) {
        if (runs_[item.run].formula < 0) continue;
        const MathsBox& box = set_.box_of(runs_[item.run]);
        line.baseline_px = std::max(line.baseline_px, whole(std::ceil(box.ascent_px + kAirPx)));
        below = std::max(below, whole(std::ceil(box.descent_px + kAirPx)));
    }
    line.height_px = std::ceil(line.baseline_px + below - 0.01f);
    return line;
}

}  // namespace paperdeck
