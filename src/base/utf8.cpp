#include "base/utf8.h"

#include <algorithm>
#include <cstring>

namespace paperdeck {
namespace {

constexpr std::size_t kSniffBytes = 8192;

bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

// Length of the run of ASCII bytes at `position`, eight at a time where it can.
std::size_t ascii_run(std::string_view text, std::size_t position)
{
    const std::size_t start = position;
    constexpr std::uint64_t kHighBits = 0x8080808080808080ull;
    while (position + 8 <= text.size()) {
        std::uint64_t word;
        std::memcpy(&word, text.data() + position, 8);
        if (word & kHighBits) break;
        position += 8;
    }
    while (position < text.size() && static_cast<unsigned char>(text[position]) < 0x80) ++position;
    return position - start;
}

// The two sequences that nearly all text beyond ASCII consists of, told by few comparisons. Length 0 for all others.
CodePoint common_sequence_at(std::string_view text, std::size_t position)
{
    if (position + 3 > text.size()) return {0, 0};
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data() + position);
    const unsigned lead = bytes[0], second = bytes[1], third = bytes[2];
    if ((second & 0xC0) != 0x80) return {0, 0};
    // E0 and ED forbid some second bytes.
    if (lead > 0xE0 && lead < 0xF0 && lead != 0xED && (third & 0xC0) == 0x80) return {((lead & 0x0F) << 12) | ((second & 0x3F) << 6) | (third & 0x3F), 3};
    if (lead >= 0xC2 && lead <= 0xDF) return {((lead & 0x1F) << 6) | (second & 0x3F), 2};
    return {0, 0};
}

// What stands at `position`: how many bytes belong to a well-formed sequence, or, where there is
// none, how many make up its maximal subpart (Unicode 15.0, table 3-7 and section 3.9).
struct Sequence {
    char32_t value = kReplacementCharacter;
    int length = 1;
    bool is_well_formed = false;
};

Sequence sequence_at(std::string_view text, std::size_t position)
{
    const auto byte = [&](std::size_t i) -> unsigned {
        return position + i < text.size() ? static_cast<unsigned char>(text[position + i]) : 0u;
    };
    const unsigned lead = byte(0);
    if (lead < 0x80) return {lead, 1, true};

    int length = 0;
    unsigned low = 0x80, high = 0xBF;  // the range of the second byte
    char32_t value = 0;
    if (lead >= 0xC2 && lead <= 0xDF) {
        length = 2;
        value = lead & 0x1F;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        length = 3;
        value = lead & 0x0F;
        if (lead == 0xE0) low = 0xA0;
        if (lead == 0xED) high = 0x9F;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        length = 4;
        value = lead & 0x07;
        if (lead == 0xF0) low = 0x90;
        if (lead == 0xF4) high = 0x8F;
    } else {
        return {};
    }
    for (int i = 1; i < length; ++i) {
        const unsigned next = byte(static_cast<std::size_t>(i));
        const bool fits = i == 1 ? next >= low && next <= high : is_continuation(static_cast<unsigned char>(next));
        if (!fits) return {kReplacementCharacter, i, false};
        value = (value << 6) | (next & 0x3F);
    }
    return {value, length, true};
}

}  // namespace

CodePoint decode_utf8(std::string_view text, std::size_t position)
{
    if (const CodePoint common = common_sequence_at(text, position); common.length > 0) return common;
    const Sequence found = sequence_at(text, position);
    if (!found.is_well_formed) return {kReplacementCharacter, 1};
    return {found.value, found.length};
}

void append_utf8(std::string& out, char32_t code_point)
{
    if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) code_point = kReplacementCharacter;
    const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
    if (code_point < 0x80) {
        put(code_point);
    } else if (code_point < 0x800) {
        put(0xC0 | (code_point >> 6));
        put(0x80 | (code_point & 0x3F));
    } else if (code_point < 0x10000) {
        put(0xE0 | (code_point >> 12));
        put(0x80 | ((code_point >> 6) & 0x3F));
        put(0x80 | (code_point & 0x3F));
    } else {
        put(0xF0 | (code_point >> 18));
        put(0x80 | ((code_point >> 12) & 0x3F));
        put(0x80 | ((code_point >> 6) & 0x3F));
        put(0x80 | (code_point & 0x3F));
    }
}

std::size_t find_invalid_utf8(std::string_view text)
{
    std::size_t position = 0;
    while (true) {
        position += ascii_run(text, position);
        while (const int length = common_sequence_at(text, position).length) position += static_cast<std::size_t>(length);
        if (position >= text.size()) return std::string_view::npos;
        const Sequence found = sequence_at(text, position);
        if (!found.is_well_formed) return position;
        position += static_cast<std::size_t>(found.length);
    }
}

bool is_ascii(std::string_view text) { return ascii_run(text, 0) == text.size(); }

bool is_valid_utf8(std::string_view text) { return find_invalid_utf8(text) == std::string_view::npos; }

std::string to_valid_utf8(std::string_view bytes, std::size_t* replaced)
{
    if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
    std::string out;
    out.reserve(bytes.size());
    std::size_t count = 0;
    while (true) {
        const std::size_t good = std::min(find_invalid_utf8(bytes), bytes.size());
        out.append(bytes.data(), good);
        bytes.remove_prefix(good);
        if (bytes.empty()) break;
        append_utf8(out, kReplacementCharacter);
        bytes.remove_prefix(static_cast<std::size_t>(sequence_at(bytes, 0).length));
        ++count;
    }
    if (replaced) *replaced = count;
    return out;
}

std::size_t count_code_points(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return !is_continuation(static_cast<unsigned char>(byte));
    }));
}

bool looks_binary(std::string_view bytes)
{
    bytes = bytes.substr(0, kSniffBytes);
    std::size_t controls = 0;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte == 0) return true;
        if ((byte < 0x20 && !(byte >= '\t' && byte <= '\r')) || byte == 0x7F) ++controls;
    }
    // UTF-16 text beyond Latin has few NUL bytes; its byte order mark tells it all the same.
    if (bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF") return true;
    return controls * 10 > bytes.size();
}

}  // namespace paperdeck
