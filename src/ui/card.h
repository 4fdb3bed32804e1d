// One paper as a card in the list: laid out once per width and query, drawn many times.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

#include "digest/library.h"
#include "search/query.h"
#include "text/paragraph.h"
#include "ui/painter.h"

namespace paperdeck::ui {

struct CardLayout {
    Paragraph title;
    Paragraph authors;
    Paragraph abstract;
    std::string title_plain;     // what the mirror says
    std::string authors_plain;
    std::string abstract_plain;
    std::string meta;            // "arXiv:2103.06255"
    std::string day;             // "Thu 11 Mar 2021"
    float meta_height_px = 0;    // the tags may need a second row on a phone
    float height_px = 0;
    std::uint64_t last_frame = 0;

    std::size_t size_bytes() const;
};

// Laid-out cards, least recently drawn ones dropped when they take more than the budget.
class CardCache {
public:
    // The layout of a paper for cards of `width_px`. `epoch` stands for everything else that changes
    // a layout (query, fonts, library): when it differs from the last call's, all are laid out anew.
    const CardLayout& get(const Library& library, PaperIndex paper, const Query& query, float width_px,
                          std::uint32_t epoch, std::uint64_t frame, const Fonts& fonts);

private:
    void drop_old(std::uint64_t frame);

    std::unordered_map<PaperIndex, CardLayout> layouts_;
    std::size_t size_bytes_ = 0;
    float width_px_ = 0;
    std::uint32_t epoch_ = 0;
};

// The marks of a query in a text, for lay_out.
std::vector<Mark> marks_of(const Query& query, std::string_view text);

// Where the card stands in the list, and how it looks there.
struct CardPlace {
    Rect rect;
    ItemId feed = 0;
    std::uint32_t position = 0;  // 1-based
    std::uint32_t set_size = 0;
    bool is_selected = false;
    bool is_touch = false;
    bool wants_focus = false;    // the keyboard's focus follows the selection here
};

// Draws and notes one card.
void card_ui(Painter& painter, const LibraryPaper& paper, PaperIndex index, const CardLayout& layout, const CardPlace& place);

// A tag after the id, and in what colour it is written.
enum class TagKind : std::uint8_t { kCategory, kCode, kNote };

// Calls take(kind, words) for each tag of a paper, in order: categories, "code", "replaced".
template <class Take>
void for_each_tag(const Paper& paper, Take take)
{
    for (const std::string& category : paper.categories) take(TagKind::kCategory, std::string_view(category));
    if (!paper.links.code.empty()) take(TagKind::kCode, std::string_view("code"));
    if (paper.kind == Kind::kReplaced)
        take(TagKind::kNote, std::string_view("replaced"));
    else if (paper.kind_guess == Kind::kReplaced)
        take(TagKind::kNote, std::string_view("probably replaced"));
}

// Tags and short texts in a row that wraps at its right edge.
class TagRow {
public:
    static constexpr float kTagSize = 11.5f, kTextSize = 12.5f, kRowHeight = 22, kGap = 8;

    TagRow(float left, float right, float top) : left_(left), right_(right), x_(left), top_(top) {}

    void tag(Painter& painter, TagKind kind, std::string_view words);
    void text(Painter& painter, std::string_view words, Color color);
    // Without drawing, for measuring.
    void take(float width);
    float height() const { return top_extra_ + kRowHeight; }

private:
    float left_, right_, x_, top_;
    float top_extra_ = 0;
};

}  // namespace paperdeck::ui
