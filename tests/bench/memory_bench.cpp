// memory_bench FOLDER: all digests below it into one library. Peak memory against the bytes read, and how many papers
// the entries are.
#include <malloc.h>
#include <sys/resource.h>

#include <cstdio>
#include <cstdlib>
#include <new>

#include "bench/bench.h"
#include "digest/library.h"

namespace {

std::size_t g_live_bytes = 0, g_peak_bytes = 0;

void* counted(void* block)
{
    if (!block) std::abort();
    g_live_bytes += malloc_usable_size(block);
    g_peak_bytes = std::max(g_peak_bytes, g_live_bytes);
    return block;
}

void uncounted(void* block) noexcept
{
    if (block) g_live_bytes -= malloc_usable_size(block);
    std::free(block);
}

double peak_rss_megabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) * 1024 / 1e6;
}

}  // namespace

void* operator new(std::size_t size) { return counted(std::malloc(size)); }
void* operator new[](std::size_t size) { return counted(std::malloc(size)); }
void operator delete(void* block) noexcept { uncounted(block); }
void operator delete[](void* block) noexcept { uncounted(block); }
void operator delete(void* block, std::size_t) noexcept { uncounted(block); }
void operator delete[](void* block, std::size_t) noexcept { uncounted(block); }

int main(int argc, char** argv)
{
    namespace fs = std::filesystem;
    const fs::path folder = argc > 1 ? fs::path(argv[1]) : bench::project_root() / "../shared/digests";
    std::vector<fs::path> files;
    std::error_code error;
    for (const auto& entry : fs::recursive_directory_iterator(folder, error))
        if (entry.path().extension() == ".md") files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    if (files.empty()) return std::puts("no digests: name their folder"), 1;

    const double rss_before = peak_rss_megabytes();
    g_peak_bytes = g_live_bytes;
    const std::size_t live_before = g_live_bytes;
    std::size_t bytes = 0, entries = 0;
    paperdeck::Library library;
    const double start = bench::now_ms();
    for (const fs::path& file : files) {
        std::string content = bench::read_file(file);
        bytes += content.size();
        paperdeck::Digest digest = paperdeck::read_digest(file.string(), std::move(content));
        entries += digest.papers.size();
        library.add(std::move(digest));
    }
    const double ms = bench::now_ms() - start;
    int repeating = 0, empty = 0;
    for (const paperdeck::LibraryDigest& digest : library.digests()) {
        const auto what = library.note_of(digest.id).what;
        repeating += what == paperdeck::DigestNote::What::kRepeats;
        empty += what == paperdeck::DigestNote::What::kEmpty;
    }
    const double read = static_cast<double>(bytes) / 1e6;
    const double peak = static_cast<double>(g_peak_bytes - live_before) / 1e6, rss = peak_rss_megabytes() - rss_before;
    std::printf("%zu files, %.1f MB, %zu entries, %u papers, %d digests that repeat, %d empty, %.1f s\n", files.size(), read, entries,
                library.live_count(), repeating, empty, ms / 1000);
    std::printf("peak %.1f MB allocated (%.2f x), %.1f MB resident (%.2f x)\n", peak, peak / read, rss, rss / read);
    std::printf("{\"papers\":%u,\"peak_ratio\":%.2f,\"resident_ratio\":%.2f}\n", library.live_count(), peak / read, rss / read);
    return 0;
}
