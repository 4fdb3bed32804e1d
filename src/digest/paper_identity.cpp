#include "digest/paper_identity.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "digest/paper_links.h"
#include "digest/styled_text.h"

namespace paperdeck {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
// A host and how the path of a paper begins there.
struct PaperPlace {
    std::string_view host;
    std::string_view path;
};

constexpr std::array kPlaces = {
    PaperPlace{"aclanthology.org", "/"},          PaperPlace{"biorxiv.org", "/content/"},
    PaperPlace{"cell.com", "/"},                  PaperPlace{"chemrxiv.org", "/engage/"},
    PaperPlace{"cvpr.thecvf.com", "/"},           PaperPlace{"dl.acm.org", "/doi/"},
    PaperPlace{"ecva.net", "/papers/"},           PaperPlace{"eprint.iacr.org", "/"},
    PaperPlace{"hal.science", "/"},               PaperPlace{"ieeexplore.ieee.org", "/"},
    PaperPlace{"ijcai.org", "/proceedings/"},     PaperPlace{"isca-archive.org", "/"},
    PaperPlace{"isca-speech.org", "/archive/"},   PaperPlace{"jmlr.org", "/papers/"},
    PaperPlace{"link.springer.com", "/"},         PaperPlace{"mdpi.com", "/"},
    PaperPlace{"medrxiv.org", "/content/"},       PaperPlace{"nature.com", "/articles/"},
    PaperPlace{"neurips.cc", "/virtual/"},        PaperPlace{"ojs.aaai.org", "/index.php/"},
    PaperPlace{"onlinelibrary.wiley.com", "/doi/"}, PaperPlace{"openaccess.thecvf.com", "/content"},
    PaperPlace{"openreview.net", "/forum"},       PaperPlace{"openreview.net", "/pdf"},
    PaperPlace{"papers.neurips.cc", "/paper"},    PaperPlace{"papers.nips.cc", "/paper"},
    PaperPlace{"papers.ssrn.com", "/"},           PaperPlace{"pnas.org", "/doi/"},
    PaperPlace{"preprints.org", "/manuscript/"},  PaperPlace{"proceedings.mlr.press", "/v"},
    PaperPlace{"proceedings.neurips.cc", "/paper"}, PaperPlace{"pubmed.ncbi.nlm.nih.gov", "/"},
    PaperPlace{"roboticsproceedings.org", "/"},   PaperPlace{"science.org", "/doi/"},
    PaperPlace{"sciencedirect.com", "/science/article/"}, PaperPlace{"semanticscholar.org", "/paper/"},
    PaperPlace{"ssrn.com", "/abstract"},          PaperPlace{"tandfonline.com", "/doi/"},
    PaperPlace{"usenix.org", "/conference/"},     PaperPlace{"techrxiv.org", "/"},
};

constexpr std::array<std::string_view, 8> kNoPapers = {".png", ".jpg", ".jpeg", ".gif", ".svg", ".zip", ".md", ".mp4"};

// Publishers put the DOI into the address: "/doi/abs/10.1145/…", "/content/10.1101/…v1".
std::string doi_in_path(std::string_view path)
{
    const std::size_t at = path.find("/10.");
    if (at == std::string_view::npos) return {};
    std::string doi = leading_doi(path.substr(at + 1));
    for (const std::string_view tail : {".full.pdf", ".full", ".abstract", ".pdf"})
        if (doi.size() > tail.size() && doi.compare(doi.size() - tail.size(), tail.size(), tail) == 0) doi.resize(doi.size() - tail.size());
    // bioRxiv adds the version.
    const std::size_t v = doi.find_last_of('v');
    const bool is_version = v != std::string::npos && v > 0 && v + 1 < doi.size() && doi.size() - v <= 3 && is_digit(doi[v - 1]) &&
                            std::all_of(doi.begin() + static_cast<std::ptrdiff_t>(v) + 1, doi.end(), is_digit);
    if (is_version) doi.resize(v);
    return doi;
}

struct Parts {
    std::string host;
    std::string_view path;
};

Parts parts_of(std::string_view url)
{
    if (!is_web_url(url)) return {};
    const std::size_t host_at = url.find("://") + 3;
    constexpr ByteSet kEnds("/?#:");
    const std::size_t end = kEnds.find_in(url, host_at);
    std::string host = ascii_lower(url.substr(host_at, end - host_at));
    if (host.compare(0, 4, "www.") == 0) host.erase(0, 4);
    return {std::move(host), url.substr(end)};
}

}  // namespace

bool PaperIdentity::means(const PaperIdentity& other) const
{
    if (arxiv || other.arxiv) return arxiv && other.arxiv && arxiv->id == other.arxiv->id;
    return doi == other.doi && url == other.url;
}

std::string leading_doi(std::string_view text)
{
    if (text.substr(0, 3) != "10.") return {};
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos || slash < 7 || slash > 12 || !std::all_of(text.begin() + 3, text.begin() + static_cast<std::ptrdiff_t>(slash), [](char c) { return is_digit(c) || c == '.'; }))
        return {};
    std::size_t end = slash + 1;
    while (end < text.size() && static_cast<unsigned char>(text[end]) > ' ' && std::string_view("<>\"?#,;").find(text[end]) == std::string_view::npos) ++end;
    while (end > slash && (text[end - 1] == '.' || text[end - 1] == ')' || text[end - 1] == '/')) --end;
    return end > slash + 1 ? ascii_lower(text.substr(0, end)) : std::string();
}

PaperIdentity identity_of(std::string_view url)
{
    PaperIdentity out;
    if ((out.arxiv = arxiv_id_in_url(url))) return out;
    const Parts parts = parts_of(url);
    if (parts.host.empty()) return out;
    if (parts.host == "doi.org" || parts.host == "dx.doi.org") {
        out.doi = leading_doi(parts.path.substr(std::min<std::size_t>(1, parts.path.size())));
        // arXiv's own DOIs are its ids.
        if ((out.arxiv = arxiv_id_of_doi(out.doi))) out.doi.clear();
        return out;
    }
    if (parts.host == "huggingface.co" && parts.path.substr(0, 8) == "/papers/") {
        out.arxiv = parse_arxiv_id(parts.path.substr(8));
        return out;
    }
    // "papers.cool/arxiv/2103.06255", "scirate.com/arxiv/…"
    if (parts.path.substr(0, 7) == "/arxiv/") {
        out.arxiv = parse_arxiv_id(parts.path.substr(7));
        return out;
    }
    const bool is_paper = parts.path.size() > 4 && std::any_of(kPlaces.begin(), kPlaces.end(), [&](const PaperPlace& place) {
        return parts.host == place.host && parts.path.substr(0, place.path.size()) == place.path;
    });
    if (!is_paper) return out;
    out.doi = doi_in_path(parts.path);
    if (out.doi.empty()) out.url = std::string(url);
    return out;
}

PaperIdentity identity_of_claimed(std::string_view url)
{
    PaperIdentity out = identity_of(url);
    if (out || is_code_url(url)) return out;
    const Parts parts = parts_of(url);
    const bool is_page = parts.path.size() > 1 && std::none_of(kNoPapers.begin(), kNoPapers.end(), [&](std::string_view ending) {
        return parts.path.size() >= ending.size() && ascii_lower(parts.path.substr(parts.path.size() - ending.size())) == ending;
    });
    // A listing of arXiv and the like.
    const bool is_list = parts.host == "arxiv.org" || parts.host == "github.com";
    if (is_page && !is_list) out.url = std::string(url);
    return out;
}

}  // namespace paperdeck
