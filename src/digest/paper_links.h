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

// An address and the line that it stands in.
struct SeenLink {
    std::string url;
    int line = 0;
};

// Appends what is not there yet, up to more than any paper has.
void add_link(std::vector<SeenLink>& links, const std::string& url, int line);

// Sorts `links`, in the digest's order, into those of `paper`, whose id is set. `code`: what a label calls code, or
// nothing. The digest's own form of an address is kept; abs and pdf follow from the id where it gives none.
void sort_links(Paper& paper, const std::vector<SeenLink>& links, const SeenLink& code);

}  // namespace paperdeck
