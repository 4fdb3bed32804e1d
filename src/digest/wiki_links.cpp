#include "digest/wiki_links.h"

#include <algorithm>

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

}  // namespace

std::string_view with_wiki_links_resolved(std::string_view text, std::string& buffer)
{
    std::size_t kept = 0;
    bool is_changed = false;
    for (std::size_t at = text.find("[["); at != std::string_view::npos; at = text.find("[[", at)) {
        const std::string_view inside = text.substr(at + 2, kLongest);
        const std::size_t end = inside.find_first_of("[]\n");
        const bool is_closed = end != std::string_view::npos && end > 0 && inside.substr(end, 2) == "]]";
        const bool is_link = is_closed && end > 1 && inside.substr(end + 2, 1) != "(" && without_signs(inside.substr(0, end)).data() == inside.data() &&
                             !(inside[0] >= '0' && inside[0] <= '9' && inside.substr(0, end).find(' ') == std::string_view::npos);
        const bool is_shown_file = at > 0 && text[at - 1] == '!';
        if (!is_link && !(is_closed && is_shown_file)) {
            at += 2;
            continue;
        }
        const std::size_t begin = is_shown_file ? at - 1 : at;
        if (!is_changed) buffer.clear();
        is_changed = true;
        buffer.append(text.substr(kept, begin - kept));
        // In a line of its own it leads on, as to the day before.
        const bool is_alone = (begin == 0 || text[begin - 1] == '\n') && (at + 4 + end == text.size() || text[at + 4 + end] == '\n' || text[at + 4 + end] == '\r');
        if (!is_shown_file && !is_alone) buffer.append(shown(inside.substr(0, end)));
        kept = at + 2 + end + 2;
        at = kept;
    }
    if (!is_changed) return text;
    buffer.append(text.substr(kept));
    return buffer;
}

}  // namespace paperdeck
