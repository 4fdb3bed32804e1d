// `tidied`: white space at the ends and in runs.
#include <algorithm>
#include <cstring>

#include "digest/styled_text.h"

namespace paperdeck {
namespace {

// "\xC2\xA0", the no-break space, counts as one blank when text is tidied.
bool is_no_break_space(std::string_view text, std::size_t i)
{
    return i + 1 < text.size() && text[i] == '\xC2' && text[i + 1] == '\xA0';
}

bool is_verbatim(const Span& span) { return (span.style & (kMaths | kCode)) != 0; }

// True when eight bytes hold nothing that tidying could change: no white space but single blanks, and no
// 0xC2, which may begin a no-break space. Most text is so, and this looks at all eight at once.
bool is_tidy_block(const char* bytes)
{
    constexpr std::uint64_t kHigh = 0x8080808080808080u, kLow = 0x0101010101010101u;
    std::uint64_t word;
    std::memcpy(&word, bytes, 8);
    const std::uint64_t above_blank = (word & ~kHigh) + kLow * (0x7F - 0x20);
    const std::uint64_t white = ~(above_blank | word) & kHigh;
    const std::uint64_t no_blank = ((word ^ (kLow * 0x20)) & ~kHigh) + ~kHigh;  // high bit: not a blank
    const std::uint64_t lead = word ^ (kLow * 0xC2);
    const std::uint64_t is_lead = (lead - kLow) & ~lead & kHigh;
    return ((white & (white << 8)) | (white & no_blank) | is_lead) == 0;
}

// Position, from `from` on, of the first white space that tidying might change; text.size() for none.
std::size_t next_untidy(std::string_view text, std::size_t from)
{
    if (from == 0 && !text.empty() && is_blank(text[0])) return 0;
    for (std::size_t i = from; i < text.size(); ++i) {
        // Blocks overlap by one byte, for a pair of blanks across their border.
        while (i + 9 < text.size() && is_tidy_block(text.data() + i)) i += 7;
        const char c = text[i];
        if (static_cast<unsigned char>(c) > ' ' && c != '\xC2') continue;
        if (is_no_break_space(text, i)) return i;
        if (!is_blank(c)) continue;
        const bool is_last = i + 1 == text.size();
        if ((c != ' ' && c != '\n') || is_last || is_blank(text[i + 1]) || is_no_break_space(text, i + 1)) return i;
    }
    return text.size();
}

// Rewrites text in place, run by run, and moves the ends of the spans along.
class Tidying {
public:
    explicit Tidying(StyledText& text) : text_(text), old_(text.spans) {}

    void run(std::size_t first)
    {
        keep(0, first);
        for (std::size_t i = first; i < text_.text.size();) {
            const std::size_t blanks_end = end_of_blanks(i);
            const bool is_inside = blanks_end < text_.text.size() && written_ > 0;
            if (blanks_end > i && is_inside) {
                settle_ends(i);
                text_.text[written_++] = has_break_ ? '\n' : ' ';
            }
            const std::size_t run_end = blanks_end < text_.text.size() ? end_of_run(blanks_end) : blanks_end;
            keep(blanks_end, run_end);
            i = run_end;
        }
        settle_ends(text_.text.size());
        text_.text.resize(written_);
        const auto is_gone = [](const Span& span) { return span.begin >= span.end; };
        text_.spans.erase(std::remove_if(text_.spans.begin(), text_.spans.end(), is_gone), text_.spans.end());
    }

private:
    // The first maths or code that ends behind `i`, in which nothing changes.
    const Span* verbatim_from(std::size_t i)
    {
        while (verbatim_ < old_.size() && (old_[verbatim_].end <= i || !is_verbatim(old_[verbatim_]))) ++verbatim_;
        return verbatim_ < old_.size() ? &old_[verbatim_] : nullptr;
    }

    std::size_t end_of_blanks(std::size_t i)
    {
        has_break_ = false;
        const Span* verbatim = verbatim_from(i);
        const std::size_t stop = verbatim ? std::max<std::size_t>(verbatim->begin, i) : text_.text.size();
        while (i < stop) {
            if (is_no_break_space(text_.text, i)) i += 2;
            else if (is_blank(text_.text[i])) has_break_ = (text_.text[i++] == '\n') || has_break_;
            else break;
        }
        return i;
    }

    // Where what begins at `i`, no blank or verbatim, has to be looked at again.
    std::size_t end_of_run(std::size_t i)
    {
        const Span* verbatim = verbatim_from(i);
        if (verbatim && verbatim->begin <= i) return verbatim->end;
        const std::size_t end = next_untidy(text_.text, i);
        return verbatim ? std::min<std::size_t>(end, verbatim->begin) : end;
    }

    // Moves [begin, end) to where the text is written so far.
    void keep(std::size_t begin, std::size_t end)
    {
        settle_ends(begin);
        std::memmove(text_.text.data() + written_, text_.text.data() + begin, end - begin);
        for (; boundary_ < old_.size() * 2 && old_boundary() <= end; ++boundary_) set_boundary(written_ + old_boundary() - begin);
        written_ += end - begin;
    }

    std::size_t old_boundary() const { return boundary_ % 2 == 0 ? old_[boundary_ / 2].begin : old_[boundary_ / 2].end; }

    void set_boundary(std::size_t value)
    {
        Span& span = text_.spans[boundary_ / 2];
        (boundary_ % 2 == 0 ? span.begin : span.end) = static_cast<std::uint32_t>(value);
    }

    // Begins and ends of spans up to `source` stand where the text is written so far.
    void settle_ends(std::size_t source)
    {
        for (; boundary_ < old_.size() * 2 && old_boundary() <= source; ++boundary_) set_boundary(written_);
    }

    StyledText& text_;
    const std::vector<Span> old_;
    std::size_t written_ = 0;
    std::size_t boundary_ = 0;  // begin of span 0, end of span 0, begin of span 1 …
    std::size_t verbatim_ = 0;
    bool has_break_ = false;  // among the blanks last seen
};

}  // namespace

StyledText tidied(StyledText text)
{
    const std::size_t from = next_untidy(text.text, 0);
    if (from < text.text.size()) Tidying(text).run(from);
    return text;
}

}  // namespace paperdeck
