// Many digests, one paper once.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "digest/digest_reader.h"
#include "digest/paper.h"

namespace paperdeck {

// One place where a paper stood.
struct Appearance {
    std::uint32_t digest = 0;  // DigestId
    std::uint32_t order = 0;   // 0-based position in that digest
    Date date;
    Kind kind = Kind::kUnknown;
    int version = 0;
    int line = 0;
    std::vector<std::string> categories;
};

using DigestId = std::uint32_t;
using PaperIndex = std::uint32_t;

// A paper with all that the digests say of it, and all its appearances, newest day first.
struct LibraryPaper {
    Paper paper;
    std::vector<Appearance> appearances;
    bool is_live = true;  // false once every digest that had it was removed
};

struct LibraryDigest {
    DigestId id = 0;
    std::string file;
    Date date;
    std::uint32_t entries = 0;
    Warnings warnings;
    bool is_live = true;
};

// Owns the papers. A PaperIndex stays valid for the library's life; papers whose digests were all
// removed are no longer live and are found by nothing.
class Library {
public:
    // Takes the digest in. Papers are the same when their arXiv id is, else their DOI, else their
    // first link, else their folded title. Returns the digest's id and the indices of the papers that
    // are new or changed.
    struct Added {
        DigestId digest = 0;
        std::vector<PaperIndex> changed;
    };
    Added add(Digest digest);

    // Takes a digest out again; returns the papers that changed or are no longer live.
    std::vector<PaperIndex> remove(DigestId digest);

    const std::vector<LibraryPaper>& papers() const { return papers_; }
    const LibraryPaper& paper(PaperIndex index) const { return papers_[index]; }
    const std::vector<LibraryDigest>& digests() const { return digests_; }
    std::uint32_t live_count() const { return live_count_; }

private:
    // What one digest said of a paper that several have: needed to take that digest out again.
    struct Entry {
        Appearance appearance;
        Paper paper;
    };

    PaperIndex add_entry(Paper paper, DigestId digest, std::uint32_t order);
    void merge_entries(PaperIndex index);

    std::vector<LibraryPaper> papers_;
    std::vector<LibraryDigest> digests_;
    std::unordered_map<std::string, PaperIndex> by_key_;
    std::unordered_map<PaperIndex, std::vector<Entry>> repeated_;
    std::uint32_t live_count_ = 0;
};

}  // namespace paperdeck
