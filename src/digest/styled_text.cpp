#include "digest/styled_text.h"

#include <algorithm>

namespace paperdeck {
namespace {

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

void StyledTextBuilder::take_back_link(std::size_t from, bool is_new)
{
    std::size_t first = spans_.size();
    while (first > 0 && spans_[first - 1].begin >= from) --first;
    for (std::size_t i = first; i < spans_.size(); ++i) spans_[i].link = -1;
    const auto is_plain = [](const Span& span) { return span.style == kPlain; };
    spans_.erase(std::remove_if(spans_.begin() + static_cast<std::ptrdiff_t>(first), spans_.end(), is_plain), spans_.end());
    if (is_new && !links_.empty()) links_.pop_back();
    next_link_ = -1;
    is_span_open_ = false;
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

bool is_all_bold(const StyledText& text)
{
    return text.spans.size() == 1 && text.spans[0].style == kBold && text.spans[0].link < 0 && text.spans[0].end - text.spans[0].begin >= trimmed(text.text).size();
}

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
