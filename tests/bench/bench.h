// What the benchmarks share: a clock, a median, the digests that are here.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace bench {

inline double now_ms()
{
    using Clock = std::chrono::steady_clock;
    return std::chrono::duration<double, std::milli>(Clock::now().time_since_epoch()).count();
}

// The median time of `runs` calls, after one that is not counted.
template <class Work>
double median_ms(int runs, const Work& work)
{
    work();
    std::vector<double> times;
    for (int i = 0; i < runs; ++i) {
        const double start = now_ms();
        work();
        times.push_back(now_ms() - start);
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
}

// Bytes on the heap at most while `work` runs, beyond those before it. Counted where bench/heap.h is included.
inline std::size_t heap_bytes = 0, heap_peak = 0;
template <class Work>
double peak_bytes(const Work& work)
{
    const std::size_t before = heap_bytes;
    heap_peak = before;
    work();
    return static_cast<double>(heap_peak - before);
}

inline std::filesystem::path project_root()
{
    const char* root = std::getenv("PAPERDECK_ROOT");
    return root ? root : PAPERDECK_SOURCE_DIR;
}

inline std::string read_file(const std::filesystem::path& path)
{
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

// All *.md of a folder as one text; empty where the folder is not there.
inline std::string read_digests(const std::filesystem::path& folder)
{
    std::error_code error;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error))
        if (entry.path().extension() == ".md") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    std::string all;
    for (const auto& file : files) all += read_file(file) + "\n";
    return all;
}

}  // namespace bench
