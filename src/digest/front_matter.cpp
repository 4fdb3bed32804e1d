#include "digest/front_matter.h"

#include <algorithm>
#include <string>

#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "digest/arxiv.h"
#include "digest/labels.h"
#include "digest/paper_identity.h"

namespace paperdeck {
namespace {

constexpr std::size_t kMaxBytes = 64u << 10;

struct Entry {
    std::string key;
    std::string value;
    int line = 0;
};

// "\"" and "\\" within double quotes.
std::string without_escapes(std::string_view value)
{
    std::string out;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (value[i] == '\\' && i + 1 < value.size() && (value[i + 1] == '"' || value[i + 1] == '\\')) ++i;
        out += value[i];
    }
    return out;
}

std::string_view without_quotes(std::string_view value)
{
    value = trimmed(value);
    const bool is_quoted = value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front();
    const bool is_list = value.size() >= 2 && value.front() == '[' && value.back() == ']';
    return is_quoted || is_list ? trimmed(value.substr(1, value.size() - 2)) : value;
}

// "Ann One", "Ben Two" of a list in one line.
std::string without_inner_quotes(std::string_view value)
{
    std::string out(value);
    if (out.find("\", \"") != std::string::npos || out.find("\",\"") != std::string::npos || out.find("', '") != std::string::npos)
        out.erase(std::remove_if(out.begin(), out.end(), [](char c) { return c == '"'; }), out.end());
    return out;
}

std::string label_of(std::string_view key)
{
    std::string label(trimmed(key));
    std::replace(label.begin(), label.end(), '_', ' ');
    return label;
}

// "arxivUrl" as "arxiv url"
std::string words_of_key(std::string_view key)
{
    std::string words;
    for (const char c : key) {
        const bool is_hump = c >= 'A' && c <= 'Z' && !words.empty() && words.back() >= 'a' && words.back() <= 'z';
        if (is_hump) words += ' ';
        words += is_hump ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return label_of(words);
}

bool is_key(std::string_view key)
{
    key = trimmed(key);
    return !key.empty() && key.size() <= 40 && std::all_of(key.begin(), key.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.' || c == ' ' || static_cast<unsigned char>(c) >= 0x80;
    });
}

// Front matter in JSON: words and lists of words; what is nested tells nothing of the paper. False for what is no JSON.
bool read_json_entries(std::string_view text, int line, std::vector<Entry>& out)
{
    const nlohmann::json all = nlohmann::json::parse(text, nullptr, false);
    if (!all.is_object()) return false;
    for (auto entry = all.begin(); entry != all.end(); ++entry) {
        const std::string& key = entry.key();
        const nlohmann::json& value = *entry;
        std::string words;
        const auto add = [&](const nlohmann::json& one) {
            if (!one.is_string()) return;
            if (!words.empty()) words += ", ";
            words += one.get<std::string>();
        };
        if (value.is_array()) std::for_each(value.begin(), value.end(), add);
        else add(value);
        const std::size_t at = text.find('"' + key + '"');
        const auto lines = at == std::string_view::npos ? 0 : std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n');
        if (!words.empty() && is_key(key)) out.push_back({words_of_key(key), std::move(words), line + static_cast<int>(lines)});
    }
    return !out.empty();
}

// Nothing where a line is neither "key: value" nor a part of the value before it.
bool read_entries(std::string_view text, int line, std::vector<Entry>& out)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view source = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::string_view content = trimmed(source);
        const std::size_t colon = content.find(':');
        const bool is_indented = !source.empty() && is_blank(source.front());
        if (content.empty() || content.front() == '#') {
            // A blank line or a comment.
        } else if ((is_indented || content.substr(0, 2) == "- ") && !out.empty()) {
            std::string& value = out.back().value;
            const bool is_item = content.substr(0, 2) == "- ";
            if (value == "|" || value == ">" || value == "|-" || value == ">-") value.clear();
            if (!value.empty()) value += is_item ? ", " : " ";
            value += without_quotes(is_item ? content.substr(2) : content);
        } else if (colon != std::string_view::npos && is_key(content.substr(0, colon))) {
            const std::string_view value = trimmed(content.substr(colon + 1));
            const bool may_escape = !value.empty() && value.front() == '"';
            out.push_back({words_of_key(content.substr(0, colon)), may_escape ? without_escapes(without_quotes(value)) : std::string(without_quotes(value)), line});
        } else {
            return false;
        }
        ++line;
    }
    return !out.empty();
}

// Plain text, but mathematics is set as in the page below.
StyledText value_text(const std::string& value)
{
    if (value.find('$') != std::string::npos) {
        std::vector<Block> blocks = parse_markdown(value);
        if (blocks.size() == 1 && blocks[0].kind == BlockKind::kParagraph && !blocks[0].starts_item) return std::move(blocks[0].content);
    }
    StyledTextBuilder builder;
    if (is_web_url(value)) builder.set_link(builder.add_link(value));
    builder.append(value);
    return builder.take();
}

Block block_of(const Entry& entry, bool is_title)
{
    // A list of one, ["speech"].
    const bool is_one = !is_title && std::count(entry.value.begin(), entry.value.end(), '"') == 2;
    Block block;
    block.kind = is_title ? BlockKind::kHeading : BlockKind::kParagraph;
    block.line = entry.line;
    if (!is_title) block.content.text = entry.key + ": ";
    append(block.content, value_text(without_inner_quotes(is_one ? without_quotes(entry.value) : std::string_view(entry.value))));
    return block;
}

bool names_a_paper(const Entry& entry)
{
    const Field field = field_of(entry.key);
    if (field == Field::kDoi) return !leading_doi(entry.value).empty();
    return field == Field::kLinks && (identity_of(entry.value) || leading_arxiv_id(entry.value, true));
}

// arXiv's before a DOI before an address, whatever comes first.
PaperIdentity identity_in(const std::vector<Entry>& entries)
{
    PaperIdentity best;
    for (const Entry& entry : entries) {
        const Field field = field_of(entry.key);
        if (field != Field::kLinks && field != Field::kDoi) continue;
        PaperIdentity found = identity_of(entry.value);
        if (!found) found.arxiv = leading_arxiv_id(entry.value, true);
        if (!found && field == Field::kDoi) found.doi = leading_doi(entry.value);
        const bool is_better = found && (!best || (found.arxiv && !best.arxiv) || (!found.doi.empty() && best.doi.empty() && !best.arxiv));
        if (is_better) best = std::move(found);
    }
    return best;
}

}  // namespace

FrontMatter read_front_matter(std::string_view text, int first_line)
{
    FrontMatter out;
    text = text.substr(0, kMaxBytes);
    const std::size_t begin = text.substr(0, 4) == "---\n" ? 4 : text.substr(0, 5) == "---\r\n" ? 5 : 0;
    if (begin == 0) return out;
    std::size_t end = text.find("\n---", begin - 1);
    while (end != std::string_view::npos && end + 4 < text.size() && text[end + 4] != '\n' && text[end + 4] != '\r') end = text.find("\n---", end + 1);
    if (end == std::string_view::npos) return out;
    const std::string inside = to_valid_utf8(text.substr(begin, end + 1 - begin));
    std::vector<Entry> entries;
    const bool is_json = trimmed(inside).substr(0, 1) == "{";
    if (!(is_json ? read_json_entries(inside, first_line + 1, entries) : read_entries(inside, first_line + 1, entries))) return out;
    const std::size_t line_end = text.find('\n', end + 1);
    out.size = line_end == std::string_view::npos ? text.size() : line_end + 1;
    out.lines = static_cast<int>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(out.size), '\n'));

    const Entry* title = nullptr;
    bool has_paper = false;
    for (const Entry& entry : entries) {
        const Field field = field_of(entry.key);
        if (field == Field::kTitle && !title) title = &entry;
        has_paper = has_paper || names_a_paper(entry);
        if (field == Field::kDate && !out.names.date) {
            out.names.date = find_date(entry.value).value_or(Date{});
            out.names.lines.set(PaperField::kDate, entry.line);
        }
        if (field == Field::kCategories || field == Field::kKeywords || field == Field::kTopic) {
            if (out.names.categories.empty()) out.names.lines.set(PaperField::kCategories, entry.line);
            for (std::string& code : find_categories(entry.value))
                if (std::find(out.names.categories.begin(), out.names.categories.end(), code) == out.names.categories.end()) out.names.categories.push_back(std::move(code));
            if (field != Field::kKeywords && out.names.topic.empty()) {
                out.names.topic = read_section_heading(without_inner_quotes(entry.value)).topic;
                out.names.lines.set(PaperField::kTopic, entry.line);
            }
        }
    }
    if (has_paper && title && !names_the_digest(title->value)) {
        out.blocks.push_back(block_of(*title, true));
        out.identity = identity_in(entries);
        for (const Entry& entry : entries)
            if (&entry != title && !entry.value.empty() && field_of(entry.key) != Field::kNone) out.blocks.push_back(block_of(entry, false));
        return out;
    }
    // "title: Digest cs.CV 2021-03-11"
    if (title) {
        const SectionNames said = read_section_heading(title->value);
        if (said.date) {
            out.names.date = said.date;
            out.names.lines.set(PaperField::kDate, title->line);
        }
        if (out.names.categories.empty()) {
            out.names.categories = said.categories;
            out.names.lines.set(PaperField::kCategories, title->line);
        }
    }
    return out;
}

}  // namespace paperdeck
