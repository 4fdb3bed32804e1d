// The desktop's side of the window: a loop that sleeps until something happens.
#include <algorithm>
#include <chrono>
#include <ctime>
#include <vector>

#include "imgui_internal.h"
#include "platform/desktop.h"
#include "platform/sdl_shell.h"

namespace paperdeck::platform {
namespace {

constexpr int kFramesAnEvent = 3;
constexpr int kTick_ms = 1000;
constexpr double kSlice_ms = 6;
bool g_has_slice = false;

// The search field takes a frame or two to take the focus; what is typed meanwhile waits for it.
constexpr int kLongestFocusing_frames = 10;
int g_focusing_frames = 0;
std::vector<SDL_Event> g_typed_early;
bool g_was_command = false;

struct KeyName {
    SDL_Keycode code;
    std::string_view name;
};
constexpr KeyName kKeyNames[] = {
    {SDLK_RETURN, "Enter"},   {SDLK_KP_ENTER, "Enter"}, {SDLK_ESCAPE, "Escape"},  {SDLK_DOWN, "ArrowDown"},
    {SDLK_UP, "ArrowUp"},     {SDLK_PAGEDOWN, "PageDown"}, {SDLK_PAGEUP, "PageUp"}, {SDLK_HOME, "Home"},
    {SDLK_KP_PLUS, "+"},      {SDLK_KP_MINUS, "-"},     {SDLK_KP_0, "0"},
    {SDLK_END, "End"},        {SDLK_TAB, "Tab"},        {SDLK_SPACE, " "},
};

// The DOM name of a key. Letters without Ctrl and the like come as text events where there are any;
// elsewhere the layout's own character has to do.
std::string key_name(const SDL_KeyboardEvent& event)
{
    for (const KeyName& key : kKeyNames)
        if (key.code == event.keysym.sym) return std::string(key.name);
    const bool is_chord = event.keysym.mod & (KMOD_CTRL | KMOD_GUI | KMOD_ALT);
    if (SDL_IsTextInputActive() && !is_chord) return {};  // comes as text
    const SDL_Keycode code = event.keysym.sym;
    if (code < 0x20 || code > 0x7E) return {};
    const bool is_shifted = event.keysym.mod & KMOD_SHIFT;
    if (is_shifted && code == '/') return "?";
    if (is_shifted && code >= 'a' && code <= 'z') return std::string(1, static_cast<char>(code - 'a' + 'A'));
    return std::string(1, static_cast<char>(code));
}

unsigned modifiers(Uint16 mod)
{
    return (mod & KMOD_SHIFT ? kShift : 0u) | (mod & KMOD_CTRL ? kCtrl : 0u) | (mod & KMOD_ALT ? kAlt : 0u) | (mod & KMOD_GUI ? kMeta : 0u);
}

// Markdown on the clipboard becomes a digest of its own.
void paste_digest()
{
    char* text = SDL_GetClipboardText();
    if (text && *text) {
        const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
        std::tm local = {};
        localtime_r(&now, &local);
        char name[64];
        std::strftime(name, sizeof name, "Pasted %Y-%m-%d %H.%M.%S.md", &local);
        const std::string path = hold_pasted(name, text);
        shell().client->file_arrived(path, text, Origin::kBrought);
    }
    SDL_free(text);
}

void take_event(const SDL_Event& event)
{
    // The letter of a key that was a command is no text.
    if (event.type == SDL_TEXTINPUT && g_was_command) return;
    if (event.type == SDL_KEYDOWN) g_was_command = false;
    // Which letter a key gives is the keyboard layout's to say: "?" and "/" are elsewhere on each.
    const bool is_letter = event.type == SDL_TEXTINPUT && g_focusing_frames == 0 && !ImGui::GetIO().WantTextInput;
    if (is_letter && shell().client->key(event.text.text, 0)) return;
    const bool is_typing = event.type == SDL_KEYDOWN || event.type == SDL_TEXTINPUT;
    if (is_typing && g_focusing_frames > 0)
        g_typed_early.push_back(event);
    else
        handle_event(event);
}

void replay_typed_early()
{
    if (g_focusing_frames == 0) return;
    --g_focusing_frames;
    if (!ImGui::GetIO().WantTextInput && g_focusing_frames > 0) return request_frame();
    g_focusing_frames = 0;
    std::vector<SDL_Event> typed;
    typed.swap(g_typed_early);
    for (const SDL_Event& event : typed) take_event(event);
}

}  // namespace

bool start(std::string_view title)
{
    SDL_SetHint(SDL_HINT_VIDEO_ALLOW_SCREENSAVER, "1");
    // Lets the second click of a double click and the click that raises the window through.
    SDL_SetHint(SDL_HINT_MOUSE_FOCUS_CLICKTHROUGH, "1");
    if (open_window(title, "#version 130")) {
        SDL_SetWindowMinimumSize(shell().window, 360, 400);
        return true;
    }
    const std::string message = std::string("Paperdeck could not open a window with OpenGL 3: ") + SDL_GetError();
    SDL_LogError(SDL_LOG_CATEGORY_APPLICATION, "%s", message.c_str());
    SDL_ShowSimpleMessageBox(SDL_MESSAGEBOX_ERROR, "Paperdeck", message.c_str(), nullptr);
    return false;
}

int run(Client& client)
{
    Shell& s = shell();
    s.client = &client;
    double next_tick_ms = now_ms() + kTick_ms;
    while (!s.is_closing) {
        const bool is_resting = s.frames_due == 0 && !client.is_animating() && !g_has_slice;
        SDL_Event event;
        // The dialogue's answer and files that changed are looked for once a second; nothing is drawn for it.
        if (is_resting && SDL_WaitEventTimeout(&event, kTick_ms)) take_event(event);
        while (SDL_PollEvent(&event)) take_event(event);
        if (now_ms() >= next_tick_ms) {
            poll_dialogue();
            poll_watched_files();
            client.tick();
            next_tick_ms = now_ms() + kTick_ms;
        }
        answer_fetches();
        if (g_has_slice) g_has_slice = client.slice(TimeLimit(kSlice_ms));
        if (s.frames_due > 0 || client.is_animating()) {
            if (s.frames_due > 0) --s.frames_due;
            draw_frame();
            replay_typed_early();
        }
    }
    return 0;
}

void request_frame() { shell().frames_due = kFramesAnEvent; }
void request_slice() { g_has_slice = true; }
double now_ms() { return static_cast<double>(SDL_GetPerformanceCounter()) * 1000.0 / static_cast<double>(SDL_GetPerformanceFrequency()); }
bool has_native_fields() { return false; }
double allocations_made() { return 0; }

void set_gl_attributes()
{
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_CORE);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
    SDL_GL_SetAttribute(SDL_GL_DOUBLEBUFFER, 1);
}

// A field of several lines takes Enter and the arrows itself.
bool is_in_lines()
{
    const ImGuiInputTextState* field = ImGui::GetInputTextState(ImGui::GetActiveID());
    return field && (field->Flags & ImGuiInputTextFlags_Multiline);
}

bool handle_key(const SDL_KeyboardEvent& event)
{
    const std::string name = key_name(event);
    const unsigned mods = modifiers(event.keysym.mod);
    const bool is_editing = ImGui::GetIO().WantTextInput;
    if (is_editing) {
        if (!is_in_lines() && shell().client->search_key(name)) return true;
        // Dear ImGui would take back what was typed on Escape; here it only leaves the field.
        const bool leaves = name == "Escape" || name == "Tab" || (!is_in_lines() && (name == "Enter" || name == "ArrowDown"));
        if (!leaves && !(mods & kCtrl && name.size() == 1 && std::string_view("kf+=-0").find(name) != std::string_view::npos)) return false;
        if (leaves)
            shell().client->leave_search();
        else
            shell().client->key(name, mods);
        return true;
    }
    if (mods & (kCtrl | kMeta) && name == "v") {
        paste_digest();
        return true;
    }
    g_was_command = !name.empty() && shell().client->key(name, mods);
    return g_was_command;
}

void handle_drop(const SDL_DropEvent& event)
{
    if (!event.file) return;
    if (event.type == SDL_DROPFILE) open_paths({event.file}, Origin::kBrought);
    SDL_free(event.file);
}

void focus_search() { g_focusing_frames = kLongestFocusing_frames; }
void share_text_font(const unsigned char*, unsigned) {}
void shown() {}
void reload() {}
void publish_items(const void*, std::size_t, const char*) {}
void set_dark(bool) {}
void touch_feedback() {}
void set_zoom(float zoom) { shell().zoom = zoom; }
void show_place(const std::string&, const std::string&, PlaceChange) {}
void copy_text(const std::string& text) { SDL_SetClipboardText(text.c_str()); }

void open_url(const std::string& url)
{
    if (url.rfind("https://", 0) != 0 && url.rfind("http://", 0) != 0) return;
    if (SDL_OpenURL(url.c_str()) != 0) shell().client->problem({std::string("could not be opened in a browser: ") + SDL_GetError(), url, 0});
}

}  // namespace paperdeck::platform
