// The browser's side of the window: the loop that pauses, and what JavaScript calls.
#include <emscripten.h>
#include <emscripten/heap.h>
#include <emscripten/html5.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>

#include "imgui.h"
#include "imgui_impl_opengl3.h"
#include "platform/sdl_shell.h"
#include "platform/web_bridge.h"

namespace paperdeck::platform {
namespace {

constexpr int kFramesAnEvent = 3;
constexpr double kSlice_ms = 4;
bool g_is_loop_running = false;
bool g_is_paused = false;
bool g_is_slice_asked = false;
Environment g_environment;
const unsigned char* g_font_bytes = nullptr;
unsigned g_font_size = 0;

// A paused loop costs nothing, where one that skips its frames costs a few per cent of a core.
void pause_loop()
{
    g_is_paused = true;
    emscripten_pause_main_loop();
    pd_js_idle();
}

void loop()
{
    Shell& s = shell();
    SDL_Event event;
    while (SDL_PollEvent(&event)) handle_event(event);
    if (s.is_context_lost || (s.frames_due == 0 && !s.client->is_animating())) return pause_loop();
    if (s.frames_due > 0) --s.frames_due;
    draw_frame();
}

// What JavaScript hands over with malloc is ours to free.
std::string take_bytes(char* bytes, int length)
{
    std::string taken(bytes, static_cast<std::size_t>(length));
    std::free(bytes);
    return taken;
}

}  // namespace

bool start(std::string_view title)
{
    // Keys come through the page's own listener (web/input.js): SDL would swallow the browser's.
    SDL_SetHint(SDL_HINT_EMSCRIPTEN_KEYBOARD_ELEMENT, "#sdl-keys");
    if (!open_window(title, "#version 300 es")) return false;
    // SDL's own handler for leaving the page would keep it out of the back-forward cache.
    emscripten_set_beforeunload_callback(nullptr, nullptr);
    return true;
}

int run(Client& client)
{
    shell().client = &client;
    g_is_loop_running = true;
    emscripten_set_main_loop(loop, 0, 0);
    return 0;
}

void request_frame()
{
    shell().frames_due = kFramesAnEvent;
    if (!g_is_paused || !g_is_loop_running) return;
    g_is_paused = false;
    emscripten_resume_main_loop();
}

void request_slice()
{
    if (g_is_slice_asked) return;
    g_is_slice_asked = true;
    pd_js_schedule_slice();
}

double now_ms() { return emscripten_get_now(); }
Environment environment() { return g_environment; }
bool has_native_fields() { return true; }
bool handle_key(const SDL_KeyboardEvent&) { return true; }
void handle_drop(const SDL_DropEvent& event) { SDL_free(event.file); }  // web/files.js takes drops

void share_text_font(const unsigned char* bytes, unsigned size)
{
    g_font_bytes = bytes;
    g_font_size = size;
}

void set_gl_attributes()
{
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
}

extern "C" {

EMSCRIPTEN_KEEPALIVE void pd_open(const char* search) { shell().client->open(search); request_frame(); }

EMSCRIPTEN_KEEPALIVE void pd_go(const char* address, const char* session)
{
    shell().client->go(address, session);
    request_frame();
}

// Valid until the next call.
EMSCRIPTEN_KEEPALIVE const char* pd_session()
{
    static std::string session;
    session = shell().client->session();
    return session.c_str();
}

EMSCRIPTEN_KEEPALIVE void pd_inline_digest(const char* name, char* bytes, int length)
{
    shell().client->file_arrived(name, take_bytes(bytes, length), Origin::kInline);
    request_frame();
}

EMSCRIPTEN_KEEPALIVE void pd_add_file(const char* name, char* bytes, int length, int flags)
{
    const Origin origin = flags & 2 ? Origin::kStored : Origin::kBrought;
    shell().client->file_arrived(name, take_bytes(bytes, length), origin);
    request_frame();
}

EMSCRIPTEN_KEEPALIVE void pd_fetched(unsigned request, char* bytes, int length)
{
    shell().client->fetched(request, take_bytes(bytes, length));
    request_frame();
}

EMSCRIPTEN_KEEPALIVE void pd_fetch_failed(unsigned request, int status, const char* message)
{
    Error error;
    if (status == 404)
        error.message = "was not found (404)";
    else if (status)
        error.message = "could not be loaded (the server answered " + std::to_string(status) + ")";
    else
        error.message = std::string("could not be loaded: ") + message;
    shell().client->fetched(request, error);
    request_frame();
}

EMSCRIPTEN_KEEPALIVE void pd_slice()
{
    g_is_slice_asked = false;
    if (shell().client->slice(TimeLimit(kSlice_ms))) return request_slice();
    // settled() may be waiting for a job that changed nothing on the screen.
    if (g_is_paused) pd_js_idle();
}

EMSCRIPTEN_KEEPALIVE int pd_key(const char* key, int modifiers)
{
    const bool is_used = shell().client->key(key, static_cast<unsigned>(modifiers));
    if (is_used) request_frame();
    return is_used;
}

// Answered within the click: only there do browsers allow the clipboard.
EMSCRIPTEN_KEEPALIVE void pd_activate(unsigned id)
{
    shell().client->activate(id);
    draw_frame();
    request_frame();
}

EMSCRIPTEN_KEEPALIVE void pd_choose(unsigned id, unsigned option) { shell().client->choose(id, option); request_frame(); }
EMSCRIPTEN_KEEPALIVE void pd_edit(unsigned id, const char* text) { shell().client->edit(id, text); request_frame(); }
EMSCRIPTEN_KEEPALIVE void pd_focus(unsigned id) { shell().client->focus(id); request_frame(); }
// Drawn within the event: the next animation frame may be a whole one away, or more while the last is still being shown.
EMSCRIPTEN_KEEPALIVE void pd_input(const char* text, unsigned caret)
{
    shell().client->search_text(text, caret);
    if (!shell().is_context_lost) draw_frame();
    request_frame();
}

EMSCRIPTEN_KEEPALIVE int pd_search_key(const char* key) { return shell().client->search_key(key); }
EMSCRIPTEN_KEEPALIVE void pd_input_scroll(double px) { shell().client->search_scrolled(static_cast<float>(px)); request_frame(); }
EMSCRIPTEN_KEEPALIVE int pd_is_text_held() { return shell().client->is_text_held(); }

// Valid until the next call.
EMSCRIPTEN_KEEPALIVE const char* pd_selected_text()
{
    static std::string text;
    text = shell().client->selected_text();
    return text.c_str();
}

// SDL never sees keys, so a press says before whether Shift is held.
EMSCRIPTEN_KEEPALIVE void pd_shift(int is_held) { SDL_SetModState(is_held ? KMOD_LSHIFT : KMOD_NONE); }

EMSCRIPTEN_KEEPALIVE void pd_clicks(int count) { shell().clicks_said = static_cast<Uint8>(std::clamp(count, 0, 255)); }

EMSCRIPTEN_KEEPALIVE void pd_wake() { request_frame(); }
EMSCRIPTEN_KEEPALIVE void pd_drag(int is_over) { shell().client->drag_over(is_over != 0); request_frame(); }
EMSCRIPTEN_KEEPALIVE void pd_new_version() { shell().client->new_version(); request_frame(); }

EMSCRIPTEN_KEEPALIVE void pd_alert(const char* file, const char* message)
{
    shell().client->problem({message, file, 0});
    request_frame();
}

EMSCRIPTEN_KEEPALIVE void pd_environment(int bits)
{
    g_environment = {(bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 8) != 0};
    if (!g_is_loop_running) return;
    shell().client->environment_changed();
    request_frame();
}

EMSCRIPTEN_KEEPALIVE const unsigned char* pd_font_data() { return g_font_bytes; }
EMSCRIPTEN_KEEPALIVE unsigned pd_font_size() { return g_font_size; }
EMSCRIPTEN_KEEPALIVE void pd_gl_lost() { shell().is_context_lost = true; }

EMSCRIPTEN_KEEPALIVE void pd_gl_restored()
{
    shell().is_context_lost = false;
    ImGui_ImplOpenGL3_DestroyDeviceObjects();
    request_frame();
}

// Reading the figures must not wake the loop.
EMSCRIPTEN_KEEPALIVE void pd_stats(double* out)
{
    Stats stats;
    stats.frames = static_cast<double>(shell().frames_drawn);
    stats.frame_ms = median_frame_ms();
    shell().client->stats(stats);
    const FrameFigures& frame = shell().last_frame;
    const double values[] = {stats.frames, stats.frame_ms, stats.papers, stats.results, stats.query_ms, stats.parse_ms,
                             stats.index_ms, static_cast<double>(emscripten_get_heap_size()), stats.cards_laid_out,
                             frame.build_ms, frame.submit_ms, frame.publish_ms, frame.allocations};
    std::copy(std::begin(values), std::end(values), out);
}

EMSCRIPTEN_KEEPALIVE int pd_busy()
{
    return !g_is_paused || shell().frames_due > 0 || g_is_slice_asked || shell().client->is_working();
}

}  // extern "C"

}  // namespace paperdeck::platform
