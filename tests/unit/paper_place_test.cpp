#include "digest/paper_place.h"

#include <doctest/doctest.h>

using namespace paperdeck;

namespace {

PaperPlace place_with(std::string doi, std::vector<std::string> links)
{
    Paper paper;
    paper.extras.edit().doi = std::move(doi);
    paper.links.other = std::move(links);
    return place_of(paper);
}

}  // namespace

TEST_CASE("a paper on arXiv is named by its id and version, and keeps arXiv's links")
{
    Paper paper;
    paper.id = "2103.06255";
    paper.version = 2;
    paper.extras.edit().doi = "10.1000/182";
    paper.links.abs = "https://arxiv.org/abs/2103.06255";
    paper.links.pdf = "https://arxiv.org/pdf/2103.06255";
    const PaperPlace place = place_of(paper);
    CHECK(place.words == "arXiv:2103.06255v2");
    CHECK(place.page == paper.links.abs);
    CHECK(place.page_name == std::string("arXiv"));
    CHECK(place.pdf == paper.links.pdf);
    CHECK(place.doi.empty());
}

TEST_CASE("a paper that is not on arXiv is named by its server, its DOI or its host")
{
    CHECK(place_with("10.1101/2024.01.02", {"https://www.biorxiv.org/content/10.1101/2024.01.02v1"}).words == "bioRxiv");
    CHECK(place_with("", {"https://medrxiv.org/content/1"}).words == "medRxiv");
    CHECK(place_with("10.1000/182", {"https://example.org/1"}).words == "doi:10.1000/182");
    CHECK(place_with("", {"https://openreview.net/forum?id=x"}).words == "openreview.net");
    CHECK(place_with("", {"https://openreview.net:443/pdf?id=x"}).words == "openreview.net");
    CHECK(place_with("", {}).words.empty());
}

TEST_CASE("its links are told apart: page, PDF, DOI")
{
    const PaperPlace place = place_with("", {"https://doi.org/10.1000/182", "https://openreview.net/pdf?id=x", "https://openreview.net/forum?id=x", "https://example.org/"});
    CHECK(place.page == "https://openreview.net/forum?id=x");
    CHECK(place.page_name == std::string("Page"));
    CHECK(place.pdf == "https://openreview.net/pdf?id=x");
    CHECK(place.doi == "https://doi.org/10.1000/182");
}

TEST_CASE("a DOI becomes an address without a sign that means something else there; what is none becomes none")
{
    CHECK(place_with("10.1002/(SICI)1097<1:AID-X1>3.0.CO;2-#", {}).doi == "https://doi.org/10.1002/(SICI)1097%3C1:AID-X1%3E3.0.CO;2-%23");
    CHECK(place_with("10.1000/\xC3\xA9 \"", {}).doi == "https://doi.org/10.1000/%C3%A9%20%22");
    CHECK(place_with("javascript:alert(1)", {}).doi.empty());
}
