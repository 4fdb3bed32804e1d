// HTML as far as digests have it: entities and single tags. Nothing of it survives but text, styles and
// http(s) links.
// Source: https://html.spec.whatwg.org/multipage/named-characters.html (the table is md4c's)
#pragma once

#include <string>
#include <string_view>

namespace paperdeck {

// Appends what `entity` ("&gt;", "&#177;", "&#xB1;") stands for; an unknown one as it is written. Control
// characters become blanks, the numbers 128 to 159 what browsers make of them (Windows-1252).
void append_entity(std::string& out, std::string_view entity);

// `text` with every entity in it resolved, once.
std::string with_entities_resolved(std::string_view text);

// What a tag does to the text around it.
enum class HtmlTag {
    kUnknown,  // no HTML element: <think>, <EOS>; it is text
    kNothing,  // an element that leaves no trace, a comment, a declaration
    kBreak,    // <br>
    kBlock,    // <p>, <div> …: parts what is before it from what is behind it
    kHeading,  // <h1> to <h6>
    kList,     // <ul>, <ol>
    kItem,     // <li>
    kTable,
    kRow,
    kCell,
    kHeadCell,
    kSummary,  // of <details>
    kLink,
    kBold,
    kItalic,
    kCode,
    kDropped   // <script>, <style>: all until the end tag goes away
};

struct ParsedTag {
    HtmlTag tag = HtmlTag::kUnknown;
    bool is_end = false;
    unsigned level = 0;    // of a heading
    std::string href;      // of <a>: resolved, only when http or https, or a path that names a paper
    std::string arxiv_id;  // of any element that says it: data-arxiv-id="2103.06255v2"
};

// `source`: one tag, comment or declaration from its '<' to its '>'.
ParsedTag parse_tag(std::string_view source);

}  // namespace paperdeck
