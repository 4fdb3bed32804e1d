// Filling: where lines end.
#include "text/line_filler.h"

#include "base/utf8.h"

namespace paperdeck {
namespace {

constexpr char32_t kSoftHyphen = 0x00AD;
constexpr char32_t kFormula = 'x';  // stands for a box where breaks are asked for

// Drawn over the letter before it or joined to it.
bool is_attached(char32_t c)
{
    return (c >= 0x0300 && c <= 0x036F) || (c >= 0x1AB0 && c <= 0x1AFF) || (c >= 0x20D0 && c <= 0x20FF) || c == 0x200D ||
           (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0x1F3FB && c <= 0x1F3FF);
}

bool is_address_sign(char32_t c) { return c < 0x80 && std::string_view("/.?&=_-,:;@#+%)").find(static_cast<char>(c)) != std::string_view::npos; }

}  // namespace

float LineFiller::width_of(Face face, char32_t c) const
{
    if (c == kSoftHyphen || c == 0x200B || c == 0x2060) return 0;
    return metrics_.advance(face, style_.size_px, c);
}

void LineFiller::fill()
{
    for (std::size_t r = 0; r < runs_.size() && !is_full(); ++r) {
        if (runs_[r].formula >= 0) fill_box(r);
        else fill_words(r);
    }
    if (!is_full() && (start_.run < runs_.size() || out_.lines.empty())) end_line(end_place(), end_place());
    out_.height_px = out_.lines.empty() ? 0 : out_.lines.back().top_px + out_.lines.back().height_px;
}

void LineFiller::fill_words(std::size_t r)
{
    const Run& run = runs_[r];
    for (std::uint32_t at = run.begin; at < run.end && !is_full();) {
        const CodePoint point = decode_utf8(out_.text, at);
        const std::uint32_t next = at + static_cast<std::uint32_t>(point.length);
        if (point.value == '\n') {
            end_line({r, at}, {r, next});
            before_ = '\n';
            at = next;
            continue;
        }
        if (x_ > 0 && before_ != '\n' && may_break_between(before_, point.value)) {
            // A hyphen has to fit where a line ends at a soft one.
            if (before_ != kSoftHyphen || x_ + width_of(run.face, '-') <= style_.width_px) good_ = {{r, at}, x_, true};
        } else if (is_address_sign(before_) && !is_address_sign(point.value)) {
            weak_ = {{r, at}, x_, true};
        }
        if (point.value == ' ' || is_attached(point.value)) x_ += width_of(run.face, point.value);
        else place({r, at}, 0, width_of(run.face, point.value));
        before_ = point.value;
        at = next;
    }
}

void LineFiller::fill_box(std::size_t r)
{
    const Run& run = runs_[r];
    const bool may_end = run.box > 0 || may_break_between(before_, kFormula);
    if (x_ > 0 && may_end) good_ = {{r, run.begin}, x_ + run.space_px, true};
    place({r, run.begin}, run.space_px, set_.box_of(run).width_px);
    before_ = kFormula;
}

// Puts a glyph or box on the line, or on the next one where it does not fit.
void LineFiller::place(Place at, float space_px, float width_px)
{
    const auto overflows = [&] { return x_ + space_px + width_px > style_.width_px && x_ > 0; };
    if (overflows() && good_.exists) {
        // A box that moves down leaves its space behind.
        if (good_.place.run == at.run && good_.place.byte == at.byte) x_ += space_px;
        break_line(good_);
        if (x_ == 0) space_px = 0;
    }
    // What moved down may itself be wider than a line.
    if (overflows() && !is_full()) {
        const bool is_late = weak_.exists && weak_.x_px > style_.width_px / 2;
        break_line(is_late ? weak_ : Opportunity{at, x_, true});
        if (x_ == 0) space_px = 0;
    }
    x_ += space_px + width_px;
}

void LineFiller::break_line(Opportunity at)
{
    const float moved = x_ - at.x_px;
    const Opportunity weak = weak_;
    end_line(at.place, at.place);
    x_ = moved;
    if (weak.exists && weak.x_px > at.x_px) weak_ = {weak.place, weak.x_px - at.x_px, true};
}

bool LineFiller::ends_at_soft_hyphen(Place end) const
{
    return end.byte >= 2 && end.byte < text_end_ && std::string_view(out_.text).substr(end.byte - 2, 2) == "\u00AD";
}

bool LineFiller::has_text_after(Place place) const
{
    for (std::size_t at = place.byte; at < text_end_; ++at)
        if (out_.text[at] != ' ' && out_.text[at] != '\n') return true;
    return false;
}

// Closes the line that began at start_: its text ends before `end`, the next line begins at `next`.
void LineFiller::end_line(Place end, Place next)
{
    const bool is_last_allowed = style_.max_lines > 0 && static_cast<int>(out_.lines.size()) + 1 == style_.max_lines;
    const std::size_t first_piece = out_.pieces.size(), first_shape = out_.shapes.size();
    items_.clear();
    add_items(end);
    trim_blanks();
    if (is_last_allowed && has_text_after(next)) cut_for_ellipsis();
    else if (ends_at_soft_hyphen(end)) add_own("-");
    else centre_display(first_piece, first_shape);
    out_.lines.push_back(line_of_items(first_piece, first_shape));
    start_ = next;
    x_ = 0;
    good_ = weak_ = {};
}

}  // namespace paperdeck
