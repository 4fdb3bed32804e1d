#include "digest/arxiv.h"

#include <doctest/doctest.h>

using namespace paperdeck;

namespace {
std::string in_url(std::string_view url)
{
    const auto id = arxiv_id_in_url(url);
    return id ? id->id + (id->version ? "v" + std::to_string(id->version) : "") : "none";
}
std::string in_text(std::string_view text)
{
    const auto id = parse_arxiv_id(text);
    return id ? id->id + (id->version ? "v" + std::to_string(id->version) : "") : "none";
}
}  // namespace

TEST_CASE("ids of all styles parse, with and without version")
{
    CHECK(in_text("2103.06255") == "2103.06255");
    CHECK(in_text(" arXiv:2103.06255v12 ") == "2103.06255v12");
    CHECK(in_text("0704.0001") == "0704.0001");
    CHECK(in_text("hep-th/9901001v2") == "hep-th/9901001v2");
    CHECK(in_text("math.GT/0309136") == "math.GT/0309136");
    CHECK(in_text("1412.9999") == "1412.9999");
    CHECK(in_text("1501.00001") == "1501.00001");
    for (const char* text : {"1412.99999", "1501.0001", "0703.0001", "2113.06255", "2100.06255", "2103.062", "2103.062551", "2103.06255x", "x 2103.06255", "foo/9901001", "3.14", ""})
        CHECK(in_text(text) == "none");
}

TEST_CASE("ids are found in all forms of an arXiv address and in no other address")
{
    CHECK(in_url("https://arxiv.org/abs/2103.06255") == "2103.06255");
    CHECK(in_url("http://www.arxiv.org/pdf/2103.06255v2.pdf") == "2103.06255v2");
    CHECK(in_url("https://export.arxiv.org/html/2103.06255v1#S2") == "2103.06255v1");
    CHECK(in_url("http://cn.arxiv.org/pdf/2103.06255") == "2103.06255");
    CHECK(in_url("https://arxiv.org/e-print/hep-th/9901001") == "hep-th/9901001");
    CHECK(in_url("https://www.alphaxiv.org/overview/2103.06255") == "2103.06255");
    CHECK(in_url("https://ar5iv.labs.arxiv.org/html/2103.06255") == "2103.06255");
    CHECK(in_url("https://arxiv.org/abs/2103.06255?context=cs") == "2103.06255");
    for (const char* url : {"https://arxiv.org/list/cs.CV/recent", "https://evil.org/arxiv.org/abs/2103.06255", "https://arxiv.org.evil.org/abs/2103.06255",
                            "arxiv.org/abs/2103.06255", "https://arxiv.org/abs/2103.06255/evil", "ftp://arxiv.org/abs/2103.06255", ""})
        CHECK(in_url(url) == "none");
}

TEST_CASE("a DOI of arXiv's own names an id, and no other DOI does")
{
    CHECK(arxiv_id_of_doi("10.48550/arXiv.2103.06255")->id == "2103.06255");
    CHECK(arxiv_id_of_doi("10.48550/ARXIV.2103.06255v2")->version == 2);
    for (const char* doi : {"10.48550/arXiv.", "10.48550/arXiv.x", "10.1000/arXiv.2103.06255", "2103.06255", ""}) CHECK(!arxiv_id_of_doi(doi));
}

TEST_CASE("an id carries its month")
{
    CHECK(month_of("2103.06255") == Date{2021, 3, 0});
    CHECK(month_of("hep-th/9901001") == Date{1999, 1, 0});
    CHECK(month_of("math/0309136") == Date{2003, 9, 0});
    CHECK_FALSE(month_of("nothing"));
    CHECK_FALSE(month_of(""));
}

TEST_CASE("codes are categories, words and ids are not")
{
    for (const char* code : {"cs.CV", "stat.ML", "astro-ph.GA", "hep-th", "cond-mat.mtrl-sci", "physics.optics", "q-bio.NC", "math-ph"}) CHECK(is_category_code(code));
    for (const char* text : {"cs", "cs.cv", "cs.CVX", "Computer Vision", "math", "physics", "Robotics", "e.g", "cs.", "", "v1.AB"}) CHECK_FALSE(is_category_code(text));
    CHECK(canonical_category("CS.cv") == "cs.CV");
    CHECK(canonical_category("COND-MAT.Mtrl-Sci") == "cond-mat.mtrl-sci");
}

TEST_CASE("codes are found among words, each once, in order")
{
    using List = std::vector<std::string>;
    CHECK(find_categories("# ArXiv cs.CV --Thu, 11 Mar 2021") == List{"cs.CV"});
    CHECK(find_categories("Sound (cs.SD); Machine Learning (cs.LG), cs.SD") == List{"cs.SD", "cs.LG"});
    CHECK(find_categories("2021-03-11.cs.CV.md") == List{"cs.CV"});
    CHECK(find_categories("hep-th.md") == List{"hep-th"});
    CHECK(find_categories("see hep-th/9901001, docs.CV and physics of maths").empty());
}

TEST_CASE("the name of a page may be an id")
{
    CHECK(arxiv_id_in_path("2607.05394.md")->id == "2607.05394");
    CHECK(arxiv_id_in_path("../papers/2103.06255v2-a-title.html?x#y")->version == 2);
    CHECK(arxiv_id_in_path("./papers/251009608v1-streaming.html")->id == "2510.09608");
    CHECK(arxiv_id_in_path("2103.06255")->id == "2103.06255");
    for (const char* path : {"https://example.org/2103.06255", "//example.org/2103.06255", "251009608-streaming.html", "2103.06255x.md", "a2103.06255.md", "2021-03-11.md", "20210311.md",
                             "2103.md", "2103.06255/", "#2103.06255", "", "/", "v1", "..", "2199.06255.md"})
        CHECK_MESSAGE(!arxiv_id_in_path(path), path);
}

TEST_CASE("only http and https with a host are web addresses")
{
    for (const char* url : {"https://a.org", "HTTP://A.org/x", "http://[::1]/", "https://\u00E4.org/"}) CHECK(is_web_url(url));
    for (const char* url : {"javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://", "https:///x", "//a.org", "a.org", "mailto:a@b.org", "https://a.org/ b", "https://a.org/\"x"})
        CHECK_FALSE(is_web_url(url));
}
