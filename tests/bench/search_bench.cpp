// What the search engine costs over real papers, and how well it ranks: a row of the table that peers.mjs prints.
// usage: search_bench PAPERS.jsonl QUERIES.txt KNOWN.tsv [RUNS [SLOWEST]]
//
// PAPERS: lines of `paperdeck-cli search --json`. QUERIES: one a line, in two parts headed "# plain" and "# other".
// KNOWN: lines of kind, the 0-based line of the paper sought, and words of it. Prints one object of JSON.
#include <array>
#include <cstdint>
#include <cstdio>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "bench/bench.h"
#include "bench/heap.h"
#include "digest/digest_reader.h"
#include "digest/library.h"
#include "search/engine.h"

using namespace paperdeck;

namespace {

constexpr std::size_t kPieceBytes = 4 << 20;
constexpr std::size_t kShown = 10;  // results that a rank is looked for in

// The digests that these papers were made from name no categories. Each paper gets two, for facets to cost what they do.
std::vector<std::string> categories_of(const Paper& paper, int line)
{
    static constexpr std::array kSecond = {"cs.CV", "cs.LG", "cs.RO", "stat.ML", "cs.CR", "cs.SE", "math.OC", "eess.AS", "cs.HC", "q-bio.QM"};
    const char* first = paper.topic == "NLP" ? "cs.CL" : paper.topic == "IR" ? "cs.IR" : "cs.AI";
    return {first, kSecond[static_cast<std::size_t>(line) % kSecond.size()]};
}

// The papers of the file by their days, their number being that of their line, from 1.
std::map<Date, Digest> read_days(const char* file)
{
    std::map<Date, Digest> days;
    std::ifstream in(file, std::ios::binary);
    std::string piece, line;
    int lines = 0;
    const auto read_piece = [&] {
        Digest read = read_digest("papers.jsonl", piece);
        for (Paper& paper : read.papers) {
            paper.number = lines + paper.line;
            paper.categories = categories_of(paper, paper.number);
            Digest& day = days[paper.date];
            day.date = paper.date;
            day.file = to_iso(paper.date) + ".md";
            day.papers.push_back(std::move(paper));
        }
        lines += static_cast<int>(std::count(piece.begin(), piece.end(), '\n'));
        piece.clear();
    };
    while (std::getline(in, line)) {
        piece += line + "\n";
        if (piece.size() > kPieceBytes) read_piece();
    }
    if (!piece.empty()) read_piece();
    return days;
}

struct Costs {
    double library_ms = 0, index_ms = 0;
    std::size_t index_bytes = 0;
};

// As they load: each day's papers can be found before the next day comes.
Costs take_in(std::map<Date, Digest> days, Library& library, SearchEngine& engine)
{
    Costs costs;
    for (auto& [date, digest] : days) {
        const double start = bench::now_ms();
        const auto added = library.add(std::move(digest));
        const double middle = bench::now_ms();
        const std::size_t bytes = bench::heap_bytes;
        engine.note(added.changed);
        engine.finish();
        costs.index_ms += bench::now_ms() - middle;
        costs.library_ms += middle - start;
        costs.index_bytes += bench::heap_bytes - bytes;
    }
    return costs;
}

struct Timed {
    std::string query;
    bool is_plain = false;
    std::size_t found = 0;
    std::vector<double> runs;
    double ms = 0;
};

std::vector<Timed> read_queries(const char* file)
{
    std::vector<Timed> queries;
    std::ifstream in(file);
    bool is_plain = true;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line[0] == '#') is_plain = line.empty() ? is_plain : line == "# plain";
        else queries.push_back({line, is_plain, 0, {}, 0});
    }
    return queries;
}

// From the text to results and counts, each the median of its runs; one more run before them warms up.
void time_queries(SearchEngine& engine, std::vector<Timed>& queries, int runs)
{
    for (int run = 0; run <= runs; ++run) {
        for (Timed& timed : queries) {
            const double start = bench::now_ms();
            timed.found = engine.search(parse_query(timed.query)).papers.size();
            if (run > 0) timed.runs.push_back(bench::now_ms() - start);
        }
    }
    for (Timed& timed : queries) {
        std::sort(timed.runs.begin(), timed.runs.end());
        timed.ms = timed.runs[timed.runs.size() / 2];
    }
    std::sort(queries.begin(), queries.end(), [](const Timed& a, const Timed& b) { return a.ms < b.ms; });
}

void print_times(const char* name, const std::vector<Timed>& sorted, bool only_plain)
{
    std::vector<double> times;
    for (const Timed& timed : sorted)
        if (timed.is_plain || !only_plain) times.push_back(timed.ms);
    if (times.empty()) return;
    const auto at = [&](double share) { return times[static_cast<std::size_t>(static_cast<double>(times.size() - 1) * share)]; };
    std::printf(",\"%s\":{\"count\":%zu,\"p50\":%.3f,\"p95\":%.3f,\"max\":%.3f}", name, times.size(), at(0.5), at(0.95), at(1));
}

// Mean reciprocal rank within the first ten.
void print_ranks(SearchEngine& engine, const Library& library, const char* file)
{
    struct Ranks {
        int count = 0;
        double sum = 0;
    };
    std::map<std::string, Ranks> kinds;
    std::ifstream in(file);
    std::string kind, line, query;
    while (std::getline(in, kind, '\t') && std::getline(in, line, '\t') && std::getline(in, query)) {
        const auto papers = engine.search(parse_query(query)).papers;
        Ranks& ranks = kinds[kind];
        ++ranks.count;
        for (std::size_t i = 0; i < std::min(papers.size(), kShown); ++i)
            if (library.paper(papers[i]).paper.number == std::stoi(line) + 1) ranks.sum += 1 / static_cast<double>(i + 1);
    }
    std::printf(",\"mrr\":{");
    const char* comma = "";
    for (const auto& [name, ranks] : kinds) {
        std::printf("%s\"%s\":%.4f", comma, name.c_str(), ranks.sum / ranks.count);
        comma = ",";
    }
    std::printf("}");
}

void print_slowest(const std::vector<Timed>& sorted, std::size_t count)
{
    std::printf(",\"slowest\":[");
    for (std::size_t i = 0; i < std::min(sorted.size(), count); ++i) {
        const Timed& timed = sorted[sorted.size() - 1 - i];
        std::string quoted;
        for (const char c : timed.query) quoted += c == '"' || c == '\\' ? std::string{'\\', c} : std::string{c};
        std::printf("%s{\"query\":\"%s\",\"ms\":%.3f,\"found\":%zu}", i > 0 ? "," : "", quoted.c_str(), timed.ms, timed.found);
    }
    std::printf("]");
}

}  // namespace

int main(int argc, char** argv)
{
    if (argc < 4) {
        std::fputs("usage: search_bench PAPERS.jsonl QUERIES.txt KNOWN.tsv [RUNS [SLOWEST]]\n", stderr);
        return 2;
    }
    Library library;
    SearchEngine engine(library);
    const Costs costs = take_in(read_days(argv[1]), library, engine);
    std::printf("{\"papers\":%u,\"library_ms\":%.0f,\"build_ms\":%.0f,\"heap_mb\":%.1f,\"engine_mb\":%.1f", library.live_count(), costs.library_ms, costs.index_ms,
                static_cast<double>(costs.index_bytes) / 1e6, static_cast<double>(engine.bytes()) / 1e6);
    std::vector<Timed> queries = read_queries(argv[2]);
    time_queries(engine, queries, argc > 4 ? std::atoi(argv[4]) : 3);
    print_times("plain", queries, true);
    print_times("all", queries, false);
    print_ranks(engine, library, argv[3]);
    print_slowest(queries, argc > 5 ? static_cast<std::size_t>(std::atoi(argv[5])) : 8);
    std::puts("}");
    return 0;
}
