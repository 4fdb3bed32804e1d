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
    kBlock,    // <p>, <div>, <li> …: parts what is before it from what is behind it
    kCell,     // <td>: a blank
    kLink,
    kBold,
    kItalic,
    kCode,
    kDropped   // <script>, <style>: all until the end tag goes away
};

struct ParsedTag {
    HtmlTag tag = HtmlTag::kUnknown;
    bool is_end = false;
    std::string href;  // of <a>: resolved, only when http or https
};

// `source`: one tag, comment or declaration from its '<' to its '>'.
ParsedTag parse_tag(std::string_view source);

}  // namespace paperdeck
