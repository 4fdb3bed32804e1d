#include "digest/labels.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "base/ascii.h"
#include "base/byte_set.h"
#include "base/utf8.h"
#include "digest/label_words.h"

namespace paperdeck {
namespace {

constexpr std::size_t kMaxLabelBytes = 48;

using LabelIndex = std::unordered_map<std::string_view, Field>;

LabelIndex make_index()
{
    LabelIndex index;
    for (const LabelWords& row : kLabelWords) {
        for (std::size_t begin = 0; begin <= row.words.size();) {
            const std::size_t end = std::min(row.words.find('|', begin), row.words.size());
            index.emplace(row.words.substr(begin, end - begin), row.field);
            begin = end + 1;
        }
    }
    return index;
}

Field find_label(const std::string& words)
{
    static const LabelIndex kIndex = make_index();
    const auto found = kIndex.find(words);
    return found == kIndex.end() ? Field::kNone : found->second;
}

// Letters and digits of any script; neither punctuation, wide or not, nor signs, arrows and emoji.
bool is_word_character(char32_t c)
{
    if (c < 0x80) return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
    if (c < 0xC0 || (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x3020)) return false;
    if ((c >= 0xFE00 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF20)) return false;
    return c < 0x1F000 && c != kReplacementCharacter;
}

// Where the bracket that ends `text` opens, round or wide; npos where none ends it.
std::size_t last_bracket(std::string_view text)
{
    if (!text.empty() && text.back() == ')') return text.rfind('(');
    const std::string_view wide_end = "）";
    if (text.size() < 3 || text.substr(text.size() - 3) != wide_end) return std::string_view::npos;
    return text.rfind("（");
}

// "摘要（中文）" is a translation, "摘要（原文）" is none.
Field field_in_bracket(Field field, std::string_view bracket)
{
    if (field != Field::kTitle && field != Field::kAbstract) return field;
    const std::string words = ascii_lower(bracket);
    for (const std::string_view sign : {"中文", "译", "翻訳", "日本語", "한국어", "한글", "번역", "chinese", "japanese", "korean", "translat", "zh", "cn", "перевод"})
        if (words.find(sign) != std::string::npos) return field == Field::kTitle ? Field::kTranslatedTitle : Field::kTranslatedAbstract;
    return field;
}

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

const Span* bold_at(const StyledText& text, std::size_t at)
{
    const auto span = std::partition_point(text.spans.begin(), text.spans.end(), [&](const Span& s) { return s.end <= at; });
    const bool is_bold = span != text.spans.end() && span->begin <= at && (span->style & kBold) != 0 && span->link < 0;
    return is_bold ? &*span : nullptr;
}

// Offset of the first colon in [begin, end); `end` where there is none.
std::size_t find_colon(std::string_view text, std::size_t begin, std::size_t end)
{
    constexpr ByteSet kStops(":\n\xEF");  // the last leads the full-width colon
    const std::string_view searched = text.substr(0, end);
    for (std::size_t i = kStops.find_in(searched, begin); i < end; i = kStops.find_in(searched, i + 1)) {
        if (text[i] == '\n') break;
        if (colon_at(text, i) > 0) return i;
    }
    return end;
}

}  // namespace

std::string_view without_signs(std::string_view text)
{
    while (!text.empty()) {
        const CodePoint first = decode_utf8(text, 0);
        if (is_word_character(first.value)) break;
        text.remove_prefix(static_cast<std::size_t>(first.length));
    }
    while (!text.empty()) {
        std::size_t at = text.size() - 1;
        while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
        if (is_word_character(decode_utf8(text, at).value)) break;
        text = text.substr(0, at);
    }
    return text;
}

bool is_ornament(char32_t c)
{
    return (c >= 0x2600 && c < 0x27C0) || (c >= 0x2B00 && c < 0x2C00) || c == 0x231A || c == 0x231B || (c >= 0x23E9 && c < 0x2400) || c == 0xFE0F || c == 0x200D || c >= 0x1F000;
}

std::string heading_words(std::string_view heading)
{
    std::string words(without_signs(heading));
    for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}, {"[", "]"}})
        if (words.find(open) != std::string::npos && words.find(close) == std::string::npos) words += close;
    return words;
}

Field field_of(std::string_view label)
{
    label = trimmed(label);
    if (label.empty() || label.size() > kMaxLabelBytes) return Field::kNone;
    std::string words = ascii_lower(label);
    if (const Field field = find_label(words); field != Field::kNone) return field;
    const std::size_t bracket = last_bracket(label);
    std::string_view core = without_signs(label.substr(0, bracket));
    // "3. Method", "03 Method"
    const std::size_t digits = core.find_first_not_of("0123456789");
    if (digits != std::string_view::npos && digits > 0 && (core[digits] == '.' || core[digits] == ')' || (core[digits] == ' ' && core[0] == '0'))) core = without_signs(core.substr(digits));
    if (core.empty() || core.size() == label.size()) return Field::kNone;
    const Field field = find_label(ascii_lower(core));
    return bracket == std::string_view::npos ? field : field_in_bracket(field, label.substr(bracket));
}

std::optional<Label> label_at(const StyledText& text, std::size_t from)
{
    const std::string_view all = text.text;
    from = skip_blanks(all, from);
    if (from >= all.size()) return std::nullopt;
    const std::size_t limit = std::min(all.size(), from + kMaxLabelBytes);

    if (const Span* bold = bold_at(text, from); bold && bold->end <= limit) {
        const std::size_t inner = find_colon(all, from, bold->end);
        if (inner < bold->end) return label_between(text, from, inner, inner + colon_at(all, inner));
        const std::size_t behind = skip_blanks(all, bold->end);
        return label_between(text, from, bold->end, behind + colon_at(all, behind));
    }
    const std::size_t colon = find_colon(all, from, limit);
    if (colon < limit) return label_between(text, from, colon, colon + colon_at(all, colon));
    // "📄 [PDF](…)" alone is no label but the value itself.
    if (limit != all.size()) return std::nullopt;
    const auto span = std::partition_point(text.spans.begin(), text.spans.end(), [&](const Span& s) { return s.end <= from; });
    const bool has_link = std::any_of(span, text.spans.end(), [](const Span& s) { return s.link >= 0; });
    if (!has_link) return label_between(text, from, limit, limit);
    return std::nullopt;
}

std::optional<Label> any_label_at(const StyledText& text, std::size_t from)
{
    const std::string_view all = text.text;
    from = skip_blanks(all, from);
    const Span* bold = bold_at(text, from);
    if (!bold || bold->end > from + kMaxLabelBytes) return std::nullopt;
    const std::size_t inner = find_colon(all, from, bold->end);
    const std::size_t colon = inner < bold->end ? inner : skip_blanks(all, bold->end);
    const std::size_t value_at = colon + colon_at(all, colon);
    const bool ends_bold = inner == bold->end || skip_blanks(all, value_at) >= bold->end;
    const std::string_view words = trimmed(all.substr(from, std::min<std::size_t>(inner, bold->end) - from));
    if (value_at == colon || !ends_bold || without_signs(words).empty()) return std::nullopt;
    return Label{Field::kNone, std::string(words), skip_blanks(all, value_at)};
}

}  // namespace paperdeck
