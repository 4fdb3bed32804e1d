// Which digests there are to load: the site's own list, or the addresses that the page was opened with.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"
#include "base/warnings.h"

namespace paperdeck::app {

// A digest that can be fetched.
struct Source {
    std::string name;     // for the reader
    std::string address;  // path or URL, as platform::fetch takes it
    Date date;            // for the order of loading; none: after all dated ones
    bool is_foreign = false;  // from another site, named while it loads
};

// Reads digests/index.json (CONTRACT.md): {"version":1,"digests":[{"path", …}]}. Newest day first.
// A list entry that cannot be used becomes a warning; a file that is no such list an error. Paths stay
// below `folder` ("digests/"): the list cannot make the page ask another site.
Result<std::vector<Source>> parse_index(std::string_view json, std::string_view folder, Warnings& warnings);

// The values of "digest" in an address's search part ("?digest=a&digest=b"), decoded; addresses that are
// neither relative nor http(s) become warnings.
std::vector<Source> sources_in_search(std::string_view search, Warnings& warnings);

// "%41" → "A", "+" stays; malformed escapes stay as they are.
std::string percent_decoded(std::string_view text);

}  // namespace paperdeck::app
