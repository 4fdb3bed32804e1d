#include "digest/json_values.h"

#include <array>
#include <utility>

#include "nlohmann/json.hpp"

namespace paperdeck {
namespace {

using Json = nlohmann::json;

void add_strings(std::vector<std::string>& out, const Json& value, int depth = 0)
{
    constexpr std::array kNames = {"name", "fullname", "full_name", "term", "@term", "href", "@href", "url", "#text", "text", "$t"};
    constexpr std::size_t kMostStrings = 5000;
    if (out.size() >= kMostStrings || depth > 4) return;
    if (value.is_string()) {
        out.push_back(value.get_ref<const std::string&>());
    } else if (value.is_array()) {
        for (const Json& item : value) add_strings(out, item, depth + 1);
    } else if (value.is_object()) {
        for (const char* name : kNames) {
            const auto found = value.find(name);
            if (found != value.end() && found->is_string()) return out.push_back(found->get_ref<const std::string&>());
        }
        const auto first = value.find("first"), last = value.find("last");
        if (first != value.end() && last != value.end() && first->is_string() && last->is_string())
            out.push_back(first->get_ref<const std::string&>() + ' ' + last->get_ref<const std::string&>());
    }
}

}  // namespace

std::vector<std::string> strings_of(const Json& value)
{
    std::vector<std::string> out;
    add_strings(out, value);
    return out;
}

std::string first_string(const Json& value)
{
    std::vector<std::string> all = strings_of(value);
    return all.empty() ? std::string() : std::move(all.front());
}

}  // namespace paperdeck
