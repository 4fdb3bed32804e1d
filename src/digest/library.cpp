#include "digest/library.h"

#include <algorithm>
#include <utility>

#include "base/fold.h"
#include "digest/arxiv.h"

namespace paperdeck {
namespace {

// A link without what may differ between two that lead to one page.
std::string_view bare_link(std::string_view url)
{
    const std::size_t host = url.find("://");
    if (host != std::string_view::npos) url.remove_prefix(host + 3);
    if (url.substr(0, 4) == "www.") url.remove_prefix(4);
    while (!url.empty() && url.back() == '/') url.remove_suffix(1);
    return url;
}

// What makes two entries one paper. The letters keep ids, addresses and titles apart.
std::string key_of(const Paper& paper)
{
    if (!paper.id.empty()) return "a:" + paper.id;
    if (!paper.extras->doi.empty()) {
        // arXiv gives every paper a DOI that names its id.
        const std::string doi = fold(paper.extras->doi);
        if (const auto id = arxiv_id_of_doi(doi)) return "a:" + id->id;
        return "d:" + doi;
    }
    for (const std::string* link : {&paper.links.abs, &paper.links.pdf})
        if (!link->empty()) return std::string("l:").append(bare_link(*link));
    if (!paper.links.other.empty()) return std::string("l:").append(bare_link(paper.links.other.front()));
    return "t:" + fold(paper.title.text);
}

Appearance appearance_of(const Paper& paper, DigestId digest, std::uint32_t order)
{
    return {digest, order, paper.date, paper.kind, paper.version, paper.line, paper.categories, paper.kind_guess, paper.number};
}

std::size_t hash_of(const std::vector<PaperIndex>& papers)
{
    std::uint64_t hash = 0xCBF29CE484222325u;  // FNV-1a
    for (const PaperIndex index : papers) hash = (hash ^ index) * 0x100000001B3u;
    return static_cast<std::size_t>(hash ^ (hash >> 32));
}

// On one day by file: it does not matter which digest came first.
bool is_earlier(const LibraryDigest& a, const LibraryDigest& b)
{
    if (a.date != b.date) return a.date < b.date;
    return a.file != b.file ? a.file < b.file : a.id < b.id;
}

void sort_unique(std::vector<PaperIndex>& indices)
{
    std::sort(indices.begin(), indices.end());
    indices.erase(std::unique(indices.begin(), indices.end()), indices.end());
}

}  // namespace

// Newest day first; on one day by file, so that it does not matter which digest came first.
bool Library::stands_before(const Entry& left, const Entry& right) const
{
    const Appearance &a = left.appearance, &b = right.appearance;
    if (a.date != b.date) return a.date > b.date;
    if (a.digest == b.digest) return a.order < b.order;
    const int files = digests_[a.digest].file.compare(digests_[b.digest].file);
    return files != 0 ? files < 0 : a.digest < b.digest;
}

Library::Added Library::add(Digest digest)
{
    Added added;
    added.digest = static_cast<DigestId>(digests_.size());
    LibraryDigest& known = digests_.emplace_back();
    known.id = added.digest;
    known.file = std::move(digest.file);
    known.date = digest.date;
    known.entries = static_cast<std::uint32_t>(digest.papers.size());
    known.warnings = std::move(digest.warnings);
    known.empty_words = std::move(digest.empty_words);
    added.changed.reserve(digest.papers.size());
    std::uint32_t order = 0;
    for (; !digest.papers.empty(); digest.papers.pop_front()) added.changed.push_back(add_entry(std::move(digest.papers.front()), added.digest, order++));
    // A paper may stand in one digest several times; it is merged once.
    sort_unique(added.changed);
    for (const PaperIndex index : added.changed)
        if (repeated_.count(index) > 0) merge_entries(index);
    known.papers = added.changed;
    by_papers_.emplace(hash_of(known.papers), added.digest);
    return added;
}

PaperIndex Library::add_entry(Paper paper, DigestId digest, std::uint32_t order)
{
    constexpr std::size_t kLookBack = 4;  // among so many of the last entries the same words are looked for
    Appearance appearance = appearance_of(paper, digest, order);
    const auto [slot, is_first] = by_key_.try_emplace(key_of(paper), static_cast<PaperIndex>(papers_.size()));
    const PaperIndex index = slot->second;
    if (is_first) papers_.emplace_back().is_live = false;
    LibraryPaper& known = papers_[index];
    if (!known.is_live) {
        known.is_live = true;
        ++live_count_;
        known.appearances.reserve(1);
        known.appearances.push_back(std::move(appearance));
        known.paper = std::move(paper);
        return index;
    }
    std::vector<Entry>& entries = repeated_[index];
    if (entries.empty()) entries.push_back({known.appearances.front(), known.paper.lines, std::make_shared<const Paper>(known.paper)});
    const FieldLines lines = paper.lines;
    std::shared_ptr<const Paper> said;
    const std::size_t from = entries.size() > kLookBack ? entries.size() - kLookBack : 0;
    for (std::size_t i = from; i < entries.size() && !said; ++i)
        if (says_the_same(*entries[i].said, paper)) said = entries[i].said;
    if (!said) said = std::make_shared<const Paper>(std::move(paper));
    entries.push_back({std::move(appearance), lines, std::move(said)});
    return index;
}

std::vector<PaperIndex> Library::remove(DigestId digest)
{
    if (digest >= digests_.size() || !digests_[digest].is_live) return {};
    LibraryDigest& removed = digests_[digest];
    const std::vector<PaperIndex> changed = std::move(removed.papers);
    const auto [first, last] = by_papers_.equal_range(hash_of(changed));
    by_papers_.erase(std::find_if(first, last, [&](const auto& known) { return known.second == digest; }));
    removed.is_live = false;
    removed.papers = {};
    removed.warnings.clear();
    for (const PaperIndex index : changed) {
        const auto repeated = repeated_.find(index);
        if (repeated != repeated_.end()) {
            std::vector<Entry>& entries = repeated->second;
            const auto is_gone = [&](const Entry& entry) { return entry.appearance.digest == digest; };
            entries.erase(std::remove_if(entries.begin(), entries.end(), is_gone), entries.end());
            if (!entries.empty()) {
                merge_entries(index);
                continue;
            }
            repeated_.erase(repeated);
        }
        papers_[index] = LibraryPaper{};
        papers_[index].is_live = false;
        --live_count_;
    }
    return changed;
}

void Library::merge_entries(PaperIndex index)
{
    const auto repeated = repeated_.find(index);
    std::vector<Entry>& entries = repeated->second;
    std::sort(entries.begin(), entries.end(), [this](const Entry& a, const Entry& b) { return stands_before(a, b); });
    LibraryPaper& known = papers_[index];
    known.appearances.clear();
    known.appearances.reserve(entries.size());
    std::vector<const Paper*> said;
    std::vector<std::uint32_t> said_by;  // the newest entry that says it
    for (const Entry& entry : entries) {
        known.appearances.push_back(entry.appearance);
        // What is said once more is the same by its address; what is far behind does no harm twice.
        if (!said.empty() && said.back() == entry.said.get()) continue;
        said.push_back(entry.said.get());
        said_by.push_back(static_cast<std::uint32_t>(known.appearances.size() - 1));
    }
    Merged merged_paper = merged(said);
    note_origins(known, entries, said_by, merged_paper);
    Paper& paper = merged_paper.paper;
    // Those who share what they say differ in where they stand.
    const Appearance& newest = known.appearances.front();
    paper.date = newest.date;
    paper.kind = newest.kind;
    paper.kind_guess = newest.kind_guess;
    paper.line = newest.line;
    paper.number = newest.number;
    paper.categories = categories_of(known.appearances);
    paper.version = newest_version(known.appearances);
    known.paper = std::move(paper);
    if (entries.size() == 1) repeated_.erase(repeated);
}

// Where each field comes from, by the entries' own lines.
void Library::note_origins(LibraryPaper& known, const std::vector<Entry>& entries, const std::vector<std::uint32_t>& said_by, Merged& merged)
{
    known.origins.clear();
    FieldLines& lines = merged.paper.lines;
    for (std::size_t i = 0; i < kPaperFields; ++i) {
        const auto field = static_cast<PaperField>(i);
        const FieldSource& source = merged.sources[i];
        const std::uint32_t entry = said_by[source.said];
        lines.set(field, entries[entry].lines[source.field]);
        if (entry != 0) known.origins.push_back({field, entry});
    }
}

DigestNote Library::note_of(DigestId digest) const
{
    DigestNote note;
    if (digest >= digests_.size() || !digests_[digest].is_live) return note;
    const LibraryDigest& asked = digests_[digest];
    if (asked.papers.empty()) {
        note.what = DigestNote::What::kEmpty;
        note.words = asked.empty_words.empty() ? "empty: no papers found" : "empty: the digest says \u201C" + asked.empty_words + "\u201D";
        return note;
    }
    const LibraryDigest* repeated = nullptr;
    const auto [first, last] = by_papers_.equal_range(hash_of(asked.papers));
    for (auto known = first; known != last; ++known) {
        const LibraryDigest& other = digests_[known->second];
        if (!is_earlier(other, asked) || other.papers != asked.papers) continue;
        if (!repeated || is_earlier(*repeated, other)) repeated = &other;
    }
    if (!repeated) return note;
    note.what = DigestNote::What::kRepeats;
    note.repeated = repeated->id;
    note.words = "repeats " + (repeated->date && repeated->date != asked.date ? to_iso(repeated->date) : repeated->file);
    return note;
}

}  // namespace paperdeck
