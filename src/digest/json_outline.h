// The keys of a JSON object in the order of the file, which nlohmann's objects do not keep.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace paperdeck {

struct JsonKey {
    std::string name;
    std::size_t at = 0;        // offset of its first quote in `object`
    std::size_t value_at = 0;  // of what stands behind its colon
};

// `object`: begins with "{", valid JSON or nearly. Its own keys, not those of objects in it; one that stands twice is
// there twice.
std::vector<JsonKey> keys_in_order(std::string_view object);

}  // namespace paperdeck
