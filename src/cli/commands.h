// The commands of paperdeck-cli. Each returns the exit code; what it finds goes to stdout, messages to
// stderr. One file that cannot be read never hides the others.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace paperdeck::cli {

// JSON lines, one for each entry, in file order.
int parse(const std::vector<std::string>& files);

struct SearchOptions {
    std::string query;
    std::vector<std::string> paths;
    bool as_json = false;
    std::size_t limit = static_cast<std::size_t>(-1);
};

// "rank, score, id, title" parted by tabs, or whole papers as JSON lines.
int search(const SearchOptions& options);

// Writes FOLDER/index.json.
int index(const std::string& folder);

}  // namespace paperdeck::cli
