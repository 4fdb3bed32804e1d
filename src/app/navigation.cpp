// Where the reader is and was: the address, going back and forward, and finding the place again after a reload.
#include <algorithm>

#include "app/app.h"

namespace paperdeck::app {

using platform::PlaceChange;

Place App::place() const
{
    Place place;
    place.query = state_.query_text;
    const ui::ListPlace list = ui_.list_place();
    const auto key = [this](PaperIndex paper) { return paper == ui::kNoPaper ? std::string() : paper_key(library_.paper(paper).paper); };
    if (state_.has_chosen) place.selected = key(state_.selected);
    if (state_.is_paper_open) place.open_paper = place.selected;
    place.top = key(list.paper);
    place.top_share = list.share;
    return place;
}

std::string App::session() const
{
    Place here = place();
    // What is still looked for is where the reader was when they left.
    if (!wanted_.top.empty() && ui_.list_moves() == moves_when_wanted_) {
        here.top = wanted_.top;
        here.top_share = wanted_.top_share;
    }
    if (!state_.has_chosen) here.selected = wanted_.selected;
    return to_session(here);
}

void App::show_place(PlaceChange change, const std::string& session_before)
{
    platform::show_place(to_address(place()), session_before, change);
}

void App::open_paper(PaperIndex paper)
{
    const std::string before = session();
    const bool becomes_page = !ui_.has_pane() && !ui_.is_paper_page();
    state_.selected = paper;
    state_.has_chosen = true;
    state_.is_paper_open = true;
    wanted_.open_paper.clear();
    show_place(becomes_page ? PlaceChange::kOpenedPaper : PlaceChange::kInPlace, before);
}

void App::close_paper()
{
    if (!state_.is_paper_open) return;
    const bool was_page = ui_.is_paper_page();
    state_.is_paper_open = false;
    wanted_.open_paper.clear();
    show_place(was_page ? PlaceChange::kClosedPaper : PlaceChange::kInPlace, {});
}

void App::go(std::string_view address, std::string_view session)
{
    const Place shown = parse_place(address);
    wanted_ = parse_place(session);
    wanted_.query = shown.query;
    wanted_.open_paper = shown.open_paper;
    searched_for_wanted_ = 0;
    moves_when_wanted_ = ui_.list_moves();
    if (!wanted_.selected.empty()) state_.has_chosen = false;
    const bool was_page = ui_.is_paper_page();
    if (wanted_.open_paper.empty()) state_.is_paper_open = false;
    if (was_page && !state_.is_paper_open) ui_.focus_card(state_.selected);
    if (wanted_.query != state_.query_text)
        change_query(wanted_.query);
    else
        find_wanted();
    platform::request_frame();
}

// Looks through the papers that came since the last time, once each.
void App::find_wanted()
{
    if (wanted_.open_paper.empty() && wanted_.selected.empty() && wanted_.top.empty()) return;
    if (!engine_.is_done()) return;  // a paper is a result once it is indexed
    const auto& papers = library_.papers();
    for (; searched_for_wanted_ < papers.size(); ++searched_for_wanted_) {
        const std::string& key = paper_key(papers[searched_for_wanted_].paper);
        if (!key.empty()) take_wanted(key, static_cast<PaperIndex>(searched_for_wanted_));
    }
}

// The reader may have gone on in the meantime: what they did since counts.
void App::take_wanted(const std::string& key, PaperIndex paper)
{
    const auto& found = state_.result.papers;
    const auto is_result = [&] { return std::find(found.begin(), found.end(), paper) != found.end(); };
    if (key == wanted_.open_paper) {
        wanted_.open_paper.clear();
        if (is_result()) {
            state_.selected = paper;
            state_.has_chosen = true;
            state_.is_paper_open = true;
            if (wanted_.top.empty() && ui_.list_moves() == moves_when_wanted_) ui_.show_card(paper);
        }
    }
    if (key == wanted_.selected) {
        wanted_.selected.clear();
        if (!state_.has_chosen && is_result()) {
            state_.selected = paper;
            state_.has_chosen = true;
        }
    }
    if (key == wanted_.top) {
        wanted_.top.clear();
        if (ui_.list_moves() == moves_when_wanted_) ui_.restore_list({paper, wanted_.top_share});
    }
}

}  // namespace paperdeck::app
