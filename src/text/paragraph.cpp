#include "text/paragraph.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "base/utf8.h"
#include "text/maths.h"

namespace paperdeck {
namespace {

constexpr char32_t kSoftHyphen = 0x00AD;
constexpr std::string_view kEllipsis = "…";

// A stretch of Paragraph::text with one look, before it is cut into lines.
struct Run {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    Face face = Face::kRegular;
    float size_px = 0;
    float rise_px = 0;
    bool is_code = false;
    bool is_marked = false;
    std::int32_t link = -1;
    bool starts_attached = false;  // part of a formula: no line may end before it
};

Face face_of(std::uint8_t style, Face base)
{
    if (style & kBold) return Face::kSemibold;
    if (style & kItalic) return Face::kItalic;
    return base;
}

// The source as runs of one look each: spans and marks cut it, maths is set.
class RunBuilder {
public:
    RunBuilder(const StyledText& source, const std::vector<Mark>& marks, const ParagraphStyle& style, std::string& text)
        : source_(source), marks_(marks), style_(style), text_(text)
    {
    }

    std::vector<Run> build()
    {
        text_.reserve(source_.text.size() + kEllipsis.size());
        std::uint32_t at = 0;
        for (const Span& span : source_.spans) {
            plain(at, span.begin, Span{});
            if (span.style & kMaths)
                maths(span);
            else
                plain(span.begin, span.end, span);
            at = span.end;
        }
        plain(at, static_cast<std::uint32_t>(source_.text.size()), Span{});
        return std::move(runs_);
    }

private:
    bool touches_mark(std::uint32_t begin, std::uint32_t end) const
    {
        for (const Mark& mark : marks_)
            if (mark.begin < end && mark.end > begin) return true;
        return false;
    }

    void plain(std::uint32_t begin, std::uint32_t end, const Span& span)
    {
        while (begin < end) {
            while (next_mark_ < marks_.size() && marks_[next_mark_].end <= begin) ++next_mark_;
            std::uint32_t stop = end;
            bool is_marked = false;
            if (next_mark_ < marks_.size()) {
                const Mark& mark = marks_[next_mark_];
                is_marked = mark.begin <= begin;
                stop = std::min(stop, is_marked ? mark.end : mark.begin);
            }
            Run run;
            run.face = face_of(span.style, style_.face);
            run.size_px = style_.size_px;
            run.is_code = span.style & kCode;
            run.is_marked = is_marked;
            run.link = span.link;
            push(run, std::string_view(source_.text).substr(begin, stop - begin));
            begin = stop;
        }
    }

    void maths(const Span& span)
    {
        const std::string_view tex = std::string_view(source_.text).substr(span.begin, span.end - span.begin);
        Run run;
        run.size_px = style_.size_px;
        run.is_marked = touches_mark(span.begin, span.end);
        run.link = span.link;
        const auto set = set_maths(tex);
        if (!set) {
            run.face = style_.face;
            run.is_code = true;
            return push(run, tex);
        }
        bool first = true;
        for (const MathsRun& piece : *set) {
            run.face = piece.is_italic ? Face::kItalic
                                       : (piece.is_bold ? Face::kSemibold : style_.face);
            run.size_px = style_.size_px * piece.scale;
            run.rise_px = style_.size_px * piece.rise_em;
            run.starts_attached = !first;
            push(run, piece.text);
            first = false;
        }
    }

    void push(Run run, std::string_view text)
    {
        if (text.empty()) return;
        run.begin = static_cast<std::uint32_t>(text_.size());
        text_ += text;
        run.end = static_cast<std::uint32_t>(text_.size());
        runs_.push_back(run);
    }

    const StyledText& source_;
    const std::vector<Mark>& marks_;
    const ParagraphStyle& style_;
    std::string& text_;
    std::vector<Run> runs_;
    std::size_t next_mark_ = 0;
};

// Greedy line filling: runs are walked once; when the line is full it ends at the last opportunity.
class LineFiller {
public:
    LineFiller(std::vector<Run> runs, const ParagraphStyle& style, const FontMetrics& metrics, Paragraph& out)
        : runs_(std::move(runs)), style_(style), metrics_(metrics), out_(out)
    {
    }

    void fill()
    {
        char32_t before = '\n';
        for (std::size_t r = 0; r < runs_.size() && !is_full(); ++r) {
            const Run& run = runs_[r];
            for (std::uint32_t at = run.begin; at < run.end && !is_full();) {
                const CodePoint point = decode_utf8(out_.text, at);
                const std::uint32_t next = at + static_cast<std::uint32_t>(point.length);
                if (point.value == '\n') {
                    end_line(Place{r, at}, Place{r, next});
                    before = '\n';
                    at = next;
                    continue;
                }
                const bool attached = run.starts_attached && at == run.begin;
                if (before != '\n' && !attached && may_break_between(before, point.value)) note_opportunity(r, at);
                place(r, at, point.value);
                before = point.value;
                at = next;
            }
        }
        if (!is_full() && (start_.run < runs_.size() || out_.lines.empty())) end_line(end_place(), end_place());
        out_.height_px = static_cast<float>(out_.lines.size()) * style_.line_height_px;
    }

private:
    struct Place {
        std::size_t run = 0;
        std::uint32_t byte = 0;
    };

    Place end_place() const { return {runs_.size(), static_cast<std::uint32_t>(out_.text.size())}; }
    bool is_full() const { return style_.max_lines > 0 && static_cast<int>(out_.lines.size()) >= style_.max_lines; }

    float width_of(const Run& run, char32_t c) const
    {
        if (c == kSoftHyphen || c == 0x200B || c == 0x2060) return 0;
        return metrics_.advance(run.face, run.size_px, c);
    }

    void note_opportunity(std::size_t run, std::uint32_t byte)
    {
        opportunity_ = {run, byte};
        has_opportunity_ = true;
        x_at_opportunity_ = x_;
    }

    void place(std::size_t r, std::uint32_t at, char32_t c)
    {
        const float width = width_of(runs_[r], c);
        const bool overflows = x_ + width > style_.width_px && c != ' ';
        if (overflows && has_opportunity_) {
            const float moved = x_ - x_at_opportunity_;
            end_line(opportunity_, opportunity_);
            x_ = moved;
            // The word that moved down may itself be wider than a line.
            if (x_ + width > style_.width_px && x_ > 0 && !is_full()) {
                end_line(Place{r, at}, Place{r, at});
            }
        } else if (overflows && x_ > 0) {
            end_line(Place{r, at}, Place{r, at});
        }
        x_ += width;
    }

    // Closes the line that began at start_: its text ends before `end`, the next line begins at `next`.
    void end_line(Place end, Place next)
    {
        const bool is_last_allowed = style_.max_lines > 0 && static_cast<int>(out_.lines.size()) + 1 == style_.max_lines;
        Line line;
        line.first_piece = static_cast<std::uint32_t>(out_.pieces.size());
        float x = 0;
        for (std::size_t r = start_.run; r < runs_.size() && r <= end.run; ++r) {
            const std::uint32_t begin = r == start_.run ? std::max(start_.byte, runs_[r].begin) : runs_[r].begin;
            const std::uint32_t stop = r == end.run ? std::min(end.byte, runs_[r].end) : runs_[r].end;
            if (begin < stop) add_piece(runs_[r], begin, stop, x);
        }
        line.piece_count = static_cast<std::uint32_t>(out_.pieces.size()) - line.first_piece;
        trim_trailing_blanks(line);
        if (is_last_allowed && has_text_after(next)) add_ellipsis(line);
        line.piece_count = static_cast<std::uint32_t>(out_.pieces.size()) - line.first_piece;
        line.width_px = line.piece_count ? out_.pieces.back().x_px + out_.pieces.back().width_px : 0;
        out_.lines.push_back(line);
        start_ = next;
        x_ = 0;
        has_opportunity_ = false;
    }

    bool has_text_after(Place place) const
    {
        for (std::size_t at = place.byte; at < out_.text.size(); ++at)
            if (out_.text[at] != ' ' && out_.text[at] != '\n') return true;
        return false;
    }

    float measure(const Run& run, std::uint32_t begin, std::uint32_t end) const
    {
        float width = 0;
        for (std::uint32_t at = begin; at < end;) {
            const CodePoint point = decode_utf8(out_.text, at);
            width += width_of(run, point.value);
            at += static_cast<std::uint32_t>(point.length);
        }
        return width;
    }

    void add_piece(const Run& run, std::uint32_t begin, std::uint32_t end, float& x)
    {
        const float width = measure(run, begin, end);
        out_.pieces.push_back({begin, end, x, width, run.size_px, run.rise_px, run.face, run.is_code, run.is_marked, run.link});
        x += width;
    }

    void trim_trailing_blanks(Line& line)
    {
        while (out_.pieces.size() > line.first_piece) {
            Piece& piece = out_.pieces.back();
            const float blank = metrics_.advance(piece.face, piece.size_px, ' ');
            while (piece.end > piece.begin && out_.text[piece.end - 1] == ' ') {
                --piece.end;
                piece.width_px -= blank;
            }
            if (piece.end > piece.begin) return;
            out_.pieces.pop_back();
        }
    }

    // Makes room on the line, a glyph at a time from its end, and closes it with an ellipsis.
    void add_ellipsis(Line& line)
    {
        out_.is_cut = true;
        const float dots = metrics_.advance(style_.face, style_.size_px, decode_utf8(kEllipsis, 0).value);
        while (out_.pieces.size() > line.first_piece) {
            Piece& piece = out_.pieces.back();
            if (piece.x_px + piece.width_px + dots <= style_.width_px && !ends_in_separator(piece)) break;
            shorten(piece);
            if (piece.begin == piece.end) out_.pieces.pop_back();
        }
        Piece piece;
        piece.begin = static_cast<std::uint32_t>(out_.text.size());
        out_.text += kEllipsis;
        piece.end = static_cast<std::uint32_t>(out_.text.size());
        if (out_.pieces.size() > line.first_piece) piece.x_px = out_.pieces.back().x_px + out_.pieces.back().width_px;
        piece.width_px = dots;
        piece.size_px = style_.size_px;
        piece.face = style_.face;
        out_.pieces.push_back(piece);
    }

    bool ends_in_separator(const Piece& piece) const
    {
        const char last = out_.text[piece.end - 1];
        return last == ' ' || last == ',' || last == ';' || last == '.' || last == ':';
    }

    void shorten(Piece& piece) const
    {
        std::uint32_t last = piece.end - 1;
        while (last > piece.begin && (static_cast<unsigned char>(out_.text[last]) & 0xC0) == 0x80) --last;
        const char32_t c = decode_utf8(out_.text, last).value;
        piece.width_px -= c == kSoftHyphen ? 0 : metrics_.advance(piece.face, piece.size_px, c);
        piece.end = last;
    }

    std::vector<Run> runs_;
    const ParagraphStyle& style_;
    const FontMetrics& metrics_;
    Paragraph& out_;
    Place start_;
    Place opportunity_;
    bool has_opportunity_ = false;
    float x_ = 0;
    float x_at_opportunity_ = 0;
};

}  // namespace

Paragraph lay_out(const StyledText& source, const std::vector<Mark>& marks, const ParagraphStyle& style,
                  const FontMetrics& metrics)
{
    Paragraph paragraph;
    std::vector<Run> runs = RunBuilder(source, marks, style, paragraph.text).build();
    LineFiller(std::move(runs), style, metrics, paragraph).fill();
    paragraph.pieces.shrink_to_fit();
    return paragraph;
}

}  // namespace paperdeck
