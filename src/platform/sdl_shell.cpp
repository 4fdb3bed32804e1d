#include "platform/sdl_shell.h"

#include <algorithm>
#include <array>
#include <utility>

#include "imgui.h"
#include "imgui_impl_opengl3.h"
#include "imgui_impl_sdl2.h"

namespace paperdeck::platform {
namespace {

std::array<float, 120> g_frame_ms = {};
std::size_t g_frame_count = 0;

// What is true of a press or a release when it happens: its frame may be late.
struct ButtonMoment {
    Uint8 clicks = 1;  // which press in a row
    bool has_shift = false;
    Uint32 at_ms = 0;  // by SDL's clock
};

// The last few, in the order in which Dear ImGui's frames come to them.
struct ButtonMoments {
    std::array<ButtonMoment, 8> kept = {};
    unsigned noted = 0, taken = 0;

    void note(const SDL_MouseButtonEvent& event)
    {
        if (event.button != SDL_BUTTON_LEFT) return;
        const Uint8 said = std::exchange(shell().clicks_said, Uint8{0});
        kept[noted++ % kept.size()] = {said > 0 ? said : event.clicks, (SDL_GetModState() & KMOD_SHIFT) != 0, event.timestamp};
    }
    const ButtonMoment* take() { return taken == noted ? nullptr : &kept[taken++ % kept.size()]; }
};
ButtonMoments g_presses, g_releases;

// By Dear ImGui's clock, which stands still within a frame.
double frame_time_s(const ButtonMoment& moment) { return ImGui::GetTime() - (SDL_GetTicks() - moment.at_ms) / 1000.0; }

void take_button()
{
    constexpr int kLeft = ImGuiMouseButton_Left;
    ImGuiIO& io = ImGui::GetIO();
    if (const ButtonMoment* press = ImGui::IsMouseClicked(kLeft) ? g_presses.take() : nullptr) {
        io.MouseClickedCount[kLeft] = press->clicks;
        io.KeyShift = press->has_shift;
        io.MouseClickedTime[kLeft] = frame_time_s(*press);
    }
    if (const ButtonMoment* release = ImGui::IsMouseReleased(kLeft) ? g_releases.take() : nullptr)
        io.MouseReleasedTime[kLeft] = frame_time_s(*release);
}

// ImGui's backend asks X11 where the pointer is on the screen, which SDL answers from a cache that a
// warped pointer (remote desktops, test tools) does not refresh. The window's own events are right.
void use_window_mouse()
{
    if (SDL_GetMouseFocus() != shell().window) return;
    int x = 0, y = 0;
    SDL_GetMouseState(&x, &y);
    ImGui::GetIO().AddMousePosEvent(static_cast<float>(x) / shell().zoom, static_cast<float>(y) / shell().zoom);
}

// The window has fewer px, each of more of the screen's.
void apply_zoom()
{
    ImGuiIO& io = ImGui::GetIO();
    const float zoom = shell().zoom;
    io.DisplaySize = {io.DisplaySize.x / zoom, io.DisplaySize.y / zoom};
    io.DisplayFramebufferScale = {io.DisplayFramebufferScale.x * zoom, io.DisplayFramebufferScale.y * zoom};
}

// As the backend does it, in zoomed px.
void move_mouse(const SDL_MouseMotionEvent& motion)
{
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(motion.which == SDL_TOUCH_MOUSEID ? ImGuiMouseSource_TouchScreen : ImGuiMouseSource_Mouse);
    io.AddMousePosEvent(static_cast<float>(motion.x) / shell().zoom, static_cast<float>(motion.y) / shell().zoom);
}

int SDLCALL wake_on_event(void*, SDL_Event* event)
{
    // SDL puts this one into the queue with every poll: waking for it would never end.
    if (event->type != SDL_POLLSENTINEL) request_frame();
    if (event->type == SDL_MOUSEBUTTONDOWN) g_presses.note(event->button);
    if (event->type == SDL_MOUSEBUTTONUP) g_releases.note(event->button);
    return 1;
}

}  // namespace

Shell& shell()
{
    static Shell instance;
    return instance;
}

bool open_window(std::string_view title, const char* glsl_version)
{
    SDL_SetHint(SDL_HINT_MOUSE_DOUBLE_CLICK_RADIUS, "6");
    if (SDL_Init(SDL_INIT_VIDEO) != 0) return false;
    set_gl_attributes();
    Shell& s = shell();
    constexpr Uint32 kFlags = SDL_WINDOW_OPENGL | SDL_WINDOW_RESIZABLE | SDL_WINDOW_ALLOW_HIGHDPI;
    s.window = SDL_CreateWindow(std::string(title).c_str(), SDL_WINDOWPOS_CENTERED, SDL_WINDOWPOS_CENTERED, 1280, 800, kFlags);
    if (!s.window) return false;
    s.context = SDL_GL_CreateContext(s.window);
    if (!s.context) return false;
    SDL_GL_MakeCurrent(s.window, s.context);
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    // A blinking caret would need frames for ever.
    io.ConfigInputTextCursorBlink = false;
    ImGui_ImplSDL2_InitForOpenGL(s.window, s.context);
    ImGui_ImplOpenGL3_Init(glsl_version);
    SDL_AddEventWatch(wake_on_event, nullptr);
    return true;
}

void handle_event(const SDL_Event& event)
{
    Shell& s = shell();
    switch (event.type) {
        case SDL_QUIT: s.is_closing = true; return;
        case SDL_KEYDOWN:
            if (handle_key(event.key)) return;
            break;
        case SDL_MOUSEMOTION: move_mouse(event.motion); return;
        case SDL_MOUSEWHEEL:
            // A wheel with Ctrl zooms, as in browsers; in a browser it does not come here.
            if (!(SDL_GetModState() & KMOD_CTRL) || event.wheel.y == 0) break;
            s.client->key(event.wheel.y > 0 ? "+" : "-", kCtrl);
            return;
        case SDL_DROPBEGIN: s.client->drag_over(true); return;
        case SDL_DROPCOMPLETE: s.client->drag_over(false); return;
        case SDL_DROPFILE:
        case SDL_DROPTEXT: handle_drop(event.drop); return;
        default: break;
    }
    ImGui_ImplSDL2_ProcessEvent(&event);
}

void draw_frame()
{
    Shell& s = shell();
    if (s.is_context_lost) return;
    FrameFigures figures;
    const double allocations_before = allocations_made();
    const double begin_ms = now_ms();
    ImGui_ImplOpenGL3_NewFrame();
    ImGui_ImplSDL2_NewFrame();
    apply_zoom();
    use_window_mouse();
    ImGui::NewFrame();
    take_button();
    s.client->frame();
    ImGui::Render();
    const double built_ms = now_ms();
    figures.build_ms = built_ms - begin_ms;
    figures.allocations = allocations_made() - allocations_before;
    g_frame_ms[g_frame_count++ % g_frame_ms.size()] = static_cast<float>(figures.build_ms);
    // The page is drawn opaque from edge to edge: there is nothing to clear.
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    SDL_GL_SwapWindow(s.window);
    const double submitted_ms = now_ms();
    figures.submit_ms = submitted_ms - built_ms;
    ++s.frames_drawn;
    s.client->after_frame();
    figures.publish_ms = now_ms() - submitted_ms;
    s.last_frame = figures;
}

double median_frame_ms()
{
    const std::size_t count = std::min(g_frame_count, g_frame_ms.size());
    if (count == 0) return 0;
    auto sorted = g_frame_ms;
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(count / 2);
    std::nth_element(sorted.begin(), middle, sorted.begin() + static_cast<std::ptrdiff_t>(count));
    return static_cast<double>(*middle);
}

}  // namespace paperdeck::platform
