// Every command of the reader, once.
#include <algorithm>

#include "app/app.h"
#include "app/shortcuts.h"

namespace paperdeck::app {

using ui::CommandKind;

bool App::key(std::string_view name, unsigned modifiers)
{
    const KeyContext context = {state_.is_help_open, state_.selected != ui::kNoPaper, state_.selected, state_.follows_g};
    state_.follows_g = name == "g" && !state_.follows_g;
    if (!platform::has_native_fields() && name == "Tab") {
        ui_.move_focus(modifiers & platform::kShift ? -1 : 1);
        return true;
    }
    // Where there is no DOM to do it, the focused control takes Enter and Space.
    const bool presses = name == "Enter" || name == " ";
    if (!platform::has_native_fields() && presses && ui_.focus() != 0) {
        ui_.activate(ui_.focus());
        return true;
    }
    const auto command = command_of_key(name, modifiers, context);
    if (!command) return false;
    apply(*command);
    return true;
}

void App::apply(const ui::Command& command)
{
    const auto number = static_cast<int>(command.number);
    switch (command.kind) {
        case CommandKind::kNone: break;
        case CommandKind::kSetQuery: set_query(command.text); break;
        case CommandKind::kClearQuery: set_query({}); break;
        case CommandKind::kToggleFilter:
            set_query(with_filter_toggled(state_.query_text, static_cast<QueryFilter::Field>(command.number), command.text));
            break;
        case CommandKind::kSetSort: set_query(with_sort(state_.query_text, static_cast<Sort>(command.number))); break;
        case CommandKind::kFocusSearch:
            // A page over the list hides the field; it comes back with the next frame.
            state_.wants_search = ui_.is_paper_page() || state_.are_filters_open;
            state_.is_paper_open = false;
            state_.are_filters_open = false;
            ui_.focus_search(true);
            if (!state_.wants_search) platform::focus_search();
            break;
        case CommandKind::kLeaveSearch: ui_.focus_search(false); break;
        case CommandKind::kMoveSelection: move_selection(number); break;
        case CommandKind::kScrollPages: ui_.scroll_pages(number); break;
        case CommandKind::kScrollToEnd: ui_.scroll_to_end(number != 0); break;
        case CommandKind::kOpenPaper:
            state_.selected = command.number;
            state_.has_chosen = true;
            state_.is_paper_open = true;
            break;
        case CommandKind::kClosePaper: state_.is_paper_open = false; break;
        case CommandKind::kOpenAbsPage: platform::open_url(library_.paper(command.number).paper.links.abs); break;
        case CommandKind::kOpenPdf: platform::open_url(library_.paper(command.number).paper.links.pdf); break;
        case CommandKind::kOpenUrl: platform::open_url(command.text); break;
        case CommandKind::kPickFiles: platform::pick_files(); break;
        case CommandKind::kToggleTheme: toggle_theme(); break;
        case CommandKind::kToggleHelp: state_.is_help_open = !state_.is_help_open; break;
        case CommandKind::kShowFilters:
            state_.are_filters_open = command.number != 0;
            state_.is_paper_open = false;
            break;
        case CommandKind::kDismissAlert: {
            auto& alerts = state_.alerts;
            alerts.erase(std::remove_if(alerts.begin(), alerts.end(), [&](const ui::Alert& a) { return a.id == command.number; }), alerts.end());
            if (alerts.empty()) state_.problems_not_shown = 0;
            break;
        }
        case CommandKind::kRemoveDigest: remove_digest(command.number); break;
        case CommandKind::kReload: reload(command.number); break;
        case CommandKind::kBack: go_back(); break;
    }
}

void App::set_query(std::string text)
{
    state_.query_text = std::move(text);
    state_.query = parse_query(state_.query_text);
    ++state_.query_epoch;
    search();
    platform::request_frame();
}

void App::move_selection(int cards)
{
    const auto& found = state_.result.papers;
    if (found.empty()) return;
    const auto at = std::find(found.begin(), found.end(), state_.selected);
    const auto from = at == found.end() ? (cards > 0 ? -1 : static_cast<long>(found.size())) : at - found.begin();
    const long to = std::clamp(from + cards, 0L, static_cast<long>(found.size()) - 1);
    state_.selected = found[static_cast<std::size_t>(to)];
    state_.has_chosen = true;
    ui_.reveal(state_.selected);
}

// Escape closes what is uppermost, one thing at a time.
void App::go_back()
{
    if (state_.is_help_open) {
        state_.is_help_open = false;
    } else if (ui_.close_menu()) {
        return;
    } else if (ui_.is_paper_page()) {
        state_.is_paper_open = false;
    } else if (state_.are_filters_open) {
        state_.are_filters_open = false;
    } else {
        ui_.focus_search(false);
        ui_.set_focus(0);
    }
}

void App::toggle_theme()
{
    state_.theme = is_dark() ? Theme::kLight : Theme::kDark;
    platform::save_setting("theme", is_dark() ? "dark" : "light");
    platform::set_dark(is_dark());
}

void App::reload(std::uint32_t alert)
{
    auto& alerts = state_.alerts;
    alerts.erase(std::remove_if(alerts.begin(), alerts.end(), [alert](const ui::Alert& a) { return a.id == alert; }), alerts.end());
    if (state_.changed_files.empty()) return platform::reload();
    for (const std::string& file : state_.changed_files) {
        const bool is_own = std::any_of(state_.own_digests.begin(), state_.own_digests.end(), [&](const ui::OwnDigest& d) { return d.name == file; });
        loader_.add_source({file, file, {}, false}, is_own ? platform::Origin::kBrought : platform::Origin::kArgument);
    }
    state_.changed_files.clear();
}

void App::remove_digest(std::uint32_t id)
{
    auto& own = state_.own_digests;
    const auto found = std::find_if(own.begin(), own.end(), [id](const ui::OwnDigest& d) { return d.id == id; });
    if (found == own.end()) return;
    const DigestId digest = found->digest;
    platform::forget(found->name);
    own.erase(found);
    if (digest != ui::kNoDigest) engine_.update(library_.remove(digest));
    search();
}

}  // namespace paperdeck::app
