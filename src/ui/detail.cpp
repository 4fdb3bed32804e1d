#include <algorithm>
#include <cmath>

#include "ui/panels.h"

namespace paperdeck::ui {
namespace {

constexpr float kPad = 20;
constexpr float kTitleSize = 19, kTitleLine = 25;
constexpr float kTextSize = 14, kTextLine = 23;

void take_paper(DetailState& state, const View& view, float width, const Fonts& fonts)
{
    if (state.paper == view.selected && state.epoch == view.result_epoch && state.width_px == width) return;
    if (state.paper != view.selected) state.scroll = {};
    state.paper = view.selected;
    state.epoch = view.result_epoch;
    state.width_px = width;
    const Paper& paper = view.library->paper(view.selected).paper;
    StyledText authors;
    for (std::size_t i = 0; i < paper.authors.size(); ++i) authors.text += (i ? ", " : "") + paper.authors[i];
    state.title = lay_out(paper.title, marks_of(*view.query, paper.title.text), {Face::kSemibold, kTitleSize, kTitleLine, width, 0}, fonts);
    state.authors = lay_out(authors, marks_of(*view.query, authors.text), {Face::kRegular, 13, 20, width, 0}, fonts);
    state.abstract = lay_out(paper.abstract, marks_of(*view.query, paper.abstract.text), {Face::kRegular, kTextSize, kTextLine, width, 0}, fonts);
    state.links = paper.abstract.links;
    state.title_plain = to_plain(paper.title);
    state.authors_plain = authors.text;
    state.abstract_plain = to_plain(paper.abstract);
}

// Links in the abstract: each piece that is one takes the pointer.
void abstract_links_ui(Painter& painter, const DetailState& state, Point at, ItemId region)
{
    const Paragraph& laid_out = state.abstract;
    for (std::size_t i = 0; i < laid_out.lines.size(); ++i) {
        const Line& line = laid_out.lines[i];
        for (std::uint32_t p = 0; p < line.piece_count; ++p) {
            const Piece& piece = laid_out.pieces[line.first_piece + p];
            if (piece.link < 0) continue;
            const float y = at.y + static_cast<float>(i) * kTextLine;
            const Rect rect = {at.x + piece.x_px, y, piece.width_px, kTextLine};
            const std::string& address = state.links[static_cast<std::size_t>(piece.link)];
            const std::string_view words = std::string_view(laid_out.text).substr(piece.begin, piece.end - piece.begin);
            const Interaction touch = painter.control({.parent = region, .role = Role::kLink, .rect = rect, .name = words, .value = address,
                                                       .command = CommandKind::kOpenUrl,
                                                       .key = static_cast<std::uint32_t>((i << 8) + p + 16)});
            if (touch.is_hovered) painter.line({rect.x, rect.bottom() - 4}, {rect.right(), rect.bottom() - 4}, painter.theme().link);
            painter.focus_ring(rect, touch.id, 4);
        }
    }
}

std::string place_in_digest(const View& view)
{
    const LibraryPaper& entry = view.library->paper(view.selected);
    std::string words = to_words(entry.paper.date);
    if (entry.appearances.empty()) return words;
    const Appearance& newest = entry.appearances.front();
    for (const LibraryDigest& digest : view.library->digests()) {
        if (digest.id != newest.digest) continue;
        if (!words.empty()) words += " · ";
        words += "paper " + std::to_string(newest.order + 1) + " of " + std::to_string(digest.entries);
    }
    return words;
}

float actions_ui(Painter& painter, const Paper& paper, Point at, float right, ItemId region, bool is_touch)
{
    const float height = is_touch ? 44.0f : 30.0f;
    const float left = at.x;
    auto link = [&](std::string_view name, std::string_view words, const std::string& address, bool is_primary) {
        if (address.empty()) return;
        const float width = painter.width({Face::kRegular, 13, 0}, words) + 24;
        if (at.x + width > right && at.x > left) {
            at.x = left;
            at.y += height + 8;
        }
        at.x += 8 + button_ui(painter, {.parent = region, .role = Role::kLink, .name = name, .value = address,
                                        .command = CommandKind::kOpenUrl, .key = 2}, at, words, {is_primary, height});
    };
    link("Open PDF", "Open PDF", paper.links.pdf, true);
    if (!paper.id.empty()) link("arXiv", "arXiv", paper.links.abs, false);
    link("Code", "Code ↗", paper.links.code, false);
    return at.y + height;
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
    const float top = state.scroll.begin(painter, area) + (is_page ? 8 : 18);
    float y = top;
    if (is_page) {
        button_ui(painter, {.parent = region, .role = Role::kButton, .name = "Back", .command = CommandKind::kClosePaper}, {x, y}, "‹ Back",
                  {false, view.is_touch ? 44.0f : 30.0f});
        y += view.is_touch ? 54 : 40;
    }

    TagRow tags(x, x + width, y);
    for_each_tag(paper, [&](TagKind kind, std::string_view words) { tags.tag(painter, kind, words); });
    if (!paper.id.empty())
        tags.text(painter, "arXiv:" + paper.id + (paper.version ? "v" + std::to_string(paper.version) : ""), theme.ink_soft);
    y += tags.height() + 6;

    painter.note({.parent = region, .role = Role::kHeading, .rect = {x, y, width, state.title.height_px}, .name = state.title_plain, .index = 2});
    painter.paragraph(state.title, {x, y}, kTitleLine, theme.ink);
    y += state.title.height_px + 6;
    if (!paper.authors.empty()) {
        painter.note({.parent = region, .role = Role::kText, .rect = {x, y, width, state.authors.height_px}, .name = state.authors_plain, .key = 1});
        painter.paragraph(state.authors, {x, y}, 20, theme.ink_soft);
        y += state.authors.height_px + 6;
    }
    const std::string place = place_in_digest(view);
    painter.label(x, y + 9, {Face::kRegular, 12.5f, theme.ink_soft}, place);
    painter.note({.parent = region, .role = Role::kText, .rect = {x, y, width, 18}, .name = place, .key = 3});
    y = actions_ui(painter, paper, {x, y + 30}, x + width, region, view.is_touch) + 16;

    if (paper.abstract.empty()) {
        painter.label(x, y + 12, {Face::kItalic, kTextSize, theme.ink_faint}, "The digest has no abstract for this paper");
        y += 24;
    } else {
        painter.note({.parent = region, .role = Role::kText, .rect = {x, y, width, state.abstract.height_px}, .name = state.abstract_plain, .key = 2});
        painter.paragraph(state.abstract, {x, y}, kTextLine, theme.ink);
        abstract_links_ui(painter, state, {x, y}, region);
        y += state.abstract.height_px;
    }
    state.scroll.end(y - top + 32);
    const double content = std::max(1.0f, state.scroll.content_px);
    const float share = scrollbar(painter, area, state.scroll.offset_px / content, area.h / content, region);
    if (share >= 0) state.scroll.offset_px = share * state.scroll.content_px;
    painter.pop_clip();
}

}  // namespace paperdeck::ui
