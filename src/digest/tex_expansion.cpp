// What TeX commands and accents become.
#include <string>

#include "base/fold.h"
#include "base/utf8.h"
#include "digest/arxiv.h"
#include "digest/tex_reader.h"

namespace paperdeck {
namespace {

using Action = TexCommand::Action;

}  // namespace

void TexReader::backslash()
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

void TexReader::apply(const TexCommand& command, std::size_t name_end)
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
    const std::size_t end = has_argument ? braces_.closer_of(brace) : std::string_view::npos;
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

// \citep[see][]{…}
std::size_t TexReader::skip_options(std::size_t i) const
{
    constexpr std::size_t kMaxOption = 100;
    while (i < text_.size() && text_[i] == '[') {
        const std::size_t end = text_.substr(i, kMaxOption).find(']');
        if (end == std::string_view::npos) break;
        i += end + 1;
    }
    return i;
}

// "\o" is over at the first character that is no letter; a blank there only ended the name.
void TexReader::symbol(const TexCommand& command, std::size_t name_end)
{
    std::size_t end = name_end;
    if (text_.substr(end, 2) == "{}") end += 2;
    else if (end < text_.size() && text_[end] == ' ' && is_letter(end + 1 < text_.size() ? text_[end + 1] : '\0') && command.text.size() == 2) ++end;
    put(command.text, end - at_);
}

void TexReader::drop(std::size_t end)
{
    // The blank or tie before a citation goes with it.
    std::size_t size = out_.text().size();
    while (size > 0 && (out_.text()[size - 1] == ' ')) --size;
    out_.truncate(size);
    at_ = end;
}

void TexReader::note(std::size_t begin, std::size_t end)
{
    out_.append(previous() == ' ' ? "(" : " (");
    open_group(begin, end, kPlain);
    groups_.back().is_note = true;
}

void TexReader::url(std::size_t begin, std::size_t end)
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

void TexReader::second_argument(const TexCommand& command, std::size_t begin, std::size_t end)
{
    const std::string address(trimmed(text_.substr(begin, end - begin)));
    const bool has_second = end + 1 < text_.size() && text_[end + 1] == '{';
    const std::size_t second_end = has_second ? braces_.closer_of(end + 1) : std::string_view::npos;
    if (second_end == std::string_view::npos) return copy(1);
    const bool is_link = command.action == Action::kHref && !in_link() && is_web_url(address);
    if (is_link) tex_link_ = out_.add_link(address);
    open_group(end + 2, second_end, kPlain, is_link);
}

// The letter at `i`, or in braces there; `end` is behind it. '\0' where there is none.
char TexReader::accented_letter(std::size_t i, std::size_t& end) const
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

bool TexReader::put_accented(char32_t mark, std::size_t from)
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
void TexReader::sign_accent(char sign)
{
    const char behind = peek(2);
    const bool is_in_word = is_letter(previous()) || static_cast<unsigned char>(previous()) >= 0x80;
    const bool is_quote = sign == '"' && !is_in_word && behind != '{' && !is_upper(behind);
    const bool is_stop = (sign == '.' || sign == '=') && !is_in_word && behind != '{';
    if (!is_quote && !is_stop && put_accented(accent_mark(sign), at_ + 2)) return;
    put({&sign, 1}, 2);
}

// \v{s}, \c c; the command's own letter must not run on into a word.
void TexReader::letter_accent(const TexCommand& command, std::size_t name_end)
{
    std::size_t from = name_end;
    if (from < text_.size() && text_[from] == ' ') ++from;
    if (!put_accented(command.mark, from)) copy(name_end - at_);
}

}  // namespace paperdeck
