#include "ui/card.h"

#include <algorithm>

namespace paperdeck::ui {
namespace {

constexpr float kPadX = 18, kPadTop = 14, kPadBottom = 12;
constexpr float kTitleSize = 16.5f, kTitleLine = 22;
constexpr float kAuthorsSize = 12.5f, kAuthorsLine = 20;
constexpr float kTextSize = 14, kTextLine = 22;
constexpr float kActionsLine = 26;
constexpr int kShortLines = 4;
constexpr std::size_t kBudgetBytes = 24u << 20;

std::string join_authors(const std::vector<std::string>& authors)
{
    constexpr std::size_t kShown = 8;
    std::string out;
    const std::size_t shown = authors.size() > kShown + 1 ? kShown : authors.size();
    for (std::size_t i = 0; i < shown; ++i) out += (i ? ", " : "") + authors[i];
    if (shown < authors.size()) out += " and " + std::to_string(authors.size() - shown) + " more";
    return out;
}

// Height that the id, the tags and the day take: they wrap on a phone.
float meta_height(const Paper& paper, const CardLayout& layout, float width, const Fonts& fonts)
{
    TagRow row(0, width, 0);
    if (!layout.meta.empty()) row.take(fonts.text_width(Face::kRegular, TagRow::kTextSize, layout.meta));
    for_each_tag(paper, [&](TagKind, std::string_view words) {
        row.take(fonts.text_width(Face::kRegular, TagRow::kTagSize, words) + 16);
    });
    if (!layout.day.empty()) row.take(fonts.text_width(Face::kRegular, TagRow::kTextSize, layout.day));
    return row.height();
}

CardLayout lay_out_card(const LibraryPaper& entry, const Query& query, float width_px, const Fonts& fonts)
{
    const Paper& paper = entry.paper;
    CardLayout card;
    const float width = width_px - 2 * kPadX;
    card.title = lay_out(paper.title, marks_of(query, paper.title.text), {Face::kSemibold, kTitleSize, kTitleLine, width, 0}, fonts);
    card.abstract = lay_out(paper.abstract, marks_of(query, paper.abstract.text),
                            {Face::kRegular, kTextSize, kTextLine, width, kShortLines}, fonts);
    StyledText authors;
    authors.text = join_authors(paper.authors);
    card.authors_plain = authors.text;
    if (!authors.empty())
        card.authors = lay_out(authors, marks_of(query, authors.text), {Face::kRegular, kAuthorsSize, kAuthorsLine, width, 2}, fonts);
    card.title_plain = to_plain(paper.title);
    card.abstract_plain = to_plain(paper.abstract);
    if (!paper.id.empty()) card.meta = "arXiv:" + paper.id + (paper.version ? "v" + std::to_string(paper.version) : "");
    card.day = to_words(paper.date);
    card.meta_height_px = meta_height(paper, card, width, fonts);
    card.height_px = kPadTop + card.title.height_px + card.authors.height_px + 2 + card.meta_height_px + 4 +
                     (paper.abstract.empty() ? 0 : card.abstract.height_px + 4) + kActionsLine + kPadBottom - 6;
    return card;
}

// A link under the abstract; returns the x after it.
float action_link(Painter& painter, ItemId article, float x, float center_y, std::string_view words, std::string_view name,
                  std::string_view address, bool is_touch)
{
    if (address.empty()) return x;
    const TextLook look = {Face::kRegular, 12.5f, painter.theme().link};
    const float w = painter.width(look, words);
    const float half = is_touch ? 22 : 12;
    const float side = is_touch ? 8 : 4;
    const Rect rect = {x - side, center_y - half, w + 2 * side, 2 * half};
    const Interaction touch = painter.control({.parent = article, .role = Role::kLink, .rect = rect, .name = name,
                                               .value = address, .command = CommandKind::kOpenUrl});
    painter.label(x, center_y, look, words);
    if (touch.is_hovered) painter.line({x, center_y + 8}, {x + w, center_y + 8}, look.color);
    painter.focus_ring({x - 4, center_y - 11, w + 8, 22}, touch.id);
    return x + w + (is_touch ? 22 : 14);
}

}  // namespace

std::size_t CardLayout::size_bytes() const
{
    return sizeof *this + title.size_bytes() + authors.size_bytes() + abstract.size_bytes() + title_plain.size() +
           authors_plain.size() + abstract_plain.size();
}

std::vector<Mark> marks_of(const Query& query, std::string_view text)
{
    std::vector<Mark> marks;
    if (query.words.empty()) return marks;
    for (const Hit& hit : find_hits(query, text)) marks.push_back({hit.begin, hit.end});
    return marks;
}

const CardLayout& CardCache::get(const Library& library, PaperIndex paper, const Query& query, float width_px,
                                 std::uint32_t epoch, std::uint64_t frame, const Fonts& fonts)
{
    if (width_px != width_px_ || epoch != epoch_) {
        layouts_.clear();
        size_bytes_ = 0;
        width_px_ = width_px;
        epoch_ = epoch;
    }
    auto found = layouts_.find(paper);
    if (found == layouts_.end()) {
        if (size_bytes_ > kBudgetBytes) drop_old(frame);
        found = layouts_.emplace(paper, lay_out_card(library.paper(paper), query, width_px, fonts)).first;
        size_bytes_ += found->second.size_bytes();
    }
    found->second.last_frame = frame;
    return found->second;
}

void CardCache::drop_old(std::uint64_t frame)
{
    for (auto at = layouts_.begin(); at != layouts_.end();) {
        if (at->second.last_frame + 1 >= frame) {
            ++at;
            continue;
        }
        size_bytes_ -= at->second.size_bytes();
        at = layouts_.erase(at);
    }
}

void TagRow::take(float width)
{
    if (x_ + width > right_ && x_ > left_) {
        x_ = left_;
        top_extra_ += kRowHeight;
    }
    x_ += width + kGap;
}

void TagRow::tag(Painter& painter, TagKind kind, std::string_view words)
{
    const Theme& theme = painter.theme();
    const Color ink = kind == TagKind::kCode ? theme.green : kind == TagKind::kNote ? theme.ink_faint : theme.ink_soft;
    const float width = painter.width({Face::kRegular, kTagSize, ink}, words) + 16;
    take(width);
    painter.chip(x_ - width - kGap, top_ + top_extra_ + kRowHeight / 2, words, ink);
}

void TagRow::text(Painter& painter, std::string_view words, Color color)
{
    const TextLook look = {Face::kRegular, kTextSize, color};
    const float width = painter.width(look, words);
    take(width);
    painter.label(x_ - width - kGap, top_ + top_extra_ + kRowHeight / 2, look, words);
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

    const float x = rect.x + kPadX;
    const float width = rect.w - 2 * kPadX;
    float y = rect.y + kPadTop;
    const std::uint32_t state = kLabelledByHeading | (place.is_selected ? kCurrent : 0u) | (place.wants_focus ? kWantsFocus : 0u);
    const ItemId article = painter.note({.parent = place.feed, .role = Role::kArticle, .rect = intersection(rect, painter.clip()),
                                         .name = layout.title_plain, .state = state, .position = place.position,
                                         .set_size = place.set_size, .command = CommandKind::kOpenPaper,
                                         .number = index, .key = index + 1});
    painter.note({.parent = article, .role = Role::kHeading, .rect = {x, y, width, layout.title.height_px},
                  .name = layout.title_plain, .index = 2});
    painter.paragraph(layout.title, {x, y}, kTitleLine, theme.ink);
    y += layout.title.height_px;

    if (layout.authors.height_px > 0) {
        painter.note({.parent = article, .role = Role::kText, .rect = {x, y, width, layout.authors.height_px},
                      .name = layout.authors_plain, .key = 1});
        painter.paragraph(layout.authors, {x, y}, kAuthorsLine, theme.ink_soft);
        y += layout.authors.height_px;
    }
    y += 2;

    TagRow row(x, x + width, y);
    if (!layout.meta.empty()) row.text(painter, layout.meta, theme.ink_soft);
    for_each_tag(paper, [&](TagKind kind, std::string_view words) { row.tag(painter, kind, words); });
    if (!layout.day.empty()) row.text(painter, layout.day, theme.ink_soft);
    y += layout.meta_height_px + 4;

    if (!paper.abstract.empty()) {
        painter.note({.parent = article, .role = Role::kText, .rect = {x, y, width, layout.abstract.height_px},
                      .name = layout.abstract_plain, .key = 2});
        painter.paragraph(layout.abstract, {x, y}, kTextLine, theme.ink);
        y += layout.abstract.height_px + 4;
    }

    const float actions_y = y + kActionsLine / 2;
    float link_x = action_link(painter, article, x, actions_y, "PDF", "PDF", paper.links.pdf, place.is_touch);
    link_x = action_link(painter, article, link_x, actions_y, "arXiv", "arXiv", paper.id.empty() ? "" : paper.links.abs, place.is_touch);
    action_link(painter, article, link_x, actions_y, "Code ↗", "Code", paper.links.code, place.is_touch);

    // A click beside the links opens the card; a click on a link is the link's own.
    const bool is_on_link = painter.pointer().held != 0 && painter.pointer().held != article;
    if (!is_on_link && painter.is_pointer_in(rect)) {
        if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) painter.pointer().held = article;
        if (painter.pointer().held == article && ImGui::IsMouseReleased(ImGuiMouseButton_Left) && !painter.pointer().was_drag)
            painter.commands().push_back({CommandKind::kOpenPaper, index, {}});
    }
}

}  // namespace paperdeck::ui
