// Any sequence of digests added and removed leaves the library that the live ones alone would make.
#include <doctest/doctest.h>

#include <algorithm>
#include <random>

#include "digest/library.h"
#include "digest/paper_json.h"

using namespace paperdeck;

namespace {

class RandomDigests {
public:
    explicit RandomDigests(unsigned seed) : random_(seed) {}

    std::size_t below(std::size_t n) { return static_cast<std::size_t>(random_()) % n; }
    bool once_in(std::size_t n) { return below(n) == 0; }

    Digest make(std::size_t number)
    {
        Digest digest;
        digest.file = "digest-" + std::to_string(number) + ".md";
        digest.date = {2021, 3, 1 + static_cast<int>(below(5))};
        if (once_in(8)) digest.empty_words = "No new papers";
        const std::size_t count = once_in(6) ? 0 : 1 + below(6);
        for (std::size_t i = 0; i < count; ++i) digest.papers.push_back(paper(digest.date, static_cast<int>(i)));
        return digest;
    }

private:
    std::string any_of(std::vector<std::string> words) { return words[below(words.size())]; }

    Paper paper(Date date, int line)
    {
        Paper made;
        const std::string name = std::to_string(below(5));
        if (!once_in(4)) made.id = "2103.0000" + name;
        else if (once_in(2)) made.extras.edit().doi = "10.1/" + name;
        made.title.text = any_of({"Boats " + name, "Boats\u2026", "船" + name, "Other boats"});
        made.abstract.text = any_of({"", "We float.", "We float. We sink.", "We...", "我们漂浮。"});
        made.authors = once_in(2) ? std::vector<std::string>{"A One"} : std::vector<std::string>{"A One", "B Two"};
        made.categories = once_in(2) ? std::vector<std::string>{"cs.CV", "cs.LG"} : std::vector<std::string>{any_of({"cs.RO", "cs.AI"})};
        made.extras.edit().comment = any_of({"", "8 pages", "9 pages"});
        made.version = static_cast<int>(below(3));
        made.kind = static_cast<Kind>(below(4));
        if (once_in(3)) made.links.code = "https://github.com/o/" + name;
        if (once_in(2)) made.links.other = {"https://a.org/" + name, any_of({"https://b.org", "https://c.org"})};
        if (once_in(3)) made.extras.edit().keywords = {any_of({"sea", "land"})};
        made.date = date;
        made.line = line;
        return made;
    }

    std::mt19937 random_;
};

// All that can be asked of a library, without indices and order.
std::vector<std::string> told_by(const Library& library)
{
    std::vector<std::string> all;
    for (PaperIndex i = 0; i < library.papers().size(); ++i)
        if (library.paper(i).is_live) all.push_back(to_json(library, i, 1, 0) + also_in_words(library.paper(i)) + std::to_string(library.paper(i).paper.line));
    CHECK(all.size() == library.live_count());
    for (const LibraryDigest& digest : library.digests())
        if (digest.is_live) all.push_back(digest.file + ": " + library.note_of(digest.id).words);
    std::sort(all.begin(), all.end());
    return all;
}

}  // namespace

TEST_CASE("after any additions and removals the library is the one that the live digests make in any order")
{
    struct Live {
        DigestId id;
        Digest digest;
    };
    for (unsigned seed = 1; seed <= 12; ++seed) {
        CAPTURE(seed);
        RandomDigests random(seed);
        Library library;
        std::vector<Live> live;
        for (std::size_t step = 0; step < 60; ++step) {
            if (!live.empty() && random.once_in(3)) {
                const std::size_t at = random.below(live.size());
                library.remove(live[at].id);
                live.erase(live.begin() + static_cast<std::ptrdiff_t>(at));
            } else {
                Digest digest = random.make(step);
                // What was there once comes back under a new id.
                if (!live.empty() && random.once_in(4)) {
                    digest.papers = live.back().digest.papers;
                }
                live.push_back({library.add(digest).digest, digest});
            }
            std::vector<const Digest*> order;
            for (const Live& one : live) order.push_back(&one.digest);
            for (std::size_t i = order.size(); i > 1; --i) std::swap(order[i - 1], order[random.below(i)]);
            Library fresh;
            for (const Digest* digest : order) fresh.add(*digest);
            REQUIRE(told_by(library) == told_by(fresh));
        }
    }
}
