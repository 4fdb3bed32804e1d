// The addresses in an entry, sorted into the paper's links.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "digest/paper.h"
#include "digest/styled_text.h"

namespace paperdeck {

// A repository: github.com/owner/name and its like; not a data set, a user or a page.
bool is_code_url(std::string_view url);

// "[PDF](…) | [Code](…)": nothing but links of a few words, and what stands between them.
bool is_link_row(const StyledText& text);

// Sorts `urls`, in the digest's order, into the links of `paper`, whose id is set. `code_urls` are those
// that a label calls code. The digest's own form of an address is kept; abs and pdf follow from the id
// where it gives none.
void sort_links(Paper& paper, const std::vector<std::string>& urls, const std::vector<std::string>& code_urls);

}  // namespace paperdeck
