// Digests that come and go: what the site lists, what the reader brings and takes out.
#include <algorithm>
#include <utility>

#include "app/app.h"

namespace paperdeck::app {
namespace {

using platform::Origin;

// The site's own digests lie here, beside the page.
constexpr std::string_view kSiteFolder = "digests/";

bool has_translation(const LibraryPaper& paper)
{
    const Translation& translation = paper.paper.extras->translation;
    return !translation.title.empty() || !translation.abstract.empty();
}

}  // namespace

void App::open_local(std::span<const assets::Asset> embedded)
{
    std::vector<Error> errors;
    std::vector<std::string> paths = platform::expand_paths(options_.paths, errors);
    Origin origin = Origin::kArgument;
    if (options_.paths.empty()) {
        paths = platform::kept_files();
        origin = Origin::kStored;
    }
    for (Error& error : errors) problem(std::move(error));
    // Where the reader was at the end of the last session; a browser says it by itself.
    const std::string session = options_.paths.empty() ? platform::load_setting("session") : std::string();
    if (!session.empty()) go(session, session);
    const bool is_local = !paths.empty() || !options_.paths.empty();
    if (is_local) paths_arrived(std::move(paths), origin);
    constexpr std::string_view kFolder = "digests/";
    bool has_embedded = false;
    for (auto at = embedded.rbegin(); at != embedded.rend(); ++at) {  // newest first
        const assets::Asset& asset = *at;
        const std::string_view name = asset.name;
        if (is_local || name.substr(0, kFolder.size()) != kFolder) continue;
        file_arrived(std::string(name), {reinterpret_cast<const char*>(asset.data), asset.size}, Origin::kInline);
        has_embedded = true;
    }
    if (is_local || has_embedded) open("file:");
}

void App::fetched(std::uint32_t request, Result<std::string> bytes)
{
    loader_.fetched(request, std::move(bytes));
    if (state_.is_result_stale) platform::request_slice();
}

void App::open(std::string_view address_search)
{
    state_.is_opened = true;
    Warnings warnings;
    if (address_search == "file:") return;  // all there is came inline
    const auto sources = sources_in_search(address_search, warnings);
    for (const Source& source : sources) loader_.add_source(source, Origin::kInline);
    for (const Error& warning : warnings) problem(warning);
    if (sources.empty() && warnings.empty()) loader_.fetch_index(std::string(kSiteFolder) + "index.json");
}

void App::index_fetched(Result<std::string> json)
{
    Warnings warnings;
    if (!json) {
        Error error = json.error();
        error.file = std::string(kSiteFolder) + "index.json";
        error.message += ": this site has no list of digests; open one with Open…, drop or paste it";
        return problem(error);
    }
    const auto sources = parse_index(json.value(), kSiteFolder, warnings);
    if (!sources) return problem(sources.error());
    for (const Source& source : sources.value()) loader_.add_source(source, Origin::kInline);
    for (const Error& warning : warnings) problem(warning);
}

void App::file_arrived(std::string name, std::string bytes, Origin origin)
{
    state_.is_drop_target = false;
    loader_.add_bytes(std::move(name), std::move(bytes), origin);
}

void App::paths_arrived(std::vector<std::string> paths, Origin origin)
{
    for (std::string& path : paths) {
        const Date date = find_date(path).value_or(Date{});
        loader_.add_source({path, path, date, false}, origin);
    }
}

void App::digest_read(Digest digest, Origin origin)
{
    const bool is_readers = origin == Origin::kBrought || origin == Origin::kStored;
    const std::string name = digest.file;
    const bool is_day = is_empty_day(digest);
    if (digest.papers.empty() && !is_day) {
        for (const Error& warning : digest.warnings) problem(warning);
        if (origin == Origin::kBrought) platform::drop(name);
        // What was kept and no longer reads has to stay removable.
        if (origin == Origin::kStored) list_own(name, ui::kNoDigest, 0);
        return;
    }
    // Invalid text and the like matters to who brought the file, once; not at every start.
    if (is_day && origin == Origin::kBrought)
        problem({"has no papers: it says \u201C" + digest.empty_words + "\u201D", name, 0});
    else if (!is_day && origin != Origin::kStored)
        for (const Error& warning : digest.warnings) problem(warning);
    remove_same_name(name, is_readers);
    const auto papers = static_cast<std::uint32_t>(digest.papers.size());
    const Library::Added added = library_.add(std::move(digest));
    papers_changed(added.changed);
    state_.is_result_stale = true;
    if (is_readers) list_own(name, added.digest, papers);
    if (origin == Origin::kBrought) platform::keep(name);
    if (origin != Origin::kInline) platform::watch(name);
}

void App::load_failed(Error error, Origin origin)
{
    if (origin == Origin::kStored) list_own(error.file, ui::kNoDigest, 0);
    problem(std::move(error));
}

void App::list_own(const std::string& name, DigestId digest, std::uint32_t papers)
{
    auto& own = state_.own_digests;
    own.erase(std::remove_if(own.begin(), own.end(), [&](const ui::OwnDigest& d) { return d.name == name; }), own.end());
    own.push_back({state_.next_own++, digest, name, papers});
}

// A digest that arrives again takes the place of the one that is there; the reader's own and the site's
// may have the same name and stand side by side.
void App::remove_same_name(const std::string& name, bool is_readers)
{
    for (const LibraryDigest& digest : library_.digests()) {
        if (!digest.is_live || digest.file != name) continue;
        const DigestId id = digest.id;
        const auto& own = state_.own_digests;
        const bool was_readers = std::any_of(own.begin(), own.end(), [id](const ui::OwnDigest& d) { return d.digest == id; });
        if (was_readers != is_readers) continue;
        take_out(id);
        return;
    }
}

void App::papers_changed(const std::vector<PaperIndex>& changed)
{
    engine_.note(changed);
    platform::request_slice();
    state_.are_notes_stale = true;
    const auto has_one = [&](PaperIndex index) { return has_translation(library_.paper(index)); };
    state_.has_translations = state_.has_translations || std::any_of(changed.begin(), changed.end(), has_one);
}

void App::take_out(DigestId digest)
{
    papers_changed(library_.remove(digest));
    // Only what leaves can take the last translation away.
    const auto& papers = library_.papers();
    state_.has_translations = state_.has_translations && std::any_of(papers.begin(), papers.end(), has_translation);
}

}  // namespace paperdeck::app
