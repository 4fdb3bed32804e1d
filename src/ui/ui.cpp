#include "ui/ui.h"

#include <algorithm>

#include "imgui.h"
#include "ui/card_list.h"
#include "ui/fonts.h"
#include "ui/histogram.h"
#include "ui/painter.h"
#include "ui/panel_places.h"
#include "ui/panels.h"
#include "ui/selection.h"
#include "ui/selection_text.h"
#include "ui/splitter.h"
#include "ui/tab_order.h"

namespace paperdeck::ui {
namespace {

constexpr float kResultsBar = 38;

}  // namespace

struct Ui::Impl {
    explicit Impl(const FontFiles& files) : fonts(files) {}

    void feed_column(Painter& painter, const View& view, PanelPlaces& places);
    void panels(Painter& painter, const View& view, PanelPlaces& places);
    PanelPlaces take_places(Painter& painter, const View& view, const Rect& window);

    Fonts fonts;
    Items items;
    PointerState pointer;
    TextSelection selection;
    SearchBox search;
    SummaryState summary;
    NoticeState notice;
    SidebarState sidebar;
    MenuState menu;
    HighlightFields highlights;
    DetailState detail;
    PaneScroll help, more, answer;
    HistogramPanel histogram;
    Splitter sidebar_edge{Setting::kSidebarWidth, "Width of the filters", true};
    Splitter detail_edge{Setting::kDetailWidth, "Width of the paper", false};
    CardList list;
    bool is_paper_page = false;
    bool has_pane = false;
};

Ui::Ui(const FontFiles& fonts) : impl_(std::make_unique<Impl>(fonts)) {}
Ui::~Ui() = default;

// The edges come first: what they take of the pointer is not for the panels beside them.
PanelPlaces Ui::Impl::take_places(Painter& painter, const View& view, const Rect& window)
{
    if (window.w < size::kTabletMin) {
        sidebar_edge.hide();
        detail_edge.hide();
        return place_panels(window.w, window.h, 0, 0);
    }
    const bool has_detail = has_detail_pane(window.w);
    const float initial = sidebar_width(window.w, view.is_touch);
    const float least = view.is_touch ? initial : size::kNarrowestSidebar;
    const float others = size::kNarrowestFeed + (has_detail ? size::kNarrowestDetail : 0);
    const float sidebar_px = sidebar_edge.take(painter, view.settings, window, size::kTopBar, initial, least,
                                            std::min(size::kWidestSidebar, window.w - others), view.is_touch);
    if (!has_detail) {
        detail_edge.hide();
        return place_panels(window.w, window.h, sidebar_px, 0);
    }
    const float detail_px = detail_edge.take(painter, view.settings, window, size::kTopBar, size::kDetail, size::kNarrowestDetail,
                                          window.w - sidebar_px - size::kNarrowestFeed, view.is_touch);
    return place_panels(window.w, window.h, sidebar_px, detail_px);
}

// Messages, results bar, histogram and list share the middle column and its margins.
void Ui::Impl::feed_column(Painter& painter, const View& view, PanelPlaces& places)
{
    Rect area = places.feed;
    const float side = area.w < 600 ? 10.0f : 22.0f;
    const float width = std::min(area.w - 2 * side, size::kWidestCard);
    const float x = painter.snap(area.x + (area.w - width) / 2);
    const float alerts = view.alerts->empty() ? 0 : 10 + alerts_ui(painter, view, {x, area.y + 10, width, area.h});
    places.results = {x, area.y + alerts + 4, width, kResultsBar};
    results_bar_ui(painter, view, places.results, summary, menu);
    area.y += alerts + kResultsBar + 8;
    area.h -= alerts + kResultsBar + 8;
    const float notice_height = notice_ui(painter, view, {x, area.y}, width, notice);
    area.y += notice_height;
    area.h -= notice_height;
    const bool has_room = !places.is_phone && area.h > 360;
    const float bars = has_room ? histogram.height(view, width) : 0;
    const Rect above = {x, area.y, width, bars};
    if (bars > 0) histogram.draw(painter, above);
    area.y += bars;
    area.h -= bars;
    list.draw(painter, view, area);
    if (view.result->papers.empty()) empty_ui(painter, view, area);
    if (bars > 0) histogram.draw_tip(painter, above);
}

void Ui::Impl::panels(Painter& painter, const View& view, PanelPlaces& places)
{
    const bool is_page = view.is_paper_open && places.detail.w == 0 && view.selected != kNoPaper;
    if (is_paper_page != is_page) selection.forget_press();
    is_paper_page = is_page;
    has_pane = places.detail.w > 0;
    if (is_page) {
        const float bottom = places.bottom.y;
        const Rect area = places.is_phone ? Rect{0, 0, places.top.w, bottom}
                                          : Rect{places.feed.x, places.feed.y, places.feed.w, places.feed.h};
        if (!places.is_phone) {
            top_bar_ui(painter, view, places.top, search);
            sidebar_ui(painter, view, places.sidebar, sidebar, SidebarPart::kAll);
        }
        detail_ui(painter, view, area, detail, true);
        sidebar_edge.draw(painter);
    } else {
        top_bar_ui(painter, view, places.top, search);
        if (places.sidebar.w > 0) sidebar_ui(painter, view, places.sidebar, sidebar, SidebarPart::kAll);
        sidebar_edge.draw(painter);
        switch (places.is_phone ? view.page : Page::kPapers) {
            case Page::kPapers: feed_column(painter, view, places); break;
            case Page::kDays: sidebar_ui(painter, view, places.feed, sidebar, SidebarPart::kDays); break;
            case Page::kFilters: sidebar_ui(painter, view, places.feed, sidebar, SidebarPart::kFilters); break;
            case Page::kMore: more_ui(painter, view, places.feed, more); break;
        }
        detail_edge.draw(painter);
        if (places.detail.w > 0) detail_ui(painter, view, places.detail, detail, false);
    }
    if (places.is_phone) bottom_bar_ui(painter, view, places.bottom);
}

void Ui::draw(const View& view, std::vector<Command>& commands)
{
    const ImGuiIO& io = ImGui::GetIO();
    Impl& ui = *impl_;
    ui.items.clear();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(io.DisplaySize);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, 0);
    constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                        ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse;
    ImGui::Begin("Paperdeck", nullptr, kFlags);

    const Theme& theme = theme_of(view.is_dark, view.has_more_contrast);
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        ui.pointer.was_drag = false;
        // The keyboard's ring follows keys only; the search field keeps its own.
        if (!view.has_native_fields) ui.pointer.focus = 0;
    }
    ui.pointer.may_glide = !view.has_less_motion;
    Painter painter(theme, ui.fonts, ui.items, commands, ui.pointer, ui.selection);
    const Rect window = {0, 0, io.DisplaySize.x, io.DisplaySize.y};
    painter.fill(window, theme.background);
    // What lies over the page takes the pointer from what lies under it.
    const bool is_modal = view.is_help_open || view.is_view_open || view.are_highlights_open || !view.answer->title.empty();
    const bool is_free = !is_modal && !ui.menu.open && !ui.search.list.contains({io.MousePos.x, io.MousePos.y});
    painter.set_enabled(is_free);
    PanelPlaces places = ui.take_places(painter, view, window);
    painter.set_enabled(is_free && !ui.sidebar_edge.is_held() && !ui.detail_edge.is_held());
    ui.selection.take_pointer(painter, view);
    ui.panels(painter, view, places);
    ui.selection.touch_tools_ui(painter);
    painter.set_enabled(true);
    suggestions_ui(painter, view, ui.search);
    menu_ui(painter, window, ui.menu);
    view_ui(painter, view, window);
    highlights_ui(painter, view, window, ui.highlights);
    help_ui(painter, view, window, ui.help);
    answer_ui(painter, view, window, ui.answer);
    if (view.is_drop_target) drop_target_ui(painter, window);

    if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) ui.pointer.held = 0;
    ui.pointer.activated = 0;
    ui.pointer.chosen = 0;
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
}

bool Ui::key(std::string_view name, std::vector<Command>& commands)
{
    Impl& ui = *impl_;
    const ItemId focus = ui.pointer.focus;
    if (ui.sidebar_edge.key(name, focus, commands) || ui.detail_edge.key(name, focus, commands)) return true;
    if (!ui.histogram.key(name, focus, commands)) return false;
    ui.pointer.focus = ui.histogram.focused(focus);
    return true;
}

const Items& Ui::items() const { return impl_->items; }
void Ui::activate(ItemId id) { impl_->pointer.activated = id; }

void Ui::choose(ItemId id, std::uint32_t option)
{
    impl_->pointer.chosen = id;
    impl_->pointer.choice = option;
}

void Ui::edit(ItemId id, std::string text, std::vector<Command>& commands)
{
    std::uint32_t number = 0;
    for (const LinesField* field : {&impl_->highlights.words, &impl_->highlights.authors}) {
        if (field->id == id) commands.push_back({CommandKind::kEditHighlights, number, std::move(text)});
        ++number;
    }
}

void Ui::set_focus(ItemId id) { impl_->pointer.focus = id; }
ItemId Ui::focus() const { return impl_->pointer.focus; }

void Ui::move_focus(int direction) { impl_->pointer.focus = next_tab_stop(impl_->items, impl_->pointer.focus, direction); }

void Ui::reveal(PaperIndex paper)
{
    impl_->pointer.focus = 0;
    impl_->list.reveal(paper);
}

std::string Ui::selected_text(const View& view) { return impl_->selection.text(PanelTexts(view, impl_->list, impl_->detail)); }
bool Ui::clear_selection() { return impl_->selection.clear(); }
bool Ui::has_selection_end() const { return impl_->selection.has_focus(); }

void Ui::extend_selection(const View& view, SelectionStep step)
{
    impl_->selection.extend(step, PanelTexts(view, impl_->list, impl_->detail), impl_->fonts);
}

void Ui::select_all(const View& view)
{
    const auto& papers = view.result->papers;
    const auto found = std::find(papers.begin(), papers.end(), view.selected);
    if (found == papers.end()) return;
    const bool is_in_detail = impl_->has_pane || impl_->is_paper_page;
    const auto row = is_in_detail ? 0 : static_cast<std::size_t>(found - papers.begin());
    impl_->selection.select_all(is_in_detail ? Surface::kDetail : Surface::kList, view.selected, row, PanelTexts(view, impl_->list, impl_->detail));
}

bool Ui::is_text_held() const { return impl_->selection.is_held(); }
void Ui::show_card(PaperIndex paper) { impl_->list.show(paper); }
void Ui::focus_card(PaperIndex paper) { impl_->list.focus(paper); }
bool Ui::has_pane() const { return impl_->has_pane; }

bool Ui::close_menu()
{
    const bool was_open = impl_->menu.open != 0;
    impl_->menu.open = 0;
    return was_open;
}

bool Ui::is_paper_page() const { return impl_->is_paper_page; }
void Ui::scroll_pages(int pages) { impl_->list.scroll_pages(pages); }
void Ui::scroll_to_end(bool last) { impl_->list.scroll_to_end(last); }

ListPlace Ui::list_place() const { return impl_->list.place(); }
void Ui::restore_list(const ListPlace& place) { impl_->list.restore(place); }
std::uint32_t Ui::list_moves() const { return impl_->list.moves(); }

void Ui::focus_search(bool on)
{
    impl_->search.wants_focus = on;
    impl_->search.wants_blur = !on;
}

std::uint64_t Ui::cards_laid_out() const { return impl_->list.cards_laid_out(); }

bool Ui::is_animating() const
{
    return impl_->list.is_animating() || impl_->sidebar.scroll.is_moving() || impl_->detail.scroll.is_moving() ||
           impl_->help.is_moving() || impl_->answer.is_moving() || impl_->more.is_moving() || impl_->selection.is_animating() ||
           impl_->fonts.has_waiting_glyphs();
}

}  // namespace paperdeck::ui
