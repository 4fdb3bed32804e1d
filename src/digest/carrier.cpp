#include "digest/carrier.h"

#include <algorithm>

#include "base/utf8.h"
#include "digest/entry_pieces.h"
#include "digest/labels.h"
#include "digest/paper_links.h"
#include "digest/script.h"
#include "digest/tex.h"
#include "digest/title_text.h"

namespace paperdeck {
namespace {

constexpr std::size_t kMinTitle = 6;
constexpr std::size_t kMaxTitle = 400;
constexpr std::size_t kMaxLabelWords = 3;
constexpr std::size_t kMostLinks = 300;  // of one paper; looking for doubles among them stays cheap

const Span* span_at(const StyledText& text, std::size_t at)
{
    const auto span = std::partition_point(text.spans.begin(), text.spans.end(), [&](const Span& s) { return s.end <= at; });
    return span != text.spans.end() && span->begin <= at ? &*span : nullptr;
}

// The end of the run of spans from `at` on for which `holds`; maths may stand in it.
template <typename Predicate>
std::size_t run_end(const StyledText& text, std::size_t at, Predicate holds)
{
    const Span* span = span_at(text, at);
    const Span* last = text.spans.data() + text.spans.size();
    std::size_t end = at;
    for (; span && span != last && span->begin <= end && holds(*span); ++span) end = span->end;
    return end;
}

bool is_mark(std::string_view text, std::size_t i)
{
    const auto c = static_cast<unsigned char>(text[i]);
    return is_blank(text[i]) || c == '*' || c == '-' || c == '|' || c == ',' || c == '!' || c == '>' || c == ']' || c == '_' || c == '~' || c == '`' || c == '+';
}

// Behind numbers, dates, check boxes, emoji and short tags in brackets before a title.
std::size_t skip_lead(const StyledText& content, int expected_number, Carrier& out)
{
    const std::string_view text = content.text;
    std::size_t i = 0;
    while (i < text.size()) {
        const Span* span = span_at(content, i);
        if (span && (span->style & kMaths) != 0) break;
        const std::string_view rest = text.substr(i);
        if (text[i] == ':') {
            // ":star:"
            const std::size_t close = rest.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789", 1);
            i += close != std::string_view::npos && rest[close] == ':' ? close + 1 : 1;
            continue;
        }
        if (is_mark(text, i)) {
            ++i;
            continue;
        }
        if (span && span->link >= 0) {
            // A sign before the title: "[📄](pdf) Title".
            const std::size_t end = run_end(content, i, [&](const Span& s) { return s.link == span->link; });
            if (end >= text.size() || !is_link_sign(rest.substr(0, end - i))) break;
            i = end;
            continue;
        }
        if (const NumberPrefix prefix = number_prefix(rest, expected_number); prefix.length > 0) {
            out.head.number = prefix.number;
            out.head.kind = prefix.kind;
            i += prefix.length;
            continue;
        }
        if (text[i] == '[' || text[i] == '(') {
            // "[CVPR 2021]", "[ ]", "(2021-03-11)"
            const std::size_t close = rest.find(text[i] == '[' ? ']' : ')');
            const bool is_tag = close != std::string_view::npos && close <= 24 && close + 1 < rest.size() && is_blank(rest[close + 1]) && !(span && span->link >= 0);
            if (!is_tag) break;
            if (const auto date = find_date(rest.substr(0, close))) out.date = *date;
            i += close + 1;
            continue;
        }
        if (text[i] >= '0' && text[i] <= '9') {
            const auto date = find_date(rest.substr(0, 12));
            const std::size_t end = rest.find_first_not_of("0123456789-/._");
            if (!date || end == std::string_view::npos || end > 10 || (rest[end] != ' ' && rest[end] != ',' && rest[end] != ':' && rest[end] != ']' && rest[end] != ')')) break;
            out.date = *date;
            i += end;
            continue;
        }
        if (static_cast<unsigned char>(text[i]) >= 0x80) {
            const CodePoint c = decode_utf8(text, i);
            const std::size_t width = static_cast<std::size_t>(c.length);
            if (!without_signs(text.substr(i, width)).empty()) break;
            i += width;
            continue;
        }
        break;
    }
    return i;
}

// The first link sign at or behind `from`; the size of the text where there is none.
std::size_t first_sign(const StyledText& text, std::size_t from)
{
    for (const TextRange& sign : link_signs(text))
        if (sign.first >= from) return sign.first;
    return text.text.size();
}

std::size_t words_in(std::string_view text)
{
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

// "hf_daily": one word without a capital, which a name of a method would have.
bool is_word(std::string_view text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_' || c == '-'; });
}

// "We released …", "v2 is out! See the [paper](…)": what a project has to tell.
bool is_news(std::string_view text)
{
    for (const std::string_view start : {"We ", "Our ", "Added ", "Add ", "Release ", "Released ", "Releasing ", "Update", "Thanks ", "Check out ", "See ", "Please "})
        if (text.starts_with(start)) return true;
    return text.find("! ") != std::string_view::npos || text.find(" is out") != std::string_view::npos || text.find(" are released") != std::string_view::npos;
}

bool is_title_length(std::string_view text)
{
    text = trimmed(text);
    return text.size() >= kMinTitle && text.size() <= kMaxTitle;
}

}  // namespace

bool links_a_paper(const StyledText& text)
{
    return std::any_of(text.links.begin(), text.links.end(), [](const std::string& url) { return static_cast<bool>(identity_of(url)); });
}

std::optional<Carrier> read_carrier(const Block& block, int expected_number)
{
    if (block.kind != BlockKind::kParagraph) return std::nullopt;
    const StyledText& content = block.content;
    const std::string_view text = content.text;
    Carrier out;
    std::size_t begin = 0, end = 0;
    auto label = label_at(content, 0);
    if (!label) {
        // "[2] Title: …"
        const NumberPrefix prefix = number_prefix(text, expected_number);
        label = prefix.length > 0 ? label_at(content, prefix.length) : std::nullopt;
        if (label && label->field != Field::kTitle) label.reset();
        if (label) out.head.number = prefix.number;
    }
    const std::vector<std::size_t> lines = line_starts(block);
    const std::size_t first_line = lines.empty() ? text.size() : lines.front() - 1;
    if (label && label->field == Field::kTitle) {
        begin = label->value_at;
        const auto behind = std::upper_bound(lines.begin(), lines.end(), begin);
        // A long title may be wrapped: up to the next label.
        auto line = behind;
        while (line != lines.end() && !label_at(content, *line) && *line - begin < kMaxTitle && text[*line - 1] != '\n') ++line;
        end = line == lines.end() ? text.size() : *line - 1;
        out.is_label = true;
    } else if (label && label->field != Field::kLinks) {
        return std::nullopt;
    } else {
        begin = skip_lead(content, expected_number, out);
        if (label) begin = std::max(begin, label->value_at);
        const Span* span = span_at(content, begin);
        if (span && span->link >= 0) {
            const std::int32_t link = span->link;
            end = run_end(content, begin, [&](const Span& s) { return s.link == link; });
            out.is_linked = !is_link_sign(text.substr(begin, end - begin));
            if (!out.is_linked) return std::nullopt;
            out.is_labelled_link = label.has_value();
        } else if (label) {
            return std::nullopt;
        } else if (span && (span->style & kBold) != 0) {
            end = run_end(content, begin, [](const Span& s) { return (s.style & kBold) != 0; });
            out.is_bold = true;
        } else {
            end = std::min(first_line, first_sign(content, begin));
            // Beyond this no title ends: an abstract is not searched through.
            const std::string_view start = text.substr(0, std::min(end, begin + 2 * kMaxTitle));
            for (const std::string_view mark : {" | ", " · ", " — "}) end = std::min(end, start.find(mark, begin));
        }
    }
    while (end > begin) {
        const std::size_t mark = separator_at_end(text.substr(begin, end - begin));
        if (mark == 0) break;
        end -= mark;
    }
    if (begin >= end || !is_title_length(text.substr(begin, end - begin))) return std::nullopt;
    if (out.is_bold && (field_of(text.substr(begin, end - begin)) != Field::kNone || is_word(text.substr(begin, end - begin)))) return std::nullopt;
    out.may_be_label = out.is_bold && any_label_at(content, begin) && words_in(text.substr(begin, end - begin)) <= kMaxLabelWords;
    PaperHeading head = read_paper_heading(slice(content, begin, end), expected_number);
    if (head.number == 0) head.number = out.head.number;
    if (head.kind == Kind::kUnknown) head.kind = out.head.kind;
    for (const std::string& url : content.links) {
        if (!head.identity && !out.is_linked) head.identity = identity_of(url);
        if (head.links.size() < kMostLinks && std::find(head.links.begin(), head.links.end(), url) == head.links.end()) head.links.push_back(url);
    }
    // The title's link may mean no paper while one beside it does: "[Title](page) [pdf](…)".
    if (!head.identity && out.is_linked)
        for (const std::string& url : content.links)
            if (!head.identity) head.identity = identity_of(url);
    out.head = std::move(head);
    if (out.head.title.empty()) return std::nullopt;
    const bool is_plain = !out.is_linked && !out.is_bold && !out.is_label;
    const std::string_view title = out.head.title.text;
    if (is_plain && is_news(title)) return std::nullopt;
    if (is_plain && ((words_in(title) < 3 && language_of(title).empty()) || title.back() == ':' || title.back() == ',' || title.ends_with("："))) return std::nullopt;
    out.rest = slice_block(block, end, text.size());
    return out;
}

}  // namespace paperdeck
