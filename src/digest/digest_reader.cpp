#include "digest/digest_reader.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "digest/empty_day.h"
#include "digest/entry_reader.h"
#include "digest/front_matter.h"
#include "digest/json_digest.h"
#include "digest/markdown.h"
#include "digest/mending.h"
#include "digest/wiki_links.h"

namespace paperdeck {
namespace {

// Sizes from which a piece may end: at a heading, at an item, row or footnote, at a blank line, at a line end,
// anywhere. A piece is the least that is read at once: as WebAssembly that is not yet compiled to be fast, 8 KB take 1 to 2 ms.
constexpr std::size_t kHeadingCut = 8u << 10;
constexpr std::size_t kStartCut = 10u << 10;
constexpr std::size_t kBlankCut = 256u << 10;
constexpr std::size_t kLineCut = 1u << 20;
constexpr std::size_t kHardCut = 4u << 20;

std::string_view without_indent(std::string_view line)
{
    std::size_t i = 0;
    while (i < line.size() && i < 3 && line[i] == ' ') ++i;
    return line.substr(i);
}

bool is_heading_line(std::string_view line)
{
    line = without_indent(line);
    std::size_t marks = 0;
    while (marks < line.size() && line[marks] == '#') ++marks;
    return marks >= 1 && marks <= 6 && (marks == line.size() || line[marks] == ' ' || line[marks] == '\t');
}

bool is_blank_line(std::string_view line)
{
    return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

// Three or more backquotes or tildes; '\0' where the line opens or closes no fence.
char fence_of(std::string_view line)
{
    line = without_indent(line);
    for (const char mark : {'`', '~'})
        if (line.size() >= 3 && line[0] == mark && line[1] == mark && line[2] == mark) return mark;
    return '\0';
}

bool is_row_line(std::string_view line) { return line.substr(0, 1) == "|"; }

// A line that begins something of its own: a footnote, an item of an outer list, a row.
bool is_start_line(std::string_view line)
{
    if (line.substr(0, 2) == "[^") return line.find("]:") != std::string_view::npos;
    return line.substr(0, 2) == "- " || line.substr(0, 2) == "* " || is_row_line(line);
}

// The first two lines of the table that goes on at `cut`: the names of its columns, for the piece behind. Empty
// where no table is cut. `before`: what the piece that starts at `begin` began with.
std::string table_head_at(std::string_view text, std::size_t begin, std::size_t cut, const std::string& before)
{
    if (cut >= text.size() || !is_row_line(text.substr(cut))) return {};
    std::size_t first = cut;
    while (first > begin) {
        const std::size_t line_begin = first >= 2 ? text.rfind('\n', first - 2) : std::string_view::npos;
        const std::size_t at = line_begin == std::string_view::npos || line_begin + 1 < begin ? begin : line_begin + 1;
        if (!is_row_line(text.substr(at))) break;
        first = at;
    }
    if (first == cut) return {};
    if (first == begin && !before.empty()) return before;
    const std::size_t second = text.find('\n', first);
    const std::size_t end = second == std::string_view::npos ? second : text.find('\n', second + 1);
    return end == std::string_view::npos || end >= cut ? std::string() : std::string(text.substr(first, end + 1 - first));
}

// Where the piece that starts at `begin` ends.
std::size_t piece_end(std::string_view text, std::size_t begin)
{
    char open_fence = '\0';
    std::size_t line_begin = begin;
    while (line_begin < text.size()) {
        const std::size_t size = line_begin - begin;
        const std::size_t reach = std::min(text.size(), begin + kHardCut);
        const void* found = std::memchr(text.data() + line_begin, '\n', reach - line_begin);
        if (!found && reach < text.size()) {
            // A line without an end: cut before a character, not inside of it.
            std::size_t cut = reach;
            while (cut > begin + 1 && cut > reach - 4 && (static_cast<unsigned char>(text[cut]) & 0xC0) == 0x80) --cut;
            return cut;
        }
        const std::size_t line_end = found ? static_cast<std::size_t>(static_cast<const char*>(found) - text.data()) : text.size();
        const std::string_view line = text.substr(line_begin, line_end - line_begin);
        if (size >= kHeadingCut && open_fence == '\0' && (is_heading_line(line) || (size >= kStartCut && is_start_line(line)))) return line_begin;
        if (size >= kLineCut || (size >= kBlankCut && is_blank_line(line))) return line_begin;
        if (const char mark = fence_of(line)) {
            if (open_fence == '\0') open_fence = mark;
            else if (open_fence == mark) open_fence = '\0';
        }
        line_begin = line_end + 1;
    }
    return text.size();
}

// By memchr: the lines of digests are long.
int count_lines(std::string_view text)
{
    int lines = 0;
    for (std::size_t at = 0; (at = text.find('\n', at)) != std::string_view::npos; ++at) ++lines;
    return lines;
}

std::string what_binary_is(std::string_view bytes)
{
    const bool is_utf16 = bytes.substr(0, 2) == "\xFF\xFE" || bytes.substr(0, 2) == "\xFE\xFF";
    if (is_utf16) return "is UTF-16 text: save it as UTF-8 and open it again";
    if (bytes.substr(0, 4) == "%PDF") return "is a PDF, not a digest: open the Markdown or JSON file that lists the papers";
    return "is not text: open the Markdown file itself, not an archive or a program";
}

}  // namespace

struct DigestReading::State {
    std::string bytes;
    Digest digest;
    EntryReader entries;
    std::string mended_buffer;
    std::string wiki_buffer;
    std::unique_ptr<JsonDigestReading> json;  // where the content is JSON
    std::size_t position = 0;
    int line = 1;
    std::string table_head;    // of the table that the last piece was cut in
    std::size_t replaced = 0;  // malformed UTF-8 sequences so far
    int first_replaced_line = 0;
    bool is_end_due = false;   // nothing is left but finish()

    State(std::string file, std::string content) : bytes(std::move(content)), entries(file)
    {
        digest.file = std::move(file);
        digest.bytes = bytes.size();
    }

    void warn(std::string message, int at_line = 0) { digest.warnings.push_back({std::move(message), digest.file, at_line}); }

    // False, with a warning, for what cannot be read at all.
    bool start()
    {
        const std::string_view all = bytes;
        if (all.substr(0, 3) == "\xEF\xBB\xBF") position = 3;
        if (all.substr(position).find_first_not_of(" \t\r\n") == std::string_view::npos) {
            warn(all.empty() ? "is empty: check that it was written or downloaded whole"
                             : "is empty but for white space: check that it was written or downloaded whole");
        } else if (looks_binary(all)) {
            warn(what_binary_is(all));
        } else {
            return true;
        }
        digest.is_readable = false;
        position = bytes.size();
        return false;
    }

    bool read_json(const Deadline& deadline)
    {
        const bool is_done = json->step(deadline);
        position = json->bytes_done();
        if (!is_done) return false;
        digest = json->take();
        json.reset();
        bytes = std::string();
        return true;
    }

    void read_front()
    {
        FrontMatter front = read_front_matter(std::string_view(bytes).substr(position), line);
        position += front.size;
        line += front.lines;
        entries.set_front_matter(std::move(front.names), std::move(front.identity));
        if (!front.blocks.empty()) entries.read(std::move(front.blocks), front.size);
    }

    // What md4c is given; good until the next piece.
    std::string_view readable(std::string_view valid) { return with_wiki_links_resolved(mended(valid, mended_buffer), wiki_buffer); }

    void read_piece()
    {
        const std::size_t end = piece_end(bytes, position);
        const std::string_view raw = std::string_view(bytes).substr(position, end - position);
        const std::size_t invalid = find_invalid_utf8(raw);
        const std::string head = std::move(table_head);
        table_head = table_head_at(bytes, position, end, head);
        if (invalid == std::string_view::npos && head.empty()) {
            entries.read(parse_markdown(readable(raw), line), raw.size());
        } else {
            if (invalid != std::string_view::npos && first_replaced_line == 0) first_replaced_line = line + count_lines(raw.substr(0, invalid));
            std::size_t count = 0;
            // The table's head stands in the two lines before.
            const std::string valid = to_valid_utf8(head) + to_valid_utf8(raw, &count);
            entries.read(parse_markdown(readable(valid), head.empty() ? line : line - 2), raw.size());
            replaced += count;
        }
        line += count_lines(raw);
        position = end;
    }

    void finish()
    {
        entries.finish();
        digest.papers = entries.take_papers();
        digest.date = entries.date();
        if (replaced > 0) {
            warn("is not valid UTF-8 here" + (replaced > 1 ? " and in " + std::to_string(replaced - 1) + " more places" : std::string()) +
                     ": what could not be read is shown as U+FFFD; save the file as UTF-8",
                 first_replaced_line);
        }
        for (Error& warning : entries.take_warnings()) digest.warnings.push_back(std::move(warning));
        if (digest.papers.empty()) digest.empty_words = what_empty_says(bytes);
        if (digest.papers.empty())
            warn("no papers found: a digest has, for each paper, a heading, row or list item with its title and a link to the paper");
        bytes = std::string();
    }
};

DigestReading::DigestReading(std::string file, std::string bytes) : state_(std::make_unique<State>(std::move(file), std::move(bytes))) {}

DigestReading::~DigestReading() = default;

bool DigestReading::step(const Deadline& deadline)
{
    State& s = *state_;
    if (s.json) return s.read_json(deadline);
    if (s.position == 0) {
        if (!s.start()) return true;
        if (looks_like_json(s.bytes)) {
            s.json = std::make_unique<JsonDigestReading>(s.digest.file, s.bytes);
            return s.read_json(deadline);
        }
        s.read_front();
    }
    while (s.position < s.bytes.size()) {
        s.read_piece();
        if (deadline.passed()) return false;
    }
    while (s.entries.take_waiting())
        if (deadline.passed()) return false;
    // Putting a long list in order takes milliseconds of its own.
    if (!std::exchange(s.is_end_due, true) && deadline.passed()) return false;
    s.finish();
    return true;
}

Digest DigestReading::take() { return std::move(state_->digest); }

std::size_t DigestReading::bytes_done() const { return state_->position; }

Digest read_digest(std::string file, std::string bytes)
{
    DigestReading reading(std::move(file), std::move(bytes));
    reading.step(NoDeadline());
    return reading.take();
}

}  // namespace paperdeck
