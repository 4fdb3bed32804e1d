// SDL's window and Dear ImGui's backends, alike in both builds.
#pragma once

#include <SDL.h>

#include "platform/platform.h"

namespace paperdeck::platform {

// Where the last frame's time went.
struct FrameFigures {
    double build_ms = 0;        // Dear ImGui's NewFrame to Render: the CPU side
    double submit_ms = 0;       // handing it to GL
    double publish_ms = 0;      // what follows: the mirror
    double allocations = 0;     // while it was built; 0 where nobody counts
};

struct Shell {
    SDL_Window* window = nullptr;
    SDL_GLContext context = nullptr;
    Client* client = nullptr;
    int frames_due = 3;        // an event is worth a few frames: Dear ImGui takes a click apart over them
    std::uint64_t frames_drawn = 0;
    FrameFigures last_frame;
    Uint8 clicks_said = 0;     // which one in a row the press is that comes next; 0 where SDL counts them
    float zoom = 1;            // of the desktop; browsers zoom by themselves
    bool is_closing = false;
    bool is_context_lost = false;
};

Shell& shell();

// The end of a slice of work, by the clock.
class TimeLimit final : public Deadline {
public:
    explicit TimeLimit(double limit_ms) : end_ms_(now_ms() + limit_ms) {}
    bool passed() const override { return now_ms() >= end_ms_; }

private:
    double end_ms_;
};

bool open_window(std::string_view title, const char* glsl_version);
void handle_event(const SDL_Event& event);  // the platform's own part comes first: see handle_key
void draw_frame();
// Median of the CPU side of the last 120 frames.
double median_frame_ms();

// Each platform's own.
bool handle_key(const SDL_KeyboardEvent& event);  // true: Dear ImGui does not see it
void handle_drop(const SDL_DropEvent& event);     // frees what the event owns
void set_gl_attributes();
double allocations_made();                        // since the start; 0 where nobody counts

}  // namespace paperdeck::platform
