#include "ui/card.h"

#include <algorithm>
#include <functional>
#include <cmath>

#include "ui/selection.h"

namespace paperdeck::ui {
namespace {

constexpr int kShortLines = 4;

// In px, for text of the design's size.
struct Measures {
    float pad_x, pad_top, pad_bottom;
    float title_size, title_line, text_size, text_line;
    float actions;  // height of the row of links
};
constexpr Measures kComfortable = {18, 14, 6, 16.5f, 22, 14, 22, 26};
constexpr Measures kCompact = {14, 8, 2, 15, 20, 13.5f, 19.5f, 24};
constexpr float kSmallSize = 12.5f, kAuthorsLine = 20;  // authors and links

Measures measures_of(const CardStyle& style)
{
    Measures m = style.is_compact ? kCompact : kComfortable;
    for (float* size : {&m.title_size, &m.title_line, &m.text_size, &m.text_line, &m.actions}) *size *= style.scale;
    if (style.is_touch) {
        // Links as high as a finger take the place of the edge below them.
        m.actions = std::max(m.actions, size::kFinger);
        m.pad_bottom = 1;
    }
    return m;
}

// Two lines of authors, or as many as fit there with "and 14 more" behind them.
void lay_out_authors(CardLayout& card, const std::vector<std::string>& authors, const std::vector<Mark>& marks, const ParagraphStyle& style, const Fonts& fonts)
{
    for (std::size_t shown = authors_shown(authors.size()); shown > 0; --shown) {
        StyledText text;
        text.text = join_authors(authors, shown);
        card.authors = lay_out(text, shown_marks(marks, text.text, shown < authors.size()), style, fonts);
        card.authors_text = std::move(text);
        if (!card.authors.is_cut) return;
    }
}

// Height that the id, the tags and the day take: they wrap on a phone.
float meta_height(const Paper& paper, const CardLayout& layout, float width, float scale, const Fonts& fonts)
{
    TagRow row(0, width, 0, scale);
    const auto take_tag = [&](TagKind, std::string_view words) { row.take(fonts.text_width(Face::kRegular, TagRow::kTagSize * scale, words) + 16); };
    if (!layout.place.words.empty()) row.take(fonts.text_width(Face::kRegular, TagRow::kTextSize * scale, layout.place.words));
    for_each_tag(paper, take_tag);
    if (!layout.seen.empty()) take_tag(TagKind::kNote, layout.seen);
    if (!layout.day.empty()) row.take(fonts.text_width(Face::kRegular, TagRow::kTextSize * scale, layout.day));
    return row.height();
}

CardLayout lay_out_card(const LibraryPaper& entry, const MarkedWords& marked, const CardStyle& style, const Fonts& fonts)
{
    const Paper& paper = entry.paper;
    CardLayout card;
    const Measures m = measures_of(style);
    const float width = std::max(style.width_px - 2 * m.pad_x, 1.0f);
    const StyledText& title = shown_title(paper, style.is_translated);
    const auto [abstract, abstract_field] = card_text(paper, style.is_translated);
    card.is_summary = abstract_field == SearchField::kSummary;
    // Where the translation is shown, hits in it are marked.
    const SearchField title_field = &title == &paper.title ? SearchField::kTitle : SearchField::kTranslation;
    const auto marks_in = [&](const StyledText& shown, SearchField field) {
        std::vector<Mark> marks = marks_of(marked, field, shown.text);
        say_highlights(marks, shown.text, card.highlights);
        return marks;
    };
    card.title = lay_out(title, marks_in(title, title_field), {Face::kSemibold, m.title_size, m.title_line, width, 0}, fonts);
    if (style.abstracts != Abstracts::kHidden && !abstract.empty()) {
        const int lines = style.abstracts == Abstracts::kFull ? 0 : kShortLines;
        card.abstract = lay_out(abstract, marks_in(abstract, abstract_field), {Face::kRegular, m.text_size, m.text_line, width, lines}, fonts);
    }
    const std::string authors = join_authors(paper.authors, paper.authors.size());
    const std::vector<Mark> by_authors = marks_of(marked, SearchField::kAuthors, authors);
    say_highlights(by_authors, authors, card.highlights);
    lay_out_authors(card, paper.authors, by_authors, {Face::kRegular, kSmallSize * style.scale, kAuthorsLine * style.scale, width, 2}, fonts);
    card.title_plain = to_plain(title);
    card.abstract_plain = to_plain(abstract);
    card.place = place_of(paper);
    card.seen = seen_words(entry);
    card.day = to_words(paper.date);
    card.meta_plain = meta_words(paper, card.place.words, card.seen, card.day);
    card.meta_height_px = meta_height(paper, card, width, style.scale, fonts);
    card.height_px = m.pad_top + card.title.height_px + card.authors.height_px + 2 + card.meta_height_px + 4 +
                     (card.abstract.height_px > 0 ? card.abstract.height_px + 4 : 0) + m.actions + m.pad_bottom;
    return card;
}

// A link under the abstract; returns the x after it.
float action_link(Painter& painter, ItemId article, float x, float center_y, std::string_view words, std::string_view name,
                  std::string_view address, const CardStyle& style)
{
    if (address.empty()) return x;
    const TextLook look = {Face::kRegular, kSmallSize * style.scale, painter.theme().link};
    const float w = painter.width(look, words);
    const float half = style.is_touch ? size::kFinger / 2 : 12;
    const float side = style.is_touch ? std::max(8.0f, (size::kFinger - w) / 2) : 4;
    const Rect rect = {x - side, center_y - half, w + 2 * side, 2 * half};
    const Interaction touch = painter.control({.parent = article, .role = Role::kLink, .rect = rect, .name = name,
                                               .value = address, .command = CommandKind::kOpenUrl});
    painter.label(x, center_y, look, words);
    if (touch.is_hovered) painter.line({x, center_y + 8}, {x + w, center_y + 8}, look.color);
    painter.focus_ring({x - 4, center_y - 11, w + 8, 22}, touch.id);
    return x + w + 2 * side + (style.is_touch ? 4 : 6);
}

}  // namespace

CardShape shape_of(const Paper& paper)
{
    const auto bounded = [](std::size_t bytes) { return static_cast<std::uint16_t>(std::min<std::size_t>(bytes, 0xFFFF)); };
    std::size_t authors = 0;
    for (const std::string& author : paper.authors) authors += author.size() + 2;
    return {bounded(paper.title.text.size()), bounded(authors), bounded(card_text(paper, false).text.text.size())};
}

float guessed_height_px(const CardShape& shape, const CardStyle& style)
{
    constexpr float kLetter = 0.52f;  // of the size: how wide a letter of Inter is on average
    const Measures m = measures_of(style);
    const float width = std::max(1.0f, style.width_px - 2 * m.pad_x);
    const auto lines = [&](std::size_t bytes, float size, float most) {
        return std::min(most, std::ceil(static_cast<float>(bytes) * size * kLetter / width));
    };
    const float most = style.abstracts == Abstracts::kFull ? 999.0f : style.abstracts == Abstracts::kShort ? kShortLines : 0.0f;
    const float abstract = lines(shape.abstract_bytes, m.text_size, most) * m.text_line;
    return m.pad_top + lines(shape.title_bytes, m.title_size, 9) * m.title_line +
           lines(shape.authors_bytes, kSmallSize * style.scale, 2) * kAuthorsLine * style.scale + 2 + TagRow::kRowHeight * style.scale + 4 +
           (abstract > 0 ? abstract + 4 : 0) + m.actions + m.pad_bottom;
}

std::size_t CardLayout::size_bytes() const
{
    return sizeof *this + title.size_bytes() + authors.size_bytes() + abstract.size_bytes() + title_plain.size() +
           authors_text.text.size() + abstract_plain.size() + highlights.size() + meta_plain.size() + place.pdf.size() + place.page.size() + place.doi.size();
}

const StyledText& shown_title(const Paper& paper, bool is_translated)
{
    const StyledText& translation = paper.extras->translation.title;
    return paper.title.empty() || (is_translated && !translation.empty()) ? translation : paper.title;
}

const StyledText& shown_abstract(const Paper& paper, bool is_translated)
{
    const StyledText& translation = paper.extras->translation.abstract;
    return paper.abstract.empty() || (is_translated && !translation.empty()) ? translation : paper.abstract;
}

CardText card_text(const Paper& paper, bool is_translated)
{
    const StyledText& abstract = shown_abstract(paper, is_translated);
    if (!abstract.empty()) return {abstract, &abstract == &paper.abstract ? SearchField::kAbstract : SearchField::kTranslation};
    const std::vector<LabelledText>& summaries = paper.extras->summaries;
    const auto first = std::find_if(summaries.begin(), summaries.end(), [](const LabelledText& summary) { return summary.label != "Notes" && !summary.text.empty(); });
    if (first == summaries.end()) return {abstract};
    return {first->text, SearchField::kSummary};
}

std::string meta_words(const Paper& paper, std::string_view place, std::string_view seen, std::string_view day)
{
    std::string all;
    const auto add = [&](std::string_view words) {
        if (!words.empty()) all.append(all.empty() ? "" : " · ").append(words);
    };
    add(place);
    for_each_tag(paper, [&](TagKind, std::string_view words) { add(words); });
    add(seen);
    add(day);
    return all;
}

void CardCache::update_common(const MarkedWords& marked, const CardStyle& style, const Fonts& fonts)
{
    const float pixel_px = fonts.pixel_px();
    if (common_.look != 0 && common_.marked == marked.look() && common_.style == style && common_.pixel_px == pixel_px) return;
    common_ = {marked.look(), style, pixel_px, 0};
    std::uint64_t look = mixed(1, marked.look());
    for (const float number : {style.width_px, style.scale, pixel_px}) look = mixed(look, std::hash<float>{}(number));
    const auto flags = static_cast<std::uint64_t>(style.abstracts) * 8 + (style.is_translated ? 4u : 0u) + (style.is_compact ? 2u : 0u) + (style.is_touch ? 1u : 0u);
    common_.look = mixed(look, flags) | 1;
}

const CardLayout& CardCache::get(const Library& library, PaperIndex paper, const MarkedWords& marked, const CardStyle& style, const Fonts& fonts)
{
    update_common(marked, style, fonts);
    const LibraryPaper& entry = library.paper(paper);
    Key key = {paper, common_.look};
    // What a paper says changes only with the digests that say it; a digest that is read again has a new id.
    for (const Appearance& appearance : entry.appearances)
        key.look = mixed(key.look, (std::uint64_t{appearance.digest} << 32) + appearance.order);
    if (const CardLayout* found = layouts_.find(key)) return *found;
    ++laid_out_;
    CardLayout made = lay_out_card(entry, marked, style, fonts);
    const std::size_t size_bytes = made.size_bytes();
    return layouts_.put(key, std::move(made), size_bytes);
}

void TagRow::take(float width)
{
    if (x_ + width > right_ && x_ > left_) {
        x_ = left_;
        top_extra_ += kRowHeight * scale_;
    }
    x_ += width + kGap;
}

void TagRow::tag(Painter& painter, TagKind kind, std::string_view words)
{
    const Theme& theme = painter.theme();
    const Color ink = kind == TagKind::kCode ? theme.green : kind == TagKind::kNote ? theme.ink_faint : theme.ink_soft;
    const float width = painter.width({Face::kRegular, kTagSize * scale_, ink}, words) + 16;
    take(width);
    painter.chip(x_ - width - kGap, top_ + top_extra_ + kRowHeight * scale_ / 2, words, ink, scale_);
}

void TagRow::text(Painter& painter, std::string_view words, Color color)
{
    const TextLook look = {Face::kRegular, kTextSize * scale_, color};
    const float width = painter.width(look, words);
    take(width);
    painter.label(x_ - width - kGap, top_ + top_extra_ + kRowHeight * scale_ / 2, look, words);
}

void card_ui(Painter& painter, const LibraryPaper& entry, PaperIndex index, const CardLayout& layout, const CardPlace& place)
{
    const Theme& theme = painter.theme();
    const Paper& paper = entry.paper;
    const Rect& rect = place.rect;
    if (place.is_selected) {
        // The accent shows at the left, three px more than around.
        painter.fill(rect, theme.accent, 10);
        painter.fill({rect.x + 4, rect.y + 1, rect.w - 5, rect.h - 2}, theme.card, 9);
    } else {
        painter.fill(rect, theme.card, 10);
        painter.stroke(rect, theme.line, 10);
    }

    const CardStyle& style = *place.style;
    const Measures m = measures_of(style);
    const float x = rect.x + m.pad_x;
    const float width = rect.w - 2 * m.pad_x;
    float y = rect.y + m.pad_top;
    TextBlock block = {.key = {Surface::kList, TextField::kTitle, index}, .row = place.position - 1};
    const auto text = [&](TextField field, const Paragraph& laid_out, Color color) {
        block.key.field = field;
        block.laid_out = &laid_out;
        block.own = field == TextField::kAuthors ? &layout.authors_text : nullptr;
        block.rect = {x, y, width, laid_out.height_px};
        text_ui(painter, block, color);
    };
    const std::uint32_t state = kLabelledByHeading | (place.is_selected ? kCurrent : 0u) | (place.wants_focus ? kWantsFocus : 0u);
    const ItemId article = painter.note({.parent = place.feed, .role = Role::kArticle, .rect = intersection(rect, painter.clip()),
                                         .name = layout.title_plain, .description = layout.highlights, .state = state, .position = place.position,
                                         .set_size = place.set_size, .command = CommandKind::kOpenPaper,
                                         .number = index, .key = index + 1});
    painter.note({.parent = article, .role = Role::kHeading, .rect = {x, y, width, layout.title.height_px},
                  .name = layout.title_plain, .index = 2});
    block.owner = article;
    text(TextField::kTitle, layout.title, theme.ink);
    y += layout.title.height_px;

    if (layout.authors.height_px > 0) {
        painter.note({.parent = article, .role = Role::kText, .rect = {x, y, width, layout.authors.height_px},
                      .name = layout.authors_text.text, .key = 1});
        text(TextField::kAuthors, layout.authors, theme.ink_soft);
        y += layout.authors.height_px;
    }
    y += 2;

    painter.note({.parent = article, .role = Role::kText, .rect = {x, y, width, layout.meta_height_px}, .name = layout.meta_plain, .key = 3});
    TagRow row(x, x + width, y, style.scale);
    if (!layout.place.words.empty()) row.text(painter, layout.place.words, theme.ink_soft);
    for_each_tag(paper, [&](TagKind kind, std::string_view words) { row.tag(painter, kind, words); });
    if (!layout.seen.empty()) row.tag(painter, TagKind::kNote, layout.seen);
    if (!layout.day.empty()) row.text(painter, layout.day, theme.ink_soft);
    y += layout.meta_height_px + 4;

    if (layout.abstract.height_px > 0) {
        painter.note({.parent = article, .role = Role::kText, .rect = {x, y, width, layout.abstract.height_px},
                      .name = layout.abstract_plain, .key = 2});
        text(TextField::kAbstract, layout.abstract, layout.is_summary ? theme.ink_soft : theme.ink);
        y += layout.abstract.height_px + 4;
    }

    const float actions_y = y + m.actions / 2;
    const PaperPlace& at = layout.place;
    float link_x = action_link(painter, article, x, actions_y, "PDF", "PDF", at.pdf, style);
    link_x = action_link(painter, article, link_x, actions_y, at.page_name, at.page_name, at.page, style);
    link_x = action_link(painter, article, link_x, actions_y, "DOI", "DOI", at.doi, style);
    action_link(painter, article, link_x, actions_y, "Code ↗", "Code", paper.links.code, style);

    // A click beside the links opens the card; a click on a link is the link's own.
    const bool is_on_link = painter.pointer().held != 0 && painter.pointer().held != article;
    if (!is_on_link && painter.is_pointer_in(rect)) {
        if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) painter.pointer().held = article;
        if (painter.pointer().held == article && ImGui::IsMouseReleased(ImGuiMouseButton_Left) && !painter.pointer().was_drag)
            painter.commands().push_back({CommandKind::kOpenPaper, index, {}});
    }
}

}  // namespace paperdeck::ui
