// What the program needs of the machine it runs on. One interface, two implementations: web_*.cpp for
// browsers, desktop_*.cpp for windows; CMake chooses. The SDL and Dear ImGui backends, which both use,
// are in sdl_shell.cpp.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/job.h"
#include "base/result.h"
#include "base/system_glyphs.h"

namespace paperdeck::platform {

// Where a file that arrives comes from.
enum class Origin : std::uint8_t {
    kBrought,   // dropped, chosen or pasted just now
    kStored,    // brought in an earlier session and kept
    kArgument,  // named on the command line
    kInline,    // came with the page or the program: the sample
};

// What the reader's system says of itself; may change at any time.
struct Environment {
    bool prefers_dark = false;
    bool prefers_reduced_motion = false;
    bool prefers_more_contrast = false;
    bool has_coarse_pointer = false;
};

// What became of the reader's place, for the browser's history.
enum class PlaceChange : std::uint8_t {
    kInPlace,      // goes on where it was
    kTyped,        // another query: one entry for a run of typing, a pause of a second ends it
    kOpenedPaper,  // as a page: an entry of its own
    kClosedPaper,  // that page is gone: back to the entry before
};

enum Modifier : unsigned { kShift = 1, kCtrl = 2, kAlt = 4, kMeta = 8 };

// The figures that the page publishes (CONTRACT: stats()).
struct Stats {
    double frames = 0, frame_ms = 0, papers = 0, results = 0, query_ms = 0, parse_ms = 0, index_ms = 0;
    double cards_laid_out = 0;  // since the start
};

// The program, as the platform sees it. All calls come on one thread.
class Client {
public:
    virtual ~Client() = default;
    virtual void frame() = 0;                  // draw, between Dear ImGui's NewFrame and Render
    virtual void after_frame() = 0;            // the frame is on the screen
    virtual bool is_animating() const = 0;     // another frame is due by itself
    virtual bool is_working() const = 0;       // a job or a fetch is under way
    virtual bool slice(const Deadline& deadline) = 0;  // works on; true when more is left
    virtual void tick() = 0;                   // about once a second, where windows wait for events

    // A key by its DOM name ("j", "Enter", "ArrowDown"); true when it was used.
    virtual bool key(std::string_view name, unsigned modifiers) = 0;
    virtual void activate(std::uint32_t item) = 0;
    virtual void choose(std::uint32_t item, std::uint32_t option) = 0;
    virtual void edit(std::uint32_t item, std::string text) = 0;
    virtual void focus(std::uint32_t item) = 0;
    virtual void search_text(std::string text, std::size_t caret) = 0;  // the caret in bytes
    virtual bool search_key(std::string_view name) = 0;      // while the field has the focus, before key()
    virtual void search_scrolled(float px) = 0;
    virtual std::string selected_text() = 0;                 // for the clipboard; empty when there is none
    virtual bool is_text_held() const = 0;                   // a finger selects: no menu of the system's
    virtual void leave_search() = 0;

    virtual void open(std::string_view address_search) = 0;  // "?digest=…", "" or "file:" (nothing to fetch)
    virtual void file_arrived(std::string name, std::string bytes, Origin origin) = 0;
    virtual void paths_arrived(std::vector<std::string> paths, Origin origin) = 0;  // files to fetch
    virtual void fetched(std::uint32_t request, Result<std::string> bytes) = 0;
    virtual void file_changed(std::string name) = 0;         // on disk, since it was read
    virtual void drag_over(bool is_over) = 0;
    virtual void problem(Error error) = 0;
    virtual void environment_changed() = 0;
    virtual void new_version() = 0;
    // Back to a place: the address's parameters, and what session() said there ("" when unknown).
    virtual void go(std::string_view address, std::string_view session) = 0;
    virtual std::string session() const = 0;
    virtual void stats(Stats& out) const = 0;
};

// Opens the window and Dear ImGui's context; false when there is no graphics, with the reason shown.
bool start(std::string_view title);
// Runs until the window closes; does not return in a browser.
int run(Client& client);

void request_frame();
void request_slice();       // Client::slice() soon, not on a frame
double now_ms();
Environment environment();
bool has_native_fields();   // the platform edits the search text itself

// Answers through Client::fetched, never from inside the call. A path or an address.
void fetch(std::uint32_t request, const std::string& address);
void open_url(const std::string& url);   // http and https only
void pick_files();
void copy_text(const std::string& text);
void touch_feedback();                   // a short knock, where the machine can
void keep(const std::string& name);      // the file that arrived under this name is worth keeping
void drop(const std::string& name);      // it is not
void forget(const std::string& name);    // it was kept and is to go
std::vector<std::string> kept_files();   // paths to fetch at the start; none where they come by themselves
std::string load_setting(const std::string& name);
void save_setting(const std::string& name, const std::string& value);

// The parameters of the address that are the program's ("q=…&paper=…"), and the session of the place that is left.
void show_place(const std::string& address, const std::string& session_before, PlaceChange change);
void set_dark(bool is_dark);
// Of all that is drawn, where the platform does not zoom by itself.
void set_zoom(float zoom);
void focus_search();
// The face of the search text, for a platform that draws that text itself; the bytes stay.
void share_text_font(const unsigned char* bytes, unsigned size);
SystemGlyphs system_glyphs();            // works from start() on
void reload();                           // the page, in its newest version
// The frame's semantic items (ui::ItemRecord) and the base their string offsets count from.
void publish_items(const void* records, std::size_t count, const char* strings);
void shown();                            // papers, the empty state or a message are on the screen

// Files named on the command line: folders stand for the Markdown files below them, newest name first.
std::vector<std::string> expand_paths(const std::vector<std::string>& paths, std::vector<Error>& errors);
// Watches a file; Client::file_changed tells.
void watch(const std::string& path);
Result<bool> write_file(const std::string& path, std::string_view text);

}  // namespace paperdeck::platform
