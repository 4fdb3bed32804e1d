#include "cli/files.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <system_error>

namespace paperdeck::cli {
namespace {

namespace fs = std::filesystem;

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

Error failure(const fs::path& path, const std::string& what, int error_number)
{
    return {what + ": " + std::strerror(error_number), path.string(), 0};
}

// An index.json lists digests and is none.
bool is_digest_name(const fs::path& path)
{
    std::string extension = path.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(), [](unsigned char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
    const bool is_json = extension == ".jsonl" || (extension == ".json" && path.filename() != "index.json");
    return extension == ".md" || extension == ".markdown" || is_json;
}

bool is_hidden(const fs::path& path)
{
    const std::string name = path.filename().string();
    return name.size() > 1 && name[0] == '.' && name != "..";
}

}  // namespace

void report(const Error& error) { std::fprintf(stderr, "%s\n", error.to_string().c_str()); }

Result<std::string> read_file(const fs::path& path)
{
    std::error_code error;
    if (fs::is_directory(path, error)) return Error{"is a folder: name the files in it", path.string(), 0};
    const File file(std::fopen(path.c_str(), "rb"));
    if (!file) return failure(path, "cannot be opened", errno);
    std::string content;
    const auto size = fs::file_size(path, error);
    if (!error) content.reserve(size + 1);
    char buffer[1 << 16];
    while (const std::size_t count = std::fread(buffer, 1, sizeof buffer, file.get())) content.append(buffer, count);
    if (std::ferror(file.get())) return failure(path, "cannot be read to its end", errno);
    return content;
}

Result<std::vector<fs::path>> digest_files(const fs::path& folder)
{
    std::error_code error;
    std::vector<fs::path> found;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, error), end;
    if (error) return failure(folder, "cannot be opened", error.value());
    while (entry != end) {
        std::error_code type_error;
        const bool is_folder = entry->is_directory(type_error);
        if (is_folder && is_hidden(entry->path())) entry.disable_recursion_pending();
        if (!is_folder && is_digest_name(entry->path()) && !is_hidden(entry->path())) found.push_back(entry->path());
        entry.increment(error);
        if (error) return failure(folder, "cannot be read to its end", error.value());
    }
    std::sort(found.begin(), found.end());
    return found;
}

Result<std::vector<fs::path>> files_of(const fs::path& path)
{
    std::error_code error;
    if (!fs::is_directory(path, error)) return std::vector<fs::path>{path};
    auto found = digest_files(path);
    if (found && found.value().empty()) return Error{"has no digest (*.md, *.json, *.jsonl) in it", path.string(), 0};
    return found;
}

Result<std::size_t> write_file(const fs::path& path, const std::string& content)
{
    const fs::path draft = path.string() + ".part";
    {
        const File file(std::fopen(draft.c_str(), "wb"));
        if (!file) return failure(path, "cannot be written", errno);
        const bool is_written = std::fwrite(content.data(), 1, content.size(), file.get()) == content.size() && std::fflush(file.get()) == 0;
        if (!is_written) {
            const Error error = failure(path, "cannot be written", errno);
            std::remove(draft.c_str());
            return error;
        }
    }
    std::error_code error;
    fs::rename(draft, path, error);
    if (error) return failure(path, "cannot be replaced", error.value());
    return content.size();
}

}  // namespace paperdeck::cli
