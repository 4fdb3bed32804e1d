// Services of the browser: all of them are a call into JavaScript.
#include <cstdint>
#include <cstring>

#include "platform/platform.h"
#include "platform/web_bridge.h"

namespace paperdeck::platform {
namespace {

// The mirror's record as JavaScript reads it: strings as addresses. Twenty words; words 8, 10 and 12
// come as offsets into the arena.
constexpr std::size_t kRecordWords = 20;
constexpr std::size_t kStringWords[] = {8, 10, 12};
std::vector<std::uint32_t> g_records;

}  // namespace

void fetch(std::uint32_t request, const std::string& address) { pd_js_fetch(request, address.c_str()); }
void open_url(const std::string& url) { pd_js_open_url(url.c_str()); }
void pick_files() { pd_js_pick_files(); }
void copy_text(const std::string& text) { pd_js_copy(text.c_str()); }
void touch_feedback() { pd_js_vibrate(); }
void keep(const std::string& name) { pd_js_keep(name.c_str()); }
void drop(const std::string& name) { pd_js_drop(name.c_str()); }
void forget(const std::string& name) { pd_js_forget(name.c_str()); }
void show_place(const std::string& address, const std::string& session_before, PlaceChange change)
{
    pd_js_show_place(address.c_str(), session_before.c_str(), static_cast<int>(change));
}
void set_dark(bool is_dark) { pd_js_theme(is_dark); }
void set_zoom(float) {}  // the browser's
void focus_search() { pd_js_focus_search(); }
void reload() { pd_js_reload(); }
void shown() { pd_js_shown(); }

void save_setting(const std::string& name, const std::string& value) { pd_js_save_setting(name.c_str(), value.c_str()); }

std::string load_setting(const std::string& name)
{
    char value[4096];
    const int length = pd_js_load_setting(name.c_str(), value, sizeof value);
    return length > 0 ? std::string(value, static_cast<std::size_t>(length)) : std::string();
}

void publish_items(const void* records, std::size_t count, const char* strings)
{
    g_records.resize(count * kRecordWords);
    std::memcpy(g_records.data(), records, count * kRecordWords * sizeof(std::uint32_t));
    const auto base = static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(strings));
    for (std::size_t i = 0; i < count; ++i)
        for (std::size_t word : kStringWords) g_records[i * kRecordWords + word] += base;
    pd_js_mirror(g_records.data(), static_cast<unsigned>(count));
}

// Browsers have no paths.
std::vector<std::string> expand_paths(const std::vector<std::string>&, std::vector<Error>&) { return {}; }
std::vector<std::string> kept_files() { return {}; }  // web/storage.js hands them over
void watch(const std::string&) {}
Result<bool> write_file(const std::string& path, std::string_view) { return Error{"a browser cannot write files", path, 0}; }

}  // namespace paperdeck::platform
