#include "digest/json_repair.h"

#include <cstdio>

#include "base/utf8.h"

namespace paperdeck {
namespace {

bool is_word(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'; }

class Repairer {
public:
    explicit Repairer(std::string_view text) : text_(text) { out_.reserve(text.size() + 16); }

    std::string run()
    {
        while (at_ < text_.size()) {
            if (text_[at_] == '"') string();
            else if (is_word(text_[at_])) word();
            else sign();
        }
        return std::move(out_);
    }

private:
    void string()
    {
        out_ += text_[at_++];
        while (at_ < text_.size() && text_[at_] != '"') {
            if (text_[at_] == '\\') escape();
            else if (static_cast<unsigned char>(text_[at_]) < 0x20) control();
            else out_ += text_[at_++];
        }
        if (at_ < text_.size()) out_ += text_[at_++];
    }

    void control()
    {
        char code[8];
        std::snprintf(code, sizeof code, "\\u%04x", static_cast<unsigned>(text_[at_++]));
        out_ += code;
    }

    void escape()
    {
        const char next = at_ + 1 < text_.size() ? text_[at_ + 1] : '\0';
        if (next == 'u') return code_point();
        if (next != '\0' && std::string_view("\"\\/bfnrt").find(next) != std::string_view::npos) {
            out_.append(text_.substr(at_, 2));
            at_ += 2;
        } else {
            out_ += "\\\\";
            ++at_;
        }
    }

    // The number of "\uXXXX" at `at`; -1 where none stands.
    int number_at(std::size_t at) const
    {
        if (at + 6 > text_.size() || text_[at] != '\\' || text_[at + 1] != 'u') return -1;
        int value = 0;
        for (const char c : text_.substr(at + 2, 4)) {
            const int digit = c >= '0' && c <= '9' ? c - '0' : (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
            if (digit < 0) return -1;
            value = value * 16 + digit;
        }
        return value;
    }

    void code_point()
    {
        const int value = number_at(at_), next = number_at(at_ + 6);
        const bool is_high = value >= 0xD800 && value < 0xDC00, is_low = value >= 0xDC00 && value < 0xE000;
        const bool is_pair = is_high && next >= 0xDC00 && next < 0xE000;
        if (value < 0) {
            out_ += "\\\\";  // "\upsilon"
            ++at_;
        } else if ((is_high && !is_pair) || is_low) {
            out_ += "\\ufffd";
            at_ += 6;
        } else {
            const std::size_t length = is_pair ? 12 : 6;
            out_.append(text_.substr(at_, length));
            at_ += length;
        }
    }

    void word()
    {
        const std::size_t begin = at_;
        while (at_ < text_.size() && is_word(text_[at_])) ++at_;
        const std::string_view found = text_.substr(begin, at_ - begin);
        if (found == "true" || found == "false" || found == "null") out_.append(found);
        else out_ += found.find_first_of("0123456789") == std::string_view::npos ? "null" : "0";
    }

    void sign()
    {
        const char c = text_[at_++];
        if (c == '}' || c == ']') {
            const std::size_t last = out_.find_last_not_of(" \t\r\n");
            if (last != std::string::npos && out_[last] == ',') out_.resize(last);
        }
        out_ += c;
    }

    std::string_view text_;
    std::string out_;
    std::size_t at_ = 0;
};

}  // namespace

std::string repaired_json(std::string_view source)
{
    if (is_valid_utf8(source)) return Repairer(source).run();
    const std::string valid = to_valid_utf8(source);
    return Repairer(valid).run();
}

}  // namespace paperdeck
