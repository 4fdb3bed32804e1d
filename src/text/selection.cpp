#include "text/selection.h"

#include <algorithm>

#include "base/utf8.h"

namespace paperdeck {
namespace {

// Consecutive pieces of a line that stand for one stretch of the source as a whole, or one piece of text.
struct Atom {
    const Piece* first = nullptr;
    const Piece* end = nullptr;  // behind the last
    float left_px = 0;
    float right_px = 0;

    SourceRange source() const { return {first->source_begin, first->source_end}; }
    // Each byte drawn is a byte of the source.
    bool is_text() const { return end == first + 1 && first->end - first->begin == first->source_end - first->source_begin; }
};

Atom atom_from(const Piece* first, const Piece* line_end)
{
    Atom atom = {first, first + 1, first->x_px, first->x_px + first->width_px};
    while (atom.end != line_end && first->source_begin < first->source_end && atom.end->source_begin == first->source_begin &&
           atom.end->source_end == first->source_end) {
        atom.left_px = std::min(atom.left_px, atom.end->x_px);
        atom.right_px = std::max(atom.right_px, atom.end->x_px + atom.end->width_px);
        ++atom.end;
    }
    return atom;
}

// Calls take(atom) for each atom of the line until it answers true.
template <class Take>
void for_each_atom(const Paragraph& paragraph, const Line& line, Take take)
{
    const Piece* piece = paragraph.pieces.data() + line.first_piece;
    const Piece* end = piece + line.piece_count;
    while (piece != end) {
        const Atom atom = atom_from(piece, end);
        if (take(atom)) return;
        piece = atom.end;
    }
}

float advance(const Piece& piece, char32_t c, const FontMetrics& metrics)
{
    return is_break_sign(c) ? 0 : metrics.advance(piece.face, piece.size_px, c);
}

// Where the source offset stands in a piece of text.
float x_of(const Paragraph& paragraph, const Piece& piece, std::uint32_t offset, const FontMetrics& metrics)
{
    float x = piece.x_px;
    const std::uint32_t stop = piece.begin + (offset - piece.source_begin);
    for (std::uint32_t at = piece.begin; at < stop;) {
        const CodePoint point = decode_utf8(paragraph.text, at);
        x += advance(piece, point.value, metrics);
        at += static_cast<std::uint32_t>(point.length);
    }
    return x;
}

std::uint32_t offset_in_text(const Paragraph& paragraph, const Piece& piece, float x_px, Snap snap, const FontMetrics& metrics)
{
    float x = piece.x_px;
    std::uint32_t at = piece.begin;
    while (at < piece.end) {
        const CodePoint point = decode_utf8(paragraph.text, at);
        const float width = advance(piece, point.value, metrics);
        if (x_px < x + (snap == Snap::kNearest ? width / 2 : width)) break;
        x += width;
        at += static_cast<std::uint32_t>(point.length);
    }
    return piece.source_begin + (at - piece.begin);
}

const Line& line_at(const Paragraph& paragraph, float y_px)
{
    const auto is_above = [y_px](const Line& line) { return line.top_px + line.height_px <= y_px; };
    const auto found = std::partition_point(paragraph.lines.begin(), paragraph.lines.end(), is_above);
    return found == paragraph.lines.end() ? paragraph.lines.back() : *found;
}

}  // namespace

std::uint32_t offset_at(const Paragraph& paragraph, const FontMetrics& metrics, float x_px, float y_px, Snap snap)
{
    if (paragraph.lines.empty()) return 0;
    const Line* line = &line_at(paragraph, y_px);
    // An empty line is where the text before it ends.
    while (line->piece_count == 0 && line != paragraph.lines.data()) {
        --line;
        x_px = line->width_px + 1;
    }
    std::uint32_t found = 0;
    for_each_atom(paragraph, *line, [&](const Atom& atom) {
        const SourceRange source = atom.source();
        found = source.end;
        if (x_px >= atom.right_px) return false;
        const bool is_first_half = snap == Snap::kUnder || x_px < (atom.left_px + atom.right_px) / 2;
        if (atom.is_text())
            found = offset_in_text(paragraph, *atom.first, x_px, snap, metrics);
        else if (is_first_half)
            found = source.begin;
        return true;
    });
    return found;
}

std::optional<Stretch> stretch_of(const Paragraph& paragraph, const Line& line, SourceRange range, const FontMetrics& metrics)
{
    std::optional<Stretch> stretch;
    for_each_atom(paragraph, line, [&](const Atom& atom) {
        const SourceRange source = atom.source();
        const SourceRange covered = {std::max(range.begin, source.begin), std::min(range.end, source.end)};
        if (covered.empty()) return false;
        const float left = atom.is_text() ? x_of(paragraph, *atom.first, covered.begin, metrics) : atom.left_px;
        const float right = atom.is_text() && covered.end < source.end ? x_of(paragraph, *atom.first, covered.end, metrics) : atom.right_px;
        if (!stretch) stretch = Stretch{left, 0};
        stretch->width_px = right - stretch->x_px;
        return false;
    });
    return stretch;
}

CaretPlace caret_place(const Paragraph& paragraph, std::uint32_t offset, const FontMetrics& metrics)
{
    CaretPlace caret;
    for (std::size_t i = 0; i < paragraph.lines.size(); ++i) {
        const Line& line = paragraph.lines[i];
        if (line.piece_count == 0) continue;
        const std::uint32_t begin = paragraph.pieces[line.first_piece].source_begin;
        if (i > 0 && begin > offset) break;
        const auto before = stretch_of(paragraph, line, {begin, offset}, metrics);
        caret = {i, before ? before->x_px + before->width_px : 0};
    }
    return caret;
}

SourceRange shown_range(const Paragraph& paragraph)
{
    if (paragraph.pieces.empty()) return {};
    return {paragraph.pieces.front().source_begin, paragraph.pieces.back().source_end};
}

}  // namespace paperdeck
