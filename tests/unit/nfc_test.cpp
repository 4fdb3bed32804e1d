#include "base/nfc.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <random>

#include "base/utf8.h"
#include "base/windows_1252.h"
#include "utf8proc.h"

using namespace paperdeck;

namespace {

std::string nfc(std::string_view text)
{
    std::string buffer;
    return std::string(to_nfc(text, buffer));
}

// The library's own way, for a whole text.
std::string nfc_of_utf8proc(const std::string& text)
{
    utf8proc_uint8_t* made = utf8proc_NFC(reinterpret_cast<const utf8proc_uint8_t*>(text.c_str()));
    const std::string out = made ? reinterpret_cast<const char*>(made) : "";
    std::free(made);
    return out;
}

std::string utf8(std::initializer_list<char32_t> characters)
{
    std::string out;
    for (const char32_t c : characters) append_utf8(out, c);
    return out;
}

}  // namespace

TEST_CASE("every character, alone and between a letter and a mark, is composed as utf8proc does it")
{
    int differing = 0;
    for (char32_t c = 1; c <= 0x10FFFF; ++c) {
        if (c >= 0xD800 && c <= 0xDFFF) continue;
        for (const std::string& text : {utf8({c}), utf8({'a', c, 0x301, 'b'})}) {
            if (nfc(text) == nfc_of_utf8proc(text)) continue;
            ++differing;
            if (differing < 5) MESSAGE("differs: ", static_cast<unsigned>(c));
        }
    }
    CHECK(differing == 0);
}

TEST_CASE("any sequence of characters that compose is composed as utf8proc does it")
{
    std::mt19937 random(7);
    std::vector<char32_t> pool = {'a', 'e', 'o', ' ', 0xE9, 0x1112, 0x1161, 0x11AB, 0xAC00, 0x4E2D, 0x304B, 0x3099, 0x3B1, 0x1F00, 0x9C7, 0x9BE, 0xF900, 0x212B, 0x2126, 0x958, 0x0CC6, 0x0CC2};
    for (char32_t c = 0x300; c < 0x34F; ++c) pool.push_back(c);
    for (int i = 0; i < 20000; ++i) {
        std::string text;
        for (std::size_t k = 0; k < 1 + random() % 12; ++k) append_utf8(text, pool[random() % pool.size()]);
        CAPTURE(text);
        REQUIRE(nfc(text) == nfc_of_utf8proc(text));
    }
}

TEST_CASE("text in form C comes back without a copy")
{
    std::string buffer;
    for (const std::string_view text : {"", "plain", "Rényi – 中文 한국어 Ωμέγα мир"}) CHECK(to_nfc(text, buffer).data() == text.data());
}

TEST_CASE("a letter with more marks than any language has stays as it is")
{
    std::string text = "a";
    for (int i = 0; i < 50; ++i) text += "\u0301\u0323";
    CHECK(nfc(text + "e\u0301") == text + "é");
}

TEST_CASE("Windows-1252 goes there and back")
{
    for (int byte = 0; byte < 256; ++byte) CHECK(to_windows_1252(from_windows_1252(static_cast<unsigned char>(byte))) == byte);
    CHECK(from_windows_1252(0x80) == U'€');
    CHECK(to_windows_1252(U'中') == -1);
    CHECK(to_windows_1252(0x85) == -1);
}
