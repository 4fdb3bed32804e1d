// Where a paper is to be found, on arXiv or elsewhere.
#pragma once

#include <string>

#include "digest/paper.h"

namespace paperdeck {

// Addresses are http or https; what the digest does not tell is empty.
struct PaperPlace {
    std::string words;      // "arXiv:2103.06255v2", else "bioRxiv", "doi:10.1000/182" or "openreview.net"
    std::string pdf;
    std::string page;
    const char* page_name;  // "arXiv" or "Page"
    std::string doi;        // of the DOI, for papers that are not on arXiv
};
PaperPlace place_of(const Paper& paper);

}  // namespace paperdeck
