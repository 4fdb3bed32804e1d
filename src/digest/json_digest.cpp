#include "digest/json_digest.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "digest/arxiv.h"
#include "digest/json_context.h"
#include "digest/json_keys.h"
#include "digest/json_paper.h"
#include "digest/json_row.h"
#include "digest/sections.h"

namespace paperdeck {
namespace {

constexpr std::size_t kMaxDepth = 24;          // of objects and lists that are followed
constexpr std::size_t kMaxObject = 256u << 10; // bytes of one paper: read in one go, within a slice
constexpr std::size_t kSliceBytes = 32u << 10; // between two looks at the clock
constexpr int kMaxWarnings = 20;

bool is_white(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::size_t skip_white(std::string_view text, std::size_t at)
{
    while (at < text.size() && is_white(text[at])) ++at;
    return at;
}

}  // namespace

bool looks_like_json(std::string_view bytes)
{
    if (bytes.substr(0, 3) == "\xEF\xBB\xBF") bytes.remove_prefix(3);
    const std::size_t first = skip_white(bytes, 0);
    if (first >= bytes.size()) return false;
    const std::size_t second = skip_white(bytes, first + 1);
    const char next = second < bytes.size() ? bytes[second] : '\0';
    if (bytes[first] == '{') return next == '"' || next == '}';
    if (bytes[first] != '[') return false;
    return next == '{' || next == '"' || (next == ']' && skip_white(bytes, second + 1) == bytes.size());
}

struct JsonDigestReading::State {
    std::string_view text;
    Digest digest;
    SectionNames from_file;
    std::vector<JsonFrame> stack;
    std::size_t deeper = 0;  // brackets open beyond what is followed
    std::size_t position = 0;
    int line = 1;
    bool is_lines = false;   // JSONL: a value a line
    bool is_in_string = false;
    std::size_t string_begin = 0;
    int string_line = 0;
    int warnings_left_out = 0;
    Date day;                // the first one that the content names
    std::string empty_list;  // the first one, as the file has it: "[]", "\"papers\": []"
    bool has_items = false;  // a list has objects

    State(std::string file, std::string_view bytes) : text(bytes), from_file(read_file_name(file))
    {
        digest.file = std::move(file);
        digest.bytes = bytes.size();
        if (text.substr(0, 3) == "\xEF\xBB\xBF") position = 3;
        // A first line that is a whole object, and another one below it.
        const std::size_t first = skip_white(text, position);
        const std::size_t line_end = std::min(text.find('\n', first), text.size());
        const std::size_t next = skip_white(text, line_end);
        is_lines = first < text.size() && text[first] == '{' && trimmed(text.substr(first, line_end - first)).size() > 1 && next < text.size() && text[next] == '{';
    }

    void warn(std::string message, int at_line)
    {
        if (static_cast<int>(digest.warnings.size()) < kMaxWarnings) digest.warnings.push_back({std::move(message), digest.file, at_line});
        else ++warnings_left_out;
    }

    // Reads on until `end`, or a little further.
    void read_until(std::size_t end)
    {
        end = std::min(end, text.size());
        while (position < end) {
            if (is_in_string) inside_string(end);
            else if (deeper > 0) too_deep(text[position++]);
            else outside(text[position++]);
        }
    }

    void inside_string(std::size_t end)
    {
        while (position < end) {
            const char c = text[position++];
            if (c == '\\') {
                // What is escaped, but for a line end, which ends a line of JSONL.
                if (position < text.size() && text[position] != '\n') ++position;
            } else if (c == '"') {
                is_in_string = false;
                if (deeper == 0) string_ended();
                return;
            } else if (c == '\n') {
                line_ended();
                if (!is_in_string) return;
            }
        }
    }

    void begin_string()
    {
        is_in_string = true;
        string_begin = position - 1;
        string_line = line;
    }

    void too_deep(char c)
    {
        if (c == '"') begin_string();
        else if (c == '{' || c == '[') ++deeper;
        else if (c == '}' || c == ']') --deeper;
        else if (c == '\n') line_ended();
    }

    void outside(char c)
    {
        switch (c) {
        case '\n': line_ended(); break;
        case '"': begin_string(); break;
        case '{':
        case '[': open(c == '{'); break;
        case '}':
        case ']': close(); break;
        case ',':
            if (!stack.empty()) stack.back().expects_key = stack.back().is_object;
            break;
        default: break;
        }
    }

    void line_ended()
    {
        ++line;
        if (!is_lines) return;
        const bool is_whole = stack.empty() && deeper == 0 && !is_in_string;
        if (!is_whole) {
            warn("this line is no whole JSON value: it was left out", line - 1);
            drop_papers_from(stack.empty() ? digest.papers.size() : stack.front().papers_before);
        }
        stack.clear();
        deeper = 0;
        is_in_string = false;
    }

    void open(bool is_object)
    {
        has_items = has_items || (is_object && !stack.empty() && !stack.back().is_object);
        if (stack.size() >= kMaxDepth) {
            for (JsonFrame& frame : stack) frame.is_too_deep = true;
            deeper = 1;
            return;
        }
        JsonFrame& frame = stack.emplace_back();
        frame.is_object = is_object;
        frame.expects_key = is_object;
        frame.begin = position - 1;
        frame.line = line;
        frame.papers_before = digest.papers.size();
    }

    void string_ended()
    {
        if (stack.empty() || !stack.back().is_object) return;
        JsonFrame& frame = stack.back();
        const std::string_view inner = text.substr(string_begin + 1, position - string_begin - 2);
        if (frame.expects_key) return frame.take_key(inner);
        frame.take_value(inner);
        if (!day) day = frame.said.date;
        const bool is_row = !inner.empty() && inner[0] == '|' && inner.size() <= kMaxObject && parse_arxiv_id(frame.key);
        if (!is_row) return;
        if (auto paper = paper_of_json_row(text.substr(string_begin, position - string_begin), context(string_line))) add(std::move(*paper));
    }

    // What is open says of what stands in it and begins at `at_line`.
    JsonContext context(int at_line) const
    {
        JsonContext out = context_in(stack);
        out.file_date = from_file.date;
        out.line = at_line;
        return out;
    }

    // A list with nothing in it: papers of a day that brought none, perhaps.
    void note_empty_list(const JsonFrame& list)
    {
        if (!empty_list.empty() || !trimmed(text.substr(list.begin + 1, position - list.begin - 2)).empty()) return;
        const JsonContext around = context(list.line);
        if (!day) day = around.date;
        empty_list = around.key.empty() ? "[]" : "\"" + to_valid_utf8(around.key) + "\": []";
    }

    void close()
    {
        if (stack.empty()) return warn("a bracket closes here that was never opened", line);
        const JsonFrame frame = std::move(stack.back());
        stack.pop_back();
        if (!frame.is_object) note_empty_list(frame);
        if (frame.is_broken) return warn("this entry is not valid JSON: it was left out", frame.line);
        const bool is_keyed = !stack.empty() && stack.back().is_object && parse_arxiv_id(stack.back().key).has_value();
        // "metadata": {"arxiv_id": …}
        if (frame.is_object && frame.has_evidence && !frame.has_title && !stack.empty() && stack.back().is_object)
            stack.back().has_evidence = stack.back().has_evidence || json_field_of(stack.back().key) == JsonField::kDetails;
        if (!frame.is_object || !frame.has_title || (!frame.has_evidence && !is_keyed)) return;
        const bool has_inner = digest.papers.size() > frame.papers_before;
        const std::size_t size = position - frame.begin;
        if (frame.is_too_deep || size > kMaxObject) {
            if (!has_inner) warn(frame.is_too_deep ? "this entry is nested deeper than any paper: it was left out" : "this entry is longer than 256 KB: it was left out", frame.line);
            return;
        }
        bool is_valid = true;
        auto paper = paper_of_json(text.substr(frame.begin, size), context(frame.line), is_valid);
        if (!is_valid && !has_inner) warn("this entry is not valid JSON: it was left out", frame.line);
        // A list of papers may have a title itself; a paper may name others.
        if (!paper || (has_inner && paper->id.empty() && paper->extras->doi.empty())) return;
        drop_papers_from(frame.papers_before);
        add(std::move(*paper));
    }

    void drop_papers_from(std::size_t count) { digest.papers.resize(std::min(count, digest.papers.size())); }

    void add(Paper paper)
    {
        if (paper.categories.empty()) paper.categories = from_file.categories;
        if (paper.kind == Kind::kUnknown && from_file.kind != Kind::kUnknown) {
            paper.kind = from_file.kind;
            paper.kind_guess = Kind::kUnknown;
        }
        digest.papers.push_back(std::move(paper));
    }

    void finish()
    {
        if (is_lines) {
            const bool is_whole = stack.empty() && deeper == 0 && !is_in_string;
            if (!is_whole) line_ended();
        } else if (!stack.empty()) {
            warn("the file ends in the middle of a JSON value that begins here: it may have been cut off", stack.front().line);
        }
        if (warnings_left_out > 0) digest.warnings.push_back({"and " + std::to_string(warnings_left_out) + " more places like these", digest.file, 0});
        digest.date = from_file.date;
        for (const Paper& paper : digest.papers)
            if (!digest.date) digest.date = paper.date;
        if (!digest.papers.empty()) return;
        if (!digest.date) digest.date = day;
        if (!has_items && stack.empty()) digest.empty_words = empty_list;
        digest.warnings.push_back({"no papers found: a JSON digest has objects with a \"title\" and an \"id\" or a link", digest.file, 0});
    }
};

JsonDigestReading::JsonDigestReading(std::string file, std::string_view bytes) : state_(std::make_unique<State>(std::move(file), bytes)) {}

JsonDigestReading::~JsonDigestReading() = default;

bool JsonDigestReading::step(const Deadline& deadline)
{
    State& s = *state_;
    do {
        s.read_until(s.position + kSliceBytes);
        if (s.position >= s.text.size()) {
            s.finish();
            return true;
        }
    } while (!deadline.passed());
    return false;
}

Digest JsonDigestReading::take() { return std::move(state_->digest); }

std::size_t JsonDigestReading::bytes_done() const { return state_->position; }

}  // namespace paperdeck
