#include "digest/labels.h"

#include <algorithm>
#include <array>

namespace paperdeck {
namespace {

constexpr std::size_t kMaxLabelBytes = 40;

struct KnownLabel {
    std::string_view words;
    Field field;
};

constexpr std::array kLabels = {
    KnownLabel{"abs", Field::kLinks},
    KnownLabel{"abstract", Field::kAbstract},
    KnownLabel{"affiliation", Field::kIgnored},
    KnownLabel{"affiliations", Field::kIgnored},
    KnownLabel{"all categories", Field::kCategories},
    KnownLabel{"arxiv", Field::kLinks},
    KnownLabel{"arxiv id", Field::kLinks},
    KnownLabel{"arxiv link", Field::kLinks},
    KnownLabel{"arxiv url", Field::kLinks},
    KnownLabel{"author", Field::kAuthors},
    KnownLabel{"author(s)", Field::kAuthors},
    KnownLabel{"authors", Field::kAuthors},
    KnownLabel{"categories", Field::kCategories},
    KnownLabel{"category", Field::kCategories},
    KnownLabel{"code", Field::kCode},
    KnownLabel{"code link", Field::kCode},
    KnownLabel{"comment", Field::kComment},
    KnownLabel{"comments", Field::kComment},
    KnownLabel{"date", Field::kIgnored},
    KnownLabel{"doi", Field::kDoi},
    KnownLabel{"github", Field::kCode},
    KnownLabel{"html", Field::kLinks},
    KnownLabel{"id", Field::kLinks},
    KnownLabel{"journal ref", Field::kIgnored},
    KnownLabel{"keywords", Field::kKeywords},
    KnownLabel{"link", Field::kLinks},
    KnownLabel{"links", Field::kLinks},
    KnownLabel{"main category", Field::kCategories},
    KnownLabel{"paper", Field::kLinks},
    KnownLabel{"paper link", Field::kLinks},
    KnownLabel{"pdf", Field::kLinks},
    KnownLabel{"pdf link", Field::kLinks},
    KnownLabel{"primary category", Field::kCategories},
    KnownLabel{"project", Field::kLinks},
    KnownLabel{"project page", Field::kLinks},
    KnownLabel{"publish date", Field::kIgnored},
    KnownLabel{"published", Field::kIgnored},
    KnownLabel{"subject", Field::kCategories},
    KnownLabel{"subjects", Field::kCategories},
    KnownLabel{"submitted", Field::kIgnored},
    KnownLabel{"summary", Field::kSummary},
    KnownLabel{"title", Field::kTitle},
    KnownLabel{"tl;dr", Field::kSummary},
    KnownLabel{"tldr", Field::kSummary},
    KnownLabel{"updated", Field::kIgnored},
    KnownLabel{"url", Field::kLinks},
};

char to_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

// Bytes of a colon at `i`: 1, 3 for the full-width one, 0 for none.
std::size_t colon_at(std::string_view text, std::size_t i)
{
    if (i < text.size() && text[i] == ':') return 1;
    return text.substr(std::min(i, text.size()), 3) == "：" ? 3 : 0;
}

std::size_t skip_blanks(std::string_view text, std::size_t i)
{
    while (i < text.size() && is_blank(text[i])) ++i;
    return i;
}

std::optional<Label> label_between(const StyledText& text, std::size_t begin, std::size_t end, std::size_t value_at)
{
    const std::string_view words = trimmed(std::string_view(text.text).substr(begin, end - begin));
    const Field field = field_of(words);
    if (field == Field::kNone) return std::nullopt;
    return Label{field, std::string(words), skip_blanks(text.text, value_at)};
}

// Offset of the first colon in [begin, end); `end` where there is none.
std::size_t find_colon(std::string_view text, std::size_t begin, std::size_t end)
{
    for (std::size_t i = begin; i < end; ++i) {
        if (text[i] == '\n') break;
        if (colon_at(text, i) > 0) return i;
    }
    return end;
}

}  // namespace

Field field_of(std::string_view label)
{
    label = trimmed(label);
    if (label.empty() || label.size() > kMaxLabelBytes) return Field::kNone;
    std::string lower(label);
    std::transform(lower.begin(), lower.end(), lower.begin(), to_lower);
    const auto found = std::lower_bound(kLabels.begin(), kLabels.end(), std::string_view(lower),
                                        [](const KnownLabel& known, std::string_view words) { return known.words < words; });
    return found != kLabels.end() && found->words == lower ? found->field : Field::kNone;
}

std::optional<Label> label_at(const StyledText& text, std::size_t from)
{
    const std::string_view all = text.text;
    from = skip_blanks(all, from);
    if (from >= all.size()) return std::nullopt;
    const std::size_t limit = std::min(all.size(), from + kMaxLabelBytes);

    const auto span = std::partition_point(text.spans.begin(), text.spans.end(), [&](const Span& s) { return s.end <= from; });
    const bool is_bold = span != text.spans.end() && span->begin <= from && (span->style & kBold) != 0 && span->link < 0;
    if (is_bold && span->end <= limit) {
        const std::size_t inner = find_colon(all, from, span->end);
        if (inner < span->end) return label_between(text, from, inner, inner + colon_at(all, inner));
        const std::size_t behind = skip_blanks(all, span->end);
        return label_between(text, from, span->end, behind + colon_at(all, behind));
    }
    const std::size_t colon = find_colon(all, from, limit);
    if (colon < limit) return label_between(text, from, colon, colon + colon_at(all, colon));
    if (limit == all.size()) return label_between(text, from, limit, limit);
    return std::nullopt;
}

}  // namespace paperdeck
