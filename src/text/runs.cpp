#include "text/runs.h"

#include <algorithm>

#include "base/utf8.h"

namespace paperdeck {
namespace {

Face face_of(std::uint8_t style, Face base)
{
    if (style & kBold) return Face::kSemibold;
    if (style & kItalic) return Face::kItalic;
    return base;
}

class RunBuilder {
public:
    RunBuilder(const StyledText& source, const std::vector<Mark>& marks, const ParagraphStyle& style,
               const FontMetrics& metrics, std::string& text)
        : source_(source), marks_(marks), style_(style), metrics_(metrics), text_(text)
    {
    }

    Runs build()
    {
        constexpr std::size_t kRoomForEllipsis = 8;
        text_.reserve(source_.text.size() + kRoomForEllipsis);
        std::uint32_t at = 0;
        for (const Span& span : source_.spans) {
            words(at, span.begin, Span{});
            if (span.style & kMaths) maths(span);
            else words(span.begin, span.end, span);
            at = span.end;
        }
        words(at, static_cast<std::uint32_t>(source_.text.size()), Span{});
        return std::move(out_);
    }

private:
    void words(std::uint32_t begin, std::uint32_t end, const Span& span)
    {
        while (begin < end) {
            skip_marks_before(begin);
            std::uint32_t stop = end;
            std::uint8_t marks = 0;
            if (next_mark_ < marks_.size()) {
                const Mark& mark = marks_[next_mark_];
                if (mark.begin <= begin) marks = mark.kinds;
                stop = std::min(stop, marks ? mark.end : mark.begin);
            }
            Run run = run_of(span, begin, stop);
            run.face = face_of(span.style, style_.face);
            run.is_code = span.style & kCode;
            run.marks = marks;
            push(run, std::string_view(source_.text).substr(begin, stop - begin));
            begin = stop;
        }
    }

    void maths(const Span& span)
    {
        const std::string_view tex = std::string_view(source_.text).substr(span.begin, span.end - span.begin);
        skip_marks_before(span.begin);
        Run run = run_of(span, span.begin, span.end);
        run.face = face_of(span.style, style_.face);
        for (std::size_t i = next_mark_; i < marks_.size() && marks_[i].begin < span.end; ++i) run.marks |= marks_[i].kinds;
        const MathsLook look = {run.face, style_.size_px, (span.style & kDisplayMaths) != 0, style_.width_px};
        std::optional<Formula> formula = set_maths(tex, look, metrics_);
        if (!formula) {
            run.is_code = true;
            std::string line(tex);
            std::replace(line.begin(), line.end(), '\n', ' ');
            return push(run, line);
        }
        run.formula = static_cast<std::int32_t>(out_.formulas.size());
        run.is_alone = look.is_display && is_alone(span);
        for (const MathsBox& box : formula->boxes) {
            std::string glyphs;
            for (std::uint32_t i = 0; i < box.glyph_count; ++i) append_utf8(glyphs, formula->glyphs[box.first_glyph + i].code_point);
            // A box of lines alone still has its place among the bytes.
            push(run, glyphs.empty() ? "\u2060" : glyphs);
            run.space_px = box.space_px;
            ++run.box;
        }
        out_.formulas.push_back(std::move(*formula));
    }

    bool is_alone(const Span& span) const
    {
        const std::string& text = source_.text;
        return (span.begin == 0 || text[span.begin - 1] == '\n') && (span.end == text.size() || text[span.end] == '\n');
    }

    Run run_of(const Span& span, std::uint32_t begin, std::uint32_t end) const
    {
        Run run;
        run.link = span.link;
        run.source_begin = begin;
        run.source_end = end;
        return run;
    }

    void skip_marks_before(std::uint32_t begin)
    {
        while (next_mark_ < marks_.size() && marks_[next_mark_].end <= begin) ++next_mark_;
    }

    void push(Run run, std::string_view text)
    {
        if (text.empty()) return;
        run.begin = static_cast<std::uint32_t>(text_.size());
        text_ += text;
        run.end = static_cast<std::uint32_t>(text_.size());
        out_.runs.push_back(run);
    }

    const StyledText& source_;
    const std::vector<Mark>& marks_;
    const ParagraphStyle& style_;
    const FontMetrics& metrics_;
    std::string& text_;
    Runs out_;
    std::size_t next_mark_ = 0;
};

}  // namespace

Runs make_runs(const StyledText& source, const std::vector<Mark>& marks, const ParagraphStyle& style,
               const FontMetrics& metrics, std::string& text)
{
    return RunBuilder(source, marks, style, metrics, text).build();
}

}  // namespace paperdeck
