// Every command of the reader, once.
#include <algorithm>

#include "app/app.h"
#include "app/settings.h"
#include "app/shortcuts.h"
#include "app/suggestions.h"
#include "digest/paper_place.h"
#include "search/query_parts.h"

namespace paperdeck::app {

using ui::CommandKind;

bool App::key(std::string_view name, unsigned modifiers)
{
    const KeyContext context = {state_.is_help_open || state_.is_view_open || state_.are_highlights_open || !state_.answer.title.empty(), state_.selected != ui::kNoPaper, state_.selected, state_.follows_g,
                                !platform::has_native_fields(), ui_.has_selection_end()};
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
    std::vector<ui::Command> commands;
    if (modifiers == 0 && ui_.key(name, commands)) {
        for (const ui::Command& command : commands) apply(command);
        return true;
    }
    // A browser asks for the text itself, by its copy event.
    const bool copies = modifiers & (platform::kCtrl | platform::kMeta) && (name == "c" || name == "C");
    if (!platform::has_native_fields() && copies) {
        const std::string text = ui_.selected_text(view());
        if (!text.empty()) platform::copy_text(text);
        return !text.empty();
    }
    const auto command = command_of_key(name, modifiers, context);
    if (!command) return false;
    apply(*command);
    return true;
}

void App::edit(std::uint32_t item, std::string text)
{
    std::vector<ui::Command> commands;
    ui_.edit(item, std::move(text), commands);
    for (const ui::Command& command : commands) apply(command);
}

void App::apply(const ui::Command& command)
{
    const auto number = static_cast<int>(command.number);
    switch (command.kind) {
        case CommandKind::kNone: break;
        case CommandKind::kSetQuery: set_query(command.text); break;
        case CommandKind::kTypeQuery: search_text(command.text, command.number); break;
        case CommandKind::kClearQuery: set_query({}); break;
        case CommandKind::kSearchFocus: search_focused(command.number != 0); break;
        case CommandKind::kTakeSuggestion: take_suggestion(command.number); break;
        case CommandKind::kForgetQueries: forget_queries(); break;
        case CommandKind::kExplainQuery: explain_query(); break;
        case CommandKind::kExplainPlace: explain_place(command.number); break;
        case CommandKind::kFindLikePaper: find_like_paper(command.number); break;
        case CommandKind::kFindLikeText: find_like_text(); break;
        case CommandKind::kGoToPaper: go_to_paper(command.number); break;
        case CommandKind::kCloseAnswer: state_.answer = {}; break;
        case CommandKind::kToggleFilter:
            set_query(with_filter_toggled(state_.query_text, static_cast<QueryFilter::Field>(command.number), command.text));
            break;
        case CommandKind::kSetDates: set_query(with_dates(state_.query_text, command.text)); break;
        case CommandKind::kSetSort: set_sort(static_cast<Sort>(command.number)); break;
        case CommandKind::kFocusSearch:
            // A page over the list hides the field; it comes back with the next frame.
            state_.wants_search = ui_.is_paper_page() || state_.page != ui::Page::kPapers;
            close_paper();
            state_.page = ui::Page::kPapers;
            ui_.focus_search(true);
            if (!state_.wants_search) platform::focus_search();
            break;
        case CommandKind::kLeaveSearch: ui_.focus_search(false); break;
        case CommandKind::kMoveSelection: move_selection(number); break;
        case CommandKind::kScrollPages: ui_.scroll_pages(number); break;
        case CommandKind::kScrollToEnd: ui_.scroll_to_end(number != 0); break;
        case CommandKind::kOpenPaper:
            open_paper(command.number);
            break;
        case CommandKind::kClosePaper:
            close_paper();
            ui_.focus_card(state_.selected);
            break;
        case CommandKind::kOpenAbsPage: open_page(library_.paper(command.number).paper); break;
        case CommandKind::kOpenPdf: platform::open_url(place_of(library_.paper(command.number).paper).pdf); break;
        case CommandKind::kOpenUrl: platform::open_url(command.text); break;
        case CommandKind::kPickFiles: platform::pick_files(); break;
        case CommandKind::kToggleTheme:
            set(ui::Setting::kTheme, static_cast<std::uint32_t>(is_dark() ? ui::ThemeChoice::kLight : ui::ThemeChoice::kDark));
            break;
        case CommandKind::kToggleHelp: state_.is_help_open = !state_.is_help_open; break;
        case CommandKind::kToggleView: state_.is_view_open = !state_.is_view_open; break;
        case CommandKind::kToggleHighlights: state_.are_highlights_open = !state_.are_highlights_open; break;
        case CommandKind::kEditHighlights: edit_highlights(number == 0 ? state_.highlights.words : state_.highlights.authors, command.text); break;
        case CommandKind::kShowPage:
            state_.page = static_cast<ui::Page>(command.number);
            close_paper();
            break;
        case CommandKind::kSet: set(static_cast<ui::Setting>(command.number >> 16), command.number & 0xFFFF); break;
        case CommandKind::kZoom:
            set(ui::Setting::kZoom, number == 0 ? 100 : ui::zoom_step(state_.settings.get(ui::Setting::kZoom), number));
            break;
        case CommandKind::kDismissAlert: {
            auto& alerts = state_.alerts;
            alerts.erase(std::remove_if(alerts.begin(), alerts.end(), [&](const ui::Alert& a) { return a.id == command.number; }), alerts.end());
            if (alerts.empty()) state_.problems_not_shown = 0;
            break;
        }
        case CommandKind::kRemoveDigest: remove_digest(command.number); break;
        case CommandKind::kReload: reload(command.number); break;
        case CommandKind::kCopySelection:
            platform::copy_text(ui_.selected_text(view()));
            ui_.clear_selection();
            break;
        case CommandKind::kExtendSelection: ui_.extend_selection(view(), static_cast<ui::SelectionStep>(command.number)); break;
        case CommandKind::kSelectAll: ui_.select_all(view()); break;
        case CommandKind::kTouchFeedback: platform::touch_feedback(); break;
        case CommandKind::kBack: go_back(); break;
    }
}

void App::open_page(const Paper& paper)
{
    const PaperPlace place = place_of(paper);
    platform::open_url(place.page.empty() ? place.doi : place.page);
}

// Nothing is written where it is the order anyway.
void App::set_sort(Sort sort)
{
    const std::string plain = with_sort(state_.query_text, std::nullopt);
    set_query(parse_query(plain).order() == sort ? plain : with_sort(plain, sort));
}

void App::set_query(std::string text)
{
    if (text == state_.query_text) return;
    const std::string before = session();
    wanted_ = {};
    change_query(std::move(text));
    show_place(platform::PlaceChange::kTyped, before);
}

void App::change_query(std::string text)
{
    state_.query_text = std::move(text);
    state_.search_caret = static_cast<std::uint32_t>(state_.query_text.size());
    ++state_.query_epoch;
    search();
    platform::request_frame();
}

void App::search_text(std::string text, std::size_t caret)
{
    set_query(std::move(text));
    state_.search_caret = static_cast<std::uint32_t>(caret);
    state_.suggestion = -1;
    state_.suggestions = state_.query_text.empty() ? recent_suggestions() : suggestions_for(engine_, state_.query_text, caret);
}

// The list below the field takes the keys that choose in it; true when it took this one.
bool App::search_key(std::string_view name)
{
    const auto count = static_cast<int>(state_.suggestions.size());
    if (count == 0) return false;
    int& chosen = state_.suggestion;
    if (name == "ArrowDown") {
        chosen = chosen + 1 < count ? chosen + 1 : -1;
    } else if (name == "ArrowUp") {
        chosen = chosen < 0 ? count - 1 : chosen - 1;
    } else if (name == "Escape") {
        state_.suggestions.clear();
    } else if (chosen >= 0 && (name == "Enter" || name == "Tab")) {
        take_suggestion(static_cast<std::size_t>(chosen));
    } else {
        return false;
    }
    platform::request_frame();
    return true;
}

void App::take_suggestion(std::size_t which)
{
    if (which >= state_.suggestions.size()) return;
    const ui::Command taken = std::move(state_.suggestions[which].command);
    state_.suggestions.clear();
    state_.suggestion = -1;
    apply(taken);
    if (!platform::has_native_fields()) ui_.focus_search(true);
}

void App::search_focused(bool is_focused)
{
    // What was typed since the focus came has its own suggestions.
    if (is_focused && !state_.query_text.empty()) return;
    state_.suggestion = -1;
    state_.suggestions = is_focused ? recent_suggestions() : std::vector<ui::Suggestion>();
    if (!is_focused && !state_.query_text.empty()) remember_query(state_.query_text);
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
    if (state_.is_paper_open) show_place(platform::PlaceChange::kInPlace, {});
}

// Escape closes what is uppermost, one thing at a time.
void App::go_back()
{
    if (state_.is_help_open) {
        state_.is_help_open = false;
    } else if (!state_.answer.title.empty()) {
        state_.answer = {};
    } else if (ui_.close_menu() || ui_.clear_selection()) {
        return;
    } else if (state_.is_view_open || state_.are_highlights_open) {
        state_.is_view_open = state_.are_highlights_open = false;
    } else if (ui_.is_paper_page()) {
        close_paper();
        ui_.focus_card(state_.selected);
    } else if (state_.page != ui::Page::kPapers) {
        state_.page = ui::Page::kPapers;
    } else {
        ui_.focus_search(false);
        ui_.set_focus(0);
    }
}

void App::set(ui::Setting setting, std::uint32_t value)
{
    change_setting(state_.settings, setting, static_cast<int>(value));
    show_settings();
    if (setting != ui::Setting::kHighlights) return;
    ++state_.query_epoch;
    take_highlights();
}

void App::edit_highlights(std::string& list, std::string text)
{
    list = std::move(text);
    keep_highlights(state_.highlights);
    take_highlights();
}

void App::take_highlights()
{
    std::vector<QueryWord> words = parse_highlights(state_.highlights.words, state_.highlights.authors);
    state_.marked.highlighted = ui::WordsToMark(words);
    engine_.set_highlights(std::move(words), static_cast<HighlightView>(state_.settings.get(ui::Setting::kHighlights)));
    search();
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
    if (digest != ui::kNoDigest) take_out(digest);
    search();
}

}  // namespace paperdeck::app
