// Which paper an address means: by its arXiv id, its DOI, or, for papers that have neither, the address
// itself where it is one of a publisher, a conference or a preprint server.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "digest/arxiv.h"

namespace paperdeck {

// At most one of the three is set; none where an address means no paper.
struct PaperIdentity {
    std::optional<ArxivId> arxiv;
    std::string doi;  // "10.1000/xyz", lower case as DOIs compare
    std::string url;

    explicit operator bool() const { return arxiv || !doi.empty() || !url.empty(); }
    // The same paper, versions apart.
    bool means(const PaperIdentity& other) const;
};

PaperIdentity identity_of(std::string_view url);

// The paper that an address stands for where its place says that it is one (a column "Paper"): what
// identity_of finds, else the address itself; none for code, images and pages of no paper.
PaperIdentity identity_of_claimed(std::string_view url);

// The DOI that `text` begins with; empty where it does not.
std::string leading_doi(std::string_view text);

}  // namespace paperdeck
