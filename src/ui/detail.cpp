#include <algorithm>
#include <cmath>

#include "ui/panels.h"
#include "ui/words.h"
#include "ui/selection.h"

namespace paperdeck::ui {
namespace {

constexpr float kPad = 20;
constexpr float kTitleSize = 19, kTitleLine = 25;
constexpr float kTextSize = 14, kTextLine = 23;

// "Thu 11 Mar 2021 · paper 26 of 66"
std::string day_in_digest(const View& view, const LibraryPaper& entry)
{
    std::string words = to_words(entry.paper.date);
    if (entry.appearances.empty()) return words;
    const Appearance& newest = entry.appearances.front();
    const LibraryDigest& digest = view.library->digests()[newest.digest];
    return words + (words.empty() ? "" : " · ") + "paper " + std::to_string(newest.order + 1) + " of " + std::to_string(digest.entries);
}

// "new 11 Mar · replaced 15 Mar (v2) · also in cs.LG"
std::string history_of(const LibraryPaper& entry)
{
    std::string words;
    for (const std::string& day : history_words(entry)) words += (words.empty() ? "" : " · ") + day;
    const std::string also = also_in_words(entry);
    return words + (words.empty() || also.empty() ? "" : " · ") + also;
}

// "from 2021-03-11.md, line 4"
std::string source_of(const View& view, const LibraryPaper& entry)
{
    if (entry.appearances.empty()) return {};
    const Appearance& newest = entry.appearances.front();
    std::string words = "from " + view.library->digests()[newest.digest].file;
    if (newest.line > 0) words += ", line " + std::to_string(newest.line);
    // The abstract may be an older digest's.
    const Appearance& origin = origin_of(entry, PaperField::kAbstract);
    if (entry.paper.abstract.empty() || origin.digest == newest.digest) return words;
    return words + ", abstract from " + view.library->digests()[origin.digest].file + ", line " + std::to_string(entry.paper.lines[PaperField::kAbstract]);
}

// What the digest has besides the abstract, and of an original and its translation the one that is not shown above.
void take_sections(DetailState& state, const Paper& paper, const MarkedWords& marked, const Fonts& fonts)
{
    state.sections.clear();
    const auto add = [&](std::string title, SearchField field, const StyledText& text, Face face = Face::kRegular) {
        if (text.empty()) return;
        state.sections.push_back({std::move(title), text, to_plain(text),
                                  lay_out(text, marks_of(marked, field, text.text), {face, kTextSize * state.scale, kTextLine * state.scale, state.width_px, 0}, fonts)});
    };
    const auto add_words = [&](std::string title, SearchField field, std::string words) {
        StyledText text;
        text.text = std::move(words);
        add(std::move(title), field, text);
    };
    for (const LabelledText& summary : paper.extras->summaries) add(summary.label.empty() ? "Summary" : summary.label, SearchField::kSummary, summary.text);

    const Translation& translation = paper.extras->translation;
    std::string other = translation.lang.empty() ? "Translation" : "Translation (" + translation.lang + ")";
    if (state.is_translated) other = "Original";
    const StyledText& title = state.is_translated ? paper.title : translation.title;
    const StyledText& abstract = state.is_translated ? paper.abstract : translation.abstract;
    if (&title != &shown_title(paper, state.is_translated)) {
        add(other, state.is_translated ? SearchField::kTitle : SearchField::kTranslation, title, Face::kSemibold);
        if (!title.empty()) other.clear();
    }
    if (&abstract != &shown_abstract(paper, state.is_translated)) add(other, state.is_translated ? SearchField::kAbstract : SearchField::kTranslation, abstract);

    add_words("Comment", SearchField::kComment, paper.extras->comment);
    std::string keywords;
    for (const std::string& keyword : paper.extras->keywords) keywords += (keywords.empty() ? "" : ", ") + keyword;
    add_words("Keywords", SearchField::kAnywhere, std::move(keywords));
    add_words("Topic", SearchField::kAnywhere, paper.topic);
}

void take_paper(DetailState& state, const View& view, float width, const Fonts& fonts)
{
    const float scale = view.settings.text_scale();
    const bool is_translated = view.settings.is_translated();
    const bool is_same = state.paper == view.selected && state.epoch == view.result_epoch && state.is_translated == is_translated;
    if (is_same && state.width_px == width && state.scale == scale && state.shows_all_authors == state.has_all_authors) return;
    if (state.paper != view.selected) {
        state.scroll = {};
        state.shows_all_authors = false;
    }
    state.has_all_authors = state.shows_all_authors;
    state.scale = scale;
    state.paper = view.selected;
    state.epoch = view.result_epoch;
    state.width_px = width;
    state.is_translated = is_translated;
    const LibraryPaper& entry = view.library->paper(view.selected);
    const Paper& paper = entry.paper;
    const StyledText &title = shown_title(paper, is_translated), &abstract = shown_abstract(paper, is_translated);
    StyledText authors;
    const std::size_t shown = state.shows_all_authors ? paper.authors.size() : authors_shown(paper.authors.size());
    authors.text = join_authors(paper.authors, shown);
    state.title = lay_out(title, marks_of(*view.marked, &title == &paper.title ? SearchField::kTitle : SearchField::kTranslation, title.text), {Face::kSemibold, kTitleSize * scale, kTitleLine * scale, width, 0}, fonts);
    state.authors = lay_out(authors, shown_marks(marks_of(*view.marked, SearchField::kAuthors, join_authors(paper.authors, paper.authors.size())), authors.text, shown < paper.authors.size()), {Face::kRegular, 13 * scale, 20 * scale, width, 0}, fonts);
    state.abstract = lay_out(abstract, marks_of(*view.marked, &abstract == &paper.abstract ? SearchField::kAbstract : SearchField::kTranslation, abstract.text), {Face::kRegular, kTextSize * scale, kTextLine * scale, width, 0}, fonts);
    state.links = abstract.links;
    state.title_plain = to_plain(title);
    state.authors_text = std::move(authors);
    state.abstract_plain = to_plain(abstract);
    state.place = place_of(paper);
    state.meta = meta_words(paper, state.place.words, {}, {});
    state.day = day_in_digest(view, entry);
    state.history = history_of(entry);
    state.source = source_of(view, entry);
    const auto small = [&](const std::string& words) {
        StyledText text;
        text.text = words;
        return lay_out(text, {}, {Face::kRegular, 12.5f * scale, 18 * scale, width, 0}, fonts);
    };
    state.history_lines = small(state.history);
    state.source_lines = small(state.source);
    take_sections(state, paper, *view.marked, fonts);
}

// Links in a text: each piece that is one takes the pointer. `key` tells the texts apart.
void links_ui(Painter& painter, const Paragraph& laid_out, const std::vector<std::string>& links, Point at, ItemId region, std::uint32_t key)
{
    for (std::size_t i = 0; i < laid_out.lines.size(); ++i) {
        const Line& line = laid_out.lines[i];
        for (std::uint32_t p = 0; p < line.piece_count; ++p) {
            const Piece& piece = laid_out.pieces[line.first_piece + p];
            if (piece.link < 0) continue;
            const Rect rect = {at.x + piece.x_px, at.y + line.top_px, piece.width_px, line.height_px};
            const std::string& address = links[static_cast<std::size_t>(piece.link)];
            const std::string_view words = std::string_view(laid_out.text).substr(piece.begin, piece.end - piece.begin);
            const Interaction touch = painter.control({.parent = region, .role = Role::kLink, .rect = rect, .name = words, .value = address,
                                                       .command = CommandKind::kOpenUrl,
                                                       .key = key + static_cast<std::uint32_t>((i << 8) + p + 16)});
            if (touch.is_hovered) painter.line({rect.x, rect.bottom() - 4}, {rect.right(), rect.bottom() - 4}, painter.theme().link);
            painter.focus_ring(rect, touch.id, 4);
        }
    }
}

float actions_ui(Painter& painter, const View& view, const Paper& paper, const PaperPlace& place, Point at, float right, ItemId region)
{
    const float height = view.is_touch ? 44.0f : 30.0f;
    const float left = at.x;
    const auto wrap = [&](std::string_view words) {
        const float width = painter.width({Face::kRegular, 13, 0}, words) + 24;
        if (at.x + width <= right || at.x == left) return;
        at.x = left;
        at.y += height + 8;
    };
    auto link = [&](std::string_view name, std::string_view words, const std::string& address, bool is_primary) {
        if (address.empty()) return;
        wrap(words);
        at.x += 8 + button_ui(painter, {.parent = region, .role = Role::kLink, .name = name, .value = address,
                                        .command = CommandKind::kOpenUrl, .key = 2}, at, words, {is_primary, height});
    };
    link("Open PDF", "Open PDF", place.pdf, true);
    link(place.page_name, place.page_name, place.page, false);
    link("DOI", "DOI", place.doi, false);
    link("Code", "Code ↗", paper.links.code, false);
    const auto ask = [&](std::string_view words, CommandKind command) {
        wrap(words);
        at.x += 8 + button_ui(painter, {.parent = region, .role = Role::kButton, .name = words, .command = command, .number = view.selected}, at, words, {false, height});
    };
    ask("Similar papers", CommandKind::kFindLikePaper);
    if (view.query->order() == Sort::kBest && !view.query->words.empty()) ask("Why is this here?", CommandKind::kExplainPlace);
    return at.y + height;
}

// Unfolds a long list of authors and folds it again; returns its height.
float more_authors_ui(Painter& painter, const Paper& paper, Point at, ItemId region, DetailState& state, bool is_touch)
{
    const std::size_t folded = paper.authors.size() - authors_shown(paper.authors.size());
    if (folded == 0) return 0;
    const Words words = state.shows_all_authors ? Words("Show fewer authors") : Words("Show all ", paper.authors.size(), " authors");
    const TextLook look = {Face::kRegular, 13, painter.theme().link};
    const float height = is_touch ? size::kFinger : 24;
    const Rect rect = {at.x, at.y, painter.width(look, words), height};
    const Interaction touch = painter.control({.parent = region, .role = Role::kButton, .rect = rect, .name = words});
    painter.label(at.x, at.y + height / 2, look, words);
    if (touch.is_hovered) painter.line({rect.x, at.y + height / 2 + 8}, {rect.right(), at.y + height / 2 + 8}, look.color);
    painter.focus_ring({rect.x - 4, at.y + height / 2 - 11, rect.w + 8, 22}, touch.id);
    if (touch.is_clicked) state.shows_all_authors = !state.shows_all_authors;
    return height;
}

// Returns their height.
float sections_ui(Painter& painter, const DetailState& state, Point at, ItemId region)
{
    float y = at.y;
    const float title_height = kTextLine * state.scale;
    for (std::size_t i = 0; i < state.sections.size(); ++i) {
        const DetailSection& section = state.sections[i];
        const auto key = static_cast<std::uint32_t>(i + 1);
        if (!section.title.empty()) {
            y += 18;
            painter.note({.parent = region, .role = Role::kHeading, .rect = {at.x, y, state.width_px, title_height}, .name = section.title, .index = 3, .key = key});
            painter.label_cut(at.x, y + title_height / 2, state.width_px, {Face::kSemibold, 12.5f * state.scale, painter.theme().ink_soft}, section.title);
            y += title_height;
        }
        painter.note({.parent = region, .role = Role::kText, .rect = {at.x, y, state.width_px, section.laid_out.height_px}, .name = section.plain, .key = key + 8});
        text_ui(painter, {.key = {Surface::kDetail, section_field(i), state.paper}, .laid_out = &section.laid_out,
                          .rect = {at.x, y, state.width_px, section.laid_out.height_px}, .own = &section.text}, painter.theme().ink);
        links_ui(painter, section.laid_out, section.text.links, {at.x, y}, region, key << 20);
        y += section.laid_out.height_px;
    }
    return y - at.y;
}

// A few words below the title or the text; returns their height.
float small_ui(Painter& painter, const Paragraph& laid_out, const std::string& words, Point at, ItemId region, std::uint32_t key, Color color)
{
    if (words.empty()) return 0;
    painter.note({.parent = region, .role = Role::kText, .rect = {at.x, at.y, laid_out.lines.empty() ? 0 : laid_out.lines[0].width_px, laid_out.height_px}, .name = words, .key = key});
    painter.paragraph(laid_out, at, color);
    return laid_out.height_px;
}

}  // namespace

void detail_ui(Painter& painter, const View& view, const Rect& area, DetailState& state, bool is_page)
{
    const Theme& theme = painter.theme();
    painter.fill(area, theme.panel);
    if (!is_page) painter.line({area.x + 0.5f, area.y}, {area.x + 0.5f, area.bottom()}, theme.line);
    if (view.selected == kNoPaper) return;

    const float width = std::min(area.w - 2 * kPad, 720.0f);
    take_paper(state, view, width, painter.fonts());
    const LibraryPaper& entry = view.library->paper(view.selected);
    const Paper& paper = entry.paper;
    const float x = area.x + std::max(kPad, (area.w - width) / 2);
    const ItemId region = painter.note({.role = Role::kRegion, .rect = area, .name = "Paper"});
    painter.push_clip(area);
    const float top = state.scroll.begin(painter, area, region, view.is_touch) + (is_page ? 8 : 18);
    float y = top;
    const auto text = [&](TextField field, const Paragraph& laid_out, Color color) {
        text_ui(painter, {.key = {Surface::kDetail, field, view.selected}, .laid_out = &laid_out,
                          .rect = {x, y, width, laid_out.height_px}, .own = field == TextField::kAuthors ? &state.authors_text : nullptr}, color);
    };
    if (is_page) {
        button_ui(painter, {.parent = region, .role = Role::kButton, .name = "Back", .state = kWantsFocus, .command = CommandKind::kClosePaper}, {x, y}, "‹ Back",
                  {false, view.is_touch ? 44.0f : 30.0f});
        y += view.is_touch ? 54 : 40;
    }

    TagRow tags(x, x + width, y, state.scale);
    for_each_tag(paper, [&](TagKind kind, std::string_view words) { tags.tag(painter, kind, words); });
    if (!state.place.words.empty()) tags.text(painter, state.place.words, theme.ink_soft);
    if (!state.meta.empty()) painter.note({.parent = region, .role = Role::kText, .rect = {x, y, width, tags.height()}, .name = state.meta, .key = 6});
    y += tags.height() + 6;

    painter.note({.parent = region, .role = Role::kHeading, .rect = {x, y, width, state.title.height_px}, .name = state.title_plain, .index = 2});
    text(TextField::kTitle, state.title, theme.ink);
    y += state.title.height_px + 6;
    if (!paper.authors.empty()) {
        painter.note({.parent = region, .role = Role::kText, .rect = {x, y, width, state.authors.height_px}, .name = state.authors_text.text, .key = 1});
        text(TextField::kAuthors, state.authors, theme.ink_soft);
        y += state.authors.height_px + 6;
        y += more_authors_ui(painter, paper, {x, y - 4}, region, state, view.is_touch);
    }
    painter.label(x, y + 9, {Face::kRegular, 12.5f, theme.ink_soft}, state.day);
    painter.note({.parent = region, .role = Role::kText, .rect = {x, y, width, 18}, .name = state.day, .key = 3});
    y += 18;
    y += small_ui(painter, state.history_lines, state.history, {x, y}, region, 4, theme.ink_soft);
    y = actions_ui(painter, view, paper, state.place, {x, y + 12}, x + width, region) + 16;

    if (state.abstract_plain.empty()) {
        painter.label(x, y + 12, {Face::kItalic, kTextSize, theme.ink_faint}, "The digest has no abstract for this paper");
        y += 24;
    } else {
        painter.note({.parent = region, .role = Role::kText, .rect = {x, y, width, state.abstract.height_px}, .name = state.abstract_plain, .key = 2});
        text(TextField::kAbstract, state.abstract, theme.ink);
        links_ui(painter, state.abstract, state.links, {x, y}, region, 0);
        y += state.abstract.height_px;
    }
    y += sections_ui(painter, state, {x, y}, region) + 20;
    y += small_ui(painter, state.source_lines, state.source, {x, y}, region, 5, theme.ink_faint);
    state.scroll.end(painter, area, y - top + 32);
    painter.pop_clip();
}

}  // namespace paperdeck::ui
