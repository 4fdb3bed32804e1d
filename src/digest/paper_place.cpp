#include "digest/paper_place.h"

#include <string_view>

namespace paperdeck {
namespace {

// "biorxiv.org" of "https://www.biorxiv.org/content/…"
std::string_view host_of(std::string_view url)
{
    const std::size_t scheme = url.find("://");
    if (scheme == std::string_view::npos) return {};
    std::string_view host = url.substr(scheme + 3);
    host = host.substr(0, host.find_first_of("/?#"));
    host = host.substr(0, host.find(':'));
    if (host.substr(0, 4) == "www.") host.remove_prefix(4);
    return host;
}

bool is_doi_url(std::string_view url)
{
    const std::string_view host = host_of(url);
    return host == "doi.org" || host == "dx.doi.org";
}

bool is_pdf_url(std::string_view url)
{
    const std::string_view path = url.substr(0, url.find_first_of("?#"));
    constexpr std::string_view kEnds[] = {".pdf", "/pdf"};  // OpenReview: "/pdf?id=…"
    for (const std::string_view end : kEnds)
        if (path.size() > end.size() && path.substr(path.size() - end.size()) == end) return true;
    return false;
}

// A DOI may hold any sign: what has a meaning of its own in an address is escaped.
std::string doi_url(std::string_view doi)
{
    constexpr std::string_view kAsTheyAre = "/:;()._-~", kDigits = "0123456789ABCDEF";
    if (doi.substr(0, 3) != "10.") return {};
    std::string url = "https://doi.org/";
    for (const char c : doi) {
        const bool is_alnum = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if (is_alnum || kAsTheyAre.find(c) != std::string_view::npos) {
            url += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        for (const char part : {'%', kDigits[byte >> 4], kDigits[byte & 15]}) url += part;
    }
    return url;
}

std::string words_of(const Paper& paper, const PaperPlace& place)
{
    const std::string_view host = host_of(place.page.empty() ? place.pdf : place.page);
    if (host == "biorxiv.org") return "bioRxiv";
    if (host == "medrxiv.org") return "medRxiv";
    return paper.extras->doi.empty() ? std::string(host) : "doi:" + paper.extras->doi;
}

}  // namespace

PaperPlace place_of(const Paper& paper)
{
    const PaperLinks& links = paper.links;
    PaperPlace place = {{}, links.pdf, links.abs, paper.id.empty() ? "Page" : "arXiv", {}};
    if (!paper.id.empty()) {
        place.words = "arXiv:" + paper.id + (paper.version ? "v" + std::to_string(paper.version) : "");
        return place;
    }
    place.doi = doi_url(paper.extras->doi);
    for (const std::string& url : links.other) {
        std::string& slot = is_doi_url(url) ? place.doi : is_pdf_url(url) ? place.pdf : place.page;
        if (slot.empty()) slot = url;
    }
    place.words = words_of(paper, place);
    return place;
}

}  // namespace paperdeck
