#include "digest/tex.h"

#include <algorithm>
#include <vector>

#include "base/byte_set.h"
#include "base/fold.h"
#include "base/utf8.h"
#include "digest/arxiv.h"
#include "digest/tex_commands.h"

namespace paperdeck {
namespace {

using Action = TexCommand::Action;

constexpr ByteSet kSpecials("\\{`'~");

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || is_upper(c); }

// Where a group ends and what it was opened for.
struct Group {
    std::size_t end = 0;     // of its closing brace
    std::uint8_t style = 0;  // style bits of it and of the groups around it
    bool has_link = false;
    bool is_note = false;
};

class TexReader {
public:
    explicit TexReader(const StyledText& in) : in_(in), text_(in.text), last_apostrophe_(text_.rfind('\''))
    {
        for (const std::string& link : in.links) link_at_.push_back(out_.add_link(link));
        match_braces();
    }

    StyledText run()
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

private:
    char peek(std::size_t ahead) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
    char previous() const { return at_ > 0 ? text_[at_ - 1] : '\0'; }

    bool is_verbatim() const
    {
        return span_ < in_.spans.size() && in_.spans[span_].begin <= at_ && (in_.spans[span_].style & (kMaths | kCode)) != 0;
    }

    // For every '{' the place of its '}', in one pass: looking for each would be quadratic.
    void match_braces()
    {
        std::vector<std::size_t> open;
        std::size_t span = 0;
        for (std::size_t i = 0; i < text_.size(); ++i) {
            while (span < in_.spans.size() && in_.spans[span].end <= i) ++span;
            const bool in_maths = span < in_.spans.size() && in_.spans[span].begin <= i && (in_.spans[span].style & (kMaths | kCode)) != 0;
            if (in_maths) continue;
            if (text_[i] == '\\') {
                ++i;  // \{ and \} are no braces
                continue;
            }
            if (text_[i] == '{') open.push_back(i);
            if (text_[i] == '}' && !open.empty()) {
                closers_.push_back({open.back(), i});
                open.pop_back();
            }
        }
        std::sort(closers_.begin(), closers_.end());
    }

    // Place of the '}' that answers the '{' at `i`; npos where there is none.
    std::size_t closer_of(std::size_t i) const
    {
        const auto found = std::lower_bound(closers_.begin(), closers_.end(), std::pair<std::size_t, std::size_t>(i, 0));
        return found != closers_.end() && found->first == i ? found->second : std::string_view::npos;
    }

    void sync_style()
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
    std::size_t plain_run() const
    {
        const std::size_t stop = std::max(next_change_, at_ + 1);
        return kSpecials.find_in(text_.substr(0, stop), at_ + 1) - at_;
    }

    void copy(std::size_t size)
    {
        out_.append(text_.substr(at_, size));
        at_ += size;
    }

    void put(std::string_view piece, std::size_t consumed)
    {
        out_.append(piece);
        at_ += consumed;
    }

    void open_group(std::size_t content, std::size_t end, std::uint8_t style, bool has_link = false)
    {
        const std::uint8_t outer = groups_.empty() ? std::uint8_t{kPlain} : groups_.back().style;
        groups_.push_back({end, static_cast<std::uint8_t>(outer | style), has_link, false});
        at_ = content;
    }

    // Groups nest, so the innermost ends first.
    void close_groups()
    {
        while (!groups_.empty() && at_ >= groups_.back().end) {
            if (groups_.back().has_link) tex_link_ = -1;
            if (groups_.back().is_note) out_.append(")");
            at_ = std::max(at_, groups_.back().end + 1);
            groups_.pop_back();
        }
    }

    // {\it …}; other braces are text.
    void brace()
    {
        const std::size_t end = closer_of(at_);
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

    std::size_t end_of_name(std::size_t i) const
    {
        while (i < text_.size() && is_letter(text_[i])) ++i;
        return i;
    }

    std::size_t skip_blanks(std::size_t i) const
    {
        while (i < text_.size() && text_[i] == ' ') ++i;
        return i;
    }

    // \citep[see][]{…}
    std::size_t skip_options(std::size_t i) const
    {
        constexpr std::size_t kMaxOption = 100;
        while (i < text_.size() && text_[i] == '[') {
            const std::size_t end = text_.substr(i, kMaxOption).find(']');
            if (end == std::string_view::npos) break;
            i += end + 1;
        }
        return i;
    }

    void backslash()
    {
        const char next = peek(1);
        if (next == '%' || next == '&' || next == '#' || next == '_' || next == '$' || next == '{' || next == '}') return put({&next, 1}, 2);
        if (next == '\\' || next == ' ' || next == '\n') return put(" ", 2);
        if (next == ',' || next == ';') return put(" ", 2);
        if (next == '/' || next == '-' || next == '!') return put("", 2);
        if (accent_mark(next) != 0) return sign_accent(next);
        if (!is_letter(next)) return copy(1);
        const std::size_t name_end = end_of_name(at_ + 1);
        const TexCommand* command = tex_command(text_.substr(at_ + 1, name_end - at_ - 1));
        if (!command) return copy(name_end - at_);
        apply(*command, name_end);
    }

    void apply(const TexCommand& command, std::size_t name_end)
    {
        switch (command.action) {
        case Action::kSymbol: return symbol(command, name_end);
        case Action::kAccent: return letter_accent(command, name_end);
        case Action::kSwitch: return put("", skip_blanks(name_end) - at_);  // to the end of the text: of no use
        default: break;
        }
        std::size_t brace = skip_blanks(name_end);
        if (command.action == Action::kDrop || command.action == Action::kNote) brace = skip_options(brace);
        const bool has_argument = brace < text_.size() && text_[brace] == '{';
        const std::size_t end = has_argument ? closer_of(brace) : std::string_view::npos;
        if (end == std::string_view::npos) return copy(name_end - at_);
        switch (command.action) {
        case Action::kStyle: return open_group(brace + 1, end, command.style);
        case Action::kDrop: return drop(end + 1);
        case Action::kNote: return note(brace + 1, end);
        case Action::kUrl: return url(brace + 1, end);
        case Action::kHref:
        case Action::kColour: return second_argument(command, brace + 1, end);
        default: return copy(1);
        }
    }

    // "\o" is over at the first character that is no letter; a blank there only ended the name.
    void symbol(const TexCommand& command, std::size_t name_end)
    {
        std::size_t end = name_end;
        if (text_.substr(end, 2) == "{}") end += 2;
        else if (end < text_.size() && text_[end] == ' ' && is_letter(end + 1 < text_.size() ? text_[end + 1] : '\0') && command.text.size() == 2) ++end;
        put(command.text, end - at_);
    }

    void drop(std::size_t end)
    {
        // The blank or tie before a citation goes with it.
        std::size_t size = out_.text().size();
        while (size > 0 && (out_.text()[size - 1] == ' ')) --size;
        out_.truncate(size);
        at_ = end;
    }

    void note(std::size_t begin, std::size_t end)
    {
        out_.append(previous() == ' ' ? "(" : " (");
        open_group(begin, end, kPlain);
        groups_.back().is_note = true;
    }

    void url(std::size_t begin, std::size_t end)
    {
        const std::string address(trimmed(text_.substr(begin, end - begin)));
        // What is inside may be a link already, with an address in place of its words.
        if (in_link() || !is_web_url(address)) {
            open_group(skip_blanks(begin), end, kPlain);
            return;
        }
        tex_link_ = out_.add_link(address);
        open_group(skip_blanks(begin), end, kPlain, true);
    }

    bool in_link() const { return out_.link() >= 0; }

    void second_argument(const TexCommand& command, std::size_t begin, std::size_t end)
    {
        const std::string address(trimmed(text_.substr(begin, end - begin)));
        const bool has_second = end + 1 < text_.size() && text_[end + 1] == '{';
        const std::size_t second_end = has_second ? closer_of(end + 1) : std::string_view::npos;
        if (second_end == std::string_view::npos) return copy(1);
        const bool is_link = command.action == Action::kHref && !in_link() && is_web_url(address);
        if (is_link) tex_link_ = out_.add_link(address);
        open_group(end + 2, second_end, kPlain, is_link);
    }

    // The letter at `i`, or in braces there; `end` is behind it. '\0' where there is none.
    char accented_letter(std::size_t i, std::size_t& end) const
    {
        const auto at = [&](std::size_t k) { return k < text_.size() ? text_[k] : '\0'; };
        const bool in_braces = at(i) == '{';
        if (in_braces) ++i;
        if (at(i) == '\\' && (at(i + 1) == 'i' || at(i + 1) == 'j') && !is_letter(at(i + 2))) ++i;  // \'\i is í
        const char letter = at(i);
        if (!is_letter(letter) || (in_braces && at(i + 1) != '}')) return '\0';
        end = i + (in_braces ? 2 : 1);
        return letter;
    }

    bool put_accented(char32_t mark, std::size_t from)
    {
        std::size_t end = from;
        const char letter = accented_letter(from, end);
        const char32_t composed = letter ? compose(static_cast<char32_t>(letter), mark) : 0;
        if (composed == 0) return false;
        std::string piece;
        append_utf8(piece, composed);
        put(piece, end - at_);
        return true;
    }

    // \'e; but an escaped quote before a word ("\"a word\"") is a quote, and "1\.Title" a full stop.
    void sign_accent(char sign)
    {
        const char behind = peek(2);
        const bool is_in_word = is_letter(previous()) || static_cast<unsigned char>(previous()) >= 0x80;
        const bool is_quote = sign == '"' && !is_in_word && behind != '{' && !is_upper(behind);
        const bool is_stop = (sign == '.' || sign == '=') && !is_in_word && behind != '{';
        if (!is_quote && !is_stop && put_accented(accent_mark(sign), at_ + 2)) return;
        put({&sign, 1}, 2);
    }

    // \v{s}, \c c; the command's own letter must not run on into a word.
    void letter_accent(const TexCommand& command, std::size_t name_end)
    {
        std::size_t from = name_end;
        if (from < text_.size() && text_[from] == ' ') ++from;
        if (!put_accented(command.mark, from)) copy(name_end - at_);
    }

    // ``so'' and `so'
    void open_quote()
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

    void close_quote()
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
    void tie()
    {
        if (peek(1) != '\\') return copy(1);
        put(" ", 1);
    }

    const StyledText& in_;
    std::string_view text_;
    std::size_t last_apostrophe_;
    StyledTextBuilder out_;
    std::vector<std::int32_t> link_at_;
    std::vector<std::pair<std::size_t, std::size_t>> closers_;
    std::vector<Group> groups_;
    std::size_t at_ = 0, span_ = 0, next_change_ = 0;
    std::int32_t tex_link_ = -1;
    int open_double_ = 0, open_single_ = 0;
};

}  // namespace

StyledText with_tex_resolved(StyledText text)
{
    if (text.text.find('\\') == std::string::npos && text.text.find('`') == std::string::npos) return text;
    return TexReader(text).run();
}

}  // namespace paperdeck
