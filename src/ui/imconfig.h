// Dear ImGui's compile-time settings, given to every file that sees imgui.h (IMGUI_USER_CONFIG).
// See imgui's own imconfig.h for the meaning of each macro.
#pragma once

// WebGL has no base vertex: a long page of text passes 65,535 vertices in one draw list.
#define ImDrawIdx unsigned int

// Mathematical letters (U+1D400…) and emoji lie beyond the 16-bit plane.
#define IMGUI_USE_WCHAR32

// What the reader never sees is not shipped.
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_DEFAULT_FONT  // we bring Inter; saves 26 KB

// Names that ImGui is going to remove do not compile.
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS

// The platform room opens links, owns the clipboard and reads files; ImGui does none of it behind our back.
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_WIN32_FUNCTIONS
#define IMGUI_DISABLE_FILE_FUNCTIONS

// Dear ImGui reads settings files and typed numbers with sscanf, neither of which is there, and its OpenGL backend the
// versions "OpenGL ES 3.0 …" and "#version 300 es". The C library's is 2 KB of the first load for these.
#include <stdio.h>
#include <initializer_list>
inline int read_whole_numbers(const char* text, const char*, int* first, int* second = nullptr)
{
    int found = 0;
    for (int* out : {first, second}) {
        while (*text && (*text < '0' || *text > '9')) ++text;
        if (!out || !*text) break;
        for (*out = 0; *text >= '0' && *text <= '9'; ++text) *out = *out * 10 + (*text - '0');
        ++found;
    }
    return found;
}
template <class... Others>
int read_whole_numbers(const char*, const char*, Others...)
{
    return 0;
}
#define sscanf read_whole_numbers
