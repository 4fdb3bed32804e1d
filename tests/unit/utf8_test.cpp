#include "base/utf8.h"

#include <doctest/doctest.h>

using namespace paperdeck;

TEST_CASE("decoding gives each code point and its length")
{
    const std::string text = "a\u00E9\u20AC\U0001F600";
    CHECK(decode_utf8(text, 0).value == U'a');
    CHECK(decode_utf8(text, 1).value == 0xE9);
    CHECK(decode_utf8(text, 1).length == 2);
    CHECK(decode_utf8(text, 3).value == 0x20AC);
    CHECK(decode_utf8(text, 6).value == 0x1F600);
    CHECK(decode_utf8(text, 6).length == 4);
}

TEST_CASE("bytes that are no UTF-8 decode as U+FFFD one at a time, so that a loop ends")
{
    for (const std::string text : {"\x80", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\xFF"}) {
        CHECK(decode_utf8(text, 0).value == kReplacementCharacter);
        CHECK(decode_utf8(text, 0).length == 1);
        CHECK_FALSE(is_valid_utf8(text));
    }
}

TEST_CASE("encoding is the inverse of decoding")
{
    for (const char32_t c : {U'a', U'\u007F', U'\u0080', U'\u07FF', U'\u0800', U'\uFFFD', U'\U00010000', U'\U0010FFFF'}) {
        std::string text;
        append_utf8(text, c);
        CHECK(decode_utf8(text, 0).value == c);
        CHECK(static_cast<std::size_t>(decode_utf8(text, 0).length) == text.size());
        CHECK(is_valid_utf8(text));
    }
    std::string surrogate;
    append_utf8(surrogate, 0xD800);
    CHECK(surrogate == "\uFFFD");
}

TEST_CASE("each maximal subpart of a malformed sequence becomes one U+FFFD")
{
    std::size_t count = 0;
    CHECK(to_valid_utf8("a\xE2\x82z", &count) == "a\uFFFDz");
    CHECK(count == 1);
    CHECK(to_valid_utf8("\xC0\xAF", &count) == "\uFFFD\uFFFD");
    CHECK(count == 2);
    // The example of the Unicode standard, table 3-8.
    CHECK(to_valid_utf8("\x61\xF1\x80\x80\xE1\x80\xC2\x62\x80\x63\x80\xBF\x64", &count) ==
          "a\uFFFD\uFFFD\uFFFDb\uFFFDc\uFFFD\uFFFDd");
    CHECK(count == 6);
}

TEST_CASE("valid text stays as it is, without its byte order mark")
{
    std::size_t count = 9;
    CHECK(to_valid_utf8("\xEF\xBB\xBFgr\u00FC\u00DF", &count) == "gr\u00FC\u00DF");
    CHECK(count == 0);
}

TEST_CASE("the first invalid byte is found behind long valid text")
{
    std::string text(1000, 'x');
    text += "\u00E9\xE9";
    CHECK(find_invalid_utf8(text) == 1002);
    text.pop_back();
    CHECK(find_invalid_utf8(text) == std::string::npos);
}

TEST_CASE("code points are counted, not bytes") { CHECK(count_code_points("a\u00E9\u20AC\U0001F600") == 4); }

TEST_CASE("archives, UTF-16 and control characters look binary, text does not")
{
    CHECK(looks_binary(std::string_view("PK\x03\x04\0\0", 6)));
    CHECK(looks_binary("\xFF\xFEh"));
    CHECK(looks_binary(std::string(50, '\x02') + std::string(50, 'a')));
    CHECK_FALSE(looks_binary("# A digest\r\n\twith a tab\n"));
    CHECK_FALSE(looks_binary("caf\xE9 in Latin-1"));
    CHECK_FALSE(looks_binary(""));
}
