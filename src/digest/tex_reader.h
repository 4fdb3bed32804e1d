// The inside of with_tex_resolved, for its two files: the walk through the text with its styles, groups and quotes
// (tex.cpp), and what commands and accents become (tex_expansion.cpp).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "digest/styled_text.h"
#include "digest/tex_braces.h"
#include "digest/tex_commands.h"

namespace paperdeck {

// One for each text, which has to outlive it.
class TexReader {
public:
    explicit TexReader(const StyledText& in);

    StyledText run();

private:
    // Where a group ends and what it was opened for.
    struct Group {
        std::size_t end = 0;     // of its closing brace
        std::uint8_t style = 0;  // style bits of it and of the groups around it
        bool has_link = false;
        bool is_note = false;
    };

    static bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
    static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || is_upper(c); }

    char peek(std::size_t ahead) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
    char previous() const { return at_ > 0 ? text_[at_ - 1] : '\0'; }
    std::size_t end_of_name(std::size_t i) const;
    std::size_t skip_blanks(std::size_t i) const;

    // Both go on behind what they consumed: copied as it stands, or with `piece` in its place.
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

    bool is_verbatim() const;
    void sync_style();
    std::size_t plain_run() const;

    void open_group(std::size_t content, std::size_t end, std::uint8_t style, bool has_link = false);
    void close_groups();
    void brace();

    void open_quote();
    void close_quote();
    void tie();

    // Commands and accents.
    void backslash();
    void apply(const TexCommand& command, std::size_t name_end);
    std::size_t skip_options(std::size_t i) const;
    void symbol(const TexCommand& command, std::size_t name_end);
    void drop(std::size_t end);
    void note(std::size_t begin, std::size_t end);
    void url(std::size_t begin, std::size_t end);
    void second_argument(const TexCommand& command, std::size_t begin, std::size_t end);
    bool in_link() const { return out_.link() >= 0; }
    char accented_letter(std::size_t i, std::size_t& end) const;
    bool put_accented(char32_t mark, std::size_t from);
    void sign_accent(char sign);
    void letter_accent(const TexCommand& command, std::size_t name_end);

    const StyledText& in_;
    std::string_view text_;
    TexBraces braces_;
    std::size_t last_apostrophe_;
    StyledTextBuilder out_;
    std::vector<std::int32_t> link_at_;
    std::vector<Group> groups_;
    std::size_t at_ = 0, span_ = 0, next_change_ = 0;
    std::int32_t tex_link_ = -1;
    int open_double_ = 0, open_single_ = 0;
};

}  // namespace paperdeck
