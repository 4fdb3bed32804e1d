#include "digest/digest_reader.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "unit/test_files.h"

using namespace paperdeck;

namespace {

class DeadlineAtOnce final : public Deadline {
public:
    bool passed() const override { return true; }
};

std::string entry(int number, const std::string& abstract)
{
    char id[16];
    std::snprintf(id, sizeof id, "2103.%05d", number);
    return "### " + std::to_string(number) + ".Title " + std::to_string(number) + " [ :arrow_down: ](https://arxiv.org/pdf/" + id + ".pdf)\n>  " + abstract + "      \n";
}

std::string big_digest(int entries)
{
    std::string text = "# ArXiv cs.CV --Thu, 11 Mar 2021\n";
    for (int i = 1; i <= entries; ++i) text += entry(i, "Words of an abstract, with $x_" + std::to_string(i) + "$ in it. " + std::string(500, 'w'));
    return text;
}

bool has_warning(const Digest& digest, std::string_view words)
{
    return std::any_of(digest.warnings.begin(), digest.warnings.end(), [&](const Error& e) { return e.to_string().find(words) != std::string::npos; });
}

}  // namespace

TEST_CASE("reading in slices gives what reading at once gives")
{
    const std::string text = big_digest(1000);
    const Digest whole = read_digest("d.md", text);
    DigestReading reading("d.md", text);
    int steps = 1, steps_behind = 0;  // once all bytes are read, entries still wait
    for (std::size_t done = 0; !reading.step(DeadlineAtOnce()); ++steps) {
        if (done == text.size()) ++steps_behind;
        else CHECK(reading.bytes_done() > done);
        done = reading.bytes_done();
    }
    CHECK(steps > 50);
    CHECK(steps_behind > 5);
    CHECK(steps_behind < steps / 2);
    const Digest sliced = reading.take();
    REQUIRE(whole.papers.size() == 1000);
    REQUIRE(sliced.papers.size() == 1000);
    for (std::size_t i = 0; i < 1000; ++i) {
        CHECK(whole.papers[i].abstract == sliced.papers[i].abstract);
        CHECK(whole.papers[i].line == static_cast<int>(2 + 2 * i));
        CHECK(whole.papers[i].categories == std::vector<std::string>{"cs.CV"});
        CHECK(whole.papers[i].date == Date{2021, 3, 11});
        CHECK(whole.papers[i].number == static_cast<int>(i) + 1);
    }
    CHECK(whole.warnings.empty());
}

TEST_CASE("an entry goes on over the border of a piece")
{
    std::string text = big_digest(200) + "### A Title without Link\n\n**Authors**: A One\n\n";
    for (int i = 0; i < 3000; ++i) text += "A paragraph that is in the way, number " + std::to_string(i) + ", " + std::string(100, 'x') + ".\n\n";
    text += "**Link**: https://arxiv.org/abs/2103.00999\n";
    const Digest digest = read_digest("d.md", text);
    REQUIRE(digest.papers.size() == 201);
    CHECK(digest.papers.back().title.text == "A Title without Link");
}

TEST_CASE("empty and binary files are told apart and are not readable")
{
    for (const std::string bytes : {"", " \n\t\r\n", "\xEF\xBB\xBF"}) {
        const Digest digest = read_digest("e.md", bytes);
        CHECK_FALSE(digest.is_readable);
        CHECK(has_warning(digest, "e.md: is empty"));
    }
    CHECK(has_warning(read_digest("b.md", std::string("PK\x03\x04\0\0\0", 7)), "is not text"));
    CHECK(has_warning(read_digest("b.md", "%PDF-1.5\n" + std::string(100, '\0')), "is a PDF"));
    CHECK(has_warning(read_digest("b.md", std::string("\xFF\xFE#\0 \0", 6)), "is UTF-16"));
    CHECK_FALSE(read_digest("b.md", std::string(100, '\0')).is_readable);
}

TEST_CASE("text without papers is readable and says what a digest has")
{
    const Digest digest = read_digest("readme.md", "# About\n\nSee [a paper](https://arxiv.org/abs/2103.00001).\n");
    CHECK(digest.is_readable);
    CHECK(digest.papers.empty());
    CHECK(has_warning(digest, "readme.md: no papers found"));
}

TEST_CASE("invalid UTF-8 gives one warning with the line of the first")
{
    const Digest digest = read_digest("d.md", big_digest(200) + entry(201, "a \xFF b") + entry(202, "\xC3"));
    REQUIRE(digest.warnings.size() == 1);
    CHECK(digest.warnings[0].line == 403);
    REQUIRE(digest.papers.size() == 202);
    CHECK(digest.papers[200].abstract.text == "a \uFFFD b");
}

TEST_CASE("every cut of a digest is read, and no entry in it is worse than cut")
{
    const std::string text = big_digest(3);
    for (std::size_t size = 0; size <= text.size(); size += 7) {
        const Digest digest = read_digest("d.md", text.substr(0, size));
        CHECK(digest.papers.size() <= 3);
        for (const Paper& paper : digest.papers) CHECK_FALSE(paper.title.empty());
    }
}

TEST_CASE("noise ends in a warning, in time and memory in line with its size")
{
    std::string noise;
    std::uint32_t state = 1;
    while (noise.size() < 3'000'000) {
        state = state * 1664525u + 1013904223u;
        noise += static_cast<char>(0x20 + (state >> 24) % 95);
        if ((state >> 8) % 300 == 0) noise += '\n';
    }
    CHECK(has_warning(read_digest("noise.md", noise), "no papers found"));
    std::replace(noise.begin(), noise.end(), '\n', ' ');
    CHECK(has_warning(read_digest("line.md", noise), "no papers found"));
    for (const char* piece : {"\xFF", "#\n", "# a\n", "> ", "- a\n", "[a](b)", "|-", "```\n", "<a>", "&amp;", "**"}) {
        std::string text;
        while (text.size() < 300'000) text += piece;
        CAPTURE(piece);
        CHECK(read_digest("p.md", text).papers.empty());
    }
}

TEST_CASE("an entry without end keeps its head and says so")
{
    std::string text = "# 11 Mar 2021\n" + entry(1, "Short.") + "### 2. Long [pdf](https://arxiv.org/pdf/2103.00002)\n\n";
    for (int i = 0; i < 30000; ++i) text += "Another paragraph of a book that somebody took for an abstract.\n\n";
    const Digest digest = read_digest("d.md", text);
    REQUIRE(digest.papers.size() == 2);
    CHECK(has_warning(digest, "d.md:4: this entry is longer than 1 MB"));
    CHECK(digest.papers[1].abstract.text.size() < 1'200'000);
}

TEST_CASE("the day comes from the first heading that names one, else from the file name")
{
    CHECK(read_digest("2020-01-01.md", big_digest(1)).date == Date{2021, 3, 11});
    const Digest digest = read_digest("2021-03-12.cs.LG.md", entry(1, "A."));
    CHECK(digest.date == Date{2021, 3, 12});
    REQUIRE(digest.papers.size() == 1);
    CHECK(digest.papers[0].date == Date{2021, 3, 12});
    CHECK(digest.papers[0].categories == std::vector<std::string>{"cs.LG"});
    CHECK_FALSE(read_digest("d.md", entry(1, "A.")).date);
}

// Found by fuzzing: the parts of a heading went with the body that became papers of its own.
TEST_CASE("a heading whose parts turn out to be papers of their own")
{
    const Digest digest = read_digest("parts.md",
                                      "# R\n( V /1(http://arxiv.org/abs/1803.08494\n## e\nhttp://arxiv.org/pdf/2102.05095");
    for (const Paper& paper : digest.papers) CHECK((paper.id == "1803.08494" || paper.id == "2102.05095"));
}

TEST_CASE("the seed: 66 entries, complete, without residue" * doctest::skip(!test_files::exists(test_files::seed())))
{
    const Digest digest = read_digest("2021-03-11.cs.CV.md", test_files::read(test_files::seed()));
    CHECK(digest.warnings.empty());
    REQUIRE(digest.papers.size() == 66);
    int replaced = 0, number = 0;
    for (const Paper& paper : digest.papers) {
        CAPTURE(paper.id);
        CHECK(paper.number == ++number);
        CHECK(paper.date == Date{2021, 3, 11});
        CHECK(paper.categories == std::vector<std::string>{"cs.CV"});
        CHECK(paper.links.abs == "https://arxiv.org/abs/" + paper.id);
        CHECK(paper.links.pdf == "https://arxiv.org/pdf/" + paper.id + ".pdf");
        CHECK(paper.abstract.text.size() > 200);
        replaced += paper.kind_guess == Kind::kReplaced;
        for (const StyledText* text : {&paper.title, &paper.abstract}) {
            const std::string plain = to_plain(*text);
            for (const char* residue : {"<", ">  ", "&gt;", "&amp;", "arrow_down", "](", "this http", "{\\it", "\\url", "  ", " \n", "\n ", "**", "__"})
                CHECK(plain.find(residue) == std::string::npos);
            CHECK(plain == trimmed(plain));
        }
    }
    CHECK(replaced == 1);
    CHECK(digest.papers[65].id == "1902.02882");
    CHECK(digest.papers[65].kind_guess == Kind::kReplaced);
    CHECK(digest.papers[0].title.text == "Involution: Inverting the Inherence of Convolution for Visual Recognition");
    CHECK(digest.papers[0].links.code == "https://github.com/d-li14/involution");
    CHECK(std::count_if(digest.papers.begin(), digest.papers.end(), has_maths) == 3);
}
