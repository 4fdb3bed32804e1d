#include "search/order.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/fold.h"

namespace paperdeck {
namespace {

// A paper with what it is sorted by, packed into numbers: sorting 100,000 of them is a matter of
// milliseconds, comparing strings is not.
struct Keyed {
    std::uint64_t first = 0;
    std::uint64_t second = 0;
    PaperIndex paper = 0;

    friend bool operator<(const Keyed& a, const Keyed& b)
    {
        if (a.first != b.first) return a.first < b.first;
        return a.second != b.second ? a.second < b.second : a.paper < b.paper;
    }
};

std::uint64_t day_number(const Date& date) { return static_cast<std::uint64_t>(date.year * 10000 + date.month * 100 + date.day); }

// Newest days first, papers without a day last.
std::uint64_t newest_first(const Date& date) { return 99999999u - day_number(date); }

// Greater for a later id: year, month and number of either style. 0 for a paper that is not on arXiv.
std::uint64_t id_number(std::string_view id)
{
    if (id.empty()) return 0;
    const std::size_t slash = id.find('/');
    if (slash != std::string_view::npos) id.remove_prefix(slash + 1);
    std::uint64_t digits = 0;
    for (const char c : id)
        if (c >= '0' && c <= '9') digits = digits * 10 + static_cast<std::uint64_t>(c - '0');
    const bool is_short = id.size() < 10;  // 7 digits of old, 4 + 4 until 2014, 4 + 5 since
    if (is_short) digits *= id.size() == 9 ? 10 : 100;
    const bool is_last_century = !id.empty() && id[0] == '9';
    return digits + (is_last_century ? 0 : 10'000'000'000u);
}

// The place of each digest when they are sorted by file name.
std::vector<std::uint32_t> ranks_by_file(const Library& library)
{
    std::vector<std::uint32_t> digests(library.digests().size()), ranks(digests.size());
    for (std::uint32_t i = 0; i < digests.size(); ++i) digests[i] = i;
    std::sort(digests.begin(), digests.end(), [&](std::uint32_t a, std::uint32_t b) {
        const std::string &left = library.digests()[a].file, &right = library.digests()[b].file;
        return left != right ? left < right : a < b;
    });
    for (std::uint32_t rank = 0; rank < digests.size(); ++rank) ranks[digests[rank]] = rank;
    return ranks;
}

// The first eight bytes as a number that sorts as they do.
std::uint64_t leading_bytes(std::string_view text)
{
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < 8; ++i) number = (number << 8) | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0u);
    return number;
}

template <class MakeKey>
std::vector<Keyed> keyed_papers(const Library& library, const MakeKey& make_key)
{
    std::vector<Keyed> keyed;
    keyed.reserve(library.live_count());
    for (PaperIndex index = 0; index < library.papers().size(); ++index) {
        const LibraryPaper& paper = library.paper(index);
        if (!paper.is_live || paper.appearances.empty()) continue;
        Keyed key = make_key(paper);
        key.paper = index;
        keyed.push_back(key);
    }
    return keyed;
}

std::vector<PaperIndex> papers_of(const std::vector<Keyed>& keyed)
{
    std::vector<PaperIndex> papers;
    papers.reserve(keyed.size());
    for (const Keyed& key : keyed) papers.push_back(key.paper);
    return papers;
}

std::vector<PaperIndex> by_title(const Library& library)
{
    std::vector<std::string> titles(library.papers().size());
    for (PaperIndex index = 0; index < titles.size(); ++index)
        if (library.paper(index).is_live) titles[index] = fold(library.paper(index).paper.title.text);
    std::vector<Keyed> keyed = keyed_papers(library, [&](const LibraryPaper& paper) {
        return Keyed{leading_bytes(titles[static_cast<std::size_t>(&paper - library.papers().data())]), 0, 0};
    });
    std::sort(keyed.begin(), keyed.end(), [&](const Keyed& a, const Keyed& b) {
        if (a.first != b.first) return a.first < b.first;
        const int order = titles[a.paper].compare(titles[b.paper]);
        return order != 0 ? order < 0 : a.paper < b.paper;
    });
    return papers_of(keyed);
}

}  // namespace

std::vector<PaperIndex> sorted_papers(const Library& library, Sort sort)
{
    if (sort == Sort::kTitle) return by_title(library);
    const std::vector<std::uint32_t> file_ranks = ranks_by_file(library);
    std::vector<Keyed> keyed = keyed_papers(library, [&](const LibraryPaper& paper) {
        const Appearance& newest = paper.appearances.front();
        const std::uint64_t listed = (static_cast<std::uint64_t>(file_ranks[newest.digest]) << 32) | newest.order;
        return Keyed{newest_first(newest.date), sort == Sort::kListed ? listed : ~id_number(paper.paper.id), 0};
    });
    std::sort(keyed.begin(), keyed.end());
    return papers_of(keyed);
}

}  // namespace paperdeck
