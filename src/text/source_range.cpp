#include "text/source_range.h"

#include <algorithm>
#include <string_view>

#include "base/characters.h"
#include "base/fold.h"
#include "base/utf8.h"
#include "text/paragraph.h"

namespace paperdeck {
namespace {

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

std::uint32_t clamped(std::string_view text, std::uint32_t offset)
{
    offset = std::min(offset, static_cast<std::uint32_t>(text.size()));
    while (offset > 0 && offset < text.size() && is_continuation(text[offset])) --offset;
    return offset;
}

std::uint32_t previous(std::string_view text, std::uint32_t at)
{
    do --at;
    while (at > 0 && is_continuation(text[at]));
    return at;
}

std::uint32_t next(std::string_view text, std::uint32_t at) { return at + static_cast<std::uint32_t>(decode_utf8(text, at).length); }

enum class Kind : std::uint8_t { kBlank, kLetter, kDigit, kIdeograph, kKana, kOther };

Kind kind_of(char32_t c)
{
    if (c == ' ' || c == '\n' || c == '\t' || c == 0xA0) return Kind::kBlank;
    if (c >= '0' && c <= '9') return Kind::kDigit;
    if (c >= 0x3040 && c <= 0x30FF && c != 0x30FB) return Kind::kKana;
    if ((c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF) || c == 0x3005) return Kind::kIdeograph;
    const bool is_mark = (c >= 0x300 && c <= 0x36F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0x200D;
    return is_mark || is_break_sign(c) || c == '_' || is_alphanumeric(c) ? Kind::kLetter : Kind::kOther;
}

bool is_word(Kind kind) { return kind == Kind::kLetter || kind == Kind::kDigit; }

// Whether `c` holds the two characters beside it together as one word.
bool joins(char32_t c, Kind before, Kind after)
{
    if ((c == '.' || c == ',') && before == Kind::kDigit && after == Kind::kDigit) return true;
    const bool is_inside = c == '\'' || c == 0x2019 || c == '-' || c == 0x2010 || c == 0x2011;
    return is_inside && is_word(before) && is_word(after);
}

// The kind of the character at `at`; a word's where it joins two words' halves.
Kind kind_at(std::string_view text, std::uint32_t at)
{
    const char32_t c = decode_utf8(text, at).value;
    const Kind kind = kind_of(c);
    const std::uint32_t after = next(text, at);
    if (kind != Kind::kOther || at == 0 || after >= text.size()) return kind;
    const Kind left = kind_of(decode_utf8(text, previous(text, at)).value);
    const Kind right = kind_of(decode_utf8(text, after).value);
    return joins(c, left, right) ? Kind::kLetter : kind;
}

bool is_together(Kind a, Kind b) { return a == b || (is_word(a) && is_word(b)); }

// The maths span that `offset` is in, or the plain text around it up to the maths on both sides.
struct Surroundings {
    SourceRange range;
    bool is_maths = false;
};

Surroundings surroundings_of(const StyledText& source, std::uint32_t offset)
{
    Surroundings plain = {{0, static_cast<std::uint32_t>(source.text.size())}, false};
    for (const Span& span : source.spans) {
        if ((span.style & kMaths) == 0) continue;
        if (span.begin > offset) {
            plain.range.end = span.begin;
            break;
        }
        if (offset < span.end) return {{span.begin, span.end}, true};
        plain.range.begin = span.end;
    }
    return plain;
}

// Belongs to the character before it: a caret never stands between.
bool is_attached(std::string_view text, std::uint32_t at)
{
    const char32_t c = decode_utf8(text, at).value;
    return is_combining(c) || is_invisible(c);
}

// A word that an arrow key stops at: neither blanks nor a sign alone.
bool is_stop(const StyledText& source, SourceRange word)
{
    if (surroundings_of(source, word.begin).is_maths) return true;
    const Kind kind = kind_at(source.text, word.begin);
    return kind != Kind::kBlank && kind != Kind::kOther;
}

void append_visible(std::string& out, std::string_view text)
{
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_utf8(text, at);
        const auto length = static_cast<std::size_t>(point.length);
        if (!is_break_sign(point.value)) out.append(text.substr(at, length));
        at += length;
    }
}

}  // namespace

SourceRange word_at(const StyledText& source, std::uint32_t offset)
{
    const std::string_view text = source.text;
    if (text.empty()) return {};
    std::uint32_t begin = clamped(text, offset);
    if (begin == text.size()) begin = previous(text, begin);
    const auto [around, is_maths] = surroundings_of(source, begin);
    if (is_maths) return around;
    const Kind kind = kind_at(text, begin);
    std::uint32_t end = next(text, begin);
    if (kind == Kind::kOther) return {begin, end};
    const auto belongs = [&](std::uint32_t at) { return is_together(kind, kind_at(text, at)); };
    while (begin > around.begin && belongs(previous(text, begin))) begin = previous(text, begin);
    while (end < around.end && belongs(end)) end = next(text, end);
    return {begin, end};
}

std::uint32_t place_after(const StyledText& source, std::uint32_t offset, bool is_by_word)
{
    const std::string_view text = source.text;
    const auto size = static_cast<std::uint32_t>(text.size());
    std::uint32_t at = clamped(text, offset);
    while (is_by_word && at < size) {
        const SourceRange word = word_at(source, at);
        at = word.end;
        if (is_stop(source, word)) return at;
    }
    if (at == size) return size;
    const auto [around, is_maths] = surroundings_of(source, at);
    if (is_maths) return around.end;
    at = next(text, at);
    while (at < around.end && is_attached(text, at)) at = next(text, at);
    return at;
}

std::uint32_t place_before(const StyledText& source, std::uint32_t offset, bool is_by_word)
{
    const std::string_view text = source.text;
    std::uint32_t at = clamped(text, offset);
    while (is_by_word && at > 0) {
        const SourceRange word = word_at(source, previous(text, at));
        at = word.begin;
        if (is_stop(source, word)) return at;
    }
    if (at == 0) return 0;
    at = previous(text, at);
    const auto [around, is_maths] = surroundings_of(source, at);
    if (is_maths) return around.begin;
    while (at > around.begin && is_attached(text, at)) at = previous(text, at);
    return at;
}

SourceRange paragraph_at(const StyledText& source, std::uint32_t offset)
{
    const std::string_view text = source.text;
    offset = clamped(text, offset);
    const std::size_t before = offset == 0 ? std::string_view::npos : text.rfind('\n', offset - 1);
    const std::size_t after = text.find('\n', offset);
    return {before == std::string_view::npos ? 0 : static_cast<std::uint32_t>(before + 1),
            static_cast<std::uint32_t>(std::min(after, text.size()))};
}

std::string copied_text(const StyledText& source, SourceRange range)
{
    const std::string_view text = source.text;
    const std::uint32_t end = clamped(text, range.end);
    std::uint32_t done = clamped(text, range.begin);
    std::string out;
    for (const Span& span : source.spans) {
        const std::uint32_t from = std::max(span.begin, done), to = std::min(span.end, end);
        if ((span.style & kMaths) == 0 || from >= to) continue;
        append_visible(out, text.substr(done, from - done));
        out.append("$").append(text.substr(from, to - from)).append("$");
        done = to;
    }
    if (done < end) append_visible(out, text.substr(done, end - done));
    return out;
}

}  // namespace paperdeck
