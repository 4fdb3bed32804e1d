// The program: state, and what changes it. The platform calls it, the front end draws it.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "app/loader.h"
#include "app/place.h"
#include "app/state.h"
#include "assets/assets.h"
#include "digest/library.h"
#include "platform/platform.h"
#include "search/engine.h"
#include "ui/ui.h"

namespace paperdeck::app {

struct Options {
    std::vector<std::string> paths;   // digests and folders named on the command line
    // Written after every settled frame; beside it, with ".frames" behind its name, how many there were. For tests.
    std::string semantic_items_file;
};

class App final : public platform::Client, private LoaderListener {
public:
    App(const Options& options, const ui::FontFiles& fonts);

    // Opens what the command line names, else what was brought before, else the embedded digests. Where
    // there is none of these (a browser), open() says later what to load.
    void open_local(std::span<const assets::Asset> embedded);

    void frame() override;
    void after_frame() override;
    bool is_animating() const override { return ui_.is_animating(); }
    bool is_working() const override { return loader_.is_working() || state_.is_result_stale || !engine_.is_done(); }
    bool slice(const Deadline& deadline) override;
    void tick() override;

    bool key(std::string_view name, unsigned modifiers) override;
    void activate(std::uint32_t item) override { ui_.activate(item); }
    void choose(std::uint32_t item, std::uint32_t option) override { ui_.choose(item, option); }
    void edit(std::uint32_t item, std::string text) override;
    void focus(std::uint32_t item) override { ui_.set_focus(item); }
    void search_text(std::string text, std::size_t caret) override;
    bool search_key(std::string_view name) override;
    void leave_search() override { ui_.focus_search(false); }
    std::string selected_text() override { return ui_.selected_text(view()); }
    bool is_text_held() const override { return ui_.is_text_held(); }
    void search_scrolled(float px) override { state_.search_scroll_px = px; }

    void open(std::string_view address_search) override;
    void file_arrived(std::string name, std::string bytes, platform::Origin origin) override;
    void paths_arrived(std::vector<std::string> paths, platform::Origin origin) override;
    void fetched(std::uint32_t request, Result<std::string> bytes) override;
    void file_changed(std::string name) override;
    void drag_over(bool is_over) override { state_.is_drop_target = is_over; }
    void problem(Error error) override;
    void environment_changed() override;
    void new_version() override;
    void go(std::string_view address, std::string_view session) override;
    std::string session() const override;
    void stats(platform::Stats& out) const override;

private:
    // arrivals.cpp: digests come and go; the first three for the loader
    void digest_read(Digest digest, platform::Origin origin) override;
    void index_fetched(Result<std::string> json) override;
    void load_failed(Error error, platform::Origin origin) override;
    // What follows from the library is made anew with the next search.
    void papers_changed(const std::vector<PaperIndex>& changed);
    void take_out(DigestId digest);
    void remove_same_name(const std::string& name, bool is_readers);
    void list_own(const std::string& name, DigestId digest, std::uint32_t papers);

    // actions.cpp: every command of the reader, once
    void apply(const ui::Command& command);
    void set_sort(Sort sort);
    void set_query(std::string text);
    void change_query(std::string text);
    void move_selection(int cards);
    void take_suggestion(std::size_t which);
    void search_focused(bool is_focused);
    void go_back();
    void set(ui::Setting setting, std::uint32_t value);
    void edit_highlights(std::string& list, std::string text);
    void reload(std::uint32_t alert);
    void remove_digest(std::uint32_t id);
    void open_page(const Paper& paper);

    // answers.cpp: what the reader asks about the search itself
    void explain_query();
    void explain_place(PaperIndex paper);
    void show_similar(std::string title, std::string words, const std::vector<SimilarPaper>& similar);
    void find_like_paper(PaperIndex paper);
    void find_like_text();
    void go_to_paper(PaperIndex paper);

    // navigation.cpp: the place, and back to it
    Place place() const;
    void show_place(platform::PlaceChange change, const std::string& session_before);
    void open_paper(PaperIndex paper);
    void close_paper();
    void find_wanted();
    void take_wanted(const std::string& key, PaperIndex paper);

    void search();
    bool is_dark() const;
    void take_highlights();  // the lists and their view, for the engine
    void show_settings();  // what the platform has to know of them
    ui::View view() const;
    void write_semantic_items();

    Options options_;
    State state_;
    Library library_;
    SearchEngine engine_;
    Loader loader_;
    ui::Ui ui_;
    std::vector<ui::Command> commands_;
    Place wanted_;                            // where the reader was and is not yet again
    std::size_t searched_for_wanted_ = 0;     // papers looked through for it
    std::uint32_t moves_when_wanted_ = 0;     // Ui::list_moves() then
    std::uint32_t published_items_ = 0;
    std::uint32_t written_items_ = 0;
    std::uint64_t frames_ = 0;
};

}  // namespace paperdeck::app
