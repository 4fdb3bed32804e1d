// One paper as a card in the list: laid out once per width and query, drawn many times.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "digest/library.h"
#include "digest/paper_place.h"
#include "search/query.h"
#include "text/layout_cache.h"
#include "text/paragraph.h"
#include "ui/marks.h"
#include "ui/painter.h"
#include "ui/settings.h"

namespace paperdeck::ui {

// What decides on a card's layout, besides the paper, the query and the fonts.
struct CardStyle {
    float width_px = 0;
    float scale = 1;  // of the text
    Abstracts abstracts = Abstracts::kShort;
    bool is_compact = false;
    bool is_translated = false;
    bool is_touch = false;

    friend bool operator==(const CardStyle&, const CardStyle&) = default;
};

struct CardLayout {
    Paragraph title;
    Paragraph authors;
    Paragraph abstract;
    bool is_summary = false;     // it stands in the abstract's place
    std::string title_plain;     // what the mirror says
    StyledText authors_text;     // as many of them as are shown
    std::string abstract_plain;
    std::string highlights;      // "Highlights: diffusion, Yann LeCun"; what the mirror says of the card
    std::string meta_plain;      // place, tags and day
    PaperPlace place;
    std::string seen;            // "seen 10 Mar"
    std::string day;             // "Thu 11 Mar 2021"
    float meta_height_px = 0;    // the tags may need a second row on a phone
    float height_px = 0;

    std::size_t size_bytes() const;
};

// What a card's height is guessed from before it is laid out; small, for there may be 100,000.
struct CardShape {
    std::uint16_t title_bytes = 0, authors_bytes = 0, abstract_bytes = 0;
};
CardShape shape_of(const Paper& paper);
float guessed_height_px(const CardShape& shape, const CardStyle& style);

// Laid-out cards, the ones not drawn for the longest dropped when all take more than the budget. A card is laid out
// again only when something changes that its own layout depends on: not by sorting, loading or another query's results.
class CardCache {
public:
    const CardLayout& get(const Library& library, PaperIndex paper, const MarkedWords& marked, const CardStyle& style, const Fonts& fonts);

    // Layouts made since the start.
    std::uint64_t laid_out() const { return laid_out_; }

private:
    static constexpr std::size_t kBudgetBytes = 24u << 20;

    struct Key {
        PaperIndex paper = 0;
        std::uint64_t look = 0;  // of all else that the layout depends on
        friend bool operator==(const Key&, const Key&) = default;
    };
    struct KeyHash {
        std::size_t operator()(const Key& key) const { return static_cast<std::size_t>(key.look ^ (key.paper * 0x9E3779B97F4A7C15u)); }
    };
    // What the cards of a frame have in common, asked for again when one of them changes.
    struct Common {
        std::uint64_t marked = 0;
        CardStyle style;
        float pixel_px = 0;
        std::uint64_t look = 0;
    };
    void update_common(const MarkedWords& marked, const CardStyle& style, const Fonts& fonts);

    LayoutCache<Key, CardLayout, KeyHash> layouts_{kBudgetBytes};
    Common common_;
    std::uint64_t laid_out_ = 0;
};

// What is shown as title and abstract: the original or the translation, or the one that there is.
const StyledText& shown_title(const Paper& paper, bool is_translated);
const StyledText& shown_abstract(const Paper& paper, bool is_translated);

// The text of a card: the abstract that is shown, or, for a paper that has none, the first of its summaries but for bare notes.
// Which field of the paper it is tells where hits in it are.
struct CardText {
    const StyledText& text;
    SearchField field = SearchField::kAbstract;
};
CardText card_text(const Paper& paper, bool is_translated);

// Where the card stands in the list, and how it looks there.
struct CardPlace {
    Rect rect;
    ItemId feed = 0;
    std::uint32_t position = 0;  // 1-based
    std::uint32_t set_size = 0;
    bool is_selected = false;
    const CardStyle* style = nullptr;  // as the layout has it
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

// What such a row says, for the mirror: parts that are empty are left out.
std::string meta_words(const Paper& paper, std::string_view place, std::string_view seen, std::string_view day);

// Tags and short texts in a row that wraps at its right edge.
class TagRow {
public:
    static constexpr float kTagSize = 11.5f, kTextSize = 12.5f, kRowHeight = 22, kGap = 8;

    TagRow(float left, float right, float top, float scale) : left_(left), right_(right), x_(left), top_(top), scale_(scale) {}

    void tag(Painter& painter, TagKind kind, std::string_view words);
    void text(Painter& painter, std::string_view words, Color color);
    // Without drawing, for measuring.
    void take(float width);
    float height() const { return top_extra_ + kRowHeight * scale_; }

private:
    float left_, right_, x_, top_, scale_;
    float top_extra_ = 0;
};

}  // namespace paperdeck::ui
