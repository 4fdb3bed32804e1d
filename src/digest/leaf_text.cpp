#include "digest/leaf_text.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "digest/arxiv.h"
#include "digest/bare_addresses.h"
#include "digest/labels.h"
#include "digest/title_text.h"

namespace paperdeck {
namespace {

// What arXiv's listings show in place of an address.
bool is_hidden_url_text(std::string_view text)
{
    text = trimmed(text);
    return text == "this https URL" || text == "this http URL" || text == "this URL";
}

// Words enough for a title, neither a sign nor "Full report".
bool may_be_title(std::string_view anchor)
{
    constexpr std::size_t kShortest = 8;
    constexpr std::array<std::string_view, 14> kWays = {"detail", "analysis", "report", "full ", "read ", "view ", "note", "summary", "more ", "open ", "back ", "prev", "next", "weekly "};
    const std::string words = ascii_lower(without_signs(anchor));
    const bool is_way = std::any_of(kWays.begin(), kWays.end(), [&](std::string_view way) { return words.starts_with(way) && words.size() < 2 * way.size() + 8; });
    return words.size() >= kShortest && !is_way && !is_link_sign(anchor);
}

// A line break and the marks of the quote behind it become one blank.
std::string without_line_breaks(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\n' && text[i] != '\r') {
            out += text[i];
            continue;
        }
        while (i + 1 < text.size() && (is_blank(text[i + 1]) || text[i + 1] == '>')) ++i;
        out += ' ';
    }
    return out;
}

}  // namespace

std::uint8_t LeafText::style() const
{
    return static_cast<std::uint8_t>((bold_ > 0 ? kBold : 0) | (italic_ > 0 ? kItalic : 0) | (code_ > 0 ? kCode : 0));
}

void LeafText::change(int& count, int by)
{
    count = std::max(0, count + by);  // an end tag may have come first
    builder_.set_style(style());
}

void LeafText::open_link(const std::string& url)
{
    close_link();
    // A page of the digest's own about a paper tells which one it is.
    const auto own = is_web_url(url) ? std::nullopt : arxiv_id_in_path(url);
    if (!own && !is_web_url(url)) return;
    is_derived_ = own.has_value();
    const std::size_t links_before = builder_.links().size();
    builder_.set_link(builder_.add_link(own ? abs_url(own->id) + (own->version > 0 ? "v" + std::to_string(own->version) : std::string()) : url));
    is_new_ = builder_.links().size() > links_before;
    link_begin_ = builder_.text().size();
}

void LeafText::close_link()
{
    if (link_begin_ == kNoLink) return;
    const std::string_view anchor = std::string_view(builder_.text()).substr(std::min(link_begin_, builder_.text().size()));
    if (is_hidden_url_text(anchor)) {
        builder_.truncate(link_begin_);
        builder_.append(std::string(builder_.links()[static_cast<std::size_t>(builder_.link())]));
    }
    // "[Details](2103.06255.md)" leads to a page that is not at hand; only a title means the paper.
    if (is_derived_ && !may_be_title(anchor)) builder_.take_back_link(link_begin_, is_new_);
    builder_.set_link(-1);
    is_derived_ = false;
    link_begin_ = kNoLink;
}

void LeafText::append_source(std::size_t begin, std::size_t end)
{
    begin = std::max(begin, maths_end_);
    while (begin < end) {
        while (next_maths_ < maths_.size() && maths_[next_maths_].end <= begin) ++next_maths_;
        if (next_maths_ == maths_.size() || maths_[next_maths_].begin >= end) {
            builder_.append(source_.substr(begin, end - begin));
            return;
        }
        const MathsRange& range = maths_[next_maths_];
        if (range.begin > begin) builder_.append(source_.substr(begin, range.begin - begin));
        append_maths(range);
        maths_end_ = range.end;
        begin = range.end;
    }
}

void LeafText::append_maths(const MathsRange& range)
{
    std::string_view content = source_.substr(range.begin + range.delimiter_size, range.end - range.begin - 2u * range.delimiter_size);
    std::string tex;
    if (content.find_first_of("\n\r&") != std::string_view::npos) {
        tex = with_entities_resolved(without_line_breaks(content));
        content = tex;
    }
    builder_.end_span();
    builder_.set_style(static_cast<std::uint8_t>(style() | kMaths | (range.is_display ? kDisplayMaths : 0)));
    builder_.append(trimmed(content));
    builder_.end_span();
    builder_.set_style(style());
}

StyledText LeafText::take()
{
    bold_ = italic_ = code_ = 0;
    link_begin_ = kNoLink;
    StyledText text = builder_.take();
    link_bare_addresses(text);
    return text;
}

}  // namespace paperdeck
