// JSON and JSONL digests → papers. No format is asked for: every object that has a title and what makes a paper
// of it (an id, a link, a DOI; authors and an abstract) is one, wherever it stands: in a list, in a line of
// its own, in a map by id or by date, below "papers", "data", "feed". Keys around it give day, category and
// topic where they name one.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/job.h"
#include "digest/digest_reader.h"

namespace paperdeck {

// True for content that begins as JSON does: "{" and a key, "[" and an object or a string. Markdown that begins
// with a link is none.
bool looks_like_json(std::string_view bytes);

// Reads one file in slices. Objects are found by their brackets, at any depth and without recursion, and read one
// by one, so that a broken one is a warning and the others are read.
class JsonDigestReading final : public Job {
public:
    // `bytes` as for DigestReading, neither empty nor binary. They have to outlive the reading.
    JsonDigestReading(std::string file, std::string_view bytes);
    ~JsonDigestReading() override;
    bool step(const Deadline& deadline) override;
    Digest take();  // after step() has returned true
    std::size_t bytes_done() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace paperdeck
