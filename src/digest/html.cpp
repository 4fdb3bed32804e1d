#include "digest/html.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "base/windows_1252.h"
#include "digest/arxiv.h"
#include "digest/styled_text.h"

extern "C" {
#include "entity.h"  // md4c's table of HTML 5
}

namespace paperdeck {
namespace {

char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_alnum(char c) { return (to_lower(c) >= 'a' && to_lower(c) <= 'z') || (c >= '0' && c <= '9'); }

// The number of "#177" or "#xB1"; 0 where it is none.
char32_t number_of(std::string_view digits)
{
    const bool is_hex = digits.size() > 1 && to_lower(digits[1]) == 'x';
    digits.remove_prefix(is_hex ? 2 : 1);
    if (digits.empty() || digits.size() > 8) return 0;
    char32_t value = 0;
    for (const char raw : digits) {
        const char c = to_lower(raw);
        char32_t digit = 0;
        if (c >= '0' && c <= '9') digit = static_cast<char32_t>(c - '0');
        else if (is_hex && c >= 'a' && c <= 'f') digit = static_cast<char32_t>(c - 'a') + 10;
        else return 0;
        value = value * (is_hex ? 16 : 10) + digit;
    }
    return value;
}

void append_character(std::string& out, char32_t c)
{
    // https://html.spec.whatwg.org/multipage/parsing.html#numeric-character-reference-end-state
    if (c >= 0x80 && c < 0xA0) c = from_windows_1252(static_cast<unsigned char>(c));
    if (c >= 0x80 && c < 0xA0) c = kReplacementCharacter;
    if (c < 0x20 || c == 0x7F || c == 0xA0) c = ' ';
    append_utf8(out, c);
}

struct Element {
    std::string_view name;
    HtmlTag tag;
    bool needs_attributes = false;  // bare it is more likely a token of a language model: <video>
};

// In alphabetical order.
constexpr std::array kElements = {
    Element{"a", HtmlTag::kLink},           Element{"abbr", HtmlTag::kNothing},     Element{"article", HtmlTag::kBlock, true},
    Element{"aside", HtmlTag::kBlock},      Element{"audio", HtmlTag::kNothing, true}, Element{"b", HtmlTag::kBold},
    Element{"big", HtmlTag::kNothing},      Element{"blockquote", HtmlTag::kBlock}, Element{"br", HtmlTag::kBreak},
    Element{"button", HtmlTag::kNothing, true}, Element{"caption", HtmlTag::kBlock, true}, Element{"center", HtmlTag::kBlock},
    Element{"cite", HtmlTag::kNothing},     Element{"code", HtmlTag::kCode},        Element{"dd", HtmlTag::kBlock},
    Element{"del", HtmlTag::kNothing},      Element{"details", HtmlTag::kBlock},    Element{"div", HtmlTag::kBlock},
    Element{"dl", HtmlTag::kBlock},         Element{"dt", HtmlTag::kBlock},         Element{"em", HtmlTag::kItalic},
    Element{"embed", HtmlTag::kNothing, true}, Element{"figcaption", HtmlTag::kBlock}, Element{"figure", HtmlTag::kBlock, true},
    Element{"font", HtmlTag::kNothing},     Element{"footer", HtmlTag::kBlock},     Element{"form", HtmlTag::kBlock, true},
    Element{"h1", HtmlTag::kHeading},         Element{"h2", HtmlTag::kHeading},         Element{"h3", HtmlTag::kHeading},
    Element{"h4", HtmlTag::kHeading},         Element{"h5", HtmlTag::kHeading},         Element{"h6", HtmlTag::kHeading},
    Element{"header", HtmlTag::kBlock},     Element{"hr", HtmlTag::kBlock},         Element{"i", HtmlTag::kItalic},
    Element{"iframe", HtmlTag::kDropped},   Element{"img", HtmlTag::kNothing},      Element{"input", HtmlTag::kNothing, true},
    Element{"ins", HtmlTag::kNothing},      Element{"kbd", HtmlTag::kCode},         Element{"li", HtmlTag::kItem},
    Element{"link", HtmlTag::kNothing, true}, Element{"mark", HtmlTag::kNothing},   Element{"meta", HtmlTag::kNothing, true},
    Element{"nobr", HtmlTag::kNothing},     Element{"object", HtmlTag::kNothing, true}, Element{"ol", HtmlTag::kList},
    Element{"p", HtmlTag::kBlock},          Element{"picture", HtmlTag::kNothing, true}, Element{"pre", HtmlTag::kBlock},
    Element{"q", HtmlTag::kNothing},        Element{"s", HtmlTag::kNothing},        Element{"samp", HtmlTag::kCode},
    Element{"script", HtmlTag::kDropped},   Element{"section", HtmlTag::kBlock, true}, Element{"small", HtmlTag::kNothing},
    Element{"source", HtmlTag::kNothing, true}, Element{"span", HtmlTag::kNothing}, Element{"strike", HtmlTag::kNothing},
    Element{"strong", HtmlTag::kBold},      Element{"style", HtmlTag::kDropped},    Element{"sub", HtmlTag::kNothing},
    Element{"summary", HtmlTag::kSummary},    Element{"sup", HtmlTag::kNothing},      Element{"svg", HtmlTag::kNothing, true},
    Element{"table", HtmlTag::kTable},      Element{"tbody", HtmlTag::kNothing},    Element{"td", HtmlTag::kCell},
    Element{"tfoot", HtmlTag::kNothing},    Element{"th", HtmlTag::kHeadCell},          Element{"thead", HtmlTag::kNothing},
    Element{"tr", HtmlTag::kRow},         Element{"tt", HtmlTag::kCode},          Element{"u", HtmlTag::kNothing},
    Element{"ul", HtmlTag::kList},         Element{"var", HtmlTag::kItalic},       Element{"video", HtmlTag::kNothing, true},
    Element{"wbr", HtmlTag::kNothing},
};

const Element* element_named(std::string_view name)
{
    const auto found = std::lower_bound(kElements.begin(), kElements.end(), name,
                                        [](const Element& e, std::string_view n) { return e.name < n; });
    return found != kElements.end() && found->name == name ? found : nullptr;
}

// The value of `attribute` among `source`'s attributes, as written.
std::string_view attribute_value(std::string_view source, std::string_view attribute)
{
    std::size_t i = 0;
    while (i < source.size()) {
        while (i < source.size() && (is_blank(source[i]) || source[i] == '/')) ++i;
        const std::size_t name_at = i;
        while (i < source.size() && !is_blank(source[i]) && source[i] != '=' && source[i] != '/') ++i;
        std::string name(source.substr(name_at, i - name_at));
        std::transform(name.begin(), name.end(), name.begin(), to_lower);
        while (i < source.size() && is_blank(source[i])) ++i;
        std::string_view value;
        if (i < source.size() && source[i] == '=') {
            for (++i; i < source.size() && is_blank(source[i]);) ++i;
            const char quote = i < source.size() ? source[i] : '\0';
            std::size_t end = 0;
            if (quote == '"' || quote == '\'') {
                ++i;
                end = std::min(source.find(quote, i), source.size());
            } else {
                for (end = i; end < source.size() && !is_blank(source[end]);) ++end;
            }
            value = source.substr(i, end - i);
            i = end + 1;
        } else if (name.empty()) {
            ++i;
        }
        if (name == attribute) return value;
    }
    return {};
}

}  // namespace

void append_entity(std::string& out, std::string_view entity)
{
    if (entity.size() > 3 && entity[1] == '#') {
        const char32_t number = number_of(entity.substr(1, entity.size() - 2));
        append_character(out, number == 0 ? kReplacementCharacter : number);
        return;
    }
    const ENTITY* known = entity_lookup(entity.data(), entity.size());
    if (!known) {
        out += entity;
        return;
    }
    if (known->codepoints[0] == 0xA0) out += ' ';  // holds words together, which layout does without
    else append_character(out, known->codepoints[0]);
    if (known->codepoints[1] != 0) append_character(out, known->codepoints[1]);
}

std::string with_entities_resolved(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    constexpr std::size_t kLongestEntity = 34;
    while (!text.empty()) {
        const std::size_t start = std::min(text.find('&'), text.size());
        out += text.substr(0, start);
        text.remove_prefix(start);
        if (text.empty()) break;
        std::size_t end = 1;
        while (end < text.size() && end < kLongestEntity && (is_alnum(text[end]) || (end == 1 && text[end] == '#'))) ++end;
        if (end > 2 && end < text.size() && text[end] == ';') {
            append_entity(out, text.substr(0, end + 1));
            text.remove_prefix(end + 1);
        } else {
            out += '&';
            text.remove_prefix(1);
        }
    }
    return out;
}

ParsedTag parse_tag(std::string_view source)
{
    ParsedTag parsed;
    if (source.size() < 3) return parsed;
    if (source[1] == '!' || source[1] == '?') {
        parsed.tag = HtmlTag::kNothing;
        return parsed;
    }
    parsed.is_end = source[1] == '/';
    std::size_t i = parsed.is_end ? 2 : 1;
    std::string name;
    for (; i < source.size() && (is_alnum(source[i]) || source[i] == '-'); ++i) name += to_lower(source[i]);
    const Element* element = element_named(name);
    if (!element) return parsed;
    const std::string_view attributes = trimmed(source.substr(i, source.size() - i - 1));
    if (element->needs_attributes && attributes.empty() && !(parsed.is_end && (name == "button" || element->tag == HtmlTag::kBlock))) return parsed;
    parsed.tag = element->tag;
    // A chip: a word of its own beside others.
    if (name == "span" && (parsed.is_end || attributes.find("tag\"") != std::string_view::npos || attributes.find("chip\"") != std::string_view::npos)) parsed.tag = HtmlTag::kCode;
    if (parsed.tag == HtmlTag::kHeading) parsed.level = static_cast<unsigned>(name[1] - '0');
    if (attributes.find("arxiv-id") != std::string_view::npos) parsed.arxiv_id = std::string(attribute_value(attributes, "data-arxiv-id"));
    if (parsed.tag == HtmlTag::kLink && !parsed.is_end) {
        const std::string href = with_entities_resolved(trimmed(attribute_value(attributes, "href")));
        if (is_web_url(href) || arxiv_id_in_path(href)) parsed.href = href;
    }
    return parsed;
}

}  // namespace paperdeck
