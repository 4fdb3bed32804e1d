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
    KnownKey{"abstracttext", JsonField::kAbstract},
    KnownKey{"abstracturl", JsonField::kLink},
    KnownKey{"absurl", JsonField::kLink},
    KnownKey{"ai", JsonField::kAi},
    KnownKey{"aikeywords", JsonField::kKeywords},
    KnownKey{"aisummary", JsonField::kLabelled},
    KnownKey{"announcetype", JsonField::kKind},
    KnownKey{"arxiv", JsonField::kId},
    KnownKey{"arxivcategories", JsonField::kCategories},
    KnownKey{"arxivid", JsonField::kId},
    KnownKey{"arxivlink", JsonField::kLink},
    KnownKey{"arxivpageurl", JsonField::kLink},
    KnownKey{"arxivurl", JsonField::kLink},
    KnownKey{"author", JsonField::kAuthors},
    KnownKey{"authorlist", JsonField::kAuthors},
    KnownKey{"authornames", JsonField::kAuthors},
    KnownKey{"authors", JsonField::kAuthors},
    KnownKey{"background", JsonField::kLabelled},
    KnownKey{"categories", JsonField::kCategories},
    KnownKey{"category", JsonField::kCategories},
    KnownKey{"code", JsonField::kCode},
    KnownKey{"codelink", JsonField::kCode},
    KnownKey{"codelinks", JsonField::kCode},
    KnownKey{"codeurl", JsonField::kCode},
    KnownKey{"codeurls", JsonField::kCode},
    KnownKey{"comment", JsonField::kComment},
    KnownKey{"comments", JsonField::kComment},
    KnownKey{"conclusion", JsonField::kLabelled},
    KnownKey{"contenttext", JsonField::kSummary},
    KnownKey{"contribution", JsonField::kLabelled},
    KnownKey{"contributions", JsonField::kLabelled},
    KnownKey{"date", JsonField::kDate},
    KnownKey{"datepublished", JsonField::kPublished},
    KnownKey{"day", JsonField::kDate},
    KnownKey{"description", JsonField::kSummary},
    KnownKey{"detail", JsonField::kDetails},
    KnownKey{"details", JsonField::kDetails},
    KnownKey{"digestdate", JsonField::kDate},
    KnownKey{"doi", JsonField::kDoi},
    KnownKey{"entryid", JsonField::kId},
    KnownKey{"externalids", JsonField::kIds},
    KnownKey{"github", JsonField::kCode},
    KnownKey{"githublink", JsonField::kCode},
    KnownKey{"githublinks", JsonField::kCode},
    KnownKey{"githubrepo", JsonField::kCode},
    KnownKey{"githuburl", JsonField::kCode},
    KnownKey{"headline", JsonField::kLabelled},
    KnownKey{"highlights", JsonField::kLabelled},
    KnownKey{"homepage", JsonField::kLink},
    KnownKey{"html", JsonField::kLink},
    KnownKey{"htmlurl", JsonField::kLink},
    KnownKey{"huggingfaceurl", JsonField::kLink},
    KnownKey{"id", JsonField::kId},
    KnownKey{"identifier", JsonField::kId},
    KnownKey{"info", JsonField::kDetails},
    KnownKey{"innovation", JsonField::kLabelled},
    KnownKey{"innovations", JsonField::kLabelled},
    KnownKey{"insights", JsonField::kLabelled},
    KnownKey{"intro", JsonField::kLabelled},
    KnownKey{"keyfindings", JsonField::kLabelled},
    KnownKey{"keypoints", JsonField::kLabelled},
    KnownKey{"keyword", JsonField::kKeywords},
    KnownKey{"keywords", JsonField::kKeywords},
    KnownKey{"kind", JsonField::kKind},
    KnownKey{"landingpage", JsonField::kLink},
    KnownKey{"limitation", JsonField::kLabelled},
    KnownKey{"limitations", JsonField::kLabelled},
    KnownKey{"link", JsonField::kLink},
    KnownKey{"links", JsonField::kLink},
    KnownKey{"maincategory", JsonField::kPrimary},
    KnownKey{"matchedkeywords", JsonField::kKeywords},
    KnownKey{"meta", JsonField::kDetails},
    KnownKey{"metadata", JsonField::kDetails},
    KnownKey{"method", JsonField::kLabelled},
    KnownKey{"methods", JsonField::kLabelled},
    KnownKey{"motivation", JsonField::kLabelled},
    KnownKey{"novelty", JsonField::kLabelled},
    KnownKey{"onesentencesummary", JsonField::kLabelled},
    KnownKey{"paper", JsonField::kDetails},
    KnownKey{"paperid", JsonField::kId},
    KnownKey{"paperinfo", JsonField::kDetails},
    KnownKey{"paperlink", JsonField::kLink},
    KnownKey{"papertitle", JsonField::kTitle},
    KnownKey{"paperurl", JsonField::kLink},
    KnownKey{"pdf", JsonField::kLink},
    KnownKey{"pdflink", JsonField::kLink},
    KnownKey{"pdfurl", JsonField::kLink},
    KnownKey{"pdfurls", JsonField::kLink},
    KnownKey{"primarycategory", JsonField::kPrimary},
    KnownKey{"primaryclass", JsonField::kPrimary},
    KnownKey{"primarysubject", JsonField::kPrimary},
    KnownKey{"problem", JsonField::kLabelled},
    KnownKey{"project", JsonField::kLink},
    KnownKey{"projectpage", JsonField::kLink},
    KnownKey{"projecturl", JsonField::kLink},
    KnownKey{"publicationdate", JsonField::kPublished},
    KnownKey{"publishdate", JsonField::kPublished},
    KnownKey{"published", JsonField::kPublished},
    KnownKey{"publishedat", JsonField::kPublished},
    KnownKey{"publisheddate", JsonField::kPublished},
    KnownKey{"publishtime", JsonField::kPublished},
    KnownKey{"rationale", JsonField::kLabelled},
    KnownKey{"reason", JsonField::kLabelled},
    KnownKey{"recommendation", JsonField::kLabelled},
    KnownKey{"repo", JsonField::kCode},
    KnownKey{"reportdate", JsonField::kDate},
    KnownKey{"repository", JsonField::kCode},
    KnownKey{"repourl", JsonField::kCode},
    KnownKey{"result", JsonField::kLabelled},
    KnownKey{"results", JsonField::kLabelled},
    KnownKey{"scrapeddate", JsonField::kDate},
    KnownKey{"shortid", JsonField::kId},
    KnownKey{"significance", JsonField::kLabelled},
    KnownKey{"sourceurl", JsonField::kLink},
    KnownKey{"sourceurls", JsonField::kLink},
    KnownKey{"subject", JsonField::kCategories},
    KnownKey{"subjects", JsonField::kCategories},
    KnownKey{"submissiondate", JsonField::kPublished},
    KnownKey{"submitted", JsonField::kPublished},
    KnownKey{"submitteddate", JsonField::kPublished},
    KnownKey{"summary", JsonField::kSummary},
    KnownKey{"tags", JsonField::kKeywords},
    KnownKey{"takeaway", JsonField::kLabelled},
    KnownKey{"takeaways", JsonField::kLabelled},
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

JsonField json_field_of(std::string_view key)
{
    const std::string name = bare_name(key);
    const JsonField field = field_named(name);
    // "paper_authors"
    constexpr std::string_view kOfPaper = "paper";
    return field == JsonField::kNone && name.compare(0, kOfPaper.size(), kOfPaper) == 0 ? field_named(std::string_view(name).substr(kOfPaper.size())) : field;
}

TranslatedKey translated_key(std::string_view key)
{
    const auto is_lower = [](char c) { return c >= 'a' && c <= 'z'; };
    std::string_view base = key, tag;
    const std::size_t first = key.find('_'), last = key.find_last_of("_-");
    if (key.substr(0, 11) == "translated_") {
        base = key.substr(11);
    } else if (first == 2) {
        tag = key.substr(0, 2);  // "zh_title"
        base = key.substr(3);
    } else if (last != std::string_view::npos && key.size() == last + 3) {
        tag = key.substr(last + 1);  // "title_zh"
        base = key.substr(0, last);
    } else if (key.size() > 3 && is_lower(key[key.size() - 3]) && !is_lower(key[key.size() - 2]) && is_lower(key.back())) {
        tag = key.substr(key.size() - 2);  // "titleZh"
        base = key.substr(0, key.size() - 2);
    } else {
        return {};
    }
    TranslatedKey out;
    const std::string name = bare_name(tag);
    for (const auto& [known, lang] : kLanguages)
        if (name == known) out.lang = std::string(lang);
    if (out.lang.empty() && !tag.empty()) return {};
    out.field = json_field_of(base);
    if (out.field == JsonField::kSummary || out.field == JsonField::kAbs) out.field = JsonField::kAbstract;
    const bool is_told = out.field == JsonField::kTitle || out.field == JsonField::kAbstract || out.field == JsonField::kLabelled || out.field == JsonField::kKeywords;
    return is_told ? out : TranslatedKey{};
}

}  // namespace paperdeck
