#include "digest/json_keys.h"

#include <algorithm>
#include <array>

namespace paperdeck {
namespace {

struct KnownKey {
    std::string_view name;
    JsonField field;
};

// In alphabetical order.
constexpr std::array kKeys = {
    KnownKey{"abs", JsonField::kAbs},
    KnownKey{"absolutelink", JsonField::kLink},
    KnownKey{"abstract", JsonField::kAbstract},
    KnownKey{"abstracturl", JsonField::kLink},
    KnownKey{"absurl", JsonField::kLink},
    KnownKey{"ai", JsonField::kAi},
    KnownKey{"aikeywords", JsonField::kKeywords},
    KnownKey{"aisummary", JsonField::kLabelled},
    KnownKey{"announcetype", JsonField::kKind},
    KnownKey{"arxiv", JsonField::kId},
    KnownKey{"arxivid", JsonField::kId},
    KnownKey{"arxivlink", JsonField::kLink},
    KnownKey{"arxivurl", JsonField::kLink},
    KnownKey{"author", JsonField::kAuthors},
    KnownKey{"authorlist", JsonField::kAuthors},
    KnownKey{"authornames", JsonField::kAuthors},
    KnownKey{"authors", JsonField::kAuthors},
    KnownKey{"categories", JsonField::kCategories},
    KnownKey{"category", JsonField::kCategories},
    KnownKey{"code", JsonField::kCode},
    KnownKey{"codelink", JsonField::kCode},
    KnownKey{"codeurl", JsonField::kCode},
    KnownKey{"comment", JsonField::kComment},
    KnownKey{"comments", JsonField::kComment},
    KnownKey{"conclusion", JsonField::kLabelled},
    KnownKey{"contenttext", JsonField::kSummary},
    KnownKey{"date", JsonField::kDate},
    KnownKey{"datepublished", JsonField::kPublished},
    KnownKey{"day", JsonField::kDate},
    KnownKey{"description", JsonField::kSummary},
    KnownKey{"doi", JsonField::kDoi},
    KnownKey{"entryid", JsonField::kId},
    KnownKey{"externalids", JsonField::kIds},
    KnownKey{"github", JsonField::kCode},
    KnownKey{"githubrepo", JsonField::kCode},
    KnownKey{"githuburl", JsonField::kCode},
    KnownKey{"homepage", JsonField::kLink},
    KnownKey{"html", JsonField::kLink},
    KnownKey{"htmlurl", JsonField::kLink},
    KnownKey{"id", JsonField::kId},
    KnownKey{"identifier", JsonField::kId},
    KnownKey{"keyword", JsonField::kKeywords},
    KnownKey{"keywords", JsonField::kKeywords},
    KnownKey{"kind", JsonField::kKind},
    KnownKey{"link", JsonField::kLink},
    KnownKey{"links", JsonField::kLink},
    KnownKey{"method", JsonField::kLabelled},
    KnownKey{"motivation", JsonField::kLabelled},
    KnownKey{"paperid", JsonField::kId},
    KnownKey{"paperlink", JsonField::kLink},
    KnownKey{"papertitle", JsonField::kTitle},
    KnownKey{"paperurl", JsonField::kLink},
    KnownKey{"pdf", JsonField::kLink},
    KnownKey{"pdflink", JsonField::kLink},
    KnownKey{"pdfurl", JsonField::kLink},
    KnownKey{"primarycategory", JsonField::kPrimary},
    KnownKey{"project", JsonField::kLink},
    KnownKey{"projectpage", JsonField::kLink},
    KnownKey{"projecturl", JsonField::kLink},
    KnownKey{"publishdate", JsonField::kPublished},
    KnownKey{"published", JsonField::kPublished},
    KnownKey{"publishedat", JsonField::kPublished},
    KnownKey{"publisheddate", JsonField::kPublished},
    KnownKey{"publishtime", JsonField::kPublished},
    KnownKey{"repo", JsonField::kCode},
    KnownKey{"repository", JsonField::kCode},
    KnownKey{"repourl", JsonField::kCode},
    KnownKey{"result", JsonField::kLabelled},
    KnownKey{"shortid", JsonField::kId},
    KnownKey{"subject", JsonField::kCategories},
    KnownKey{"subjects", JsonField::kCategories},
    KnownKey{"submitted", JsonField::kPublished},
    KnownKey{"summary", JsonField::kSummary},
    KnownKey{"tags", JsonField::kKeywords},
    KnownKey{"task", JsonField::kLabelled},
    KnownKey{"terms", JsonField::kCategories},
    KnownKey{"title", JsonField::kTitle},
    KnownKey{"tldr", JsonField::kLabelled},
    KnownKey{"topic", JsonField::kTopic},
    KnownKey{"type", JsonField::kKind},
    KnownKey{"updated", JsonField::kPublished},
    KnownKey{"url", JsonField::kLink},
    KnownKey{"urlabs", JsonField::kLink},
    KnownKey{"urlpdf", JsonField::kLink},
};

// Two letters behind "_" that digests mean a language by, and its BCP 47 tag.
constexpr std::array<std::array<std::string_view, 2>, 8> kLanguages = {{
    {"zh", "zh"}, {"cn", "zh"}, {"ch", "zh"}, {"ja", "ja"}, {"jp", "ja"}, {"ko", "ko"}, {"kr", "ko"}, {"ru", "ru"},
}};

// Lower case without the signs that parts of a name are joined by; empty for what is too long for a name.
std::string bare_name(std::string_view key)
{
    constexpr std::size_t kLongest = 40;
    std::string name;
    if (key.size() > kLongest) return name;
    for (const char c : key) {
        if (c >= 'A' && c <= 'Z') name += static_cast<char>(c - 'A' + 'a');
        else if (c != '_' && c != '-' && c != ' ' && c != '@') name += c;
    }
    constexpr std::string_view kPrefix = "arxiv:";
    if (name.compare(0, kPrefix.size(), kPrefix) == 0) name.erase(0, kPrefix.size());
    return name;
}

JsonField field_named(std::string_view name)
{
    const auto found = std::lower_bound(kKeys.begin(), kKeys.end(), name, [](const KnownKey& known, std::string_view n) { return known.name < n; });
    return found != kKeys.end() && found->name == name ? found->field : JsonField::kNone;
}

}  // namespace

JsonField json_field_of(std::string_view key) { return field_named(bare_name(key)); }

TranslatedKey translated_key(std::string_view key)
{
    const std::size_t bar = key.find_last_of("_-");
    if (bar == std::string_view::npos || key.size() != bar + 3) return {};
    const JsonField field = json_field_of(key.substr(0, bar));
    const std::string suffix = bare_name(key.substr(bar));
    for (const auto& [known, lang] : kLanguages) {
        if (suffix != known) continue;
        if (field == JsonField::kTitle) return {field, std::string(lang)};
        if (field == JsonField::kAbstract || field == JsonField::kSummary || field == JsonField::kAbs) return {JsonField::kAbstract, std::string(lang)};
    }
    return {};
}

}  // namespace paperdeck
