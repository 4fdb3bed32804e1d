#include "app/place.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "app/sources.h"

namespace paperdeck::app {
namespace {

// Left as they are, so that the address stays legible: what a query may hold and browsers do not escape either.
bool is_plain(char c)
{
    const bool is_word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    return is_word || std::string_view("-._~:/,*()").find(c) != std::string_view::npos;
}

void add(std::string& out, std::string_view name, std::string_view value)
{
    if (value.empty()) return;
    if (!out.empty()) out += '&';
    out += name;
    out += '=';
    for (const char c : value) {
        if (c == ' ') {
            out += '+';
        } else if (is_plain(c)) {
            out += c;
        } else {
            char hex[4];
            std::snprintf(hex, sizeof hex, "%%%02X", static_cast<unsigned char>(c));
            out += hex;
        }
    }
}

std::string decoded(std::string_view value)
{
    std::string text(value);
    std::replace(text.begin(), text.end(), '+', ' ');
    return percent_decoded(text);
}

// 0 to 1, whatever is written there; 0 for what is no number.
float share_of(const std::string& text)
{
    const float share = std::strtof(text.c_str(), nullptr);
    return share > 0 ? std::min(share, 1.0f) : 0;
}

}  // namespace

const std::string& paper_key(const Paper& paper) { return paper.id.empty() ? paper.extras->doi : paper.id; }

std::string to_address(const Place& place)
{
    std::string out;
    add(out, "q", place.query);
    add(out, "paper", place.open_paper);
    return out;
}

std::string to_session(const Place& place)
{
    std::string out = to_address(place);
    add(out, "selected", place.selected);
    add(out, "top", place.top);
    if (!place.top.empty()) add(out, "share", std::to_string(place.top_share));
    return out;
}

Place parse_place(std::string_view text)
{
    Place place;
    if (!text.empty() && text.front() == '?') text.remove_prefix(1);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('&', at), text.size());
        const std::string_view pair = text.substr(at, end - at);
        at = end + 1;
        const std::size_t equals = std::min(pair.find('='), pair.size());
        const std::string_view name = pair.substr(0, equals);
        const std::string value = decoded(pair.substr(std::min(equals + 1, pair.size())));
        if (name == "q") place.query = value;
        if (name == "paper") place.open_paper = value;
        if (name == "selected") place.selected = value;
        if (name == "top") place.top = value;
        if (name == "share") place.top_share = share_of(value);
    }
    return place;
}

}  // namespace paperdeck::app
