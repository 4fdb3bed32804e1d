// Many digests, one paper once.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "digest/appearances.h"
#include "digest/digest_reader.h"
#include "digest/merge.h"
#include "digest/paper.h"

namespace paperdeck {

using PaperIndex = std::uint32_t;

struct LibraryDigest {
    DigestId id = 0;
    std::string file;
    Date date;
    std::uint32_t entries = 0;
    Warnings warnings;
    bool is_live = true;
    std::vector<PaperIndex> papers;  // ascending, each once
    std::string empty_words;         // what a digest without papers says of itself: "No new papers today"
};

// What is odd about a digest as a whole.
struct DigestNote {
    enum class What : std::uint8_t { kNothing, kEmpty, kRepeats };
    What what = What::kNothing;
    DigestId repeated = 0;  // with kRepeats: the digest with just these papers
    std::string words;      // "repeats 2025-03-10", "empty: the digest says “No new papers”"; empty for kNothing
};

// Owns the papers. A PaperIndex stays valid for the library's life; papers whose digests were all
// removed are no longer live and are found by nothing. Apart from indices and order, the library is always
// the one that the live digests alone would make, in whatever order they came.
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

    // Whether a live digest is empty, or lists just the papers of one of an earlier day (or, on one day, of one
    // whose name comes before). Asks for what is live now, without a look at the papers.
    DigestNote note_of(DigestId digest) const;

private:
    // What one digest said of a paper that several have: needed to take that digest out again. Digests that
    // say the same share it.
    struct Entry {
        Appearance appearance;
        FieldLines lines;  // in this digest; those of `said` may be another's
        std::shared_ptr<const Paper> said;
    };

    PaperIndex add_entry(Paper paper, DigestId digest, std::uint32_t order);
    bool stands_before(const Entry& a, const Entry& b) const;
    void merge_entries(PaperIndex index);
    static void note_origins(LibraryPaper& known, const std::vector<Entry>& entries, const std::vector<std::uint32_t>& said_by, Merged& merged);

    std::vector<LibraryPaper> papers_;
    std::vector<LibraryDigest> digests_;
    std::unordered_map<std::string, PaperIndex> by_key_;
    std::unordered_map<PaperIndex, std::vector<Entry>> repeated_;
    std::unordered_multimap<std::size_t, DigestId> by_papers_;  // hash of a digest's papers → live digests
    std::uint32_t live_count_ = 0;
};

}  // namespace paperdeck
