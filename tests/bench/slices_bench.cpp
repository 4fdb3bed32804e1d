// How long the slices are in which a digest is read: the page is not drawn meanwhile, so that none may take more than 6 ms.
// usage: slices_bench FILE…
#include <algorithm>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "bench/bench.h"
#include "digest/digest_reader.h"

namespace {

constexpr double kSlice_ms = 4;  // as the page asks for them

class Until final : public paperdeck::Deadline {
public:
    explicit Until(double end_ms) : end_ms_(end_ms) {}
    bool passed() const override { return bench::now_ms() >= end_ms_; }

private:
    double end_ms_;
};

void measure(const char* name)
{
    std::string bytes = bench::read_file(name);
    const double megabytes = static_cast<double>(bytes.size()) / 1e6;
    paperdeck::DigestReading reading(name, std::move(bytes));
    std::vector<double> slices_ms;
    for (bool is_done = false; !is_done;) {
        const double start = bench::now_ms();
        is_done = reading.step(Until(start + kSlice_ms));
        slices_ms.push_back(bench::now_ms() - start);
    }
    const std::size_t papers = reading.take().papers.size();
    const double first_ms = slices_ms.front(), last_ms = slices_ms.back();  // beginnings are cold, ends put papers in order
    std::sort(slices_ms.begin(), slices_ms.end());
    const auto at = [&](double share) { return slices_ms[static_cast<std::size_t>(static_cast<double>(slices_ms.size() - 1) * share)]; };
    std::printf("%s: %.1f MB, %zu papers, %zu slices: median %.1f, 99 %% %.1f, longest %.1f, first %.1f, last %.1f ms\n", name, megabytes, papers, slices_ms.size(), at(0.5), at(0.99), at(1), first_ms,
                last_ms);
}

}  // namespace

int main(int argc, char** argv)
{
    for (int i = 1; i < argc; ++i) measure(argv[i]);
    return argc > 1 ? 0 : 2;
}
