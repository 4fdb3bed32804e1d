// Files as the command line names them, and messages about them.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.h"

namespace paperdeck::cli {

// Exit codes of the outer contract.
inline constexpr int kOk = 0;
inline constexpr int kFileFailed = 1;
inline constexpr int kWrongUsage = 2;

// One line on stderr: "file:line: message".
void report(const Error& error);

// The whole content of a file; the error says what the reader can do about it.
Result<std::string> read_file(const std::filesystem::path& path);

// All *.md, *.json and *.jsonl below `folder` but index.json, sorted; hidden folders and links to folders are not entered.
Result<std::vector<std::filesystem::path>> digest_files(const std::filesystem::path& folder);

// `path` itself, or what digest_files finds where it is a folder.
Result<std::vector<std::filesystem::path>> files_of(const std::filesystem::path& path);

// Replaces a file in one step, so that nobody ever reads half of it.
Result<std::size_t> write_file(const std::filesystem::path& path, const std::string& content);

}  // namespace paperdeck::cli
