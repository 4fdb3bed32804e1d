// Runs → lines, greedily: runs are walked once; when the line is full it ends at the last opportunity.
#pragma once

#include "text/runs.h"

namespace paperdeck {

class LineFiller {
public:
    LineFiller(const Runs& runs, const ParagraphStyle& style, const FontMetrics& metrics, Paragraph& out)
        : runs_(runs.runs), set_(runs), style_(style), metrics_(metrics), out_(out), text_end_(static_cast<std::uint32_t>(out.text.size()))
    {
    }

    void fill();

private:
    // A byte of a run.
    struct Place {
        std::size_t run = 0;
        std::uint32_t byte = 0;
    };

    // Where the line may end, and how wide it is there.
    struct Opportunity {
        Place place;
        float x_px = 0;
        bool exists = false;
    };

    // A run, or the part of it, that stands on the line being closed.
    struct Item {
        std::size_t run = 0;
        std::size_t first_piece = 0;
        std::size_t first_shape = 0;
        float x_px = 0;
        float width_px = 0;
    };

    bool is_full() const { return style_.max_lines > 0 && static_cast<int>(out_.lines.size()) >= style_.max_lines; }
    Place end_place() const { return {runs_.size(), text_end_}; }
    void fill_words(std::size_t run);
    void fill_box(std::size_t run);
    void place(Place at, float space_px, float width_px);
    void break_line(Opportunity at);
    float width_of(Face face, char32_t c) const;

    void end_line(Place end, Place next);
    bool ends_at_soft_hyphen(Place end) const;
    bool has_text_after(Place place) const;
    void add_items(Place end);
    void add_words(const Run& run, std::uint32_t begin, std::uint32_t end, float& x);
    void add_box(const Run& run, float x);
    void add_own(std::string_view glyph);
    void trim_blanks();
    void centre_display(std::size_t first_piece, std::size_t first_shape);
    void cut_for_ellipsis();
    void drop_last_glyph();
    float right_px() const;
    Line line_of_items(std::size_t first_piece, std::size_t first_shape) const;

    const std::vector<Run>& runs_;
    const Runs& set_;
    const ParagraphStyle& style_;
    const FontMetrics& metrics_;
    Paragraph& out_;
    std::uint32_t text_end_;  // of the paragraph's text without ellipsis and hyphens
    std::vector<Item> items_;
    Place start_;
    Opportunity good_;  // between words
    Opportunity weak_;  // in a word that is wider than the line: after a sign of an address
    float x_ = 0;
    char32_t before_ = '\n';
};

}  // namespace paperdeck
