// A digest file → its papers, as it lists them.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/job.h"
#include "base/warnings.h"
#include "digest/paper.h"

namespace paperdeck {

struct Digest {
    std::string file;  // as the reader named it
    Date date;         // of its first heading that names one, else of its file name
    Papers papers;
    Warnings warnings; // invalid UTF-8, no papers found, an entry cut short …
    std::string empty_words;  // of one without papers: what it says of itself, "No new papers today"
    std::size_t bytes = 0;
    bool is_readable = true;  // false: empty or binary; warnings.front() says which
};

// True for the digest of a day on which, as it says itself, nothing came.
inline bool is_empty_day(const Digest& digest) { return digest.papers.empty() && digest.date && !digest.empty_words.empty(); }

// Reads one file in slices. The source is cut at headings into pieces of about 8 KB, which are read
// one after the other, so that a slice stays within a few milliseconds however large the file is.
class DigestReading final : public Job {
public:
    // `bytes`: the file's content, any bytes. `file`: its name, for messages and for a day or
    // category in it.
    DigestReading(std::string file, std::string bytes);
    ~DigestReading() override;
    bool step(const Deadline& deadline) override;
    Digest take();  // after step() has returned true
    std::size_t bytes_done() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

// All of it at once.
Digest read_digest(std::string file, std::string bytes);

}  // namespace paperdeck
