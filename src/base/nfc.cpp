#include "base/nfc.h"

#include <vector>

#include "base/utf8.h"
#include "utf8proc.h"

namespace paperdeck {
namespace {

constexpr std::size_t kMostMarks = 30;

const utf8proc_property_t& property_of(char32_t c) { return *utf8proc_get_property(static_cast<utf8proc_int32_t>(c)); }

// A stretch of characters that may change one another: a stable one, and what follows up to the next.
struct Stretch {
    std::vector<utf8proc_int32_t> characters;
    std::size_t end = 0;
    bool has_too_many_marks = false;
};

void read_stretch(Stretch& stretch, std::string_view text, std::size_t begin)
{
    stretch.characters.clear();
    stretch.has_too_many_marks = false;
    std::size_t marks = 0;
    std::size_t at = begin;
    while (at < text.size()) {
        const CodePoint c = decode_utf8(text, at);
        if (at > begin && is_stable_in_nfc(c.value)) break;
        marks = property_of(c.value).combining_class != 0 ? marks + 1 : 0;
        stretch.has_too_many_marks = stretch.has_too_many_marks || marks > kMostMarks;
        utf8proc_int32_t parts[8];
        int boundary = 0;
        const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c.value), parts, 8, UTF8PROC_DECOMPOSE, &boundary);
        for (utf8proc_ssize_t i = 0; i < count && i < 8; ++i) stretch.characters.push_back(parts[i]);
        at += static_cast<std::size_t>(c.length);
    }
    stretch.end = at;
}

// Marks of one letter by their classes; those of one class keep their order.
void sort_marks(std::vector<utf8proc_int32_t>& characters)
{
    const auto class_of = [](utf8proc_int32_t c) { return property_of(static_cast<char32_t>(c)).combining_class; };
    for (std::size_t i = 1; i < characters.size(); ++i) {
        const utf8proc_int32_t mark = characters[i];
        const auto own = class_of(mark);
        std::size_t to = i;
        if (own == 0) continue;
        while (to > 0 && class_of(characters[to - 1]) > own) {
            characters[to] = characters[to - 1];
            --to;
        }
        characters[to] = mark;
    }
}

}  // namespace

bool is_stable_in_nfc(char32_t c)
{
    if (c < 0x300) return true;
    const bool is_plain_east_asian = (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xFF00 && c <= 0xFFDC);
    if (is_plain_east_asian || (c >= 0x2010 && c <= 0x20CF)) return true;
    const bool is_hangul_part = c >= 0x1161 && c <= 0x11C2;
    if (is_hangul_part) return false;
    const utf8proc_property_t& property = property_of(c);
    const bool may_follow = property.combining_class != 0 || (property.comb_index != UINT16_MAX && property.comb_index >= 0x8000);
    const bool is_composed = property.decomp_seqindex != UINT16_MAX && property.decomp_type == 0;
    return !may_follow && !is_composed;
}

std::string_view to_nfc(std::string_view text, std::string& buffer)
{
    constexpr auto kOptions = static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE);
    Stretch stretch;
    std::string composed;
    bool is_changed = false;
    std::size_t kept = 0, before = 0;
    for (std::size_t i = 0; i < text.size();) {
        // 0xCC leads U+0300.
        if (static_cast<unsigned char>(text[i]) < 0xCC) {
            if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) before = i;
            ++i;
            continue;
        }
        if (const std::size_t behind = behind_ideographs(text, i); behind > i) {
            before = behind - 3;
            i = behind;
            continue;
        }
        const CodePoint c = decode_utf8(text, i);
        if (is_stable_in_nfc(c.value)) {
            before = i;
            i += static_cast<std::size_t>(c.length);
            continue;
        }
        read_stretch(stretch, text, before);
        if (!stretch.has_too_many_marks) {
            sort_marks(stretch.characters);
            const auto count = utf8proc_normalize_utf32(stretch.characters.data(), static_cast<utf8proc_ssize_t>(stretch.characters.size()), kOptions);
            composed.clear();
            for (utf8proc_ssize_t k = 0; k < count; ++k) append_utf8(composed, static_cast<char32_t>(stretch.characters[static_cast<std::size_t>(k)]));
            if (count > 0 && composed != text.substr(before, stretch.end - before)) {
                if (!is_changed) buffer.clear();
                is_changed = true;
                buffer.append(text.substr(kept, before - kept)).append(composed);
                kept = stretch.end;
            }
        }
        before = i = stretch.end;
    }
    if (!is_changed) return text;
    buffer.append(text.substr(kept));
    return buffer;
}

}  // namespace paperdeck
