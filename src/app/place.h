// Where the reader is, as text: what the address shows (?q=…&paper=…, a link that can be sent to others), and all
// that brings them back after a reload.
#pragma once

#include <string>
#include <string_view>

#include "digest/paper.h"

namespace paperdeck::app {

// Papers are named by paper_key(); empty: none.
struct Place {
    std::string query;
    std::string open_paper;
    std::string selected;
    std::string top;      // the card at the top of the view; none at the list's start
    float top_share = 0;  // the part of it that lies above the view, 0 to 1

    friend bool operator==(const Place&, const Place&) = default;
};

// The arXiv id, else the DOI: what names a paper in a link.
const std::string& paper_key(const Paper& paper);

// "q=graph+matching&paper=2103.06255"; empty when there is nothing to say.
std::string to_address(const Place& place);
// The same and the rest of the place.
std::string to_session(const Place& place);
// Reads either, with or without the question mark. Names it does not know are left alone.
Place parse_place(std::string_view text);

}  // namespace paperdeck::app
