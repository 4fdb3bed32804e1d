// tests/digests: one behaviour a file, with what the reader makes of it.
#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "digest/digest_reader.h"
#include "digest/paper_json.h"
#include "nlohmann/json.hpp"
#include "unit/test_files.h"

using namespace paperdeck;
using nlohmann::json;

namespace {

json as_read(const Digest& digest, const json& expected)
{
    json out{{"papers", json::array()}, {"warnings", json::array()}};
    for (const Paper& paper : digest.papers) {
        json object = json::parse(to_json(paper, digest.file), nullptr, false);
        REQUIRE(object.is_object());
        object.erase("file");
        // Lines are looked at only where a case says them.
        const std::size_t at = out["papers"].size();
        if (!expected.is_array() || at >= expected.size() || !expected[at].contains("lines")) object.erase("lines");
        out["papers"].push_back(std::move(object));
    }
    for (const Error& warning : digest.warnings) out["warnings"].push_back(warning.to_string());
    return out;
}

}  // namespace

TEST_CASE("every case in tests/digests is read as its JSON says")
{
    std::vector<std::filesystem::path> cases;
    for (const auto& entry : std::filesystem::directory_iterator(test_files::root() / "tests/digests"))
        if (entry.path().extension() == ".md" && entry.path().filename() != "README.md") cases.push_back(entry.path());
    std::sort(cases.begin(), cases.end());
    REQUIRE(cases.size() >= 60);
    for (const auto& path : cases) {
        CAPTURE(path.string());
        auto expected_path = path;
        const json expected = json::parse(test_files::read(expected_path.replace_extension(".json")), nullptr, false);
        REQUIRE(expected.is_object());
        const json got = as_read(read_digest(path.filename().string(), test_files::read(path)), expected.value("papers", json()));
        CHECK(got["papers"].dump(1) == expected["papers"].dump(1));
        CHECK(got["warnings"].dump(1) == expected["warnings"].dump(1));
    }
}
