#include "digest/tex_braces.h"

#include <algorithm>
#include <string_view>

namespace paperdeck {

TexBraces::TexBraces(const StyledText& styled)
{
    const std::string_view text = styled.text;
    const std::vector<Span>& spans = styled.spans;
    std::vector<std::size_t> open;
    std::size_t span = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        while (span < spans.size() && spans[span].end <= i) ++span;
        const bool in_maths = span < spans.size() && spans[span].begin <= i && (spans[span].style & (kMaths | kCode)) != 0;
        if (in_maths) continue;
        if (text[i] == '\\') {
            ++i;  // \{ and \} are no braces
            continue;
        }
        if (text[i] == '{') open.push_back(i);
        if (text[i] == '}' && !open.empty()) {
            closers_.push_back({open.back(), i});
            open.pop_back();
        }
    }
    std::sort(closers_.begin(), closers_.end());
}

std::size_t TexBraces::closer_of(std::size_t i) const
{
    const auto found = std::lower_bound(closers_.begin(), closers_.end(), std::pair<std::size_t, std::size_t>(i, 0));
    return found != closers_.end() && found->first == i ? found->second : std::string_view::npos;
}

}  // namespace paperdeck
