// The engine finds what a plain scan finds, whatever is asked, while papers come, change and go.
#include <doctest/doctest.h>

#include <algorithm>
#include <iterator>
#include <random>

#include "unit/reference_search.h"

using namespace paperdeck;

namespace {

using Words = std::vector<std::string>;

const Words kWords = {"graph", "neural", "network", "networks", "learning", "deep", "model", "models", "diffusion", "attention", "transformer", "vision", "image",
                      "robust", "of", "the", "for", "a", "via", "data", "self-attention", "self", "Self-Supervised", "U-Net", "UNet", "u", "net", "Unet",
                      "VideoMoCo", "SwissGov-RSD", "swissgov", "video", "MoCo", "GPT-4o", "GPT4", "gpt", "4", "Sim2Real", "sim", "HTMLParser", "parser", "CNNs", "reader's", "reader\u2019s",
                      "s", "state_of_art", "R\u00E9nyi", "Re\u0301nyi", "renyi", "\u0141ukasz", "na\u00EFve", "\uFB01ne", "\uFF27\uFF30\uFF35", "gpu", "\u03B1",
                      "alpha", "\u03B2-VAE", "vae", "\u03A3", "\u2208", "\u2192", "in", "2021", "3.14", "10", "e.g.", "x_1", "arXiv", "state\u2013of\u2013art",
                      "\u6269\u6563\u6A21\u578B", "\u6269\u6563", "\u6A21\u578B", "\u6DF1\u5EA6\u5B66\u4E60", "\u5B66\u4E60", "\u4E60", "\u56FE",
                      "\u62E1\u6563\u30E2\u30C7\u30EB", "\uD655\uC0B0", "\uBAA8\uB378"};
const Words kOnlyInPapers = {"\\alpha", "$\\mathcal{L}$", "(see", "--", "x\u2208X", "net,", "deep:", "graph/net", "\u6A21\u578Bnet", "GPT\u6A21\u578B", "don't!"};
const Words kNames = {"Ada Lovelace", "Jos\u00E9 Garc\u00EDa-L\u00F3pez", "Li Wei", "W. Li", "Deep Singh", "\u5F20\u4F1F", "Alan M. Turing", "Graph McNet"};
const Words kCategories = {"cs.CV", "cs.LG", "cs.CL", "math.OC", "math-ph", "stat.ML", "hep-th"};
const Words kTags = {"to read", "Thesis", "R\u00E9nyi", "u-net"};

constexpr std::size_t kPapers = 300;

class Random {
public:
    explicit Random(unsigned seed) : random_(seed) {}
    std::size_t below(std::size_t n) { return random_() % n; }
    bool once_in(std::size_t n) { return below(n) == 0; }
    const std::string& any_of(const Words& words) { return words[below(words.size())]; }
    Words some_of(const Words& words, std::size_t most)
    {
        Words out;
        for (std::size_t count = below(most + 1); out.size() < count;) out.push_back(any_of(words));
        return out;
    }

private:
    std::mt19937 random_;
};

// ---- Papers

std::string random_text(Random& random, std::size_t most)
{
    std::string text;
    for (std::size_t count = 1 + random.below(most); count > 0; --count) {
        text += random.once_in(12) ? random.any_of(kOnlyInPapers) : random.any_of(kWords);
        text += random.once_in(9) ? ", " : random.once_in(20) ? "\n" : random.once_in(30) ? "-" : " ";
    }
    return text;
}

Paper random_paper(Random& random, std::size_t number, Date date)
{
    Paper paper;
    paper.id = "2103.0" + std::to_string(1000 + number);
    paper.title.text = random_text(random, 7);
    if (random.once_in(9)) paper.title.spans = {{0, 1, kMaths, -1}};
    paper.authors = random.some_of(kNames, 3);
    if (!random.once_in(8)) paper.abstract.text = random_text(random, 10);
    paper.categories = {random.any_of(kCategories), random.any_of(kCategories)};
    if (random.once_in(5)) paper.extras.edit().comment = random_text(random, 4);
    if (random.once_in(5)) paper.extras.edit().summaries = {{"AI", {random_text(random, 4), {}, {}}}};
    if (random.once_in(5)) paper.extras.edit().translation.title.text = "\u56FE " + random.any_of(kWords);
    if (random.once_in(6)) paper.extras.edit().keywords = random.some_of(kWords, 2);
    if (random.once_in(6)) paper.topic = random.any_of(kWords);
    if (random.once_in(4)) paper.links.code = "https://github.com/deep/" + random.any_of(kWords);
    if (random.once_in(6)) paper.links.other = {"https://example.org/net"};
    paper.kind = static_cast<Kind>(random.below(4));
    paper.kind_guess = static_cast<Kind>(random.below(4));
    paper.date = date;
    return paper;
}

Digest random_digest(Random& random, std::size_t number)
{
    Digest digest;
    digest.file = std::to_string(number) + ".md";
    digest.date = {random.once_in(4) ? 2020 : 2021, 1 + static_cast<int>(random.below(3)), 1 + static_cast<int>(random.below(28))};
    for (std::size_t i = 0; i < 60; ++i) digest.papers.push_back(random_paper(random, random.below(kPapers), digest.date));
    return digest;
}

PaperMarks random_marks(Random& random)
{
    PaperMarks marks;
    marks.tags = random.some_of(kTags, 2);
    if (random.once_in(2)) marks.note = random_text(random, 3);
    marks.is_read = random.once_in(2);
    marks.is_starred = random.once_in(3);
    marks.is_later = random.once_in(3);
    return marks;
}

// ---- Queries

std::string beginning_of(Random& random, const std::string& word)
{
    std::size_t size = 1 + random.below(word.size());
    while (size < word.size() && (static_cast<unsigned char>(word[size]) & 0xC0) == 0x80) ++size;
    return word.substr(0, size);
}

std::string random_filter(Random& random)
{
    const Words kDates = {"2021", "2021-02", "2021-01-15", "2021-01-10..2021-02-20", "2021-02..", "..2020-12", "2020-03..2021-01"};
    const Words kHas = {"code", "link", "math", "note", "tag", "summary", "translation", "abstract"};
    const Words kIs = {"new", "cross", "replaced", "read", "unread", "starred", "later"};
    switch (random.below(9)) {
    case 0: return "cat:" + random.any_of(kCategories);
    case 1: return random.once_in(2) ? "cat:cs.*" : "cat:hep-th.*";
    case 2: return "cat:(" + random.any_of(kCategories) + " OR " + random.any_of(kCategories) + ")";
    case 3: return "date:" + random.any_of(kDates);
    case 4: return random.any_of({"newer_than:7d", "newer_than:3w", "newer_than:1m", "newer_than:1y", "after:2021-01-31", "before:2021-02", "date:>=2021-02-10", "date:<2021"});
    case 5: return "has:" + random.any_of(kHas);
    case 6: return "is:" + random.any_of(kIs);
    case 7: return "tag:\"" + random.any_of(kTags) + "\"";
    default: return "2103.0" + std::to_string(1000 + random.below(kPapers));
    }
}

// Words that stand side by side in a paper, mostly.
std::string random_phrase(Random& random, const std::vector<reference::Paper>& papers)
{
    std::string phrase = random.any_of(kWords);
    for (std::size_t count = random.below(3); count > 0; --count) phrase += " " + random.any_of(kWords);
    if (random.once_in(5) || papers.empty()) return phrase;
    const std::string& text = papers[random.below(papers.size())].all.paper.title.text;
    std::vector<std::size_t> blanks = {0};
    for (std::size_t i = 0; i < text.size(); ++i)
        if (text[i] == ' ') blanks.push_back(i);
    const std::size_t first = random.below(blanks.size()), last = std::min(first + 1 + random.below(3), blanks.size());
    phrase = text.substr(blanks[first], (last < blanks.size() ? blanks[last] : text.size()) - blanks[first]);
    std::replace(phrase.begin(), phrase.end(), '\n', ' ');
    return phrase;
}

std::string random_leaf(Random& random, const std::vector<reference::Paper>& papers)
{
    const Words kFields = {"title:", "author:", "abstract:", "summary:", "translation:", "comment:", "note:", "url:", "all:", "ti:", "abs:"};
    const Words kPatterns = {"/\\bnet/", "/GPT-?4/i", "/(deep|self)\\W+\\w+/", "title:/^a/i", "/\\d+\\.\\d+/", "/[\u6269\u56FE]/", "/x(/"};
    const std::string field = random.once_in(4) ? random.any_of(kFields) : "";
    switch (random.below(24)) {
    case 0: case 1: case 2: return field + "\"" + random_phrase(random, papers) + "\"";
    case 3: return field + beginning_of(random, random.any_of(kWords)) + "*";
    case 4: case 5: case 6: case 7: return random_filter(random);
    case 8: return random.once_in(3) ? random.any_of(kPatterns) : random.any_of(kWords);
    case 9: return random.once_in(4) ? "+++" : "author:\"" + random.any_of(kNames) + "\"";
    case 10: return field + "(" + random.any_of(kWords) + " OR " + random.any_of(kWords) + ")";
    default: return field + random.any_of(kWords);
    }
}

std::string random_query(Random& random, const std::vector<reference::Paper>& papers, int depth = 2)
{
    std::string query;
    for (std::size_t count = 1 + random.below(depth == 2 ? 3 : 2); count > 0; --count) {
        if (!query.empty()) query += random.once_in(4) ? random.any_of({" OR ", " | "}) : " ";
        if (random.once_in(7)) query += random.any_of({"-", "NOT ", "!"});
        query += depth > 0 && random.once_in(7) ? "(" + random_query(random, papers, depth - 1) + ")" : random_leaf(random, papers);
    }
    if (depth < 2) return query;
    if (random.once_in(4)) return query + " " + beginning_of(random, random.any_of(kWords));
    return random.once_in(2) ? query + " " : query;
}

// ---- Both

class Bench {
public:
    void add_digest() { note(library_.add(random_digest(random, digests_++)).changed); }
    void remove_digest() { note(library_.remove(static_cast<DigestId>(random.below(digests_)))); }
    void mark_some()
    {
        for (int i = 0; i < 25; ++i) {
            const auto paper = static_cast<PaperIndex>(random.below(library_.papers().size()));
            marks_.resize(library_.papers().size());
            marks_[paper] = random_marks(random);
            engine_.set_marks(paper, marks_[paper]);
        }
    }
    void make_ready()
    {
        engine_.finish();
        papers.clear();
        indices_.clear();
        marks_.resize(library_.papers().size());
        for (PaperIndex i = 0; i < library_.papers().size(); ++i) {
            if (!library_.paper(i).is_live) continue;
            papers.emplace_back(library_.paper(i), marks_[i]);
            indices_.push_back(i);
        }
    }

    // Every third round a digest goes as well.
    void begin(int round)
    {
        add_digest();
        if (round % 3 == 2) remove_digest();
        mark_some();
        make_ready();
    }

    SearchResult search(const Query& query)
    {
        SearchResult result = engine_.search(query);
        if (result.share_searched == 1) return result;
        engine_.finish();
        return engine_.search(query);
    }
    void set_highlights(const std::vector<QueryWord>& words, HighlightView view) { engine_.set_highlights(words, view); }
    std::vector<PaperIndex> scan(const QueryNode& node) const
    {
        const std::vector<bool> found = reference::scan(papers, node);
        std::vector<PaperIndex> out;
        for (std::size_t i = 0; i < found.size(); ++i)
            if (found[i]) out.push_back(indices_[i]);
        return out;
    }
    std::string title_of(PaperIndex paper) const { return library_.paper(paper).paper.title.text; }

    Random random{20210311};
    std::vector<reference::Paper> papers;

private:
    void note(const std::vector<PaperIndex>& changed) { engine_.note(changed); }

    Library library_;
    SearchEngine engine_{library_};
    std::vector<PaperMarks> marks_;
    std::vector<PaperIndex> indices_;
    std::size_t digests_ = 0;
};

bool holds_filter(const QueryNode& node, QueryFilter::Field field)
{
    if (node.kind == QueryNode::Kind::kFilter && node.filter.field == field) return true;
    return std::any_of(node.children.begin(), node.children.end(), [&](const QueryNode& child) { return holds_filter(child, field); });
}

// Each choice counts what the query would find with it.
void check_facet(const Bench& bench, const Query& query, QueryFilter::Field field, const std::vector<FacetCount>& choices)
{
    const bool is_counted_apart = field == QueryFilter::Field::kCategory || field == QueryFilter::Field::kDate || field == QueryFilter::Field::kTag;
    if (is_counted_apart && holds_filter(query.root, field)) return;
    for (const FacetCount& choice : choices) {
        QueryNode filter, both;
        filter.kind = QueryNode::Kind::kFilter;
        filter.filter = {field, {choice.value}};
        both.children = {query.root, filter};
        CAPTURE(choice.value);
        CHECK(choice.count == bench.scan(both).size());
    }
}

// Some words, phrases, beginnings and names, and the same as a query's node.
std::vector<QueryWord> random_highlights(Bench& bench)
{
    std::string words, authors;
    for (std::size_t count = 1 + bench.random.below(4); count > 0; --count) {
        words += random_phrase(bench.random, bench.papers) + (bench.random.once_in(2) ? ", " : "\n");
        if (bench.random.once_in(2)) words += beginning_of(bench.random, bench.random.any_of(kWords)) + "*\n";
        if (bench.random.once_in(2)) authors += bench.random.any_of(kNames) + "; ";
    }
    return parse_highlights(words, authors);
}

QueryNode node_of(const std::vector<QueryWord>& highlights)
{
    QueryNode any;
    any.kind = QueryNode::Kind::kOr;
    for (const QueryWord& word : highlights) {
        QueryNode& node = any.children.emplace_back();
        node.kind = QueryNode::Kind::kWords;
        node.field = word.field;
        node.text = word.text;
        node.is_phrase = word.is_phrase;
        node.is_prefix = word.is_prefix;
    }
    return any;
}

}  // namespace

TEST_CASE("5,000 random queries find what a plain scan finds, while papers come, change and go")
{
    Bench bench;
    int compared = 0, tried = 0, with_some = 0;
    for (int round = 0; round < 20; ++round) {
        bench.begin(round);
        // What is mended or left out finds other papers, and says so.
        while (compared < 250 * (round + 1)) {
            REQUIRE(++tried < 10'000);
            const std::string text = random_query(bench.random, bench.papers);
            const Query query = parse_query(text);
            SearchResult result = bench.search(query);
            if (!result.corrections.empty() || !result.left_out.empty()) continue;
            ++compared;
            with_some += !result.papers.empty() && result.papers.size() < bench.papers.size();
            const std::vector<PaperIndex> expected = bench.scan(query.root);
            std::sort(result.papers.begin(), result.papers.end());
            CAPTURE(text);
            CAPTURE(to_text(query));
            std::vector<PaperIndex> odd;
            std::set_symmetric_difference(result.papers.begin(), result.papers.end(), expected.begin(), expected.end(), std::back_inserter(odd));
            for (const PaperIndex paper : odd)
                MESSAGE((std::binary_search(expected.begin(), expected.end(), paper) ? "not found: " : "found: "), bench.title_of(paper));
            REQUIRE(odd.empty());
            if (compared % 50 != 0) continue;
            check_facet(bench, query, QueryFilter::Field::kCategory, result.categories);
            check_facet(bench, query, QueryFilter::Field::kDate, result.days);
            check_facet(bench, query, QueryFilter::Field::kTag, result.tags);
            check_facet(bench, query, QueryFilter::Field::kHas, result.has);
            check_facet(bench, query, QueryFilter::Field::kIs, result.is);
        }
    }
    CHECK(compared == 5000);
    CHECK(with_some >= 2000);
}

TEST_CASE("highlights are found by a plain scan too, alone and first, while papers come, change and go")
{
    Bench bench;
    int compared = 0;
    for (int round = 0; round < 12; ++round) {
        bench.begin(round);
        for (int i = 0; i < 40; ++i) {
            const Query query = parse_query(i % 4 == 0 ? std::string() : random_leaf(bench.random, bench.papers) + " ");
            const std::vector<QueryWord> highlights = random_highlights(bench);
            bench.set_highlights(highlights, HighlightView::kAll);
            const SearchResult all = bench.search(query);
            if (highlights.empty() || !all.corrections.empty() || !all.left_out.empty()) continue;
            ++compared;
            const std::vector<PaperIndex> marked = bench.scan(node_of(highlights));
            const auto is_marked = [&](PaperIndex paper) { return std::binary_search(marked.begin(), marked.end(), paper); };
            std::vector<PaperIndex> first = all.papers;
            const auto others = std::stable_partition(first.begin(), first.end(), is_marked);
            CAPTURE(to_text(query));
            CAPTURE(to_text(node_of(highlights)));
            CHECK(all.found == all.papers.size());
            CHECK(all.highlighted == others - first.begin());

            bench.set_highlights(highlights, HighlightView::kFirst);
            REQUIRE(bench.search(query).papers == first);

            bench.set_highlights(highlights, HighlightView::kOnly);
            const SearchResult only = bench.search(query);
            CHECK(std::vector<PaperIndex>(first.begin(), others) == only.papers);
            CHECK(only.found == all.papers.size());
            CHECK(only.highlighted == only.papers.size());
            if (i % 8 != 0) continue;
            Query both;
            both.root.children = {query.root, node_of(highlights)};
            check_facet(bench, both, QueryFilter::Field::kCategory, only.categories);
            check_facet(bench, both, QueryFilter::Field::kDate, only.days);
            check_facet(bench, both, QueryFilter::Field::kHas, only.has);
        }
    }
    CHECK(compared >= 200);
}
