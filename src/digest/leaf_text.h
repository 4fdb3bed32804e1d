// The text of one leaf block while md4c hands it over piece by piece: styles, links and maths of Markdown and
// inline HTML put together. Counted styles, as both Markdown and HTML open and close them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "digest/html.h"
#include "digest/markdown_shield.h"
#include "digest/styled_text.h"

namespace paperdeck {

class LeafText {
public:
    // `source`: what text is taken from; `maths`: where maths stands in it. Both must outlive this.
    LeafText(std::string_view source, const std::vector<MathsRange>& maths) : source_(source), maths_(maths) {}

    void change_bold(int by) { change(bold_, by); }
    void change_italic(int by) { change(italic_, by); }
    void change_code(int by) { change(code_, by); }
    void open_link(const std::string& url);
    void close_link();
    bool is_in_link() const { return link_begin_ != kNoLink; }

    // The stretch [begin, end) of the source: plain, but for the maths in it.
    void append_source(std::size_t begin, std::size_t end);
    void append(std::string_view text) { builder_.append(text); }
    // Forgets what was appended behind `size` bytes.
    void truncate(std::size_t size) { builder_.truncate(size); }

    const std::string& text() const { return builder_.text(); }
    const std::vector<std::string>& links() const { return builder_.links(); }
    // Whether the text at source offset `offset` is still the maths written last.
    bool is_in_maths(std::size_t offset) const { return offset < maths_end_; }
    // The text so far; the next one begins plain.
    StyledText take();

private:
    static constexpr std::size_t kNoLink = static_cast<std::size_t>(-1);

    std::uint8_t style() const;
    void change(int& count, int by);
    void append_maths(const MathsRange& range);

    std::string_view source_;
    const std::vector<MathsRange>& maths_;
    StyledTextBuilder builder_;
    int bold_ = 0, italic_ = 0, code_ = 0;
    std::size_t link_begin_ = kNoLink;
    bool is_derived_ = false;  // the link is made of a path
    bool is_new_ = false;      // nothing before it in this text has the same address
    std::size_t next_maths_ = 0;
    std::size_t maths_end_ = 0;  // source offset behind the last maths written
};

}  // namespace paperdeck
