#include "digest/paper_json.h"

#include <array>

#include "nlohmann/json.hpp"

namespace paperdeck {
namespace {

using Json = nlohmann::ordered_json;

void put(Json& object, const char* name, const std::string& value)
{
    if (!value.empty()) object[name] = value;
}

void put(Json& object, const char* name, const std::vector<std::string>& values)
{
    if (!values.empty()) object[name] = values;
}

void put(Json& object, const char* name, const StyledText& text) { put(object, name, to_plain(text)); }

void put_kind(Json& object, const Paper& paper)
{
    put(object, "kind", std::string(to_string(paper.kind)));
    if (paper.kind == Kind::kUnknown) put(object, "kind_guess", std::string(to_string(paper.kind_guess)));
}

void put_links(Json& object, const PaperLinks& links)
{
    Json out = Json::object();
    put(out, "abs", links.abs);
    put(out, "pdf", links.pdf);
    put(out, "code", links.code);
    put(out, "other", links.other);
    if (!out.empty()) object["links"] = std::move(out);
}

void put_translation(Json& object, const Translation& translation)
{
    Json out = Json::object();
    put(out, "lang", translation.lang);
    put(out, "title", translation.title);
    put(out, "abstract", translation.abstract);
    if (!out.empty()) object["translation"] = std::move(out);
}

void put_fields(Json& object, const Paper& paper)
{
    put(object, "id", paper.id);
    if (paper.version > 0) object["version"] = paper.version;
    put(object, "doi", paper.extras->doi);
    put(object, "title", paper.title);
    put(object, "authors", paper.authors);
    put(object, "categories", paper.categories);
    put(object, "topic", paper.topic);
    put(object, "date", to_iso(paper.date));
    put_kind(object, paper);
    put(object, "abstract", paper.abstract);
    put(object, "comment", paper.extras->comment);
    for (const LabelledText& summary : paper.extras->summaries)
        object["summaries"].push_back({{"label", summary.label}, {"text", to_plain(summary.text)}});
    put(object, "keywords", paper.extras->keywords);
    put_translation(object, paper.extras->translation);
    put_links(object, paper.links);
}

// Whether the paper has the field at all.
bool has(const Paper& paper, PaperField field)
{
    const PaperExtras& extras = *paper.extras;
    switch (field) {
    case PaperField::kId: return !paper.id.empty();
    case PaperField::kDoi: return !extras.doi.empty();
    case PaperField::kTitle: return !paper.title.empty();
    case PaperField::kAuthors: return !paper.authors.empty();
    case PaperField::kCategories: return !paper.categories.empty();
    case PaperField::kTopic: return !paper.topic.empty();
    case PaperField::kDate: return static_cast<bool>(paper.date);
    case PaperField::kKind: return paper.kind != Kind::kUnknown;
    case PaperField::kAbstract: return !paper.abstract.empty();
    case PaperField::kComment: return !extras.comment.empty();
    case PaperField::kSummaries: return !extras.summaries.empty();
    case PaperField::kKeywords: return !extras.keywords.empty();
    case PaperField::kTranslatedTitle: return !extras.translation.title.empty();
    case PaperField::kTranslatedAbstract: return !extras.translation.abstract.empty();
    case PaperField::kAbs: return !paper.links.abs.empty();
    case PaperField::kPdf: return !paper.links.pdf.empty();
    case PaperField::kCode: return !paper.links.code.empty();
    case PaperField::kOtherLinks: return !paper.links.other.empty();
    case PaperField::kCount: break;
    }
    return false;
}

// The names of the fields, those of objects in the paper's behind a dot.
constexpr std::array<const char*, kPaperFields> kFieldNames = {
    "id", "doi", "title", "authors", "categories", "topic", "date", "kind", "abstract", "comment", "summaries", "keywords",
    "translation.title", "translation.abstract", "links.abs", "links.pdf", "links.code", "links.other"};

// Calls `put_one` with name and line of each field whose line is known.
template <class PutOne>
void for_each_line(const Paper& paper, const PutOne& put_one)
{
    for (std::size_t i = 0; i < kPaperFields; ++i) {
        const auto field = static_cast<PaperField>(i);
        if (paper.lines[field] > 0 && has(paper, field)) put_one(kFieldNames[i], field, paper.lines[field]);
    }
}

Json to_object(const Appearance& appearance, const Library& library)
{
    Json out = Json::object();
    put(out, "file", library.digests()[appearance.digest].file);
    if (appearance.line > 0) out["line"] = appearance.line;
    put(out, "date", to_iso(appearance.date));
    put(out, "kind", std::string(to_string(appearance.kind)));
    if (appearance.version > 0) out["version"] = appearance.version;
    put(out, "categories", appearance.categories);
    return out;
}

std::string dump(const Json& object) { return object.dump(-1, ' ', false, Json::error_handler_t::replace); }

}  // namespace

std::string to_json(const Paper& paper, std::string_view file)
{
    Json object = Json::object();
    put(object, "file", std::string(file));
    if (paper.line > 0) object["line"] = paper.line;
    put_fields(object, paper);
    for_each_line(paper, [&](const char* name, PaperField, int line) { object["lines"][name] = line; });
    return dump(object);
}

std::string to_json(const Library& library, PaperIndex index, std::size_t rank, float score)
{
    const LibraryPaper& found = library.paper(index);
    Json object = Json::object();
    object["rank"] = rank;
    object["score"] = score;
    put_fields(object, found.paper);
    for (const Appearance& appearance : found.appearances) object["appearances"].push_back(to_object(appearance, library));
    for_each_line(found.paper, [&](const char* name, PaperField field, int line) {
        object["sources"][name] = {{"file", library.digests()[origin_of(found, field).digest].file}, {"line", line}};
    });
    return dump(object);
}

}  // namespace paperdeck
