// Text with styles and links, free of Markdown, HTML and TeX markup: what a card shows.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace paperdeck {

// Bits of Span::style.
enum Style : std::uint8_t {
    kPlain = 0,
    kBold = 1,
    kItalic = 2,
    kCode = 4,
    kMaths = 8,         // the span's text is TeX source without its dollars
    kDisplayMaths = 16  // with kMaths: was $$…$$ or \[…\]
};

// A stretch [begin, end) of bytes of one style. Spans are in order, do not touch what they do not
// style (plain text without a link has no span) and do not overlap.
struct Span {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint8_t style = kPlain;
    std::int32_t link = -1;  // index into StyledText::links, or -1

    friend bool operator==(const Span&, const Span&) = default;
};

struct StyledText {
    std::string text;                // valid UTF-8; paragraphs and line breaks as '\n'
    std::vector<Span> spans;
    std::vector<std::string> links;  // http or https only

    bool empty() const { return text.empty(); }
    friend bool operator==(const StyledText&, const StyledText&) = default;
};

// The plain form that the command line and the mirror give: maths spans as "$…$", a dollar sign
// that is not maths as "\$". The inverse never has to guess.
std::string to_plain(const StyledText& text);

// Appends `piece` to `out`, with its spans and links moved along.
void append(StyledText& out, const StyledText& piece);

// Without white space at both ends, runs of blanks made one blank, blanks around '\n' dropped; inside
// maths and code spans nothing changes.
StyledText tidied(StyledText text);

// Makes a StyledText piece by piece, in order, spans merged and closed by
// itself. One builder serves for many texts, so that the buffers are allocated once.
class StyledTextBuilder {
public:
    // Style and link of what is appended from here on; `link` is an index from add_link, or -1.
    void set_style(std::uint8_t style) { next_style_ = style; }
    void set_link(std::int32_t link) { next_link_ = link; }
    std::uint8_t style() const { return next_style_; }
    std::int32_t link() const { return next_link_; }
    // Index of a link, which must be http or https; one link twice has one index.
    std::int32_t add_link(std::string_view url);
    // The link that is set, whose words begin at `from`, is none; `is_new`: nothing before has it, so that it goes.
    void take_back_link(std::size_t from, bool is_new);

    void append(std::string_view piece);
    void append(char c) { append(std::string_view(&c, 1)); }
    // Takes back what was appended behind `size` bytes.
    void truncate(std::size_t size);
    // A piece of its own: what came before it and what comes after does not merge with it.
    void end_span();

    const std::string& text() const { return text_; }
    const std::vector<std::string>& links() const { return links_; }
    bool empty() const { return text_.empty() && links_.empty(); }
    // The text made so far, in memory of just its size; the builder is empty and plain after it.
    StyledText take();

private:
    std::string text_;
    std::vector<Span> spans_;  // the last one may still grow: its end is set in append()
    std::vector<std::string> links_;
    std::uint8_t next_style_ = kPlain;
    std::int32_t next_link_ = -1;
    bool is_span_open_ = false;  // spans_.back() ends where text_ does
};

// Whether all of it but blanks is bold, and nothing else: a line that serves as a heading.
bool is_all_bold(const StyledText& text);

// Takes the links out and leaves their words.
void drop_links(StyledText& text);

// The stretch [begin, end) of `text` as a text of its own; links that no span of it uses are left out.
StyledText slice(const StyledText& text, std::size_t begin, std::size_t end);

// True for blank, tab and line break; what `tidied` collapses.
inline bool is_blank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
std::string_view trimmed(std::string_view text);

}  // namespace paperdeck
