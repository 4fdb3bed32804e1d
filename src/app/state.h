// The whole state of the program, as plain values.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "search/engine.h"
#include "search/query.h"
#include "ui/ui.h"

namespace paperdeck::app {

struct State {
    std::string query_text;
    std::uint32_t search_caret = 0;  // bytes of it; where it was last changed
    Query query;
    SearchResult result;
    std::uint32_t result_epoch = 1;
    std::uint32_t query_epoch = 1;
    double query_ms = 0;
    std::vector<ui::Suggestion> suggestions;
    int suggestion = -1;           // chosen by the arrow keys
    ui::Answer answer;
    double index_ms = 0;

    PaperIndex selected = ui::kNoPaper;
    bool has_chosen = false;       // the reader chose it; else it is just the first card
    bool is_paper_open = false;
    ui::Page page = ui::Page::kPapers;
    bool is_help_open = false;
    bool is_view_open = false;
    bool are_highlights_open = false;
    bool is_drop_target = false;
    float search_scroll_px = 0;
    bool follows_g = false;
    bool wants_search = false;  // the search field gets the focus once it is shown

    ui::Settings settings;
    ui::HighlightLists highlights;
    ui::MarkedWords marked;
    std::vector<ui::Alert> alerts;
    std::uint32_t next_alert = 1;
    std::uint32_t problems_not_shown = 0;
    std::uint32_t overflow_alert = 0;  // the one that counts them
    std::uint32_t next_own = 1;
    std::vector<ui::OwnDigest> own_digests;
    std::vector<std::string> changed_files;  // on disk, offered for reload

    std::vector<DayNote> day_notes;
    bool has_translations = false;
    bool are_notes_stale = false;  // digests came or went since the notes were made

    bool is_opened = false;        // Client::open was called: what there is to load is known
    bool is_shown = false;         // the first useful frame is on the screen
    bool is_result_stale = false;  // papers came or went since the last search
    double searched_at_ms = 0;
};

}  // namespace paperdeck::app
