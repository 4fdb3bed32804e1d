// Files that tests read, native and under node: those of this project, and those of ../shared where a
// session has them.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace test_files {

inline std::filesystem::path root()
{
    const char* named = std::getenv("PAPERDECK_ROOT");
    return named ? named : PAPERDECK_SOURCE_DIR;
}

inline std::filesystem::path seed() { return root() / "../shared/digests/seed/2021-03-11.cs.CV.md"; }

inline bool exists(const std::filesystem::path& path)
{
    std::error_code error;
    return std::filesystem::exists(path, error);
}

inline std::string read(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace test_files
