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

enum Modifier : unsigned { kShift = 1, kCtrl = 2, kAlt = 4, kMeta = 8 };

// The figures that the page publishes (CONTRACT: stats()).
struct Stats {
    double frames = 0, frame_ms = 0, papers = 0, results = 0, query_ms = 0, parse_ms = 0, index_ms = 0;
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
    virtual void focus(std::uint32_t item) = 0;
    virtual void search_text(std::string text) = 0;
    virtual void search_scrolled(float px) = 0;
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
void keep(const std::string& name);      // the file that arrived under this name is worth keeping
void drop(const std::string& name);      // it is not
void forget(const std::string& name);    // it was kept and is to go
std::vector<std::string> kept_files();   // paths to fetch at the start; none where they come by themselves
std::string load_setting(const std::string& name);
void save_setting(const std::string& name, const std::string& value);

void set_dark(bool is_dark);
void focus_search();
// The face of the search text, for a platform that draws that text itself; the bytes stay.
void share_text_font(const unsigned char* bytes, unsigned size);
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
