// The file dialogue: SDL 2 has none, so the desktop's own helper is run and its answer read from a
// pipe, without waiting for it. And what the desktop says of colours, contrast and motion,
// from the same kind of helper.
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "platform/desktop.h"
#include "platform/sdl_shell.h"

extern char** environ;

namespace paperdeck::platform {
namespace {

struct Helper {
    pid_t pid = 0;
    int out = -1;
    std::string answer;
};
Helper g_dialogue;

bool is_on_path(const std::string& program)
{
    const char* path = std::getenv("PATH");
    std::string list = path ? path : "/usr/bin:/bin";
    for (std::size_t at = 0; at <= list.size();) {
        const std::size_t end = std::min(list.find(':', at), list.size());
        if (access((list.substr(at, end - at) + "/" + program).c_str(), X_OK) == 0) return true;
        at = end + 1;
    }
    return false;
}

// Arguments go as a list, never through a shell.
bool start_helper(const std::vector<std::string>& words, Helper& helper)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0) return false;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    std::vector<char*> arguments;
    for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
    arguments.push_back(nullptr);
    const bool is_started = posix_spawnp(&helper.pid, arguments[0], &actions, nullptr, arguments.data(), environ) == 0;
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    if (!is_started) {
        close(ends[0]);
        helper = {};
        return false;
    }
    fcntl(ends[0], F_SETFL, O_NONBLOCK);
    helper.out = ends[0];
    helper.answer.clear();
    return true;
}

// Reads what is there; true once the helper has closed its end.
bool has_answered(Helper& helper)
{
    char buffer[4096];
    for (;;) {
        const ssize_t got = read(helper.out, buffer, sizeof buffer);
        if (got < 0) return false;
        if (got == 0) break;
        helper.answer.append(buffer, static_cast<std::size_t>(got));
    }
    close(helper.out);
    waitpid(helper.pid, nullptr, 0);
    helper.pid = 0;
    helper.out = -1;
    return true;
}

// The whole answer of a helper that ends at once.
std::string answer_of(const std::vector<std::string>& words)
{
    Helper helper;
    if (!is_on_path(words[0]) || !start_helper(words, helper)) return {};
    fcntl(helper.out, F_SETFL, 0);
    while (!has_answered(helper)) {
    }
    return helper.answer;
}

}  // namespace

void pick_files()
{
    if (g_dialogue.pid) return;
    const std::vector<std::string> zenity = {"zenity", "--file-selection", "--multiple", "--separator=\n", "--title=Open digests",
                                             "--file-filter=Digests | *.md *.markdown *.txt *.json *.jsonl", "--file-filter=All files | *"};
    const std::vector<std::string> kdialog = {"kdialog", "--getopenfilename", "--multiple", "--separate-output", ".",
                                              "Digests (*.md *.markdown *.txt *.json *.jsonl)"};
    for (const auto& words : {zenity, kdialog})
        if (is_on_path(words[0]) && start_helper(words, g_dialogue)) return;
    shell().client->problem({"No file dialogue is installed (zenity or kdialog): drop files on the window, or name them on the command line", "", 0});
}

void poll_dialogue()
{
    if (!g_dialogue.pid || !has_answered(g_dialogue)) return;
    std::vector<std::string> paths;
    const std::string& answer = g_dialogue.answer;
    for (std::size_t at = 0; at < answer.size();) {
        const std::size_t end = std::min(answer.find('\n', at), answer.size());
        if (end > at) paths.push_back(answer.substr(at, end - at));
        at = end + 1;
    }
    if (!paths.empty()) open_paths(paths, Origin::kBrought);
}

// Asked once, at the start.
Environment environment()
{
    static const Environment wishes = [] {
        const char* variable = std::getenv("GTK_THEME");
        const std::string theme = variable ? variable : "";
        const auto setting = [](const char* schema, const char* key) { return answer_of({"gsettings", "get", schema, key}); };
        const auto has = [](const std::string& text, const char* words) { return text.find(words) != std::string::npos; };
        Environment found;
        found.prefers_dark = has(theme, "dark") || has(setting("org.gnome.desktop.interface", "color-scheme"), "dark");
        found.prefers_more_contrast = has(theme, "HighContrast") || has(setting("org.gnome.desktop.a11y.interface", "high-contrast"), "true");
        found.prefers_reduced_motion = has(setting("org.gnome.desktop.interface", "enable-animations"), "false");
        return found;
    }();
    return wishes;
}

}  // namespace paperdeck::platform
