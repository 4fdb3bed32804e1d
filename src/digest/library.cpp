#include "digest/library.h"

#include <algorithm>
#include <utility>

#include "base/fold.h"

namespace paperdeck {
namespace {

// What makes two entries one paper. The letters keep ids, addresses and titles apart.
std::string key_of(const Paper& paper)
{
    if (!paper.id.empty()) return "a:" + paper.id;
    if (!paper.doi.empty()) return "d:" + fold(paper.doi);
    for (const std::string* link : {&paper.links.abs, &paper.links.pdf})
        if (!link->empty()) return "l:" + *link;
    if (!paper.links.other.empty()) return "l:" + paper.links.other.front();
    return "t:" + fold(paper.title.text);
}

Appearance appearance_of(const Paper& paper, DigestId digest, std::uint32_t order)
{
    return {digest, order, paper.date, paper.kind, paper.version, paper.line, paper.categories};
}

// Newest day first; on one day in the order the digests came.
bool stands_before(const Appearance& a, const Appearance& b)
{
    if (a.date != b.date) return a.date > b.date;
    return a.digest != b.digest ? a.digest < b.digest : a.order < b.order;
}

void add_unique(std::vector<std::string>& out, const std::vector<std::string>& values)
{
    for (const std::string& value : values)
        if (std::find(out.begin(), out.end(), value) == out.end()) out.push_back(value);
}

template <class T>
void take_if_empty(T& out, const T& other)
{
    if (out.empty()) out = other;
}

void merge_links(PaperLinks& out, const PaperLinks& other)
{
    take_if_empty(out.abs, other.abs);
    take_if_empty(out.pdf, other.pdf);
    take_if_empty(out.code, other.code);
    add_unique(out.other, other.other);
    const auto is_elsewhere = [&](const std::string& url) { return url == out.abs || url == out.pdf || url == out.code; };
    out.other.erase(std::remove_if(out.other.begin(), out.other.end(), is_elsewhere), out.other.end());
}

// Adds to `out`, which stood before, what `other` says more.
void merge(Paper& out, const Paper& other)
{
    out.version = std::max(out.version, other.version);
    take_if_empty(out.doi, other.doi);
    take_if_empty(out.title, other.title);
    if (other.authors.size() > out.authors.size()) out.authors = other.authors;
    add_unique(out.categories, other.categories);
    take_if_empty(out.topic, other.topic);
    if (other.abstract.text.size() > out.abstract.text.size()) out.abstract = other.abstract;
    take_if_empty(out.comment, other.comment);
    take_if_empty(out.summaries, other.summaries);
    add_unique(out.keywords, other.keywords);
    if (out.translation.lang.empty()) out.translation = other.translation;
    merge_links(out.links, other.links);
}

}  // namespace

Library::Added Library::add(Digest digest)
{
    Added added;
    added.digest = static_cast<DigestId>(digests_.size());
    digests_.push_back({added.digest, std::move(digest.file), digest.date, static_cast<std::uint32_t>(digest.papers.size()),
                        std::move(digest.warnings), true});
    added.changed.reserve(digest.papers.size());
    std::uint32_t order = 0;
    for (Paper& paper : digest.papers) added.changed.push_back(add_entry(std::move(paper), added.digest, order++));
    // A paper may stand in one digest several times.
    std::sort(added.changed.begin(), added.changed.end());
    added.changed.erase(std::unique(added.changed.begin(), added.changed.end()), added.changed.end());
    return added;
}

PaperIndex Library::add_entry(Paper paper, DigestId digest, std::uint32_t order)
{
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
    if (entries.empty()) entries.push_back({known.appearances.front(), known.paper});
    entries.push_back({std::move(appearance), std::move(paper)});
    merge_entries(index);
    return index;
}

std::vector<PaperIndex> Library::remove(DigestId digest)
{
    std::vector<PaperIndex> changed;
    if (digest >= digests_.size() || !digests_[digest].is_live) return changed;
    digests_[digest].is_live = false;
    digests_[digest].warnings.clear();
    const auto is_of_digest = [&](const Appearance& a) { return a.digest == digest; };
    for (PaperIndex index = 0; index < papers_.size(); ++index) {
        const std::vector<Appearance>& stood = papers_[index].appearances;
        if (std::none_of(stood.begin(), stood.end(), is_of_digest)) continue;
        changed.push_back(index);
        const auto repeated = repeated_.find(index);
        if (repeated != repeated_.end()) {
            std::vector<Entry>& entries = repeated->second;
            const auto is_gone = [&](const Entry& entry) { return is_of_digest(entry.appearance); };
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
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) { return stands_before(a.appearance, b.appearance); });
    LibraryPaper& merged = papers_[index];
    merged.paper = entries.front().paper;
    merged.appearances.clear();
    for (const Entry& entry : entries) {
        merged.appearances.push_back(entry.appearance);
        if (&entry != &entries.front()) merge(merged.paper, entry.paper);
    }
    if (entries.size() == 1) repeated_.erase(repeated);
}

}  // namespace paperdeck
