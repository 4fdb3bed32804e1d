#include "app/sources.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "base/utf8.h"

namespace paperdeck::app {
namespace {

constexpr std::string_view kHowToMend = "write it anew with `paperdeck-cli index digests`";

int hex_value(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

// Browsers drop control characters from addresses and take "\\" for "/": what is checked would not be
// what is asked for.
bool has_odd_bytes(std::string_view address)
{
    return std::any_of(address.begin(), address.end(), [](char c) { return c == '\\' || static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

// Relative, and staying below where it starts.
bool is_safe_path(std::string_view path)
{
    if (path.empty() || path.front() == '/' || path.front() == '\\') return false;
    const std::string decoded = percent_decoded(path);
    if (decoded.find(':') < decoded.find('/')) return false;
    if (has_odd_bytes(decoded)) return false;
    for (std::size_t at = 0; at <= decoded.size();) {
        const std::size_t end = std::min(decoded.find('/', at), decoded.size());
        if (std::string_view(decoded).substr(at, end - at) == "..") return false;
        at = end + 1;
    }
    return true;
}

bool has_scheme(std::string_view address)
{
    const std::size_t colon = address.find(':');
    return colon != std::string_view::npos && colon < address.find('/') && colon < address.find('?');
}

bool starts_with_web_scheme(std::string_view address)
{
    std::string head(address.substr(0, 8));
    for (char& c : head) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    return head.rfind("https://", 0) == 0 || head.rfind("http://", 0) == 0;
}

}  // namespace

std::string percent_decoded(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const int high = text[i] == '%' && i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
        const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
        if (low < 0) {
            out += text[i];
            continue;
        }
        out += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return to_valid_utf8(out);
}

Result<std::vector<Source>> parse_index(std::string_view json, std::string_view folder, Warnings& warnings)
{
    const std::string file = std::string(folder) + "index.json";
    const auto root = nlohmann::json::parse(json, nullptr, false);
    if (root.is_discarded()) return Error{"is not JSON: " + std::string(kHowToMend), file, 0};
    if (!root.is_object() || !root.contains("digests") || !root["digests"].is_array())
        return Error{"has no list \"digests\": " + std::string(kHowToMend), file, 0};
    if (root.contains("version") && root["version"] != 1)
        return Error{"is of a version that this Paperdeck does not know: " + std::string(kHowToMend), file, 0};

    std::vector<Source> sources;
    std::size_t number = 0;
    for (const auto& entry : root["digests"]) {
        ++number;
        const bool has_path = entry.is_object() && entry.contains("path") && entry["path"].is_string();
        const std::string path = has_path ? entry["path"].get<std::string>() : std::string();
        if (!is_safe_path(path)) {
            warnings.push_back({"entry " + std::to_string(number) + " has no path below " + std::string(folder) + ": it is left out", file, 0});
            continue;
        }
        Source source;
        source.name = std::string(folder) + percent_decoded(path);
        source.address = std::string(folder) + path;
        if (entry.contains("date") && entry["date"].is_string())
            source.date = parse_iso_date(entry["date"].get<std::string>()).value_or(Date{});
        sources.push_back(std::move(source));
    }
    std::stable_sort(sources.begin(), sources.end(), [](const Source& a, const Source& b) { return a.date > b.date; });
    return sources;
}

std::vector<Source> sources_in_search(std::string_view search, Warnings& warnings)
{
    std::vector<Source> sources;
    if (!search.empty() && search.front() == '?') search.remove_prefix(1);
    for (std::size_t at = 0; at < search.size();) {
        const std::size_t end = std::min(search.find('&', at), search.size());
        const std::string_view pair = search.substr(at, end - at);
        at = end + 1;
        constexpr std::string_view kName = "digest=";
        if (pair.substr(0, kName.size()) != kName || pair.size() == kName.size()) continue;
        const std::string address = percent_decoded(pair.substr(kName.size()));
        const bool is_foreign = has_scheme(address) || address.rfind("//", 0) == 0;
        if (has_odd_bytes(address) || (has_scheme(address) && !starts_with_web_scheme(address))) {
            warnings.push_back({"is not an http or https address: nothing was asked for", address, 0});
            continue;
        }
        sources.push_back({address, address, find_date(address).value_or(Date{}), is_foreign});
    }
    return sources;
}

}  // namespace paperdeck::app
