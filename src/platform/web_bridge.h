// The JavaScript functions that C++ calls: web/lib_paperdeck.js says what each does.
#pragma once

extern "C" {
void pd_js_fetch(unsigned request, const char* url);
void pd_js_schedule_slice();
void pd_js_mirror(const void* records, unsigned count);
void pd_js_open_url(const char* url);
void pd_js_keep(const char* name);
void pd_js_drop(const char* name);
void pd_js_forget(const char* name);
void pd_js_save_setting(const char* name, const char* value);
int pd_js_load_setting(const char* name, char* out, int capacity);
void pd_js_show_place(const char* address, const char* session_before, int change);
void pd_js_pick_files();
void pd_js_theme(int is_dark);
void pd_js_reload();
void pd_js_shown();
void pd_js_idle();
void pd_js_focus_search();
void pd_js_copy(const char* text);
int pd_js_glyph_measure(unsigned code_point, int style, float size_px, float* out);
int pd_js_glyph_draw(unsigned code_point, int style, float size_px, int left, int top, int width, int height, unsigned char* out);
void pd_js_vibrate();
}
