#include "digest/paper_links.h"

#include <algorithm>
#include <array>

#include "digest/arxiv.h"

namespace paperdeck {
namespace {

constexpr std::size_t kMaxLinkWords = 24;  // of a link in a row of links

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_alnum(char c)
{
    return is_upper(c) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}
char to_lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

void add_unique(std::vector<std::string>& list, const std::string& value)
{
    if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

}  // namespace

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
    const auto has_words = [&](std::size_t begin, std::size_t end) {
        return std::any_of(text.text.begin() + static_cast<std::ptrdiff_t>(begin), text.text.begin() + static_cast<std::ptrdiff_t>(end), is_alnum);
    };
    for (const Span& span : text.spans) {
        if (span.link < 0) continue;
        const std::string_view words = std::string_view(text.text).substr(span.begin, span.end - span.begin);
        if (has_words(from, span.begin) || (words.size() > kMaxLinkWords && !is_web_url(trimmed(words)))) return false;
        from = span.end;
    }
    return !has_words(from, text.text.size());
}

void sort_links(Paper& paper, const std::vector<std::string>& urls, const std::vector<std::string>& code_urls)
{
    PaperLinks& links = paper.links;
    if (!code_urls.empty()) links.code = code_urls.front();
    for (const std::string& url : urls) {
        const auto id = arxiv_id_in_url(url);
        const bool is_own = id && id->id == paper.id;
        if (is_own && paper.version == 0) paper.version = id->version;
        if (is_own && links.abs.empty() && url.find("/abs/") != std::string::npos) links.abs = url;
        else if (is_own && links.pdf.empty() && url.find("/pdf/") != std::string::npos) links.pdf = url;
        else if (links.code.empty() && is_code_url(url)) links.code = url;
        else if (url != links.abs && url != links.pdf && url != links.code) add_unique(links.other, url);
    }
    if (paper.id.empty()) return;
    if (links.abs.empty()) links.abs = abs_url(paper.id);
    if (links.pdf.empty()) links.pdf = pdf_url(paper.id);
}

}  // namespace paperdeck
