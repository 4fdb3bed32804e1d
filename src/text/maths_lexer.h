// The characters of a formula, one after the other: names of commands, groups in braces, dimensions.
#pragma once

#include <algorithm>
#include <string_view>

#include "base/utf8.h"

namespace paperdeck {

class MathsLexer {
public:
    explicit MathsLexer(std::string_view tex) : tex_(tex) {}

    bool at_end() const { return at_ >= tex_.size(); }
    char peek() const { return at_end() ? '\0' : tex_[at_]; }
    // Whether the command of that name comes next.
    bool is_at_command(std::string_view name) const
    {
        if (peek() != '\\' || tex_.substr(at_ + 1, name.size()) != name) return false;
        const std::size_t end = at_ + 1 + name.size();
        return !is_letter(name[0]) || end >= tex_.size() || !is_letter(tex_[end]);
    }
    std::size_t place() const { return at_; }
    void go_back(std::size_t place) { at_ = place; }

    char32_t take_character()
    {
        const CodePoint point = decode_utf8(tex_, at_);
        at_ += static_cast<std::size_t>(point.length);
        return point.value;
    }

    void skip_blanks()
    {
        while (!at_end() && (tex_[at_] == ' ' || tex_[at_] == '\n' || tex_[at_] == '\t' || tex_[at_] == '\r')) ++at_;
    }

    // Takes `c` and blanks before it, if it is what comes next.
    bool take(char c)
    {
        const std::size_t before = at_;
        skip_blanks();
        if (peek() == c && !at_end()) {
            ++at_;
            return true;
        }
        at_ = before;
        return false;
    }

    // At a backslash: the name behind it ("frac", "%", "{"); empty at the end.
    std::string_view take_command(bool keep_blanks)
    {
        const std::size_t begin = ++at_;
        if (at_end()) return {};
        if (!is_letter(tex_[at_])) {
            at_ += static_cast<std::size_t>(decode_utf8(tex_, at_).length);
            return tex_.substr(begin, at_ - begin);
        }
        while (!at_end() && is_letter(tex_[at_])) ++at_;
        const std::string_view name = tex_.substr(begin, at_ - begin);
        if (!keep_blanks) skip_blanks();
        return name;
    }

    // "{…}" as it is written, without the braces; empty where there is none.
    std::string_view take_group()
    {
        if (!take('{')) return {};
        const std::size_t begin = at_;
        int depth = 1;
        for (; !at_end(); ++at_) {
            if (tex_[at_] == '\\') ++at_;
            else if (tex_[at_] == '{') ++depth;
            else if (tex_[at_] == '}' && --depth == 0) return tex_.substr(begin, at_++ - begin);
        }
        at_ = tex_.size();
        return {};
    }

    // Up to `c`, which is taken too; everything where there is none.
    std::string_view take_to(char c)
    {
        const std::size_t begin = at_, end = std::min(tex_.find(c, at_), tex_.size());
        at_ = std::min(end + 1, tex_.size());
        return tex_.substr(begin, end - begin);
    }

    // "2.5mu", "-3pt", "\!": what \kern and the like take.
    void skip_dimension()
    {
        while (!at_end() && (is_letter(tex_[at_]) || std::string_view("-.0123456789").find(tex_[at_]) != std::string_view::npos)) {
            const bool is_unit = is_letter(tex_[at_]);
            at_ += is_unit ? 2 : 1;
            if (is_unit) break;
        }
        if (at_ > tex_.size()) at_ = tex_.size();
    }

    // Whether three digits and no fourth come next: the comma before them groups a number.
    bool is_at_thousands() const
    {
        const auto digit = [&](std::size_t i) { return at_ + i < tex_.size() && tex_[at_ + i] >= '0' && tex_[at_ + i] <= '9'; };
        return digit(0) && digit(1) && digit(2) && !digit(3);
    }

    static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

private:
    std::string_view tex_;
    std::size_t at_ = 0;
};

}  // namespace paperdeck
