#include "digest/json_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "digest/arxiv.h"
#include "digest/author_names.h"
#include "digest/json_keys.h"
#include "digest/json_repair.h"
#include "digest/kind_guess.h"
#include "digest/markdown.h"
#include "digest/mending.h"
#include "digest/paper_links.h"
#include "digest/tex.h"
#include "digest/tidying.h"
#include "nlohmann/json.hpp"

namespace paperdeck {
namespace {

using Json = nlohmann::json;

// No paper has more; what is beyond is noise.
constexpr std::size_t kMaxLinks = 300;
constexpr std::size_t kMaxKeywords = 100;
constexpr std::size_t kMaxAuthors = 5000;
constexpr std::size_t kMaxSummaries = 50;

void add_unique(std::vector<std::string>& list, std::string value, std::size_t limit)
{
    if (list.size() < limit && !value.empty() && std::find(list.begin(), list.end(), value) == list.end()) list.push_back(std::move(value));
}

void append_paragraph(StyledText& out, const StyledText& paragraph)
{
    if (!out.empty()) out.text += '\n';
    append(out, paragraph);
}

// A line of a JSON string is no block of Markdown: "# 1 in a series" is not a heading. A word in front keeps
// md4c from taking it for one.
StyledText styled_line(std::string_view line)
{
    constexpr std::string_view kGuard = "x ";
    StyledText out;
    for (Block& block : parse_markdown(std::string(kGuard).append(line))) {
        const bool is_first = out.empty() && block.content.text.compare(0, kGuard.size(), kGuard) == 0;
        append_paragraph(out, is_first ? slice(block.content, kGuard.size(), block.content.text.size()) : block.content);
    }
    return out;
}

// Text with maths, links, HTML and emphasis as digests write them, its paragraphs by line breaks.
StyledText styled(std::string_view raw)
{
    std::string buffer;
    StyledText whole;
    whole.text = std::string(mended(raw, buffer));
    std::replace(whole.text.begin(), whole.text.end(), '\r', '\n');
    whole = with_wraps_joined(std::move(whole));
    StyledText out;
    for (const std::string_view line : split_list(whole.text, "\n")) append_paragraph(out, styled_line(line));
    return finished_text(with_tex_resolved(std::move(out)));
}

std::string plain(std::string_view raw)
{
    std::string buffer;
    const std::string_view text = trimmed(mended(raw, buffer));
    if (text.find_first_of("\\&<${*_[`\n\t") == std::string_view::npos && text.find("  ") == std::string_view::npos) return std::string(text);
    return to_plain(styled(text));
}

// The strings of a value: itself, those of a list, or what its objects call a name, a term, an address.
void add_strings(std::vector<std::string>& out, const Json& value, int depth = 0)
{
    constexpr std::array kNames = {"name", "fullname", "full_name", "term", "@term", "href", "@href", "url", "#text", "text", "$t"};
    constexpr std::size_t kMostStrings = 5000;
    if (out.size() >= kMostStrings || depth > 4) return;
    if (value.is_string()) {
        out.push_back(value.get_ref<const std::string&>());
    } else if (value.is_array()) {
        for (const Json& item : value) add_strings(out, item, depth + 1);
    } else if (value.is_object()) {
        for (const char* name : kNames) {
            const auto found = value.find(name);
            if (found != value.end() && found->is_string()) return out.push_back(found->get_ref<const std::string&>());
        }
        const auto first = value.find("first"), last = value.find("last");
        if (first != value.end() && last != value.end() && first->is_string() && last->is_string())
            out.push_back(first->get_ref<const std::string&>() + ' ' + last->get_ref<const std::string&>());
    }
}

std::vector<std::string> strings_of(const Json& value)
{
    std::vector<std::string> out;
    add_strings(out, value);
    return out;
}

std::string first_string(const Json& value)
{
    std::vector<std::string> all = strings_of(value);
    return all.empty() ? std::string() : std::move(all.front());
}

// "AndrÃ© et al." → nothing of "et al."
std::string without_et_al(std::string name)
{
    for (const std::string_view end : {" et.al.", " et al.", " et al", " et. al.", " et.al"})
        if (name.size() > end.size() && name.compare(name.size() - end.size(), end.size(), end) == 0) name.resize(name.size() - end.size());
    return name;
}

Kind kind_of(std::string word)
{
    std::transform(word.begin(), word.end(), word.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (word == "new") return Kind::kNew;
    if (word.compare(0, 5, "cross") == 0) return Kind::kCross;
    if (word.compare(0, 6, "replac") == 0) return Kind::kReplaced;
    return Kind::kUnknown;
}

// The fields of one object, gathered.
class PaperOfJson {
public:
    void read(const Json& object)
    {
        for (const auto& [key, value] : object.items()) {
            const JsonField field = json_field_of(key);
            if (field != JsonField::kNone) read_field(field, key, value);
            else read_translation(key, value);
        }
    }

    // Nothing when it is no paper. `key` is the object's own in its map.
    std::optional<Paper> take(const JsonContext& context, const Date& file_date)
    {
        if (!id_ && !paper_.doi.empty()) take_id_of_doi();
        for (const std::string& url : urls_)
            if (!id_) id_ = arxiv_id_in_url(url);
        if (!id_) id_ = parse_arxiv_id(context.key);
        if (id_) {
            paper_.id = id_->id;
            paper_.version = id_->version;
        }
        take_abstract();
        const bool is_paper = !paper_.title.empty() && (id_ || !paper_.doi.empty() || !urls_.empty() || (!paper_.authors.empty() && !paper_.abstract.empty()));
        if (!is_paper) return std::nullopt;
        for (const StyledText* text : {&paper_.title, &paper_.abstract})
            for (const std::string& url : text->links) add_unique(urls_, url, kMaxLinks);
        drop_links(paper_.title);
        sort_links(paper_, urls_, code_urls_);
        if (!primary_.empty()) {
            paper_.categories.erase(std::remove(paper_.categories.begin(), paper_.categories.end(), primary_), paper_.categories.end());
            paper_.categories.insert(paper_.categories.begin(), primary_);
        }
        if (paper_.categories.empty()) paper_.categories = context.categories;
        if (paper_.topic.empty()) paper_.topic = context.topic;
        for (const Date& date : {context.date, date_, file_date, published_})
            if (date && !paper_.date) paper_.date = date;
        paper_.kind_guess = guessed_kind(paper_);
        return std::move(paper_);
    }

private:
    void read_field(JsonField field, const std::string& key, const Json& value)
    {
        switch (field) {
        case JsonField::kTitle:
            if (paper_.title.empty()) paper_.title = styled(first_string(value));
            std::replace(paper_.title.text.begin(), paper_.title.text.end(), '\n', ' ');
            break;
        case JsonField::kId: read_id(first_string(value)); break;
        case JsonField::kAuthors: read_authors(strings_of(value)); break;
        case JsonField::kAbstract: abstract_ = first_string(value); break;
        case JsonField::kSummary: summaries_.emplace_back(key, first_string(value)); break;
        case JsonField::kAbs: {
            const std::string text = first_string(value);
            if (is_web_url(text)) add_unique(urls_, text, kMaxLinks);
            else if (abstract_.empty()) abstract_ = text;
            break;
        }
        case JsonField::kComment: paper_.comment = plain(first_string(value)); break;
        case JsonField::kCategories:
            for (const std::string& text : strings_of(value))
                for (std::string& code : find_categories(text)) add_unique(paper_.categories, std::move(code), kMaxKeywords);
            break;
        case JsonField::kPrimary: {
            const std::vector<std::string> codes = find_categories(first_string(value));
            if (!codes.empty()) primary_ = codes.front();
            break;
        }
        case JsonField::kDate: take_date(date_, value); break;
        case JsonField::kPublished: take_date(published_, value); break;
        case JsonField::kDoi: read_doi(first_string(value)); break;
        case JsonField::kLink:
            for (std::string& url : strings_of(value))
                if (is_web_url(url)) add_unique(urls_, std::move(url), kMaxLinks);
            break;
        case JsonField::kCode:
            for (std::string& url : strings_of(value)) {
                if (!is_web_url(url)) continue;
                if (code_urls_.empty()) code_urls_.push_back(url);
                add_unique(urls_, std::move(url), kMaxLinks);
            }
            break;
        case JsonField::kKeywords:
            for (const std::string& text : strings_of(value))
                for (const std::string_view word : split_list(text, ",;\n")) add_unique(paper_.keywords, plain(word), kMaxKeywords);
            break;
        case JsonField::kKind: paper_.kind = kind_of(first_string(value)); break;
        case JsonField::kTopic: paper_.topic = plain(first_string(value)); break;
        case JsonField::kLabelled: add_summary(key, value); break;
        case JsonField::kAi: read_ai(value); break;
        case JsonField::kIds:
            if (value.is_object())
                for (const auto& [name, id] : value.items())
                    if (json_field_of(name) == JsonField::kId || json_field_of(name) == JsonField::kDoi) read_field(json_field_of(name), name, id);
            break;
        case JsonField::kNone: break;
        }
    }

    void read_id(const std::string& text)
    {
        if (id_) return;
        id_ = parse_arxiv_id(text);
        if (id_ || !is_web_url(text)) return;
        add_unique(urls_, text, kMaxLinks);
        id_ = arxiv_id_in_url(text);
    }

    void read_doi(std::string text)
    {
        const std::size_t at = text.find("10.");
        if (at != std::string::npos) paper_.doi = text.substr(at, text.find_first_of(" \n\t\"<", at) - at);
    }

    void take_id_of_doi()
    {
        constexpr std::string_view kOfArxiv = "10.48550/arxiv.";
        std::string start = paper_.doi.substr(0, kOfArxiv.size());
        std::transform(start.begin(), start.end(), start.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
        if (start == kOfArxiv) id_ = parse_arxiv_id(std::string_view(paper_.doi).substr(kOfArxiv.size()));
    }

    void read_authors(const std::vector<std::string>& names)
    {
        if (!paper_.authors.empty()) return;
        if (names.size() == 1) paper_.authors = split_names(plain(names.front()));
        for (const std::string& raw : names) {
            std::string name = names.size() > 1 ? plain(raw) : std::string();
            if (!name.empty() && name != "et al." && paper_.authors.size() < kMaxAuthors) paper_.authors.push_back(std::move(name));
        }
        for (std::string& name : paper_.authors) name = without_et_al(std::move(name));
    }

    static void take_date(Date& out, const Json& value)
    {
        const auto found = find_date(std::string_view(first_string(value)).substr(0, 64));
        if (found && !out) out = *found;
    }

    void add_summary(const std::string& label, const Json& value)
    {
        StyledText text = styled(first_string(value));
        const bool is_room = paper_.summaries.size() < kMaxSummaries;
        if (is_room && !text.empty()) paper_.summaries.push_back({plain(label), std::move(text)});
    }

    // nlohmann's objects are sorted by key; readers expect the order that these summaries are written in.
    void read_ai(const Json& value)
    {
        if (!value.is_object()) return;
        constexpr std::array kOrder = {"tldr", "task", "motivation", "method", "result", "conclusion"};
        for (const char* name : kOrder)
            if (const auto found = value.find(name); found != value.end()) add_summary(name, *found);
        for (const auto& [key, text] : value.items())
            if (std::find(kOrder.begin(), kOrder.end(), std::string_view(key)) == kOrder.end()) add_summary(key, text);
    }

    void read_translation(const std::string& key, const Json& value)
    {
        const TranslatedKey found = translated_key(key);
        if (found.field == JsonField::kNone) return;
        Translation& translation = paper_.translation;
        if (translation.lang.empty()) translation.lang = found.lang;
        if (translation.lang != found.lang) return;
        (found.field == JsonField::kTitle ? translation.title : translation.abstract) = styled(first_string(value));
    }

    void take_abstract()
    {
        for (auto& [label, text] : summaries_) {
            if (abstract_.empty()) abstract_ = std::move(text);
            else if (text != abstract_ && paper_.summaries.size() < kMaxSummaries) paper_.summaries.push_back({label, styled(text)});
        }
        paper_.abstract = styled(abstract_);
    }

    Paper paper_;
    std::optional<ArxivId> id_;
    std::string abstract_, primary_;
    std::vector<std::pair<std::string, std::string>> summaries_;
    std::vector<std::string> urls_, code_urls_;
    Date date_, published_;
};

std::vector<std::string_view> cells_of(std::string_view row)
{
    std::vector<std::string_view> cells;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= row.size(); ++i) {
        if (i < row.size() && (row[i] != '|' || (i > 0 && row[i - 1] == '\\'))) continue;
        if (!trimmed(row.substr(begin, i - begin)).empty()) cells.push_back(trimmed(row.substr(begin, i - begin)));
        begin = i + 1;
    }
    return cells;
}

}  // namespace

std::string decoded_json_string(std::string_view source)
{
    Json value = Json::parse(source, nullptr, false);
    if (value.is_discarded()) value = Json::parse(repaired_json(source), nullptr, false);
    return value.is_string() ? std::move(value.get_ref<std::string&>()) : std::string();
}

std::optional<Paper> paper_of_json(std::string_view source, const JsonContext& context, const Date& file_date, bool& is_valid)
{
    Json object = Json::parse(source, nullptr, false);
    if (object.is_discarded()) object = Json::parse(repaired_json(source), nullptr, false);
    is_valid = object.is_object();
    if (!is_valid) return std::nullopt;
    PaperOfJson paper;
    paper.read(object);
    return paper.take(context, file_date);
}

std::optional<Paper> paper_of_json_row(std::string_view source, const JsonContext& context)
{
    std::string buffer;
    const std::string row(mended(decoded_json_string(source), buffer));
    Paper paper;
    std::vector<std::string> urls;
    Date date;
    for (const std::string_view cell : cells_of(std::string_view(row).substr(0, row.find('\n')))) {
        StyledText text = finished_text(with_tex_resolved(styled_line(cell)));
        for (const std::string& url : text.links) add_unique(urls, url, kMaxLinks);
        const auto day = find_date(text.text);
        if (!date && day && text.text.size() <= 16) date = *day;
        else if (paper.title.empty()) paper.title = std::move(text);
        else if (paper.authors.empty() && text.links.empty() && text.text != "null") paper.authors = split_names(text.text);
    }
    for (std::string& name : paper.authors) name = without_et_al(std::move(name));
    // The whole title is set in bold.
    if (paper.title.spans.size() == 1 && paper.title.spans[0].end - paper.title.spans[0].begin == paper.title.text.size()) paper.title.spans.clear();
    drop_links(paper.title);
    const auto id = parse_arxiv_id(context.key);
    if (paper.title.empty() || !id) return std::nullopt;
    paper.id = id->id;
    paper.version = id->version;
    paper.date = context.date ? context.date : date;
    paper.categories = context.categories;
    paper.topic = context.topic;
    paper.kind_guess = guessed_kind(paper);
    sort_links(paper, urls, {});
    return paper;
}

}  // namespace paperdeck
