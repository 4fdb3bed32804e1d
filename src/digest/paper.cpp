#include "digest/paper.h"

#include <algorithm>

namespace paperdeck {

const char* to_string(Kind kind)
{
    switch (kind) {
    case Kind::kNew: return "new";
    case Kind::kCross: return "cross";
    case Kind::kReplaced: return "replaced";
    case Kind::kUnknown: break;
    }
    return "";
}

bool has_maths(const Paper& paper)
{
    const auto any = [](const StyledText& text) {
        return std::any_of(text.spans.begin(), text.spans.end(), [](const Span& span) { return (span.style & kMaths) != 0; });
    };
    return any(paper.title) || any(paper.abstract);
}

}  // namespace paperdeck
