#include "digest/mending.h"

#include <algorithm>
#include <cstdint>
#include <cstring>

#include "base/nfc.h"
#include "base/utf8.h"
#include "base/windows_1252.h"
#include "digest/broken_tex.h"
#include "digest/mojibake.h"

namespace paperdeck {
namespace {

// True when eight bytes are all printable ASCII or line ends.
bool is_plain_block(const char* bytes)
{
    constexpr std::uint64_t kHigh = 0x8080808080808080u, kLow = 0x0101010101010101u;
    std::uint64_t word;
    std::memcpy(&word, bytes, 8);
    const std::uint64_t above_controls = (word & ~kHigh) + kLow * (0x7F - 0x1F);
    const std::uint64_t no_delete = ((word ^ (kLow * 0x7F)) & ~kHigh) + ~kHigh;
    const std::uint64_t no_line_end = ((word ^ (kLow * '\n')) & ~kHigh) + ~kHigh;
    const std::uint64_t odd = (~above_controls & no_line_end) | ~no_delete | word;
    return (odd & kHigh) == 0;
}

bool is_line_end(std::string_view text, std::size_t at) { return text[at] == '\n' || (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n'); }

// Position, from `from` on, of the first byte that is neither printable ASCII nor a line end.
std::size_t next_odd(std::string_view text, std::size_t from)
{
    std::size_t i = from;
    while (i < text.size()) {
        while (i + 8 <= text.size() && is_plain_block(text.data() + i)) i += 8;
        if (i >= text.size()) break;
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte < 0x20 && !is_line_end(text, i)) || byte >= 0x7F) return i;
        ++i;
    }
    return text.size();
}

// Seen by nobody, and in the way of every search.
bool is_invisible(char32_t c)
{
    return c == 0xAD || c == 0x200B || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
           c == 0x180E || (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE0000 && c <= 0xE007F);
}

// Joiners shape words from Arabic to the scripts of India, and emoji.
bool needs_joiners(char32_t c) { return (c >= 0x600 && c < 0x1100) || (c >= 0x1780 && c < 0x1800) || (c >= 0x2600 && c < 0x2800) || c == 0xFE0F || c >= 0x1F000; }

// Whether between a position and the start of its line an odd number of dollars stands. Positions only grow.
class DollarCount {
public:
    explicit DollarCount(std::string_view text) : text_(text) {}

    bool is_odd_before(std::size_t at)
    {
        for (; seen_ < at; ++seen_) {
            if (text_[seen_] == '\n') is_odd_ = false;
            if (text_[seen_] == '$' && (seen_ == 0 || text_[seen_ - 1] != '\\')) is_odd_ = !is_odd_;
        }
        return is_odd_;
    }

private:
    std::string_view text_;
    std::size_t seen_ = 0;
    bool is_odd_ = false;
};

constexpr char32_t kIdeograph = 0x4E00;  // stands for all of them

// One pass: reads what is odd and says by what it is replaced.
class Mender {
public:
    Mender(std::string_view text, std::string& out) : text_(text), out_(out), dollars_(text) {}

    // False when nothing had to change.
    bool run()
    {
        for (std::size_t at = next_odd(text_, 0); at < text_.size(); at = next_odd(text_, at)) {
            const auto byte = static_cast<unsigned char>(text_[at]);
            at = byte < 0x80 ? control(at) : character(at);
        }
        if (is_changed_) out_.append(text_.substr(kept_));
        return is_changed_;
    }

    bool has_mojibake() const { return has_mojibake_; }
    bool may_need_nfc() const { return may_need_nfc_; }

private:
    std::size_t replace(std::size_t at, std::size_t length, std::string_view by)
    {
        if (!is_changed_) out_.clear();
        is_changed_ = true;
        out_.append(text_.substr(kept_, at - kept_)).append(by);
        kept_ = at + length;
        return kept_;
    }

    std::size_t control(std::size_t at)
    {
        const char c = text_[at];
        const char letter = letter_of_broken_tex(text_, at, (c == '\t' || c == '\r') && dollars_.is_odd_before(at));
        if (letter != '\0') {
            const char command[] = {'\\', letter};
            return replace(at, 1, {command, 2});
        }
        if (c == '\t' || c == '\r') return at + 1;
        return replace(at, 1, c == '\f' || c == '\v' ? " " : "");
    }

    std::size_t character(std::size_t at)
    {
        // Nothing is odd about ideographs.
        if (const std::size_t behind = behind_ideographs(text_, at); behind > at) {
            last_ = kIdeograph;
            return behind;
        }
        if (const auto mended_text = mended_mojibake(text_, at)) {
            has_mojibake_ = true;
            return replace(at, mended_text->length, mended_text->text);
        }
        const CodePoint c = decode_utf8(text_, at);
        const auto length = static_cast<std::size_t>(c.length);
        if (!is_stable_in_nfc(c.value)) may_need_nfc_ = true;
        if (c.value >= 0x80 && c.value < 0xA0) {
            std::string known;
            const char32_t meant = from_windows_1252(static_cast<unsigned char>(c.value));
            if (meant != c.value) append_utf8(known, meant);
            return replace(at, length, known);
        }
        if (is_invisible(c.value)) return replace(at, length, "");
        if (c.value == 0x200C || c.value == 0x200D) {
            const bool is_needed = needs_joiners(last_) && at + length < text_.size() && needs_joiners(decode_utf8(text_, at + length).value);
            return is_needed ? at + length : replace(at, length, "");
        }
        if (c.value == 0x2028 || c.value == 0x2029 || c.value == 0xA0) return replace(at, length, " ");
        last_ = c.value;
        return at + length;
    }

    std::string_view text_;
    std::string& out_;
    DollarCount dollars_;
    std::size_t kept_ = 0;  // up to here the text is in out_, once anything has changed
    char32_t last_ = 0;     // the last character beyond ASCII
    bool is_changed_ = false;
    bool has_mojibake_ = false;
    bool may_need_nfc_ = false;
};

}  // namespace

std::string_view mended(std::string_view text, std::string& buffer)
{
    // Text that went through two wrong hands is mended twice.
    constexpr int kMostTimes = 3;
    std::string next;
    std::string_view now = text;
    bool may_need_nfc = false;
    for (int i = 0; i < kMostTimes; ++i) {
        Mender mender(now, next);
        const bool is_changed = mender.run();
        may_need_nfc = may_need_nfc || mender.may_need_nfc() || mender.has_mojibake();
        if (!is_changed) break;
        buffer.swap(next);
        now = buffer;
        if (!mender.has_mojibake()) break;
    }
    if (!may_need_nfc) return now;
    const std::string_view composed = to_nfc(now, next);
    if (composed.data() != next.data()) return now;
    buffer.swap(next);
    return buffer;
}

}  // namespace paperdeck
