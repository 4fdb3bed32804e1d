// How fast a digest is read, beside bare md4c over the same bytes.
// usage: parse_bench [MEGABYTES] [FILE]
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

#include "bench/bench.h"
#include "bench/heap.h"
#include "digest/digest_reader.h"
#include "digest/markdown.h"
#include "digest/markdown_shield.h"
#include "md4c.h"

namespace {

constexpr int kRuns = 7;

// The flags of the reader, with nothing done in the callbacks: what any Markdown reader has to pay.
int parse_bare(const std::string& text)
{
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_LATEXMATHSPANS;
    parser.enter_block = [](MD_BLOCKTYPE, void*, void*) { return 0; };
    parser.leave_block = [](MD_BLOCKTYPE, void*, void*) { return 0; };
    parser.enter_span = [](MD_SPANTYPE, void*, void*) { return 0; };
    parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
    parser.text = [](MD_TEXTTYPE, const MD_CHAR*, MD_SIZE, void*) { return 0; };
    return md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, nullptr);
}

void print(const char* what, double megabytes, double ms, double bare_ms)
{
    std::printf("%-22s %8.1f ms  %7.1f MB/s  %5.1f %% of bare md4c\n", what, ms, megabytes / (ms / 1000), 100 * bare_ms / ms);
}

}  // namespace

int main(int argc, char** argv)
{
    const std::size_t wanted = (argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 10) * 1'000'000;
    std::string seed = argc > 2 ? bench::read_file(argv[2]) : bench::read_digests(bench::project_root() / "../shared/digests/seed");
    if (seed.empty()) seed = bench::read_digests(bench::project_root() / "assets/digests");
    if (seed.empty()) {
        std::fprintf(stderr, "parse_bench: no digests in ../shared/digests/seed or assets/digests: name a file\n");
        return 1;
    }
    std::string text;
    while (text.size() < wanted) text += seed + "\n";
    const double megabytes = static_cast<double>(text.size()) / 1e6;

    std::size_t papers = 0;
    const double bare = bench::median_ms(kRuns, [&] { parse_bare(text); });
    const double shield = bench::median_ms(kRuns, [&] { paperdeck::shield_markdown(text); });
    const double blocks = bench::median_ms(kRuns, [&] { paperdeck::parse_markdown(text); });
    // The reader owns what it reads, so that copies are made beforehand.
    std::vector<std::string> copies(kRuns + 1, text);
    std::vector<paperdeck::Digest> digests;
    digests.reserve(copies.size());  // or they would be copied when the list grows
    const double whole = bench::median_ms(kRuns, [&] {
        digests.push_back(paperdeck::read_digest("bench.md", std::move(copies.back())));
        copies.pop_back();
    });
    papers = digests.back().papers.size();

    std::printf("%.1f MB, %zu papers, medians of %d runs\n", megabytes, papers, kRuns);
    print("bare md4c", megabytes, bare, bare);
    print("shielding", megabytes, shield, bare);
    print("blocks", megabytes, blocks, bare);
    print("whole reader", megabytes, whole, bare);
    // The text in memory while it is read, and what is made of it, against the text alone.
    digests.clear();
    copies.clear();
    copies.shrink_to_fit();
    const double memory = bench::peak_bytes([&] { paperdeck::read_digest("bench.md", text); }) / static_cast<double>(text.size());
    std::printf("peak memory %.1f times the bytes read\n", memory);
    std::printf("{\"parse_mb_s\":%.1f,\"md4c_mb_s\":%.1f,\"ratio\":%.3f}\n", megabytes / (whole / 1000), megabytes / (bare / 1000), bare / whole);
    return 0;
}
