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
void pd_js_pick_files();
void pd_js_theme(int is_dark);
void pd_js_reload();
void pd_js_shown();
void pd_js_idle();
void pd_js_focus_search();
void pd_js_copy(const char* text);
}
