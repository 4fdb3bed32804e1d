// A paragraph or list item that carries one paper: its title, a link that means it, and what else stands in
// its lines. "- [Title](abs) (CVPR) [code](…)", "1. **Title**⏎ A One, B Two⏎ https://…", "Title: …".
#pragma once

#include <optional>

#include "digest/heading.h"
#include "digest/markdown.h"

namespace paperdeck {

struct Carrier {
    PaperHeading head;
    Block rest;  // what stands behind the title
    Date date;   // before the title
    bool is_label = false;       // the title follows a label: "Title: …"
    bool is_linked = false;      // the title itself is the link
    bool is_bold = false;
    bool is_labelled_link = false;  // "Paper: [Title](…)"
    bool may_be_label = false;   // a word or two with a colon: "SubmitDate: …"
};

// What may be a title with or without a link; nothing for labelled fields, rows of links, sentences.
std::optional<Carrier> read_carrier(const Block& block, int expected_number);

// Whether `block` links a paper or names one at all; cheap.
bool links_a_paper(const StyledText& text);

}  // namespace paperdeck
