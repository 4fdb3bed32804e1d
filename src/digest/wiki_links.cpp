#include "digest/wiki_links.h"

#include <optional>

#include "digest/labels.h"

namespace paperdeck {
namespace {

constexpr std::size_t kLongest = 400;  // more is no link

// What of "[[…]]" is shown: what stands behind the bar, in a table behind "\|", else all.
std::string_view shown(std::string_view inside)
{
    const std::size_t bar = inside.find('|');
    return bar == std::string_view::npos ? inside : inside.substr(bar + 1);
}

// Whether a position stands within mathematics or code of its line: behind an odd number of dollars or backquotes.
// Positions only grow.
class Verbatim {
public:
    explicit Verbatim(std::string_view text) : text_(text) {}

    bool holds(std::size_t at)
    {
        for (; seen_ < at; ++seen_) {
            const char c = text_[seen_];
            if (c == '\n') is_maths_ = is_code_ = false;
            else if (c == '$') is_maths_ = !is_maths_;
            else if (c == '`') is_code_ = !is_code_;
        }
        return is_maths_ || is_code_;
    }

private:
    std::string_view text_;
    std::size_t seen_ = 0;
    bool is_maths_ = false, is_code_ = false;
};

// "[[words]]" that is no other kind of bracket: a letter first, nothing of a reference behind.
bool is_link(std::string_view inside, std::string_view behind, bool has_references)
{
    const bool begins_well = without_signs(inside).data() == inside.data() && inside.size() > 1;
    const bool is_number = inside[0] >= '0' && inside[0] <= '9' && inside.find(' ') == std::string_view::npos;
    // "[[PDF]](https://…)", "[[arXiv]][1]", "[[arXiv]]" with "[arXiv]: https://…" below
    const bool may_refer = behind.starts_with('(') || behind.starts_with('[') || (has_references && inside.find_first_of("| ") == std::string_view::npos);
    return begins_well && !is_number && !may_refer;
}

}  // namespace

std::string_view with_wiki_links_resolved(std::string_view text, std::string& buffer)
{
    std::size_t kept = 0;
    bool is_changed = false;
    Verbatim verbatim(text);
    std::optional<bool> has_references;  // looked for once
    for (std::size_t at = text.find("[["); at != std::string_view::npos; at = text.find("[[", at)) {
        const std::string_view rest = text.substr(at + 2, kLongest);
        const std::size_t size = rest.find_first_of("[]\n");
        const bool is_closed = size != std::string_view::npos && size > 0 && rest.substr(size, 2) == "]]";
        if (!is_closed || verbatim.holds(at)) {
            at += 2;
            continue;
        }
        if (!has_references) has_references = text.find("]: http") != std::string_view::npos;
        const std::size_t end = at + 2 + size + 2;
        const std::string_view inside = rest.substr(0, size);
        const bool is_shown_file = at > 0 && text[at - 1] == '!';
        if (!is_shown_file && !is_link(inside, text.substr(end, 1), *has_references)) {
            at += 2;
            continue;
        }
        const std::size_t begin = is_shown_file ? at - 1 : at;
        if (!is_changed) buffer.clear();
        is_changed = true;
        buffer.append(text.substr(kept, begin - kept));
        // In a line of its own it leads on, as to the day before.
        const bool is_alone = (begin == 0 || text[begin - 1] == '\n') && (end == text.size() || text[end] == '\n' || text[end] == '\r');
        if (!is_shown_file && !is_alone) buffer.append(shown(inside));
        at = kept = end;
    }
    if (!is_changed) return text;
    buffer.append(text.substr(kept));
    return buffer;
}

}  // namespace paperdeck
