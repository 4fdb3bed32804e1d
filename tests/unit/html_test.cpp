#include "digest/html.h"

#include <doctest/doctest.h>

using namespace paperdeck;

TEST_CASE("entities resolve by name and by number, once")
{
    CHECK(with_entities_resolved("a &lt; b &amp;&amp; c &gt; d &quot;&nbsp;&times;&Eacute;") == "a < b && c > d \" \u00D7\u00C9");
    CHECK(with_entities_resolved("&#177;&#xB1;&#XB1;") == "\u00B1\u00B1\u00B1");
    CHECK(with_entities_resolved("&amp;lt;") == "&lt;");
    CHECK(with_entities_resolved("&#146;") == "\u2019");
    CHECK(with_entities_resolved("&#0;&#x110000;&#xD800;") == "\uFFFD\uFFFD\uFFFD");
    CHECK(with_entities_resolved("&#7;") == " ");
}

TEST_CASE("what is no entity stays as it is written")
{
    for (const char* text : {"AT&T", "a & b", "&;", "&nosuchthing;", "&lt", "&#;", "&"}) CHECK(with_entities_resolved(text) != "");
    CHECK(with_entities_resolved("AT&T; a & b &nosuchthing; &lt") == "AT&T; a & b &nosuchthing; &lt");
}

TEST_CASE("tags are told by name in any case, pseudo-tags are text")
{
    CHECK(parse_tag("<br/>").tag == HtmlTag::kBreak);
    CHECK(parse_tag("<STRONG>").tag == HtmlTag::kBold);
    CHECK(parse_tag("</em>").is_end);
    CHECK(parse_tag("<font color='red'>").tag == HtmlTag::kNothing);
    CHECK(parse_tag("<!-- x -->").tag == HtmlTag::kNothing);
    CHECK(parse_tag("<script src=x>").tag == HtmlTag::kDropped);
    for (const char* tag : {"<think>", "</think>", "<EOS>", "<video>", "<image>", "<b2>"}) CHECK(parse_tag(tag).tag == HtmlTag::kUnknown);
    CHECK(parse_tag("<video src=x>").tag == HtmlTag::kNothing);
}

TEST_CASE("a link has its address, entities resolved, and only when it is http or https")
{
    CHECK(parse_tag("<a class=\"x\" href=\"https://a.org/?a=1&amp;b=2\" rel=y>").href == "https://a.org/?a=1&b=2");
    CHECK(parse_tag("<A HREF = 'http://a.org'>").href == "http://a.org");
    CHECK(parse_tag("<a href=https://a.org/x>").href == "https://a.org/x");
    CHECK(parse_tag("<a data-href=\"https://no.org\" href=\"https://yes.org\">").href == "https://yes.org");
    for (const char* tag : {"<a href=\"javascript:alert(1)\">", "<a href=\" &#106;avascript:x\">", "<a href=\"data:x\">", "<a name=x>", "<a href>", "<a href=\"/local\">"})
        CHECK(parse_tag(tag).href.empty());
}
