// Milliseconds a query over 100,000 made-up papers takes, and what taking them in costs.
// usage: search_bench [PAPERS]
#include <cstdint>
#include <cstdio>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "bench/bench.h"
#include "digest/library.h"
#include "search/engine.h"

namespace {

constexpr int kRuns = 9;
constexpr int kPapersPerDay = 250;
constexpr int kAbstractWords = 180;

// Always the same numbers, so that runs can be compared.
class Random {
public:
    std::uint32_t below(std::uint32_t limit)
    {
        state_ = state_ * 6364136223846793005u + 1442695040888963407u;
        return static_cast<std::uint32_t>(state_ >> 33) % limit;
    }

private:
    std::uint64_t state_ = 20210311;
};

// Words of made-up syllables, the first of them common as in real text.
std::string words(Random& random, int count)
{
    static const char* const kSyllables[] = {"con", "vo", "lu", "tion", "trans", "for", "mer", "net", "learn", "ing", "deep", "graph", "ro", "bust", "self", "su", "per", "vis", "ion", "gra", "di", "ent"};
    std::string out;
    for (int i = 0; i < count; ++i) {
        if (i > 0) out += ' ';
        const std::uint32_t word = random.below(random.below(4) == 0 ? 20000 : 200);
        out += kSyllables[word % 22];
        out += kSyllables[word / 22 % 22];
        if (word > 484) out += kSyllables[word / 484 % 22];
    }
    return out;
}

paperdeck::Digest day_of(Random& random, int day)
{
    static const char* const kCategories[] = {"cs.CV", "cs.LG", "cs.CL", "cs.RO", "stat.ML", "eess.IV"};
    paperdeck::Digest digest;
    digest.date = {2010 + day / 336, 1 + day / 28 % 12, 1 + day % 28};
    digest.file = paperdeck::to_iso(digest.date) + ".md";
    for (int i = 0; i < kPapersPerDay; ++i) {
        paperdeck::Paper paper;
        char id[32];
        std::snprintf(id, sizeof id, "%02d%02d.%05d", digest.date.year % 100, digest.date.month, digest.date.day * 1000 + i);
        paper.id = id;
        paper.title.text = words(random, 9);
        paper.authors = {words(random, 2), words(random, 2), words(random, 2)};
        paper.abstract.text = words(random, kAbstractWords);
        paper.categories = {kCategories[random.below(6)], kCategories[random.below(6)]};
        paper.date = digest.date;
        if (random.below(4) == 0) paper.links.code = "https://github.com/a/b";
        digest.papers.push_back(std::move(paper));
    }
    return digest;
}

}  // namespace

int main(int argc, char** argv)
{
    const int wanted = argc > 1 ? std::atoi(argv[1]) : 100000;
    Random random;
    paperdeck::Library library;
    paperdeck::SearchEngine engine(library);
    double add_ms = 0, index_ms = 0;
    for (int day = 0; library.live_count() < static_cast<std::uint32_t>(wanted); ++day) {
        paperdeck::Digest digest = day_of(random, day);
        const double start = bench::now_ms();
        const auto added = library.add(std::move(digest));
        const double middle = bench::now_ms();
        engine.update(added.changed);
        add_ms += middle - start;
        index_ms += bench::now_ms() - middle;
    }
    std::printf("%u papers; into the library %.0f ms, for search %.0f ms\n", library.live_count(), add_ms, index_ms);
    for (const char* text : {"", "c", "graph", "graphnet trans", "\"deep learn\"", "nosuchword", "cat:cs.CV graph", "has:code date:2011", "sort:title con", "sort:newest"}) {
        const paperdeck::Query query = paperdeck::parse_query(text);
        std::size_t found = 0;
        const double ms = bench::median_ms(kRuns, [&] { found = engine.search(query).papers.size(); });
        std::printf("%-22s %7.2f ms  %6zu papers\n", text, ms, found);
    }
    return 0;
}
