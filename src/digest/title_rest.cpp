// What stands behind a title in its line and in the lines below it.
#include <algorithm>
#include <utility>

#include "digest/arxiv.h"
#include "digest/author_names.h"
#include "digest/entry_pieces.h"
#include "digest/paper_links.h"
#include "digest/title_text.h"

namespace paperdeck {
namespace {

constexpr std::size_t kLongestLabel = 48;

Piece piece_of(Field field, StyledText text, int line)
{
    Piece piece;
    piece.field = field;
    piece.text = std::move(text);
    piece.line = line;
    return piece;
}

// The line without links that only say what is behind them and the label words before those ("Paper: [pdf](…)").
StyledText without_link_signs(const StyledText& line)
{
    std::vector<TextRange> gone = link_signs(line);
    for (TextRange& range : gone) {
        const std::size_t from = range.first > kLongestLabel ? range.first - kLongestLabel : 0;
        const std::string_view before = std::string_view(line.text).substr(from, range.first - from);
        const std::size_t kept = before.find_last_not_of(" *[(");
        if (kept == std::string_view::npos || before[kept] != ':') continue;
        const std::size_t word = before.find_last_of(" ,;|", kept);
        if (word == std::string_view::npos && from > 0) continue;  // longer than any label, and begun in the middle of a character perhaps
        const std::size_t word_at = word == std::string_view::npos ? 0 : word + 1;
        if (field_of(before.substr(word_at, kept - word_at)) != Field::kNone) range.first = from + word_at;
    }
    return without_ranges(line, gone);
}

bool is_bracketed(std::string_view text)
{
    return text.size() > 2 && text.front() == '(' && text.find(')') == text.size() - 1;
}

bool says_et_al(std::string_view text) { return text.find("et al") != std::string_view::npos || text.find("et.al") != std::string_view::npos; }

// One part of a line, between "·" or "|".
void add_part(std::vector<Piece>& out, StyledText part, int line, bool is_line_of_its_own)
{
    const std::string_view text = without_signs(part.text);
    if (text.size() < 2 || text == "null" || text == "None") return;
    if (text.size() <= 24) {
        const auto date = find_date(text);
        if (date) {
            if (!find_categories(text).empty()) out.push_back(piece_of(Field::kCategories, part, line));
            return out.push_back(piece_of(Field::kDate, std::move(part), line));
        }
        std::size_t codes = 0;
        const std::vector<std::string> categories = find_categories(text);
        for (const std::string& code : categories) codes += code.size() + 2;
        if (!categories.empty() && codes + 2 >= text.size()) return out.push_back(piece_of(Field::kCategories, std::move(part), line));
    }
    std::string_view names = trimmed(part.text);
    while (!names.empty() && (names.front() == ',' || names.front() == '-' || names.front() == ':' || names.front() == '.' || names.front() == ' ')) names.remove_prefix(1);
    while (!names.empty() && (names.back() == ',' || names.back() == ' ' || names.back() == ';')) names.remove_suffix(1);
    while (!names.empty() && names.back() == '.' && !says_et_al(names)) names.remove_suffix(1);
    const bool has_by = names.substr(0, 3) == "by ";
    if (has_by) names.remove_prefix(3);
    const bool are_names = !is_bracketed(names) && looks_like_names(names);
    if (are_names && (has_by || is_line_of_its_own || says_et_al(names) || names.find(", ") != std::string_view::npos)) {
        StyledText value;
        value.text = std::string(names);
        return out.push_back(piece_of(Field::kAuthors, std::move(value), line));
    }
    if (is_bracketed(trimmed(part.text))) {
        const std::string_view inside = trimmed(part.text);
        const auto begin = static_cast<std::size_t>(inside.data() - part.text.data());
        return out.push_back(piece_of(Field::kComment, slice(part, begin + 1, begin + inside.size() - 1), line));
    }
    Piece note = piece_of(Field::kNone, std::move(part), line);
    note.is_note = true;
    out.push_back(std::move(note));
}

// "`arXiv:2610.09677` `cs.CV` `cs.LG`": ids and categories set as code, taken out of the line.
StyledText without_codes(const StyledText& line, std::vector<Piece>& out, int number)
{
    std::vector<TextRange> gone;
    StyledText codes;
    for (const Span& span : line.spans) {
        const std::string_view code = std::string_view(line.text).substr(span.begin, span.end - span.begin);
        const bool is_code = (span.style & kCode) != 0, is_category = is_code && is_category_code(code);
        if (is_category) codes.text += std::string(codes.text.empty() ? "" : ", ") + std::string(code);
        if (is_category || (is_code && parse_arxiv_id(code))) gone.push_back({span.begin, span.end});
    }
    if (!codes.text.empty()) out.push_back(piece_of(Field::kCategories, std::move(codes), number));
    return gone.empty() ? line : without_ranges(line, gone);
}

void add_line(std::vector<Piece>& out, const StyledText& line, int number, bool is_line_of_its_own)
{
    if (!line.links.empty()) {
        StyledText links;
        links.links = line.links;
        out.push_back(piece_of(Field::kLinks, std::move(links), number));
    }
    const StyledText words = without_codes(without_link_signs(line), out, number);
    std::size_t begin = 0;
    while (begin < words.text.size()) {
        std::size_t end = words.text.size(), width = 0;
        for (const std::string_view mark : {"·", "|", "•", " — ", " – "}) {
            const std::size_t at = words.text.find(mark, begin);
            if (at < end) {
                end = at;
                width = mark.size();
            }
        }
        add_part(out, tidied(slice(words, begin, end)), number, is_line_of_its_own);
        begin = end + std::max<std::size_t>(width, 1);
    }
}

}  // namespace

std::vector<Piece> split_title_rest(Block rest)
{
    std::vector<Piece> out;
    std::vector<std::size_t> starts = line_starts(rest);
    starts.insert(starts.begin(), 0);
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const std::size_t begin = starts[i];
        std::size_t end = i + 1 < starts.size() ? starts[i + 1] : rest.content.text.size();
        const int line = rest.line + static_cast<int>(i);
        if (const auto label = label_at(rest.content, begin); label && i > 0) {
            // A label's value goes on up to the next label.
            while (i + 1 < starts.size() && !label_at(rest.content, starts[i + 1]) && !any_label_at(rest.content, starts[i + 1])) ++i;
            end = i + 1 < starts.size() ? starts[i + 1] : rest.content.text.size();
            Piece piece = piece_of(label->field, slice(rest.content, std::min(label->value_at, end), end), line);
            piece.label = label->words;
            out.push_back(std::move(piece));
            continue;
        }
        // Names may go on in the next line.
        std::string_view text = trimmed(std::string_view(rest.content.text).substr(begin, end - begin));
        while (i + 1 < starts.size() && !text.empty() && text.back() == ',') {
            ++i;
            end = i + 1 < starts.size() ? starts[i + 1] : rest.content.text.size();
            text = trimmed(std::string_view(rest.content.text).substr(begin, end - begin));
        }
        if (!text.empty()) add_line(out, slice(rest.content, begin, end), line, line > rest.line);
    }
    // Remarks over several lines are one.
    std::vector<Piece> joined;
    for (Piece& piece : out) {
        if (piece.is_note && !joined.empty() && joined.back().is_note) {
            joined.back().text.text += ' ';
            append(joined.back().text, piece.text);
        } else {
            joined.push_back(std::move(piece));
        }
    }
    return joined;
}

}  // namespace paperdeck
