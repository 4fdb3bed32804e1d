#include "digest/paper_json.h"

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
    put(object, "doi", paper.doi);
    put(object, "title", paper.title);
    put(object, "authors", paper.authors);
    put(object, "categories", paper.categories);
    put(object, "topic", paper.topic);
    put(object, "date", to_iso(paper.date));
    put_kind(object, paper);
    put(object, "abstract", paper.abstract);
    put(object, "comment", paper.comment);
    for (const LabelledText& summary : paper.summaries)
        object["summaries"].push_back({{"label", summary.label}, {"text", to_plain(summary.text)}});
    put(object, "keywords", paper.keywords);
    put_translation(object, paper.translation);
    put_links(object, paper.links);
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
    return dump(object);
}

}  // namespace paperdeck
