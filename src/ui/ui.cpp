#include "ui/ui.h"

#include <algorithm>

#include "imgui.h"
#include "ui/card_list.h"
#include "ui/fonts.h"
#include "ui/painter.h"
#include "ui/panels.h"

namespace paperdeck::ui {
namespace {

constexpr float kResultsBar = 38;

// Where each panel stands in a window; width 0 where it does not.
struct Places {
    Rect top, sidebar, feed, detail, bottom, results;
    bool is_phone = false;
};

Places place_panels(float width, float height)
{
    Places p;
    p.is_phone = width < size::kTabletMin;
    const float top = p.is_phone ? size::kTopBarPhone : size::kTopBar;
    const float bottom = p.is_phone ? size::kBottomBar : 0;
    const float sidebar = p.is_phone ? 0 : has_detail_pane(width) ? size::kSidebar : size::kSidebarTablet;
    const float detail = has_detail_pane(width) ? size::kDetail : 0;
    p.top = {0, 0, width, top};
    p.sidebar = {0, top, sidebar, height - top - bottom};
    p.detail = {width - detail, top, detail, height - top};
    p.bottom = {0, height - bottom, width, bottom};
    p.feed = {sidebar, top, width - sidebar - detail, height - top - bottom};
    return p;
}

}  // namespace

bool has_detail_pane(float window_width_px) { return window_width_px >= size::kDesktopMin; }

struct Ui::Impl {
    explicit Impl(const FontFiles& files) : fonts(files) {}

    void feed_column(Painter& painter, const View& view, Places& places);
    void panels(Painter& painter, const View& view, Places& places);

    Fonts fonts;
    Items items;
    PointerState pointer;
    SearchField search;
    SidebarState sidebar;
    SortMenuState sort_menu;
    DetailState detail;
    PaneScroll help;
    CardList list;
    std::uint64_t frame = 0;
    bool is_paper_page = false;
};

Ui::Ui(const FontFiles& fonts) : impl_(std::make_unique<Impl>(fonts)) {}
Ui::~Ui() = default;

// Messages, results bar and list share the middle column and its margins.
void Ui::Impl::feed_column(Painter& painter, const View& view, Places& places)
{
    Rect area = places.feed;
    const float side = area.w < 600 ? 10.0f : 22.0f;
    const float width = std::min(area.w - 2 * side, size::kWidestCard);
    const float x = painter.snap(area.x + (area.w - width) / 2);
    const float alerts = view.alerts->empty() ? 0 : 10 + alerts_ui(painter, view, {x, area.y + 10, width, area.h});
    places.results = {x, area.y + alerts + 4, width, kResultsBar};
    results_bar_ui(painter, view, places.results, sort_menu);
    area.y += alerts + kResultsBar + 8;
    area.h -= alerts + kResultsBar + 8;
    list.draw(painter, view, area, frame);
    if (view.result->papers.empty()) empty_ui(painter, view, area);
}

void Ui::Impl::panels(Painter& painter, const View& view, Places& places)
{
    const bool is_page = view.is_paper_open && places.detail.w == 0 && view.selected != kNoPaper;
    is_paper_page = is_page;
    if (is_page) {
        const float bottom = places.bottom.y;
        const Rect area = places.is_phone ? Rect{0, 0, places.top.w, bottom}
                                          : Rect{places.feed.x, places.feed.y, places.feed.w, places.feed.h};
        if (!places.is_phone) {
            top_bar_ui(painter, view, places.top, search);
            sidebar_ui(painter, view, places.sidebar, sidebar);
        }
        detail_ui(painter, view, area, detail, true);
    } else {
        top_bar_ui(painter, view, places.top, search);
        if (places.sidebar.w > 0) sidebar_ui(painter, view, places.sidebar, sidebar);
        if (places.is_phone && view.are_filters_open)
            sidebar_ui(painter, view, places.feed, sidebar);
        else
            feed_column(painter, view, places);
        if (places.detail.w > 0) detail_ui(painter, view, places.detail, detail, false);
    }
    if (places.is_phone) bottom_bar_ui(painter, view, places.bottom);
}

void Ui::draw(const View& view, std::vector<Command>& commands)
{
    const ImGuiIO& io = ImGui::GetIO();
    Impl& ui = *impl_;
    ++ui.frame;
    ui.items.clear();
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(io.DisplaySize);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, 0);
    constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                                        ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse;
    ImGui::Begin("Paperdeck", nullptr, kFlags);

    const Theme& theme = view.is_dark ? dark_theme() : light_theme();
    if (ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        ui.pointer.was_drag = false;
        // The keyboard's ring follows keys only; the search field keeps its own.
        if (!view.has_native_fields) ui.pointer.focus = 0;
    }
    Painter painter(theme, ui.fonts, ui.items, commands, ui.pointer);
    const Rect window = {0, 0, io.DisplaySize.x, io.DisplaySize.y};
    painter.fill(window, theme.background);
    Places places = place_panels(window.w, window.h);
    // What lies over the page takes the pointer from what lies under it.
    painter.set_enabled(!view.is_help_open && !ui.sort_menu.is_open);
    ui.panels(painter, view, places);
    painter.set_enabled(true);
    sort_menu_ui(painter, view, places.results, ui.sort_menu);
    help_ui(painter, view, window, ui.help);
    if (view.is_drop_target) drop_target_ui(painter, window);

    if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) ui.pointer.held = 0;
    ui.pointer.activated = 0;
    ui.pointer.chosen = 0;
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
}

const Items& Ui::items() const { return impl_->items; }
void Ui::activate(ItemId id) { impl_->pointer.activated = id; }

void Ui::choose(ItemId id, std::uint32_t option)
{
    impl_->pointer.chosen = id;
    impl_->pointer.choice = option;
}

void Ui::set_focus(ItemId id) { impl_->pointer.focus = id; }
ItemId Ui::focus() const { return impl_->pointer.focus; }

void Ui::move_focus(int direction)
{
    const auto& records = impl_->items.records();
    const auto modal = std::find_if(records.begin(), records.end(), [](const ItemRecord& r) { return (r.state & kModal) != 0; });
    std::vector<ItemId> stops;
    for (const ItemRecord& record : records) {
        const Role role = record.role;
        if (modal != records.end() && record.parent != modal->id) continue;
        if (role == Role::kLink || role == Role::kButton || role == Role::kCheckbox || role == Role::kComboBox) stops.push_back(record.id);
    }
    if (stops.empty()) return;
    const auto at = std::find(stops.begin(), stops.end(), impl_->pointer.focus);
    const auto count = static_cast<int>(stops.size());
    const int from = at == stops.end() ? (direction > 0 ? -1 : count) : static_cast<int>(at - stops.begin());
    impl_->pointer.focus = stops[static_cast<std::size_t>((from + direction + count) % count)];
}

void Ui::reveal(PaperIndex paper)
{
    impl_->pointer.focus = 0;
    impl_->list.reveal(paper, true);
}

bool Ui::close_menu()
{
    const bool was_open = impl_->sort_menu.is_open;
    impl_->sort_menu.is_open = false;
    return was_open;
}

bool Ui::is_paper_page() const { return impl_->is_paper_page; }
void Ui::scroll_pages(int pages) { impl_->list.scroll_pages(pages); }
void Ui::scroll_to_end(bool last) { impl_->list.scroll_to_end(last); }

void Ui::focus_search(bool on)
{
    impl_->search.wants_focus = on;
    impl_->search.wants_blur = !on;
}

bool Ui::is_animating() const
{
    return impl_->list.is_animating() || impl_->sidebar.scroll.scroller.is_moving() || impl_->detail.scroll.scroller.is_moving() ||
           impl_->help.scroller.is_moving();
}

}  // namespace paperdeck::ui
