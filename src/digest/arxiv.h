// arXiv identifiers and addresses.
// Source: https://info.arxiv.org/help/arxiv_identifier.html
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace paperdeck {

struct ArxivId {
    std::string id;   // "2103.06255", "0704.0001" or "hep-th/9901001": no version, no "arXiv:"
    int version = 0;  // from "v2"; 0 where the source names none

    friend bool operator==(const ArxivId&, const ArxivId&) = default;
};

// An id and nothing else around it but "arXiv:" and white space.
std::optional<ArxivId> parse_arxiv_id(std::string_view text);

// The id that a line begins with in words, whatever stands behind it: "arXiv 2103.06255v2 [cs.CV]", "📄 arXiv: …".
// `is_named`: a label before it says what it is, so that "arXiv" may be missing.
std::optional<ArxivId> leading_arxiv_id(std::string_view text, bool is_named = false);

// The id in an arXiv address (abs, pdf, html, e-print, with or without version and ".pdf", http or
// https, arxiv.org and its export and cn mirrors, also alphaxiv- and ar5iv-like forms on their own
// hosts); nothing for any other address.
std::optional<ArxivId> arxiv_id_in_url(std::string_view url);

// The id that the name of a file begins with, in a path without a host: "2103.06255.md", "../papers/2103.06255v2-title.html",
// and without its dot "210306255v2-title.html". Nothing for any other path.
std::optional<ArxivId> arxiv_id_in_path(std::string_view path);

// The id in a DOI of arXiv's own, "10.48550/arXiv.2103.06255", in capitals or not; nothing for any other DOI.
std::optional<ArxivId> arxiv_id_of_doi(std::string_view doi);

std::string abs_url(std::string_view id);  // "https://arxiv.org/abs/ID"
std::string pdf_url(std::string_view id);  // "https://arxiv.org/pdf/ID"

// Year and month that the id itself carries; day is 0. No date for an id that carries none.
Date month_of(std::string_view id);

// An arXiv category code: "cs.CV", "astro-ph.GA", "hep-th". Not a topic in words.
bool is_category_code(std::string_view text);

// A code in arXiv's own letters: "CS.cv" → "cs.CV", "Physics.Optics" → "physics.optics". Text that is
// no code comes back in some case.
std::string canonical_category(std::string_view text);

// The part of a code before its dot: "cs", "hep-th".
bool is_archive(std::string_view text);

// What more letters could make a code of, in any case: "c", "cs.", "cs.C", "physics.op". Not a code itself.
bool begins_category(std::string_view text);

// The codes that stand as words anywhere in `text`, in order, each once: a heading, a file name, a list.
std::vector<std::string> find_categories(std::string_view text);

// True for an absolute http or https address with a host; nothing else ever becomes a link.
bool is_web_url(std::string_view url);

}  // namespace paperdeck
