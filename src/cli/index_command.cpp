#include <sha2.h>  // libmd

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "cli/commands.h"
#include "cli/files.h"
#include "digest/digest_reader.h"
#include "nlohmann/json.hpp"

namespace paperdeck::cli {
namespace {

namespace fs = std::filesystem;

std::string sha256(const std::string& content)
{
    char hex[SHA256_DIGEST_STRING_LENGTH];
    SHA256Data(reinterpret_cast<const std::uint8_t*>(content.data()), content.size(), hex);
    return hex;
}

// As RFC 3986 has it for the path of an address: blanks, colons, "#", "$" and all beyond ASCII as %XX.
std::string percent_encoded(const std::string& path)
{
    constexpr char kHex[] = "0123456789ABCDEF";
    std::string out;
    for (const char c : path) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
                              c == '_' || c == '~' || c == '/';
        if (is_plain) {
            out += c;
        } else {
            out += '%';
            out += kHex[byte >> 4];
            out += kHex[byte & 15];
        }
    }
    return out;
}

struct Listed {
    std::string path;  // relative, percent-encoded
    std::string sha256;
    Date date;
    std::size_t bytes = 0;
    std::size_t papers = 0;
};

bool is_newer(const Listed& a, const Listed& b) { return a.date != b.date ? a.date > b.date : a.path < b.path; }

std::string to_json(const std::vector<Listed>& digests)
{
    nlohmann::ordered_json out;
    out["version"] = 1;
    out["digests"] = nlohmann::ordered_json::array();
    for (const Listed& digest : digests) {
        nlohmann::ordered_json entry;
        entry["path"] = digest.path;
        if (digest.date) entry["date"] = to_iso(digest.date);
        entry["bytes"] = digest.bytes;
        entry["papers"] = digest.papers;
        entry["sha256"] = digest.sha256;
        out["digests"].push_back(std::move(entry));
    }
    return out.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace

int index(const std::string& folder)
{
    const auto files = digest_files(folder);
    if (!files) {
        report(files.error());
        return kFileFailed;
    }
    int exit_code = kOk;
    std::vector<Listed> listed;
    for (const fs::path& file : files.value()) {
        auto content = read_file(file);
        if (!content) {
            report(content.error());
            exit_code = kFileFailed;
            continue;
        }
        const std::string relative = file.lexically_relative(folder).generic_string();
        Listed entry{percent_encoded(relative), sha256(content.value()), {}, content.value().size(), 0};
        // The path as it stands in the folder: a day or category in the folder's own name is not the digest's.
        Digest digest = read_digest(relative, std::move(content.value()));
        for (Error& warning : digest.warnings) {
            warning.file = file.string();
            if (is_empty_day(digest)) warning.message += "; listed, for it says so: " + digest.empty_words;
            else if (digest.is_readable && digest.papers.empty()) warning.message += "; left out of the index";
            report(warning);
        }
        if (!digest.is_readable) exit_code = kFileFailed;
        if (digest.papers.empty() && !is_empty_day(digest)) continue;
        entry.date = digest.date;
        entry.papers = digest.papers.size();
        listed.push_back(std::move(entry));
    }
    if (listed.empty()) report({"has no digest with papers in it: the index is empty", folder, 0});
    std::sort(listed.begin(), listed.end(), is_newer);
    const auto written = write_file(fs::path(folder) / "index.json", to_json(listed));
    if (!written) {
        report(written.error());
        return kFileFailed;
    }
    return exit_code;
}

}  // namespace paperdeck::cli
