#include "digest/markdown_shield.h"

#include <algorithm>

#include "base/byte_set.h"
#include "digest/labels.h"
#include "digest/maths_rule.h"
#include "digest/shield_lookahead.h"
#include "digest/styled_text.h"

namespace paperdeck {
namespace {

// Neither letter nor punctuation nor white space to md4c, and not the end of an address either.
constexpr char kShield = '\x01';
constexpr std::size_t kMaxInlineMaths = 2000;
constexpr std::size_t kMaxDisplayMaths = 10000;
constexpr std::size_t kMaxLabel = 40;
constexpr std::size_t kMaxFootnoteName = 40;
constexpr std::size_t kMaxUnderlined = 160;  // bytes of a heading that is underlined with dashes
constexpr std::size_t kNone = std::string_view::npos;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_alnum(char c) { return is_digit(c) || is_letter(c) || static_cast<unsigned char>(c) >= 0x80; }

constexpr ByteSet kSpecials("$`\\*~<\n");

bool equals_no_case(std::string_view text, std::string_view lower)
{
    return text.size() == lower.size() && std::equal(text.begin(), text.end(), lower.begin(), [](char a, char b) {
               return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
           });
}

class Shielding {
public:
    explicit Shielding(std::string_view source) : source_(source), ahead_(source) {}

    ShieldedMarkdown run()
    {
        out_.for_parser.assign(source_);
        mark_footnote(0);
        std::size_t i = 0;
        while (true) {
            i = kSpecials.find_in(source_, i);
            if (i >= source_.size()) break;
            switch (source_[i]) {
            case '$': i = dollar(i); break;
            case '`': i = backquote(i); break;
            case '\\': i = backslash(i); break;
            case '<': i = angle(i); break;
            case '\n': i = line_end(i); break;
            default: i = single_mark(i); break;
            }
        }
        return std::move(out_);
    }

private:
    char at(std::size_t i) const { return i < source_.size() ? source_[i] : '\0'; }
    char before(std::size_t i) const { return i > 0 ? source_[i - 1] : '\0'; }

    void hide(std::size_t begin, std::size_t end)
    {
        for (std::size_t i = begin; i < end; ++i) out_.for_parser[i] = kShield;
    }

    // The line breaks and quote marks stay visible, the rest of [begin, end) is hidden.
    void hide_maths(const MathsRange& range)
    {
        for (std::size_t i = range.begin; i < range.end; ++i) {
            if (source_[i] == '\n' || source_[i] == '\r') {
                while (i + 1 < range.end && (is_blank(source_[i + 1]) || source_[i + 1] == '>')) ++i;
            } else {
                out_.for_parser[i] = kShield;
            }
        }
        out_.maths.push_back(range);
    }

    std::size_t dollar(std::size_t i)
    {
        const bool is_display = at(i + 1) == '$';
        const std::size_t size = is_display ? 2 : 1;
        if (is_display && at(i + 2) == '$') return std::min(source_.find_first_not_of('$', i), source_.size());
        const std::size_t from = i + size;
        if (from >= source_.size() || ahead_.is_spent()) return from;
        if (!is_display && is_blank(source_[from])) return from;
        const std::size_t end = ahead_.maths_end(from, is_display ? "$$" : "$", is_display ? kMaxDisplayMaths : kMaxInlineMaths);
        if (end == kNone || end == from) return from;
        const std::string_view content = source_.substr(from, end - from);
        const bool is_maths = is_display ? !trimmed(content).empty() : is_plausible_maths(content, at(end + 1));
        if (!is_maths) return from;
        hide_maths({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end + size), static_cast<std::uint8_t>(size), is_display});
        return end + size;
    }

    // \( … \) and \[ … \], that are escaped brackets in Markdown: maths only where the content is TeX.
    std::size_t bracket_maths(std::size_t i)
    {
        const std::size_t from = i + 2;
        const bool is_display = source_[i + 1] == '[';
        if (ahead_.is_spent()) return from;
        const std::size_t end = ahead_.bracket_end(from, is_display ? "\\]" : "\\)");
        if (end == kNone) return from;
        const std::string_view content = source_.substr(from, end - from);
        if (!is_bracketed_maths(content)) return from;
        hide_maths({static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end + 2), 2, is_display});
        return end + 2;
    }

    std::size_t backslash(std::size_t i)
    {
        const char c = at(i + 1);
        if (c == '(' || c == '[') return bracket_maths(i);
        const bool is_accent = c == '\'' || c == '"' || c == '^' || c == '`' || c == '~' || c == '=' || c == '.';
        if (is_accent && begins_accented(i + 2)) hide(i, i + 2);
        return is_letter(c) ? i + 1 : i + 2;
    }

    // "e", "{e}", "\i", "{\i}"
    bool begins_accented(std::size_t i) const
    {
        if (at(i) == '{') ++i;
        return is_letter(at(i)) || (at(i) == '\\' && (at(i + 1) == 'i' || at(i + 1) == 'j'));
    }

    std::size_t backquote(std::size_t i)
    {
        std::size_t run_end = i;
        while (at(run_end) == '`') ++run_end;
        const std::size_t run = run_end - i;
        if (ahead_.is_spent()) return run_end;
        if (run <= 2 && ahead_.is_tex_quote(run_end, run)) {
            hide(i, run_end);
            return run_end;
        }
        const std::size_t close = ahead_.code_end(run_end, run);
        return close == kNone ? run_end : close;
    }

    // A single * inside a word is a star of its name (A*B, RRT*former); a single ~ is "about".
    std::size_t single_mark(std::size_t i)
    {
        const char mark = source_[i];
        std::size_t end = i;
        while (at(end) == mark) ++end;
        const bool is_inside_word = is_alnum(before(i)) && is_alnum(at(end));
        if (end - i == 1 && (mark == '~' || is_inside_word)) hide(i, end);
        return end;
    }

    // "[^1]: text" at the start of a line: md4c has no footnotes; to it this is an item of a list, to which
    // the indented lines below belong.
    bool mark_footnote(std::size_t i)
    {
        if (at(i) != '[' || at(i + 1) != '^') return false;
        const std::size_t end = source_.substr(i, kMaxFootnoteName).find("]:");
        if (end == kNone || source_.substr(i, end).find('\n') != kNone) return false;
        // The item's text begins two columns in, however long the name is: deeper, and less indented lines
        // would not belong to it.
        if (out_.cleaned.empty()) out_.cleaned.assign(source_);
        for (std::size_t k = i; k < i + end + 2; ++k) {
            out_.for_parser[k] = k == i ? '-' : k == i + 1 ? ' ' : kShield;
            out_.cleaned[k] = ' ';
        }
        return true;
    }

    // At a line end: the next line may be an underline that makes a heading of a whole abstract. Three
    // dashes are meant as a rule and become one; fewer are text.
    std::size_t line_end(std::size_t i)
    {
        const std::string_view line = trimmed(source_.substr(line_begin_, i - line_begin_));
        line_begin_ = i + 1;
        if (mark_footnote(i + 1)) return i + 1;
        std::size_t begin = i + 1;
        while (at(begin) == ' ' || at(begin) == '>') ++begin;
        std::size_t end = begin;
        while (at(end) == '-') ++end;
        if (end == begin) return i + 1;
        std::size_t behind = end;
        while (at(behind) == ' ' || at(behind) == '\t' || at(behind) == '\r') ++behind;
        if (at(behind) != '\n' && behind < source_.size()) return i + 1;
        const bool is_sentence = line.size() > kMaxUnderlined || (!line.empty() && line.back() == '.') || line.find("://") != kNone || is_labelled(line);
        if (!is_sentence) return i + 1;
        for (std::size_t k = begin; k < end; ++k) out_.for_parser[k] = end - begin >= 3 ? '*' : kShield;
        return end;
    }

    // "Code: none", "**Authors**: A One"
    static bool is_labelled(std::string_view line)
    {
        const std::size_t colon = line.substr(0, kMaxLabel).find(':');
        return colon != kNone && field_of(without_signs(line.substr(0, colon))) != Field::kNone;
    }

    std::size_t angle(std::size_t i)
    {
        if (source_.substr(i, 4) == "<!--") return take_out(i, i + 4, "-->", no_comment_end_);
        if (is_element(i, "script")) return take_out(i, i + 7, "</script>", no_script_end_);
        if (is_element(i, "style")) return take_out(i, i + 6, "</style>", no_style_end_);
        return i + 1;
    }

    bool is_element(std::size_t i, std::string_view name) const
    {
        const char behind = at(i + 1 + name.size());
        return equals_no_case(source_.substr(i + 1, name.size()), name) && (behind == '>' || behind == '/' || is_blank(behind));
    }

    std::size_t take_out(std::size_t begin, std::size_t from, std::string_view closer, bool& is_missing)
    {
        if (is_missing) return begin + 1;
        const auto same = [](char a, char b) { return a == b || (a >= 'A' && a <= 'Z' && static_cast<char>(a - 'A' + 'a') == b); };
        const auto found = std::search(source_.begin() + static_cast<std::ptrdiff_t>(std::min(from, source_.size())), source_.end(),
                                       closer.begin(), closer.end(), same);
        if (found == source_.end()) {
            is_missing = true;
            return begin + 1;
        }
        const std::size_t end = static_cast<std::size_t>(found - source_.begin()) + closer.size();
        if (out_.cleaned.empty()) out_.cleaned.assign(source_);
        for (std::size_t i = begin; i < end; ++i) {
            if (source_[i] == '\n' || source_[i] == '\r') continue;
            out_.for_parser[i] = ' ';
            out_.cleaned[i] = ' ';
        }
        return end;
    }

    std::string_view source_;
    ShieldedMarkdown out_;
    Lookahead ahead_;
    std::size_t line_begin_ = 0;  // about: where marks reach over a line end, the line before it
    bool no_comment_end_ = false, no_script_end_ = false, no_style_end_ = false;
};

}  // namespace

ShieldedMarkdown shield_markdown(std::string_view source) { return Shielding(source).run(); }

}  // namespace paperdeck
