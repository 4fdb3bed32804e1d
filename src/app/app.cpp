#include "app/app.h"

#include <algorithm>

#include "app/items_file.h"
#include "app/settings.h"
#include "search/relaxation.h"

namespace paperdeck::app {
namespace {

constexpr double kSearchEvery_ms = 250;  // while digests load: each search costs the loading time
constexpr std::size_t kMostAlerts = 12;

// What is shown in a word's place is what the reader looks for in the papers.
void mark_corrections(const std::vector<Correction>& corrections, std::vector<QueryWord>& words)
{
    for (const Correction& correction : corrections) {
        const auto written = std::find_if(words.begin(), words.end(), [&](const QueryWord& word) { return word.text == correction.written; });
        if (written == words.end()) continue;
        const SearchField field = written->field;
        for (const std::string& word : correction.shown) words.push_back({field, word, false, false});
    }
}

}  // namespace

App::App(const Options& options, const ui::FontFiles& fonts) : options_(options), engine_(library_), loader_(*this), ui_(fonts)
{
    state_.settings = load_settings();
    state_.highlights = load_highlights();
    show_settings();
    take_highlights();
}

bool App::slice(const Deadline& deadline)
{
    // What was read is indexed before more is read: the newest day can be searched first.
    const double begin = platform::now_ms();
    // What was not indexed, or not searched by a regular expression, the last search did not find.
    const bool was_partial = !engine_.is_done();
    const bool is_indexed = engine_.step(deadline);
    state_.index_ms += platform::now_ms() - begin;
    state_.is_result_stale = state_.is_result_stale || was_partial;
    const bool is_time = platform::now_ms() - state_.searched_at_ms >= kSearchEvery_ms;
    if (state_.is_result_stale && (is_time || state_.result.papers.empty())) search();
    const bool has_more = (deadline.passed() && !is_indexed) || loader_.slice(deadline) || !engine_.is_done();
    const bool is_last = !has_more && loader_.has_asked_all();
    if (state_.is_result_stale && is_last) search();
    platform::request_frame();
    return has_more;
}

void App::search()
{
    const double begin = platform::now_ms();
    state_.query = parse_query(state_.query_text);
    state_.result = engine_.search(state_.query);
    std::vector<QueryWord> searched = state_.query.words;
    mark_corrections(state_.result.corrections, searched);
    state_.marked.searched = ui::WordsToMark(searched);
    if (state_.are_notes_stale) state_.day_notes = day_notes(library_);
    state_.are_notes_stale = false;
    relax(engine_, state_.query_text, state_.result);
    if (!engine_.is_done()) platform::request_slice();  // a regular expression takes its time
    state_.searched_at_ms = platform::now_ms();
    state_.query_ms = state_.searched_at_ms - begin;
    state_.is_result_stale = false;
    ++state_.result_epoch;
    const auto& found = state_.result.papers;
    const bool is_there = state_.has_chosen && std::find(found.begin(), found.end(), state_.selected) != found.end();
    if (!is_there) {
        state_.selected = found.empty() ? ui::kNoPaper : found.front();
        state_.has_chosen = false;
        state_.is_paper_open = false;
    }
    find_wanted();
}

void App::file_changed(std::string name)
{
    auto& changed = state_.changed_files;
    if (std::find(changed.begin(), changed.end(), name) == changed.end()) changed.push_back(name);
    auto& alerts = state_.alerts;
    alerts.erase(std::remove_if(alerts.begin(), alerts.end(), [](const ui::Alert& a) { return a.offers_reload; }), alerts.end());
    const std::string what = changed.size() == 1 ? name + " has changed on disk" : std::to_string(changed.size()) + " files have changed on disk";
    alerts.push_back({state_.next_alert++, what, true});
}

void App::new_version()
{
    constexpr std::string_view kText = "New version: reload";
    for (const ui::Alert& alert : state_.alerts)
        if (alert.text == kText) return;
    state_.alerts.push_back({state_.next_alert++, std::string(kText), true});
}

void App::problem(Error error)
{
    const std::string text = error.to_string();
    for (const ui::Alert& alert : state_.alerts)
        if (alert.text == text) return;
    if (state_.alerts.size() < kMostAlerts) {
        state_.alerts.push_back({state_.next_alert++, text, false});
    } else {
        // A site whose every file is missing says so once, not a thousand times.
        ++state_.problems_not_shown;
        const std::string words = "and " + std::to_string(state_.problems_not_shown) + " more problems like these";
        const auto counts = [this](const ui::Alert& a) { return a.id == state_.overflow_alert; };
        auto overflow = std::find_if(state_.alerts.begin(), state_.alerts.end(), counts);
        if (overflow == state_.alerts.end()) {
            state_.overflow_alert = state_.next_alert++;
            overflow = state_.alerts.insert(state_.alerts.end(), {state_.overflow_alert, {}, false});
        }
        overflow->text = words;
    }
    platform::request_frame();
}

void App::environment_changed() { platform::set_dark(is_dark()); }

void App::show_settings()
{
    platform::set_dark(is_dark());
    platform::set_zoom(static_cast<float>(state_.settings.get(ui::Setting::kZoom)) / 100);
}

bool App::is_dark() const
{
    const int theme = state_.settings.get(ui::Setting::kTheme);
    if (theme == static_cast<int>(ui::ThemeChoice::kSystem)) return platform::environment().prefers_dark;
    return theme == static_cast<int>(ui::ThemeChoice::kDark);
}

ui::View App::view() const
{
    ui::View view;
    view.library = &library_;
    view.result = &state_.result;
    view.query = &state_.query;
    view.marked = &state_.marked;
    view.highlights = &state_.highlights;
    view.result_epoch = state_.result_epoch;
    view.query_epoch = state_.query_epoch;
    view.query_text = state_.query_text;
    view.search_caret = state_.search_caret;
    view.search_scroll_px = state_.search_scroll_px;
    view.query_ms = state_.query_ms;
    view.suggestions = &state_.suggestions;
    view.suggestion = state_.suggestion;
    view.answer = &state_.answer;
    view.selected = state_.selected;
    view.is_paper_open = state_.is_paper_open;
    view.page = state_.page;
    view.is_help_open = state_.is_help_open;
    view.is_view_open = state_.is_view_open;
    view.are_highlights_open = state_.are_highlights_open;
    view.settings = state_.settings;
    view.is_drop_target = state_.is_drop_target;
    view.is_dark = is_dark();
    const platform::Environment wishes = platform::environment();
    view.has_more_contrast = wishes.prefers_more_contrast;
    view.has_less_motion = wishes.prefers_reduced_motion;
    view.is_touch = wishes.has_coarse_pointer;
    view.has_native_fields = platform::has_native_fields();
    view.digests_done = loader_.done();
    view.digests_total = loader_.total();
    view.loading_name = loader_.foreign_name();
    view.is_started = state_.is_opened && !loader_.is_working();
    view.has_translations = state_.has_translations;
    view.day_notes = &state_.day_notes;
    view.alerts = &state_.alerts;
    view.own_digests = &state_.own_digests;
    return view;
}

void App::frame()
{
    commands_.clear();
    ui_.draw(view(), commands_);
    for (const ui::Command& command : commands_) apply(command);
    if (!commands_.empty()) platform::request_frame();
}

void App::after_frame()
{
    ++frames_;
    const ui::Items& items = ui_.items();
    if (items.hash() != published_items_) {
        published_items_ = items.hash();
        platform::publish_items(items.records().data(), items.records().size(), items.strings());
    }
    write_semantic_items();
    if (state_.wants_search && !ui_.is_paper_page()) {
        state_.wants_search = false;
        platform::focus_search();
    }
    const bool has_papers = library_.live_count() > 0;
    // A link with a query that finds nothing shows that it finds nothing.
    const bool is_useful = !state_.result.papers.empty() || (has_papers && !state_.query_text.empty()) ||
                           (!has_papers && !state_.alerts.empty()) || (state_.is_opened && !is_working());
    if (state_.is_shown || !is_useful) return;
    state_.is_shown = true;
    platform::shown();
}

void App::write_semantic_items()
{
    if (options_.semantic_items_file.empty() || is_working() || written_items_ == ui_.items().hash()) return;
    written_items_ = ui_.items().hash();
    const auto written = write_items(options_.semantic_items_file, ui_.items());
    if (!written) problem(written.error());
}

void App::tick()
{
    if (options_.semantic_items_file.empty()) return;
    const auto written = platform::write_file(options_.semantic_items_file + ".frames", std::to_string(frames_));
    if (!written) problem(written.error());
}

void App::stats(platform::Stats& out) const
{
    out.papers = library_.live_count();
    out.results = static_cast<double>(state_.result.papers.size());
    out.query_ms = state_.query_ms;
    out.cards_laid_out = static_cast<double>(ui_.cards_laid_out());
    out.parse_ms = loader_.parse_ms();
    out.index_ms = state_.index_ms;
}

}  // namespace paperdeck::app
