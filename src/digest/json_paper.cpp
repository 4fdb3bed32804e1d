#include "digest/json_paper.h"

#include <algorithm>
#include <utility>

#include "digest/arxiv.h"
#include "digest/author_names.h"
#include "digest/json_keys.h"
#include "digest/json_outline.h"
#include "digest/json_repair.h"
#include "digest/json_text.h"
#include "digest/json_values.h"
#include "digest/kind_guess.h"
#include "digest/paper_identity.h"
#include "digest/paper_links.h"
#include "digest/script.h"
#include "digest/unlabelled_text.h"
#include "nlohmann/json.hpp"

namespace paperdeck {
namespace {

using Json = nlohmann::json;

// No paper has more; what is beyond is noise.
constexpr std::size_t kMaxKeywords = 100;
constexpr std::size_t kMaxAuthors = 5000;
constexpr std::size_t kMaxSummaries = 50;

void add_unique(std::vector<std::string>& list, std::string value, std::size_t limit)
{
    if (list.size() < limit && !value.empty() && std::find(list.begin(), list.end(), value) == list.end()) list.push_back(std::move(value));
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
    // `source`: the object as the file has it, from which come order and lines.
    void read(Json& object, std::string_view source, int line)
    {
        paper_.line = line;
        read_fields(object, source, line, false);
    }

    // Nothing when it is no paper.
    std::optional<Paper> take(const JsonContext& context)
    {
        if (!id_ && (id_ = arxiv_id_of_doi(paper_.extras->doi))) paper_.lines.set(PaperField::kId, paper_.lines[PaperField::kDoi]);
        for (const SeenLink& link : links_)
            if (!id_) id_ = identity_of(link.url).arxiv;
        if (!id_) id_ = parse_arxiv_id(context.key);
        if (id_) {
            paper_.id = id_->id;
            paper_.version = id_->version;
        }
        take_abstract();
        const bool is_paper = !paper_.title.empty() && (id_ || !paper_.extras->doi.empty() || !links_.empty() || (!paper_.authors.empty() && !paper_.abstract.empty()));
        if (!is_paper) return std::nullopt;
        for (const std::string& url : paper_.title.links) add_link(links_, url, paper_.lines[PaperField::kTitle]);
        for (const std::string& url : paper_.abstract.links) add_link(links_, url, paper_.lines[PaperField::kAbstract]);
        drop_links(paper_.title);
        sort_links(paper_, links_, code_);
        if (!primary_.empty()) {
            paper_.categories.erase(std::remove(paper_.categories.begin(), paper_.categories.end(), primary_), paper_.categories.end());
            paper_.categories.insert(paper_.categories.begin(), primary_);
        }
        if (paper_.categories.empty()) paper_.categories = context.categories;
        if (paper_.topic.empty()) paper_.topic = context.topic;
        take_day(context);
        paper_.kind_guess = guessed_kind(paper_);
        return std::move(paper_);
    }

private:
    struct Day {
        Date date;
        int line = 0;
    };

    void read_fields(Json& object, std::string_view source, int line, bool is_inner)
    {
        line_ = line;
        std::size_t counted = 0;
        for (const JsonKey& key : keys_in_order(source)) {
            line_ += static_cast<int>(std::count(source.begin() + static_cast<std::ptrdiff_t>(counted), source.begin() + static_cast<std::ptrdiff_t>(key.at), '\n'));
            counted = key.at;
            const auto value = object.find(key.name);
            if (value == object.end()) continue;
            const JsonField field = json_field_of(key.name);
            if (field == JsonField::kAi) read_ai(*value, source.substr(key.value_at));
            else if (field == JsonField::kDetails && !is_inner && value->is_object()) read_details(*value, source.substr(key.value_at));
            else if (is_inner && has_field(field)) continue;
            else if (field != JsonField::kNone && field != JsonField::kDetails) read_field(field, key.name, *value);
            else read_translation(key.name, *value);
            object.erase(value);  // a key that stands twice is one
        }
    }

    // {"title": …, "metadata": {"arxiv_id": …}}: what the paper itself does not say.
    void read_details(Json& object, std::string_view source)
    {
        const int line = line_;
        read_fields(object, source, line, true);
        line_ = line;
    }

    bool has_field(JsonField field) const
    {
        switch (field) {
        case JsonField::kTitle: return !paper_.title.empty();
        case JsonField::kAbstract: return !abstract_.empty();
        case JsonField::kComment: return !paper_.extras->comment.empty();
        case JsonField::kKind: return true;
        case JsonField::kTopic: return !paper_.topic.empty();
        default: return false;
        }
    }

    void note(PaperField field) { paper_.lines.set(field, line_); }

    void read_field(JsonField field, const std::string& key, const Json& value)
    {
        switch (field) {
        case JsonField::kTitle: read_title(value); break;
        case JsonField::kId: read_id(first_string(value)); break;
        case JsonField::kAuthors: read_authors(strings_of(value)); break;
        case JsonField::kAbstract: take_abstract_source(first_string(value)); break;
        case JsonField::kSummary: summaries_.push_back({key, first_string(value), line_}); break;
        case JsonField::kAbs: {
            std::string text = first_string(value);
            if (is_web_url(text)) add_link(links_, text, line_);
            else if (abstract_.empty()) take_abstract_source(std::move(text));
            break;
        }
        case JsonField::kComment: read_comment(plain_json_text(first_string(value))); break;
        case JsonField::kCategories:
            note(PaperField::kCategories);
            for (const std::string& text : strings_of(value))
                for (std::string& code : find_categories(text)) add_unique(paper_.categories, std::move(code), kMaxKeywords);
            break;
        case JsonField::kPrimary: {
            const std::vector<std::string> codes = find_categories(first_string(value));
            if (!codes.empty()) primary_ = codes.front();
            if (paper_.categories.empty()) note(PaperField::kCategories);
            break;
        }
        case JsonField::kDate: read_date(date_, value); break;
        case JsonField::kPublished: read_date(published_, value); break;
        case JsonField::kDoi: read_doi(first_string(value)); break;
        case JsonField::kLink:
        case JsonField::kCode:
            for (const std::string& url : strings_of(value)) {
                if (!is_web_url(url)) continue;
                if (field == JsonField::kCode && code_.url.empty()) code_ = {url, line_};
                add_link(links_, url, line_);
            }
            break;
        case JsonField::kKeywords: read_keywords(value); break;
        case JsonField::kKind:
            paper_.kind = kind_of(first_string(value));
            note(PaperField::kKind);
            break;
        case JsonField::kTopic:
            paper_.topic = plain_json_text(first_string(value));
            note(PaperField::kTopic);
            break;
        case JsonField::kLabelled: read_summary(key, value); break;
        case JsonField::kIds:
            if (value.is_object())
                for (const auto& [name, id] : value.items())
                    if (json_field_of(name) == JsonField::kId || json_field_of(name) == JsonField::kDoi) read_field(json_field_of(name), name, id);
            break;
        case JsonField::kAi:
        case JsonField::kDetails:
        case JsonField::kNone: break;
        }
    }

    void read_title(const Json& value)
    {
        if (!paper_.title.empty()) return;
        paper_.title = styled_json_text(first_string(value));
        std::replace(paper_.title.text.begin(), paper_.title.text.end(), '\n', ' ');
        note(PaperField::kTitle);
    }

    void read_id(const std::string& text)
    {
        if (id_) return;
        id_ = parse_arxiv_id(text);
        if (!id_ && is_web_url(text)) {
            add_link(links_, text, line_);
            id_ = arxiv_id_in_url(text);
        }
        if (id_) note(PaperField::kId);
    }

    void read_doi(const std::string& text)
    {
        const std::size_t at = text.find("10.");
        if (at == std::string::npos) return;
        paper_.extras.edit().doi = text.substr(at, text.find_first_of(" \n\t\"<", at) - at);
        note(PaperField::kDoi);
    }

    void read_authors(const std::vector<std::string>& names)
    {
        if (!paper_.authors.empty()) return;
        if (names.size() == 1) paper_.authors = split_names(plain_json_text(names.front()));
        for (const std::string& raw : names) {
            std::string name = names.size() > 1 ? plain_json_text(raw) : std::string();
            if (!name.empty() && name != "et al." && paper_.authors.size() < kMaxAuthors) paper_.authors.push_back(std::move(name));
        }
        for (std::string& name : paper_.authors) name = without_et_al(std::move(name));
        note(PaperField::kAuthors);
    }

    void read_comment(std::string comment)
    {
        if (comment.empty()) return;
        paper_.extras.edit().comment = std::move(comment);
        note(PaperField::kComment);
    }

    void read_keywords(const Json& value)
    {
        if (paper_.extras->keywords.empty()) note(PaperField::kKeywords);
        for (const std::string& text : strings_of(value))
            for (const std::string_view word : split_list(text, ",;\n")) add_unique(paper_.extras.edit().keywords, plain_json_text(word), kMaxKeywords);
    }

    void read_date(Day& out, const Json& value) const
    {
        const auto found = find_date(std::string_view(first_string(value)).substr(0, 64));
        if (found && !out.date) out = {*found, line_};
    }

    void take_day(const JsonContext& context)
    {
        for (const Day& day : {Day{context.date, 0}, date_, Day{context.file_date, 0}, published_}) {
            if (!day.date) continue;
            paper_.date = day.date;
            return paper_.lines.set(PaperField::kDate, day.line);
        }
    }

    void read_summary(const std::string& label, const Json& value)
    {
        std::string all;
        for (const std::string& part : strings_of(value)) all += (all.empty() ? "" : "\n") + part;
        StyledText text = styled_json_text(all);
        const bool is_room = paper_.extras->summaries.size() < kMaxSummaries;
        if (is_room && !text.empty()) add_summary(paper_, plain_json_text(label), std::move(text), line_);
    }

    void read_ai(Json& value, std::string_view source)
    {
        if (!value.is_object()) return;
        for (const JsonKey& key : keys_in_order(source)) {
            const auto text = value.find(key.name);
            if (text == value.end()) continue;
            read_summary(key.name, *text);
            value.erase(text);
        }
    }

    void read_translation(const std::string& key, const Json& value)
    {
        TranslatedKey found = translated_key(key);
        if (found.field == JsonField::kNone) return;
        if (found.field == JsonField::kLabelled) return read_summary(key, value);
        if (found.field == JsonField::kKeywords) return read_keywords(value);
        if (found.lang.empty()) found.lang = language_of(first_string(value));
        if (found.lang.empty()) return;
        const std::string& lang = paper_.extras->translation.lang;
        if (!lang.empty() && lang != found.lang) return;
        Translation& translation = paper_.extras.edit().translation;
        translation.lang = found.lang;
        const bool is_title = found.field == JsonField::kTitle;
        (is_title ? translation.title : translation.abstract) = styled_json_text(first_string(value));
        note(is_title ? PaperField::kTranslatedTitle : PaperField::kTranslatedAbstract);
    }

    void take_abstract_source(std::string text)
    {
        abstract_ = std::move(text);
        note(PaperField::kAbstract);
    }

    void take_abstract()
    {
        for (Summary& summary : summaries_) {
            line_ = summary.line;
            if (abstract_.empty()) take_abstract_source(std::move(summary.text));
            else if (summary.text != abstract_ && paper_.extras->summaries.size() < kMaxSummaries) add_summary(paper_, summary.label, styled_json_text(summary.text), line_);
        }
        paper_.abstract = styled_json_text(abstract_);
    }

    struct Summary {
        std::string label, text;
        int line;
    };

    Paper paper_;
    std::optional<ArxivId> id_;
    std::string abstract_, primary_;
    std::vector<Summary> summaries_;
    std::vector<SeenLink> links_;
    SeenLink code_;
    Day date_, published_;
    int line_ = 0;  // of the key that is being read
};

}  // namespace

std::optional<Paper> paper_of_json(std::string_view source, const JsonContext& context, bool& is_valid)
{
    Json object = Json::parse(source, nullptr, false);
    if (object.is_discarded()) {
        const std::string repaired = repaired_json(source);
        object = Json::parse(std::string_view(repaired), nullptr, false);  // one type of input, one parser
    }
    is_valid = object.is_object();
    if (!is_valid) return std::nullopt;
    PaperOfJson paper;
    paper.read(object, source, context.line);
    return paper.take(context);
}

}  // namespace paperdeck
