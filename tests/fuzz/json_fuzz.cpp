// Any bytes as a JSON digest: taken for one or not, in slices of one look at the clock each.
#include <cstdint>

#include "digest/json_digest.h"
#include "digest/json_repair.h"
#include "fuzz/bounds.h"

namespace {

class EverySlice final : public paperdeck::Deadline {
public:
    bool passed() const override { return true; }
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace paperdeck;
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    JsonDigestReading reading("2025-03-10.jsonl", bytes);
    while (!reading.step(EverySlice())) {}
    const Digest digest = reading.take();
    // What stands around a list is said of each paper in it: a key of 200 bytes, a day, categories.
    fuzz::require(fuzz::check_digest(digest, size) <= 8 * size + 400 * digest.papers.size() + 4096, "papers are in proportion to the input");
    fuzz::require(repaired_json(bytes).size() <= 6 * size, "what is repaired is no longer than six times the input");
    return 0;
}
