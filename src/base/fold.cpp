#include "base/fold.h"

#include <array>

#include "base/utf8.h"
#include "utf8proc.h"

namespace paperdeck {
namespace {

using Letter = LetterCase;

struct AsciiEntry {
    char folded = 0;
    Letter letter = Letter::kNone;
};

constexpr std::array<AsciiEntry, 128> make_ascii_table()
{
    std::array<AsciiEntry, 128> table{};
    for (int i = 0; i < 128; ++i) {
        AsciiEntry& entry = table[static_cast<std::size_t>(i)];
        const char c = static_cast<char>(i);
        entry.folded = c;
        if (c >= 'a' && c <= 'z') entry.letter = Letter::kLower;
        if (c >= '0' && c <= '9') entry.letter = Letter::kDigit;
        if (c >= 'A' && c <= 'Z') {
            entry.letter = Letter::kUpper;
            entry.folded = static_cast<char>(c - 'A' + 'a');
        }
        if (c >= '\t' && c <= '\r') entry.folded = ' ';
    }
    return table;
}
constexpr std::array<AsciiEntry, 128> kAscii = make_ascii_table();

Letter letter_of(char32_t c)
{
    switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LT: return Letter::kUpper;
    case UTF8PROC_CATEGORY_LL: return Letter::kLower;
    case UTF8PROC_CATEGORY_ND: return Letter::kDigit;
    default: return Letter::kNone;
    }
}

bool is_plain_ideograph(char32_t c) { return (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF); }

bool is_dash(char32_t c)
{
    return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D || c == 0x2043;
}

// Letters with no decomposition that a reader types plainly; empty for all others. Upper case forms
// come here only after case folding.
const char* plain_letters(char32_t c)
{
    switch (c) {
    case 0xE6: return "ae";
    case 0xF0: case 0x111: return "d";
    case 0xF8: return "o";
    case 0xFE: return "th";
    case 0xDF: return "ss";
    case 0x127: return "h";
    case 0x131: return "i";
    case 0x142: return "l";
    case 0x14B: return "n";
    case 0x153: return "oe";
    case 0x167: return "t";
    case 0x2018: case 0x2019: case 0x201A: case 0x201B: case 0x2BC: return "'";
    case 0x201C: case 0x201D: case 0x201E: case 0x201F: return "\"";
    default: return "";
    }
}

// Appends one character beyond ASCII in its folded form (nothing for marks and invisible ones).
void append_folded(std::string& out, char32_t c)
{
    if (is_plain_ideograph(c)) return append_utf8(out, c);
    constexpr auto kOptions = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
                                                             UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
    std::array<utf8proc_int32_t, 32> parts{};
    int boundary_class = 0;
    const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts.data(),
                                               static_cast<utf8proc_ssize_t>(parts.size()), kOptions, &boundary_class);
    for (utf8proc_ssize_t i = 0; i < count && i < static_cast<utf8proc_ssize_t>(parts.size()); ++i) {
        const auto part = static_cast<char32_t>(parts[static_cast<std::size_t>(i)]);
        const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(part));
        const char* plain = plain_letters(part);
        if (part < 0x80) {
            out.push_back(kAscii[part].folded);
        } else if (*plain) {
            out += plain;
        } else if (is_dash(part)) {
            out.push_back('-');
        } else if (category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
                   category == UTF8PROC_CATEGORY_ZP || part == 0x85) {
            out.push_back(' ');
        } else {
            append_utf8(out, part);
        }
    }
}

// What the last four characters, two bits each, the newest lowest, say of humps.
enum class Hump : std::uint8_t { kNone, kHere, kAtCapital };

constexpr std::array<Hump, 256> make_humps()
{
    std::array<Hump, 256> humps{};
    for (unsigned i = 0; i < 256; ++i) {
        const auto letter = [&](unsigned back) { return static_cast<Letter>((i >> (2 * back)) & 3); };
        const bool is_camel = letter(0) == Letter::kUpper && letter(1) == Letter::kLower;
        const bool is_number_edge = letter(0) != Letter::kNone && letter(1) != Letter::kNone &&
                                    (letter(0) == Letter::kDigit) != (letter(1) == Letter::kDigit);
        // An acronym and a word: the hump is the last capital. Two small letters have to follow, or
        // every plural ("CNNs") would be one.
        const bool is_after_acronym = letter(0) == Letter::kLower && letter(1) == Letter::kLower &&
                                      letter(2) == Letter::kUpper && letter(3) == Letter::kUpper;
        if (is_camel || is_number_edge) humps[i] = Hump::kHere;
        if (is_after_acronym) humps[i] = Hump::kAtCapital;
    }
    return humps;
}
constexpr std::array<Hump, 256> kHumps = make_humps();

// Notes humps as characters go by.
class HumpFinder {
public:
    explicit HumpFinder(std::vector<std::uint32_t>& humps) : humps_(humps) {}

    void see(Letter letter, std::size_t folded_offset)
    {
        history_ = static_cast<std::uint8_t>((history_ << 2) | static_cast<unsigned>(letter));
        if (letter == Letter::kUpper) capital_offset_ = static_cast<std::uint32_t>(folded_offset);
        const Hump hump = kHumps[history_];
        if (hump == Hump::kNone) return;
        humps_.push_back(hump == Hump::kHere ? static_cast<std::uint32_t>(folded_offset) : capital_offset_);
    }

private:
    std::vector<std::uint32_t>& humps_;
    std::uint8_t history_ = 0;
    std::uint32_t capital_offset_ = 0;
};

std::size_t ascii_run_end(std::string_view text, std::size_t i)
{
    while (i < text.size() && static_cast<unsigned char>(text[i]) < 0x80) ++i;
    return i;
}

// The one walk behind all forms of folding; what is not wanted costs nothing.
template <bool kWithOffsets, bool kWithHumps>
std::string fold_walk(std::string_view text, std::vector<std::uint32_t>* offsets, std::vector<std::uint32_t>* humps)
{
    std::string out;
    out.reserve(text.size());
    if constexpr (kWithOffsets) offsets->reserve(text.size() + 1);
    std::vector<std::uint32_t> no_humps;
    HumpFinder finder(kWithHumps ? *humps : no_humps);

    for (std::size_t i = 0; i < text.size();) {
        const std::size_t before = out.size();
        const std::size_t run_end = ascii_run_end(text, i);
        if (run_end > i) {
            out.append(text.data() + i, run_end - i);
            for (std::size_t k = before; k < out.size(); ++k) {
                const AsciiEntry entry = kAscii[static_cast<unsigned char>(out[k])];
                out[k] = entry.folded;
                if constexpr (kWithHumps) finder.see(entry.letter, k);
                if constexpr (kWithOffsets) offsets->push_back(static_cast<std::uint32_t>(i + k - before));
            }
            i = run_end;
            continue;
        }
        const CodePoint c = decode_utf8(text, i);
        append_folded(out, c.value);
        if constexpr (kWithHumps) {
            // A mark that folds away does not part the letters around it.
            if (out.size() > before) finder.see(letter_of(c.value), before);
        }
        if constexpr (kWithOffsets) offsets->resize(out.size(), static_cast<std::uint32_t>(i));
        i += static_cast<std::size_t>(c.length);
    }
    if constexpr (kWithOffsets) offsets->push_back(static_cast<std::uint32_t>(text.size()));
    return out;
}

}  // namespace

std::string fold(std::string_view text) { return fold_walk<false, false>(text, nullptr, nullptr); }

Folded fold_with_offsets(std::string_view text)
{
    Folded folded;
    folded.text = fold_walk<true, false>(text, &folded.source_offsets, nullptr);
    return folded;
}

std::string fold_with_humps(std::string_view text, std::vector<std::uint32_t>& humps)
{
    humps.clear();
    return fold_walk<false, true>(text, nullptr, &humps);
}

Folded fold_with_offsets(std::string_view text, std::vector<std::uint32_t>& humps)
{
    humps.clear();
    Folded folded;
    folded.text = fold_walk<true, true>(text, &folded.source_offsets, &humps);
    return folded;
}

char32_t compose(char32_t letter, char32_t mark)
{
    std::array<utf8proc_int32_t, 3> parts = {static_cast<utf8proc_int32_t>(letter), static_cast<utf8proc_int32_t>(mark), 0};
    const auto count = utf8proc_normalize_utf32(parts.data(), 2, static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE));
    return count == 1 ? static_cast<char32_t>(parts[0]) : 0;
}

LetterCase letter_case(char32_t c) { return c < 0x80 ? kAscii[c].letter : letter_of(c); }

bool is_alphanumeric(char32_t c)
{
    if (c < 0x80) return kAscii[c].letter != Letter::kNone;
    const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
           (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

}  // namespace paperdeck
