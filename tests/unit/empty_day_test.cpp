#include "digest/empty_day.h"

#include <doctest/doctest.h>

#include "digest/digest_reader.h"

using namespace paperdeck;

TEST_CASE("a digest without papers is asked what it says of that")
{
    CHECK(what_empty_says("# cs.CV\n\n**No new papers today.**\n") == "No new papers today");
    CHECK(what_empty_says("# Grasping\n\nTotal papers shown: **0**\n") == "Total papers shown: 0");
    CHECK(what_empty_says("## 2025-03-10\n> 今日无新论文\n") == "今日无新论文");
    CHECK(what_empty_says("# cs.CV\n\nTotal papers shown: **10**\n") == "");
    CHECK(what_empty_says("# Casino papers\n\nKnow nothing\n") == "Know nothing");
    CHECK(what_empty_says("# Casino notes\n") == "");
    CHECK(what_empty_says("") == "");
    CHECK(what_empty_says("\xFF no paper\n- no papers") == "no papers");
}

TEST_CASE("the words of an empty digest come with it")
{
    CHECK(read_digest("a.md", "# cs.CV --Thu, 11 Mar 2021\n\nNo updates.\n").empty_words == "No updates");
    CHECK(read_digest("a.md", "# cs.CV\n### [A Title](https://arxiv.org/abs/2103.06255)\n> There is no paper like it.\n").empty_words == "");
}
