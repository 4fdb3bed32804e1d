#include "digest/digest_reader.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "digest/entry_reader.h"
#include "digest/markdown.h"

namespace paperdeck {
namespace {

// Sizes from which a piece may end: at a heading, at a blank line, at a line end, anywhere.
constexpr std::size_t kHeadingCut = 64u << 10;
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
        if (size >= kHeadingCut && open_fence == '\0' && is_heading_line(line)) return line_begin;
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
    if (bytes.substr(0, 4) == "%PDF") return "is a PDF, not a digest: open the Markdown file that lists the papers";
    return "is not text: open the Markdown file itself, not an archive or a program";
}

}  // namespace

struct DigestReading::State {
    std::string bytes;
    Digest digest;
    EntryReader entries;
    std::size_t position = 0;
    int line = 1;
    std::size_t replaced = 0;  // malformed UTF-8 sequences so far
    int first_replaced_line = 0;

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

    void read_piece()
    {
        const std::size_t end = piece_end(bytes, position);
        const std::string_view raw = std::string_view(bytes).substr(position, end - position);
        const std::size_t invalid = find_invalid_utf8(raw);
        if (invalid == std::string_view::npos) {
            entries.read(parse_markdown(raw, line));
        } else {
            if (first_replaced_line == 0) first_replaced_line = line + count_lines(raw.substr(0, invalid));
            std::size_t count = 0;
            entries.read(parse_markdown(to_valid_utf8(raw, &count), line));
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
        if (digest.papers.empty())
            warn("no papers found: a digest has, for each paper, a heading with its title and a link to arXiv");
        bytes = std::string();
    }
};

DigestReading::DigestReading(std::string file, std::string bytes) : state_(std::make_unique<State>(std::move(file), std::move(bytes))) {}

DigestReading::~DigestReading() = default;

bool DigestReading::step(const Deadline& deadline)
{
    State& s = *state_;
    if (s.position == 0 && !s.start()) return true;
    do {
        s.read_piece();
        if (s.position >= s.bytes.size()) {
            s.finish();
            return true;
        }
    } while (!deadline.passed());
    return false;
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
