#include "digest/mending.h"

#include <doctest/doctest.h>

#include "base/utf8.h"
#include "digest/mojibake.h"

using namespace paperdeck;

namespace {

std::string mend(std::string_view text)
{
    std::string buffer;
    return std::string(mended(text, buffer));
}

// Text that has to come back as it went in, without a copy.
bool is_left_alone(std::string_view text)
{
    std::string buffer;
    return mended(text, buffer).data() == text.data();
}

// What a program makes of UTF-8 that it takes for Latin-1.
std::string encoded_twice(std::string_view text)
{
    std::string out;
    for (const char c : text) append_utf8(out, static_cast<unsigned char>(c));
    return out;
}

}  // namespace

TEST_CASE("text that was encoded twice is mended")
{
    CHECK(mend("AndrÃ© Zimmermann") == "André Zimmermann");
    CHECK(mend("JosÃ© PÃ©rez, FranÃ§ois MÃ¼ller, Ã–zgÃ¼r") == "José Pérez, François Müller, Özgür");
    CHECK(mend("itâ€™s â€œthisâ€\u009D â€” and â€¦") == "it’s “this” — and …");
    CHECK(mend("PaweÅ‚ ÅšwiÄ™tek, DvoÅ™Ã¡k") == "Paweł Świętek, Dvořák");
    CHECK(mend("ÐœÐ¸Ñ€") == "Мир");
    CHECK(mend("ä¸­æ–‡") == "中文");
    CHECK(mend("20Â°C Â± 1, Â© 2020") == "20°C ± 1, © 2020");
    CHECK(mend("x â‰¥ y â†’ z") == "x ≥ y → z");
    CHECK(mend("ðŸ˜€") == "😀");
}

TEST_CASE("text that was encoded three times is mended as well")
{
    CHECK(mend("JosÃƒÂ©") == "José");
    CHECK(mend(encoded_twice(encoded_twice("Rényi–Ångström"))) == "Rényi–Ångström");
}

TEST_CASE("what only looks like text encoded twice stays as it is")
{
    for (const char* text : {"CAFÉ” in “RENÉ”", "voilà… «là»", "SÃO PAULO, NÃO, IRMÃ”", "1.5Å±0.1", "3 Å² and 2 Å³", "Ångström–Å", "TÜ–Wien", "“café”…",
                             "naïve façade über Õ Ã Â", "中文，标题：“好”", "Đặng Thị Ánh", "×²", "IRMÃ—irmão", "Ä–", "É®"})
        CHECK_MESSAGE(is_left_alone(text), std::string(text));
}

TEST_CASE("every character of Latin, Greek and Cyrillic that was encoded twice inside a word comes back")
{
    for (char32_t c = 0xC0; c < 0x460; ++c) {
        // Past Latin Extended-A come letters for phonetics, up to Greek.
        if ((c >= 0x180 && c < 0x391) || c == 0xD7 || c == 0xF7) continue;
        std::string word = "na";
        append_utf8(word, c);
        word += "me";
        std::string broken;
        for (const char b : word) append_utf8(broken, static_cast<unsigned char>(b));
        CAPTURE(word);
        CHECK(mend(broken) == mend(word));
    }
}

TEST_CASE("TeX whose backslash a string escape has eaten is mended")
{
    CHECK(mend("$x_\text{max}$") == "$x_\\text{max}$");
    CHECK(mend("$\beta + \frac{1}{2}$") == "$\\beta + \\frac{1}{2}$");
    CHECK(mend("\begin{equation}") == "\\begin{equation}");
    CHECK(mend("$\rho$ and $\theta \times \tau \to \alpha$") == "$\\rho$ and $\\theta \\times \\tau \\to \\alpha$");
    CHECK(mend("$\vec{x} \varepsilon \forall \bar{y}$") == "$\\vec{x} \\varepsilon \\forall \\bar{y}$");
    CHECK(mend("$\\left( x \right)$") == "$\\left( x \\right)$");
}

TEST_CASE("a tab or a line end that may be one stays one")
{
    for (const char* text : {"name\ttopic", "a\tau lait", "a\to b", "|\text|", "- a\n\t- b", "a\r\nho", "line\rangle of view", "costs $5\nand\to"})
        CHECK_MESSAGE(is_left_alone(text), std::string(text));
}

TEST_CASE("control characters and marks without width go")
{
    CHECK(mend("Jo\x7Fhn\x01 D\u200Boe\uFEFF") == "John Doe");
    CHECK(mend(std::string_view("a\0b", 3)) == "ab");
    CHECK(mend("page\fpage") == "page page");
    CHECK(mend("soft\u00ADhyphen \u202Egnp.exe\u202C") == "softhyphen gnp.exe");
    CHECK(mend("line\u2028end") == "line end");
    CHECK(mend("\u0093so\u0094") == "“so”");
    CHECK(mend("A\u200DB") == "AB");
    CHECK(is_left_alone("نمی\u200Cخواهم 👩\u200D🔬"));
}

TEST_CASE("lines stay where they are")
{
    CHECK(is_left_alone("one\r\ntwo\n\nthree\tfour\n"));
    CHECK(mend("o\x01ne\r\n\x02two\n") == "one\r\ntwo\n");
}

TEST_CASE("letters and their accents become one character")
{
    CHECK(mend("Re\u0301nyi, A\u030Angstro\u0308m") == "Rényi, Ångström");
    CHECK(mend("\u1112\u1161\u11AB") == "한");
    CHECK(mend("e\u0323\u0302") == "ệ");
}

TEST_CASE("a million odd characters are mended as fast as they are read")
{
    std::string text;
    for (int i = 0; i < 300000; ++i) text += "\u0301\u0323";
    for (int i = 0; i < 300000; ++i) text += "\tau$";
    for (int i = 0; i < 300000; ++i) text += "Ã";
    const std::string out = mend(text);
    CHECK(out.size() <= text.size() + 300000);
}
