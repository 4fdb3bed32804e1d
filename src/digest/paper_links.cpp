#include "digest/paper_links.h"

#include <algorithm>
#include <array>

#include "digest/arxiv.h"
#include "digest/labels.h"

namespace paperdeck {
namespace {

constexpr std::size_t kMaxLinkWords = 24;  // of a link in a row of links

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_alnum(char c)
{
    return is_upper(c) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}
char to_lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

// Sets a link and where it stands.
void take(Paper& paper, std::string& slot, PaperField field, const SeenLink& link)
{
    slot = link.url;
    paper.lines.set(field, link.line);
}

}  // namespace

void add_link(std::vector<SeenLink>& links, const std::string& url, int line)
{
    constexpr std::size_t kMost = 300;  // looking for doubles among so many stays cheap
    const auto is_same = [&](const SeenLink& link) { return link.url == url; };
    if (links.size() < kMost && !url.empty() && std::none_of(links.begin(), links.end(), is_same)) links.push_back({url, line});
}

bool is_code_url(std::string_view url)
{
    constexpr std::array<std::string_view, 5> kHosts = {"github.com", "gitlab.com", "bitbucket.org", "codeberg.org", "huggingface.co"};
    constexpr std::array<std::string_view, 8> kNotOwners = {"papers", "datasets", "spaces", "docs", "blog", "collections", "topics", "orgs"};
    const std::size_t host_at = url.find("://");
    if (host_at == std::string_view::npos) return false;
    std::string_view rest = url.substr(host_at + 3);
    if (rest.substr(0, 4) == "www.") rest.remove_prefix(4);
    const std::size_t slash = rest.find('/');
    if (slash == std::string_view::npos) return false;
    std::string host(rest.substr(0, slash));
    std::transform(host.begin(), host.end(), host.begin(), to_lower);
    if (std::find(kHosts.begin(), kHosts.end(), host) == kHosts.end()) return false;
    const std::string_view path = rest.substr(slash + 1);
    const std::size_t owner_end = path.find('/');
    if (owner_end == std::string_view::npos || owner_end == 0) return false;
    const bool has_name = owner_end + 1 < path.size() && is_alnum(path[owner_end + 1]);
    return has_name && std::find(kNotOwners.begin(), kNotOwners.end(), path.substr(0, owner_end)) == kNotOwners.end();
}

bool is_link_row(const StyledText& text)
{
    if (text.links.empty()) return false;
    std::size_t from = 0;
    const auto has_words = [&](std::size_t begin, std::size_t end) { return !without_signs(std::string_view(text.text).substr(begin, end - begin)).empty(); };
    for (const Span& span : text.spans) {
        if (span.link < 0) continue;
        const std::string_view words = std::string_view(text.text).substr(span.begin, span.end - span.begin);
        if (has_words(from, span.begin) || (words.size() > kMaxLinkWords && !is_web_url(trimmed(words)))) return false;
        from = span.end;
    }
    return !has_words(from, text.text.size());
}

void sort_links(Paper& paper, const std::vector<SeenLink>& seen, const SeenLink& code)
{
    PaperLinks& links = paper.links;
    if (!code.url.empty()) take(paper, links.code, PaperField::kCode, code);
    for (const SeenLink& link : seen) {
        const std::string& url = link.url;
        const auto id = arxiv_id_in_url(url);
        const bool is_own = id && id->id == paper.id;
        if (is_own && paper.version == 0) paper.version = id->version;
        if (is_own && paper.lines[PaperField::kId] == 0) paper.lines.set(PaperField::kId, link.line);
        if (is_own && links.abs.empty() && url.find("/abs/") != std::string::npos) {
            take(paper, links.abs, PaperField::kAbs, link);
        } else if (is_own && url.size() > links.abs.size() && url.starts_with(links.abs) && url[links.abs.size()] == 'v') {
            take(paper, links.abs, PaperField::kAbs, link);  // says more
        } else if (is_own && links.pdf.empty() && url.find("/pdf/") != std::string::npos) {
            take(paper, links.pdf, PaperField::kPdf, link);
        } else if (links.code.empty() && is_code_url(url)) {
            take(paper, links.code, PaperField::kCode, link);
        } else if (url != links.abs && url != links.pdf && url != links.code) {
            if (links.other.empty()) paper.lines.set(PaperField::kOtherLinks, link.line);
            links.other.push_back(url);
        }
    }
    if (paper.id.empty()) return;
    if (links.abs.empty()) links.abs = abs_url(paper.id);
    if (links.pdf.empty()) links.pdf = pdf_url(paper.id);
}

}  // namespace paperdeck
