#include "digest/bare_addresses.h"

#include <algorithm>
#include <utility>

#include "digest/arxiv.h"

namespace paperdeck {
namespace {

// Not white space, what Markdown and TeX put around an address, or anything beyond ASCII.
bool is_address_character(char c)
{
    return c > ' ' && c < 0x7F && std::string_view("\"<>[]{}|\\^`$").find(c) == std::string_view::npos;
}

bool is_alnum(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

// The end of the address that begins at `begin` and reaches no further than `limit`: what closes a sentence or a
// bracket around it is no part of it.
std::size_t address_end(std::string_view text, std::size_t begin, std::size_t limit)
{
    std::size_t end = begin;
    int open = 0;
    for (; end < limit && is_address_character(text[end]); ++end) open += text[end] == '(' ? 1 : text[end] == ')' ? -1 : 0;
    for (; end > begin; --end) {
        const char last = text[end - 1];
        if (last == ')' && open < 0) ++open;
        else if (std::string_view(".,;:!?'*_").find(last) == std::string_view::npos) break;
    }
    return end;
}

struct Address {
    std::size_t begin = std::string::npos;
    std::size_t end = 0;
};

// The next one, from `from` on, that is no link yet.
Address next_address(const StyledText& styled, std::size_t from)
{
    const std::string_view text = styled.text;
    for (std::size_t at = text.find("://", from); at != std::string_view::npos; at = text.find("://", at + 3)) {
        const std::string_view before = text.substr(from, at - from);
        const std::size_t scheme = before.ends_with("https") ? 5 : before.ends_with("http") ? 4 : 0;
        const std::size_t begin = at - scheme;
        if (scheme == 0 || (begin > 0 && (is_alnum(text[begin - 1]) || text[begin - 1] == '/' || text[begin - 1] == '='))) continue;
        const auto span = std::partition_point(styled.spans.begin(), styled.spans.end(), [&](const Span& s) { return s.end <= begin; });
        const bool is_inside = span != styled.spans.end() && span->begin <= begin;
        if (is_inside && (span->link >= 0 || (span->style & (kCode | kMaths)) != 0)) continue;
        const std::size_t limit = span == styled.spans.end() ? text.size() : is_inside ? span->end : span->begin;
        const Address found{begin, address_end(text, begin, limit)};
        if (is_web_url(text.substr(begin, found.end - begin))) return found;
        at = std::max(at, found.end - 3);  // what is no address is not read again from each scheme in it
    }
    return {};
}

}  // namespace

void link_bare_addresses(StyledText& text)
{
    Address address = next_address(text, 0);
    if (address.begin == std::string::npos) return;
    StyledText out;
    std::size_t done = 0;
    for (; address.begin != std::string::npos; address = next_address(text, done)) {
        append(out, slice(text, done, address.begin));
        StyledText link = slice(text, address.begin, address.end);
        const std::uint8_t style = link.spans.empty() ? std::uint8_t{kPlain} : link.spans.front().style;
        link.links = {link.text};
        link.spans = {Span{0, static_cast<std::uint32_t>(link.text.size()), style, 0}};
        append(out, link);
        done = address.end;
    }
    append(out, slice(text, done, text.text.size()));
    text = std::move(out);
}

}  // namespace paperdeck
