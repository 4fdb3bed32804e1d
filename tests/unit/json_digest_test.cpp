#include "digest/json_digest.h"

#include <doctest/doctest.h>

#include "digest/json_repair.h"
#include "digest/json_text.h"
#include "digest/paper_json.h"

using namespace paperdeck;

namespace {

Digest read(std::string bytes, std::string file = "a.json") { return read_digest(std::move(file), std::move(bytes)); }

Paper one(std::string bytes, std::string file = "a.json")
{
    Digest digest = read(std::move(bytes), std::move(file));
    REQUIRE(digest.papers.size() == 1);
    return digest.papers[0];
}

using Strings = std::vector<std::string>;

Strings ids(const Digest& digest)
{
    Strings out;
    for (const Paper& paper : digest.papers) out.push_back(paper.id);
    return out;
}

class EverySlice final : public Deadline {
public:
    bool passed() const override { return true; }
};

}  // namespace

TEST_CASE("JSON is told from Markdown by what it begins with")
{
    for (const char* json : {"{\"id\":1}", "[{\"a\":1}]", " \n[\n  {}]", "\xEF\xBB\xBF{\"a\":1}", "[\"a\"]", "[]", "{}"}) CHECK_MESSAGE(looks_like_json(json), std::string(json));
    for (const char* markdown : {"", "[Title](https://a.org)", "[1] Title", "[ ] to do", "{% raw %}", "# {\"a\"}", "[]()", "[[wiki]]", "{", "[![badge](a)](b)"})
        CHECK_MESSAGE(!looks_like_json(markdown), std::string(markdown));
}

TEST_CASE("a line of JSONL is a paper with all its fields")
{
    const Digest digest = read("{\"id\": \"2503.00001v2\", \"title\": \"Boats\\nand $x_1$\", \"authors\": [\"A One\", \"Jos\\u00e9 Two\"],"
                               " \"categories\": [\"cs.CV\", \"cs.LG\"], \"comment\": \"8  pages\", \"pdf\": \"https://arxiv.org/pdf/2503.00001\","
                               " \"abs\": \"https://arxiv.org/abs/2503.00001\", \"summary\": \"We float.  See https://github.com/o/boats\","
                               " \"AI\": {\"tldr\": \"Floats.\", \"motivation\": \"Sinking.\", \"method\": \"Wood.\", \"result\": \"Dry.\", \"conclusion\": \"Good.\"}}\n"
                               "{\"id\": \"2503.00002\", \"title\": \"Harbours\", \"summary\": \"Where boats are.\"}\n",
                               "data/2025-03-10.jsonl");
    CHECK(digest.warnings.empty());
    CHECK(digest.date == Date{2025, 3, 10});
    REQUIRE(ids(digest) == Strings{"2503.00001", "2503.00002"});
    CHECK(to_json(digest.papers[0], "f") ==
          R"({"file":"f","line":1,"id":"2503.00001","version":2,"title":"Boats and $x_1$","authors":["A One","José Two"],"categories":["cs.CV","cs.LG"],)"
          R"("date":"2025-03-10","kind_guess":"new","abstract":"We float. See https://github.com/o/boats","comment":"8 pages",)"
          R"("summaries":[{"label":"tldr","text":"Floats."},{"label":"motivation","text":"Sinking."},{"label":"method","text":"Wood."},)"
          R"({"label":"result","text":"Dry."},{"label":"conclusion","text":"Good."}],)"
          R"("links":{"abs":"https://arxiv.org/abs/2503.00001","pdf":"https://arxiv.org/pdf/2503.00001","code":"https://github.com/o/boats"},)"
          R"("lines":{"id":1,"title":1,"authors":1,"categories":1,"abstract":1,"comment":1,"summaries":1,"links.abs":1,"links.pdf":1,"links.code":1}})");
    CHECK(digest.papers[1].line == 2);
}

TEST_CASE("a broken line of JSONL is a warning, the others are read")
{
    const Digest digest = read("{\"id\": \"2503.00001\", \"title\": \"A\"}\n"
                               "{\"id\": \"2503.00002\", \"title\": \"B\n"
                               "{\"id\": \"2503.00003\", \"title\": \"C\"}\n"
                               "not JSON\n"
                               "{\"id\": \"2503.00004\" \"title\": \"D\"}\n"
                               "{\"id\": \"2503.00005\", \"title\": \"E\"}\n"
                               "{\"id\": \"2503.00006\", \"ti");
    CHECK(ids(digest) == Strings{"2503.00001", "2503.00003", "2503.00005"});
    REQUIRE(digest.warnings.size() == 3);
    CHECK(digest.warnings[0].line == 2);
    CHECK(digest.warnings[1].line == 5);
    CHECK(digest.warnings[2].line == 7);
    CHECK(digest.papers[2].line == 6);
}

TEST_CASE("papers stand in lists, below names, in maps by id and by date")
{
    CHECK(ids(read("[{\"title\":\"A\",\"id\":\"2503.00001\"},\n{\"title\":\"B\",\"id\":\"2503.00002\"}]")) == Strings{"2503.00001", "2503.00002"});
    CHECK(ids(read("{\"title\":\"My list\",\"link\":\"https://a.org\",\"papers\":[{\"title\":\"A\",\"id\":\"2503.00001\"}]}")) == Strings{"2503.00001"});
    CHECK(ids(read("{\"feed\":{\"entry\":[{\"title\":\"A\",\"id\":\"http://arxiv.org/abs/2503.00001v1\"}]}}")) == Strings{"2503.00001"});
    const Paper by_id = one("{\"2503.00001\": {\"title\": \"A\", \"summary\": \"S\"}}");
    CHECK(by_id.id == "2503.00001");
    CHECK(by_id.abstract.text == "S");
    const Paper by_day = one("{\"2025-03-11\": {\"cs.CV\": [{\"title\": \"A\", \"id\": \"2503.00001\", \"published\": \"2025-03-01\"}]}}");
    CHECK(by_day.date == Date{2025, 3, 11});
    CHECK(by_day.categories == Strings{"cs.CV"});
    CHECK(by_day.kind_guess == Kind::kNew);
    const Paper said_above = one("{\"date\": \"2025-03-12\", \"category\": \"cs.RO\", \"papers\": [{\"title\": \"A\", \"id\": \"2503.00001\"}]}");
    CHECK(said_above.date == Date{2025, 3, 12});
    CHECK(said_above.categories == Strings{"cs.RO"});
}

TEST_CASE("what the arXiv API and its wrappers give is read")
{
    const Paper paper = one(R"([{"entry_id": "http://arxiv.org/abs/2503.00001v3", "updated": "2025-03-09T10:00:00Z", "published": "2025-03-01T10:00:00Z",
        "title": "A", "authors": [{"name": "A One"}, {"name": "B Two"}], "summary": "S", "arxiv:comment": {"#text": "8 pages"},
        "doi": "10.1/x", "primary_category": "cs.RO", "categories": ["cs.CV", "cs.RO"],
        "links": [{"href": "http://arxiv.org/pdf/2503.00001v3", "title": "pdf"}]}])");
    CHECK(paper.id == "2503.00001");
    CHECK(paper.version == 3);
    CHECK(paper.authors == Strings{"A One", "B Two"});
    CHECK(paper.categories == Strings{"cs.RO", "cs.CV"});
    CHECK(paper.extras->comment == "8 pages");
    CHECK(paper.extras->doi == "10.1/x");
    CHECK(paper.date.month == 3);
    CHECK(paper.links.pdf == "http://arxiv.org/pdf/2503.00001v3");
}

TEST_CASE("what Hugging Face and Papers with Code give is read")
{
    const Paper daily = one(R"([{"paper": {"id": "2503.00001", "authors": [{"_id": "x", "name": "A One"}], "title": "A", "summary": "S",
        "ai_keywords": ["sea"], "githubRepo": "https://github.com/o/a"}, "title": "A", "summary": "S", "numComments": 1}])");
    CHECK(daily.id == "2503.00001");
    CHECK(daily.extras->keywords == Strings{"sea"});
    CHECK(daily.links.code == "https://github.com/o/a");
    const Paper with_code = one(R"([{"paper_url": "https://paperswithcode.com/paper/a", "arxiv_id": "2503.00001", "title": "A", "abstract": "S",
        "url_abs": "https://arxiv.org/abs/2503.00001v1", "url_pdf": "https://arxiv.org/pdf/2503.00001v1.pdf", "methods": [{"name": "M", "url": "https://a.org"}]}])");
    CHECK(with_code.id == "2503.00001");
    CHECK(with_code.links.abs == "https://arxiv.org/abs/2503.00001v1");
    CHECK(with_code.links.other == Strings{"https://paperswithcode.com/paper/a"});
}

TEST_CASE("rows of Markdown under ids and topics are read")
{
    const Paper paper = one("{\"SLAM\": {\"2503.00001\": \"|**2025-03-04**|**Boats: $x$**|A One et.al.|[2503.00001](http://arxiv.org/abs/2503.00001)|"
                            "**[link](https://github.com/o/boats)**|\\n\"}}");
    CHECK(paper.title.text == "Boats: x");
    CHECK(paper.authors == Strings{"A One"});
    CHECK(paper.topic == "SLAM");
    CHECK(paper.date == Date{2025, 3, 4});
    CHECK(paper.links.abs == "http://arxiv.org/abs/2503.00001");
    CHECK(paper.links.code == "https://github.com/o/boats");
}

TEST_CASE("translations beside the original are kept as such")
{
    const Paper paper = one(R"([{"id": "2503.00001", "title": "Boats", "title_zh": "船", "abstract": "We float.", "summary_cn": "漂浮"}])");
    CHECK(paper.title.text == "Boats");
    CHECK(paper.abstract.text == "We float.");
    CHECK(paper.extras->translation.lang == "zh");
    CHECK(paper.extras->translation.title.text == "船");
    CHECK(paper.extras->translation.abstract.text == "漂浮");
}

TEST_CASE("text in JSON is text: no block of Markdown, wraps joined, TeX and entities resolved")
{
    const Paper paper = one("[{\"id\": \"2503.00001\", \"title\": \"# 1. Boats &amp; <b>Harbours</b>\","
                            "\"abstract\": \"Sensor simulation is pivotal for scalable validation of autonomous driving\\n"
                            "systems, yet existing methods R\\\\'enyi face $\\beta$ and $\\frac{1}{2}$.\\n- one\\n- two\"}]");
    CHECK(to_plain(paper.title) == "# 1. Boats & Harbours");
    CHECK(to_plain(paper.abstract) ==
          "Sensor simulation is pivotal for scalable validation of autonomous driving "
          "systems, yet existing methods Rényi face $\\beta$ and $\\frac{1}{2}$.\n- one\n- two");
}

TEST_CASE("active content in JSON is text at most")
{
    const Paper paper = one(R"J([{"id": "2503.00001", "title": "A <script>alert(1)</script><img src=x onerror=alert(1)>", "url": "javascript:alert(1)",
        "code": "data:text/html,x", "pdf": "//a.org/x", "abstract": "<a href='javascript:alert(1)'>so</a> [b](data:x)"}])J");
    CHECK(paper.title.text == "A");
    CHECK(paper.abstract.links.empty());
    CHECK(paper.links.code.empty());
    CHECK(paper.links.other.empty());
    CHECK(paper.links.abs == "https://arxiv.org/abs/2503.00001");
}

TEST_CASE("wrong types, doubled keys, huge numbers and half surrogates spoil nothing")
{
    const Paper paper = one(R"([{"title": 7, "id": "2503.00001"}, {"title": {"a": 1}, "id": []},
        {"id": "2503.00001", "title": "A", "title": "B", "authors": 5, "version": 1e99999, "abstract": "half \ud800 pair", "categories": {"a": null}, "doi": true,}])");
    CHECK(paper.title.text == "B");
    CHECK(paper.abstract.text == "half \uFFFD pair");
    CHECK(paper.authors.empty());
}

TEST_CASE("nesting without end is left out, and what stands beside it is read")
{
    const std::string bomb = std::string(200000, '[') + std::string(200000, ']');
    const Digest digest = read("[{\"id\": \"2503.00001\", \"title\": \"A\", \"x\": " + bomb + "}, {\"id\": \"2503.00002\", \"title\": \"B\"}]");
    CHECK(ids(digest) == Strings{"2503.00002"});
    CHECK(digest.warnings.size() == 1);
    CHECK(read("[{\"a\": " + std::string(300000, '[')).papers.empty());
}

TEST_CASE("a file that was cut off gives what is whole, and a warning")
{
    const Digest digest = read("[\n{\"id\": \"2503.00001\", \"title\": \"A\"},\n{\"id\": \"2503.00002\", \"tit");
    CHECK(ids(digest) == Strings{"2503.00001"});
    REQUIRE(digest.warnings.size() == 1);
    CHECK(digest.warnings[0].line == 1);
}

TEST_CASE("JSON without papers says so")
{
    for (const char* json : {"[]", "{}", "{\"version\": 1, \"digests\": [{\"path\": \"a.md\"}]}", "[{\"title\": \"A list\"}]"}) {
        const Digest digest = read(json);
        CHECK(digest.papers.empty());
        REQUIRE(digest.warnings.size() == 1);
        CHECK(digest.warnings[0].message.substr(0, 15) == "no papers found");
    }
}

TEST_CASE("JSON with an empty list is an empty day where file or content names one")
{
    const Digest named = read_digest("2025-03-10.json", "[]");
    CHECK(is_empty_day(named));
    CHECK(named.empty_words == "[]");
    const Digest dated = read_digest("day.json", "{\"papers\": [ ], \"date\": \"2025-03-10\"}");
    CHECK(is_empty_day(dated));
    CHECK(dated.date == Date{2025, 3, 10});
    CHECK(dated.empty_words == "\"papers\": []");
    CHECK(read_digest("days.json", "{\"2025-03-10\": []}").date == Date{2025, 3, 10});
    CHECK_FALSE(is_empty_day(read_digest("day.json", "[]")));
    CHECK_FALSE(is_empty_day(read_digest("2025-03-10.json", "{}")));
    CHECK_FALSE(is_empty_day(read_digest("2025-03-10.json", "{\"papers\": []")));
    CHECK_FALSE(is_empty_day(read_digest("2025-03-10.json", "{\"links\": [], \"digests\": [{\"path\": \"a.md\"}]}")));
}

TEST_CASE("slices of any length give the same papers")
{
    std::string bytes = "[";
    for (int i = 0; i < 400; ++i) bytes += "{\"id\": \"2503." + std::to_string(10000 + i) + "\", \"title\": \"A\", \"abstract\": \"" + std::string(300, 'x') + "\"},\n";
    bytes += "{}]";
    DigestReading reading("a.json", bytes);
    int steps = 1;
    while (!reading.step(EverySlice())) ++steps;
    CHECK(steps > 3);
    const Digest digest = reading.take();
    CHECK(ids(digest) == ids(read(bytes)));
    CHECK(digest.papers.back().line == 400);
    CHECK(digest.bytes == bytes.size());
}

TEST_CASE("what scripts do wrong in JSON is undone")
{
    CHECK(repaired_json("{\"a\": \"b\nc\", \"d\": NaN, \"e\": [1, 2,],}") == "{\"a\": \"b\\u000ac\", \"d\": null, \"e\": [0, 0]}");
    CHECK(repaired_json("\"\\epsilon \\upsilon \\ud83d\\ude00 \\udc00\"") == "\"\\\\epsilon \\\\upsilon \\ud83d\\ude00 \\ufffd\"");
    CHECK(repaired_json("\"\xFF\"") == "\"\uFFFD\"");
    CHECK(repaired_json("\"open") == "\"open");
    CHECK(decoded_json_string("\"a\\u00e9\"") == "aé");
    CHECK(decoded_json_string("5") == "");
}

TEST_CASE("fields in an object of the paper's own are the paper's, where it does not say them itself")
{
    const Paper paper = one(R"({"topics": {"Speech": [{
        "title": "Listen, Attend and Spell",
        "metadata": {
            "arxiv_id": "1508.01211", "authors": "William Chan, Navdeep Jaitly",
            "abstract": "Speech becomes letters."},
        "score": 9}]}})");
    CHECK(paper.id == "1508.01211");
    CHECK(paper.title.text == "Listen, Attend and Spell");
    CHECK(paper.authors == Strings{"William Chan", "Navdeep Jaitly"});
    CHECK(paper.abstract.text == "Speech becomes letters.");
    CHECK(paper.topic == "Speech");
    CHECK(one(R"([{"title": "A", "paper_url": "https://huggingface.co/papers/1508.01211", "details": {"arxiv_page_url": "https://arxiv.org/abs/1508.01211"}}])").id == "1508.01211");
    CHECK(read(R"({"title": "A digest", "metadata": {"authors": "A One"}, "papers": []})").papers.empty());
}

TEST_CASE("keys may join their words and their language in many ways")
{
    const Paper paper = one(R"({"paper_title": "Listen, Attend and Spell", "arxivId": "1508.01211", "paperAuthors": ["William Chan"],
        "titleJa": "聞き、注意し、綴る", "ja_abstract": "音声が文字になる、間に何もなしに。", "intro_zh": ["一", "二"], "tags_zh": ["语音"]})");
    CHECK(paper.authors == Strings{"William Chan"});
    CHECK(paper.extras->translation.lang == "ja");
    CHECK(paper.extras->translation.title.text == "聞き、注意し、綴る");
    CHECK(paper.extras->translation.abstract.text == "音声が文字になる、間に何もなしに。");
    REQUIRE(paper.extras->summaries.size() == 1);
    CHECK(paper.extras->summaries[0].label == "intro_zh");
    CHECK(paper.extras->summaries[0].text.text == "一\n二");
    CHECK(paper.extras->keywords == Strings{"语音"});
    CHECK(one(R"({"title": "A", "id": "1508.01211", "translated_title": "语音变成文字"})").extras->translation.lang == "zh");
}
