#include "digest/tex.h"

#include <algorithm>

#include "base/byte_set.h"
#include "digest/tex_reader.h"

namespace paperdeck {
namespace {

using Action = TexCommand::Action;

constexpr ByteSet kSpecials("\\{`'~");

}  // namespace

TexReader::TexReader(const StyledText& in) : in_(in), text_(in.text), braces_(in), last_apostrophe_(text_.rfind('\''))
{
    for (const std::string& link : in.links) link_at_.push_back(out_.add_link(link));
}

StyledText TexReader::run()
{
    while (at_ < text_.size()) {
        close_groups();
        if (at_ >= text_.size()) break;
        sync_style();
        if (is_verbatim()) {
            copy(in_.spans[span_].end - at_);
            continue;
        }
        switch (text_[at_]) {
        case '\\': backslash(); break;
        case '{': brace(); break;
        case '`': open_quote(); break;
        case '\'': close_quote(); break;
        case '~': tie(); break;
        default: copy(plain_run()); break;
        }
    }
    return out_.take();
}

bool TexReader::is_verbatim() const
{
    return span_ < in_.spans.size() && in_.spans[span_].begin <= at_ && (in_.spans[span_].style & (kMaths | kCode)) != 0;
}

void TexReader::sync_style()
{
    while (span_ < in_.spans.size() && in_.spans[span_].end <= at_) ++span_;
    std::uint8_t style = kPlain;
    std::int32_t link = tex_link_;
    next_change_ = text_.size();
    if (span_ < in_.spans.size()) {
        const Span& span = in_.spans[span_];
        const bool is_inside = span.begin <= at_;
        next_change_ = is_inside ? span.end : span.begin;
        if (is_inside) style = span.style;
        if (is_inside && span.link >= 0) link = link_at_[static_cast<std::size_t>(span.link)];
    }
    if (!groups_.empty()) {
        style = static_cast<std::uint8_t>(style | groups_.back().style);
        next_change_ = std::min(next_change_, groups_.back().end);
    }
    if ((style & kMaths) != 0) {
        style = static_cast<std::uint8_t>(style & ~kCode);
        out_.end_span();
    }
    out_.set_style(style);
    out_.set_link(link);
}

// Bytes from here to the next one that may be TeX or of another style.
std::size_t TexReader::plain_run() const
{
    const std::size_t stop = std::max(next_change_, at_ + 1);
    return kSpecials.find_in(text_.substr(0, stop), at_ + 1) - at_;
}

void TexReader::open_group(std::size_t content, std::size_t end, std::uint8_t style, bool has_link)
{
    const std::uint8_t outer = groups_.empty() ? std::uint8_t{kPlain} : groups_.back().style;
    groups_.push_back({end, static_cast<std::uint8_t>(outer | style), has_link, false});
    at_ = content;
}

// Groups nest, so the innermost ends first.
void TexReader::close_groups()
{
    while (!groups_.empty() && at_ >= groups_.back().end) {
        if (groups_.back().has_link) tex_link_ = -1;
        if (groups_.back().is_note) out_.append(")");
        at_ = std::max(at_, groups_.back().end + 1);
        groups_.pop_back();
    }
}

// {\it …}; other braces are text.
void TexReader::brace()
{
    const std::size_t end = braces_.closer_of(at_);
    std::size_t name_at = at_ + 1;
    while (name_at < text_.size() && text_[name_at] == ' ') ++name_at;
    if (end == std::string_view::npos || name_at >= text_.size() || text_[name_at] != '\\') return copy(1);
    const std::size_t name_end = end_of_name(name_at + 1);
    const TexCommand* command = tex_command(text_.substr(name_at + 1, name_end - name_at - 1));
    if (command && command->action == Action::kSwitch && name_end <= end) {
        open_group(skip_blanks(name_end), end, command->style);
    } else if (command && command->action == Action::kSymbol && name_end == end) {
        put(command->text, end + 1 - at_);  // {\ss}
    } else if (accent_mark(text_[std::min(name_at + 1, text_.size() - 1)]) != 0 && end <= name_at + 6) {
        open_group(at_ + 1, end, kPlain);  // {\"o}
    } else {
        copy(1);
    }
}

std::size_t TexReader::end_of_name(std::size_t i) const
{
    while (i < text_.size() && is_letter(text_[i])) ++i;
    return i;
}

std::size_t TexReader::skip_blanks(std::size_t i) const
{
    while (i < text_.size() && text_[i] == ' ') ++i;
    return i;
}

// ``so'' and `so'
void TexReader::open_quote()
{
    if (peek(1) == '`') {
        ++open_double_;
        return put("“", 2);
    }
    const bool begins_word = !is_letter(previous()) && (is_letter(peek(1)) || static_cast<unsigned char>(peek(1)) >= 0x80);
    if (!begins_word || last_apostrophe_ == std::string_view::npos || last_apostrophe_ < at_) return copy(1);
    ++open_single_;
    put("‘", 1);
}

void TexReader::close_quote()
{
    if (peek(1) == '\'' && open_double_ > 0) {
        --open_double_;
        return put("”", 2);
    }
    const bool ends_word = !is_letter(peek(1)) && previous() != ' ';
    if (open_single_ == 0 || !ends_word) return copy(1);
    --open_single_;
    put("’", 1);
}

// A tie before a command (Fig.~\ref{…}) is a blank; before anything else "about" (~5 %).
void TexReader::tie()
{
    if (peek(1) != '\\') return copy(1);
    put(" ", 1);
}

StyledText with_tex_resolved(StyledText text)
{
    if (text.text.find('\\') == std::string::npos && text.text.find('`') == std::string::npos) return text;
    return TexReader(text).run();
}

}  // namespace paperdeck
