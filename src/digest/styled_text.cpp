#include "digest/styled_text.h"

#include <algorithm>
#include <cstring>

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

// Where `url` stands among `links`, where it is put if it is not among the last of them: looking through
// all would be quadratic in a page of nothing but links.
std::int32_t index_of_link(std::vector<std::string>& links, std::string_view url)
{
    constexpr std::size_t kLookBack = 64;
    const std::size_t from = links.size() > kLookBack ? links.size() - kLookBack : 0;
    const auto found = std::find(links.begin() + static_cast<std::ptrdiff_t>(from), links.end(), url);
    if (found == links.end()) {
        links.emplace_back(url);
        return static_cast<std::int32_t>(links.size()) - 1;
    }
    return static_cast<std::int32_t>(found - links.begin());
}

// Moves a span that runs over [begin, end) into a slice that starts at `begin`.
Span clipped(const Span& span, std::size_t begin, std::size_t end)
{
    Span out = span;
    out.begin = static_cast<std::uint32_t>(std::max<std::size_t>(span.begin, begin) - begin);
    out.end = static_cast<std::uint32_t>(std::min<std::size_t>(span.end, end) - begin);
    return out;
}

}  // namespace

std::string to_plain(const StyledText& text)
{
    const auto append_text = [](std::string& out, std::string_view piece) {
        for (std::size_t dollar; (dollar = piece.find('$')) != std::string_view::npos;) {
            out.append(piece.substr(0, dollar)).append("\\$");
            piece.remove_prefix(dollar + 1);
        }
        out.append(piece);
    };
    const std::string_view all = text.text;
    std::string out;
    out.reserve(all.size() + 2 * text.spans.size());
    std::size_t done = 0;
    for (const Span& span : text.spans) {
        if ((span.style & kMaths) == 0) continue;
        append_text(out, all.substr(done, span.begin - done));
        // A backslash before the dollar would make it a literal one.
        if (!out.empty() && out.back() == '\\') out += ' ';
        out.append("$").append(all.substr(span.begin, span.end - span.begin)).append("$");
        done = span.end;
    }
    append_text(out, all.substr(done));
    return out;
}

void append(StyledText& out, const StyledText& piece)
{
    const auto shift = static_cast<std::uint32_t>(out.text.size());
    std::vector<std::int32_t> link_at;
    for (const std::string& link : piece.links) link_at.push_back(index_of_link(out.links, link));
    out.text += piece.text;
    for (Span span : piece.spans) {
        span.begin += shift;
        span.end += shift;
        if (span.link >= 0) span.link = link_at[static_cast<std::size_t>(span.link)];
        out.spans.push_back(span);
    }
}

StyledText tidied(StyledText text)
{
    const std::size_t from = next_untidy(text.text, 0);
    if (from < text.text.size()) Tidying(text).run(from);
    return text;
}

void drop_links(StyledText& text)
{
    text.links.clear();
    for (Span& span : text.spans) span.link = -1;
    const auto is_plain = [](const Span& span) { return span.style == kPlain; };
    text.spans.erase(std::remove_if(text.spans.begin(), text.spans.end(), is_plain), text.spans.end());
}

StyledText slice(const StyledText& text, std::size_t begin, std::size_t end)
{
    StyledText out;
    end = std::min(end, text.text.size());
    if (begin >= end) return out;
    out.text = text.text.substr(begin, end - begin);
    const auto first = std::partition_point(text.spans.begin(), text.spans.end(), [&](const Span& s) { return s.end <= begin; });
    const auto last = std::partition_point(first, text.spans.end(), [&](const Span& s) { return s.begin < end; });
    std::int32_t lowest = static_cast<std::int32_t>(text.links.size()), highest = -1;
    for (auto span = first; span != last; ++span) {
        if (span->link < 0) continue;
        lowest = std::min(lowest, span->link);
        highest = std::max(highest, span->link);
    }
    // Old link → new one, for the stretch of links that this slice uses.
    std::vector<std::int32_t> link_at(highest < lowest ? 0 : static_cast<std::size_t>(highest - lowest) + 1, -1);
    for (auto span = first; span != last; ++span) {
        Span moved = clipped(*span, begin, end);
        if (span->link >= 0) {
            std::int32_t& at = link_at[static_cast<std::size_t>(span->link - lowest)];
            if (at < 0) {
                at = static_cast<std::int32_t>(out.links.size());
                out.links.push_back(text.links[static_cast<std::size_t>(span->link)]);
            }
            moved.link = at;
        }
        out.spans.push_back(moved);
    }
    return out;
}

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
    while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
    return text;
}

std::int32_t StyledTextBuilder::add_link(std::string_view url)
{
    return index_of_link(links_, url);
}

void StyledTextBuilder::append(std::string_view piece)
{
    if (piece.empty()) return;
    const bool is_plain = next_style_ == kPlain && next_link_ < 0;
    if (is_plain) {
        is_span_open_ = false;
    } else {
        const bool continues = is_span_open_ && spans_.back().style == next_style_ && spans_.back().link == next_link_;
        if (!continues) {
            const auto begin = static_cast<std::uint32_t>(text_.size());
            spans_.push_back({begin, begin, next_style_, next_link_});
            is_span_open_ = true;
        }
        spans_.back().end = static_cast<std::uint32_t>(text_.size() + piece.size());
    }
    text_.append(piece);
}

void StyledTextBuilder::truncate(std::size_t size)
{
    if (size >= text_.size()) return;
    text_.resize(size);
    while (!spans_.empty() && spans_.back().begin >= size) {
        spans_.pop_back();
        is_span_open_ = false;
    }
    if (!spans_.empty() && spans_.back().end > size) spans_.back().end = static_cast<std::uint32_t>(size);
}

void StyledTextBuilder::end_span() { is_span_open_ = false; }

StyledText StyledTextBuilder::take()
{
    // Copies, not moves: the buffers stay with the builder, and the copy is of just the size.
    StyledText out{text_, spans_, links_};
    text_.clear();
    spans_.clear();
    links_.clear();
    next_style_ = kPlain;
    next_link_ = -1;
    is_span_open_ = false;
    return out;
}

}  // namespace paperdeck
