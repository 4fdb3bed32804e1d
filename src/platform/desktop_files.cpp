// Files of the desktop: reading, watching, remembering which ones the reader brought.
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <filesystem>
#include <map>

#include "platform/desktop.h"
#include "platform/sdl_shell.h"

namespace paperdeck::platform {
namespace {

namespace fs = std::filesystem;

struct Request {
    std::uint32_t number;
    std::string path;
};
std::deque<Request> g_requests;

struct Stamp {
    timespec time = {};
    off_t size = 0;
    bool operator==(const Stamp& other) const
    {
        return time.tv_sec == other.time.tv_sec && time.tv_nsec == other.time.tv_nsec && size == other.size;
    }
};
std::map<std::string, Stamp> g_watched;
std::map<std::string, std::string> g_pasted;  // path it will have → text

bool stamp_of(const std::string& path, Stamp& out)
{
    struct stat info;
    if (::stat(path.c_str(), &info) != 0) return false;
    out = {info.st_mtim, info.st_size};
    return true;
}

Result<std::string> read_file(const std::string& path)
{
    std::error_code code;
    if (fs::is_directory(path, code)) return Error{"is a folder", path, 0};
    std::FILE* file = std::fopen(path.c_str(), "rb");
    if (!file) return Error{std::string("could not be read: ") + std::strerror(errno), path, 0};
    std::string bytes;
    char buffer[1 << 16];
    for (std::size_t got; (got = std::fread(buffer, 1, sizeof buffer, file)) > 0;) bytes.append(buffer, got);
    const bool failed = std::ferror(file);
    std::fclose(file);
    if (failed) return Error{"could not be read to its end", path, 0};
    return bytes;
}

// An index.json lists digests and is none.
bool is_digest_name(const fs::path& path)
{
    const std::string extension = path.extension().string();
    return extension == ".md" || extension == ".markdown" || extension == ".jsonl" || (extension == ".json" && path.filename() != "index.json");
}

std::string folder(const char* variable, const char* below_home)
{
    const char* set = std::getenv(variable);
    const char* home = std::getenv("HOME");
    fs::path path = set && *set ? fs::path(set) : fs::path(home ? home : ".") / below_home;
    path /= "paperdeck";
    std::error_code code;
    fs::create_directories(path, code);
    return path.string();
}

void save_kept_files(const std::vector<std::string>& paths)
{
    std::string list;
    for (const std::string& path : paths) list += path + '\n';
    save_setting("digests", list);
}

}  // namespace

std::vector<std::string> kept_files()
{
    std::vector<std::string> paths;
    const std::string list = load_setting("digests");
    for (std::size_t at = 0; at < list.size();) {
        const std::size_t end = std::min(list.find('\n', at), list.size());
        if (end > at) paths.push_back(list.substr(at, end - at));
        at = end + 1;
    }
    return paths;
}

std::string data_folder() { return folder("XDG_DATA_HOME", ".local/share"); }
std::string config_folder() { return folder("XDG_CONFIG_HOME", ".config"); }

std::vector<std::string> expand_paths(const std::vector<std::string>& paths, std::vector<Error>& errors)
{
    std::vector<std::string> files;
    for (const std::string& path : paths) {
        std::error_code code;
        if (!fs::is_directory(path, code)) {
            files.push_back(fs::absolute(path, code).string());
            continue;
        }
        const std::size_t before = files.size();
        const auto options = fs::directory_options::skip_permission_denied;
        for (auto at = fs::recursive_directory_iterator(path, options, code); at != fs::recursive_directory_iterator(); at.increment(code)) {
            if (code) break;
            if (at->is_regular_file(code) && is_digest_name(at->path())) files.push_back(fs::absolute(at->path(), code).string());
        }
        if (files.size() == before) errors.push_back({"has no digests: give a folder with .md, .json or .jsonl files in it", path, 0});
        // Digest files are named after their day: the newest comes first.
        std::sort(files.begin() + static_cast<std::ptrdiff_t>(before), files.end(), std::greater<>());
    }
    return files;
}

void open_paths(const std::vector<std::string>& paths, Origin origin)
{
    std::vector<Error> errors;
    Client& client = *shell().client;
    client.paths_arrived(expand_paths(paths, errors), origin);
    for (const Error& error : errors) client.problem(error);
    request_frame();
}

void fetch(std::uint32_t request, const std::string& address)
{
    g_requests.push_back({request, address});
    request_frame();
}

void answer_fetches()
{
    if (g_requests.empty()) return;
    const Request request = g_requests.front();
    g_requests.pop_front();
    shell().client->fetched(request.number, read_file(request.path));
    request_frame();
}

void watch(const std::string& path)
{
    Stamp stamp;
    if (stamp_of(path, stamp)) g_watched[path] = stamp;
}

void poll_watched_files()
{
    for (auto& [path, known] : g_watched) {
        Stamp now;
        if (!stamp_of(path, now) || now == known) continue;
        known = now;
        shell().client->file_changed(path);
        request_frame();
    }
}

std::string hold_pasted(const std::string& name, std::string text)
{
    const std::string path = data_folder() + "/pasted/" + name;
    g_pasted[path] = std::move(text);
    return path;
}

void keep(const std::string& name)
{
    if (const auto pasted = g_pasted.find(name); pasted != g_pasted.end()) {
        std::error_code code;
        fs::create_directories(fs::path(name).parent_path(), code);
        const auto written = write_file(name, pasted->second);
        g_pasted.erase(pasted);
        if (!written) return shell().client->problem(written.error());
    }
    auto paths = kept_files();
    if (std::find(paths.begin(), paths.end(), name) != paths.end()) return;
    paths.push_back(name);
    save_kept_files(paths);
}

void drop(const std::string& name) { g_pasted.erase(name); }

void forget(const std::string& name)
{
    auto paths = kept_files();
    paths.erase(std::remove(paths.begin(), paths.end(), name), paths.end());
    save_kept_files(paths);
    g_watched.erase(name);
    // Pasted text lives nowhere else; a file of the reader's own is only taken off the list.
    const std::string pasted = data_folder() + "/pasted/";
    std::error_code code;
    if (name.compare(0, pasted.size(), pasted) == 0) fs::remove(name, code);
}

std::string load_setting(const std::string& name)
{
    auto text = read_file(config_folder() + "/" + name);
    return text ? text.value() : std::string();
}

void save_setting(const std::string& name, const std::string& value)
{
    const auto written = write_file(config_folder() + "/" + name, value);
    if (!written && shell().client) shell().client->problem(written.error());
}

// Written beside and moved over: a crash in between leaves the old file whole.
Result<bool> write_file(const std::string& path, std::string_view text)
{
    const std::string beside = path + ".new";
    std::FILE* file = std::fopen(beside.c_str(), "wb");
    if (!file) return Error{std::string("could not be written: ") + std::strerror(errno), path, 0};
    const bool is_whole = std::fwrite(text.data(), 1, text.size(), file) == text.size();
    const bool is_closed = std::fclose(file) == 0;
    if (!is_whole || !is_closed || std::rename(beside.c_str(), path.c_str()) != 0) {
        const Error error = {std::string("could not be written: ") + std::strerror(errno), path, 0};
        std::remove(beside.c_str());
        return error;
    }
    return true;
}

}  // namespace paperdeck::platform
