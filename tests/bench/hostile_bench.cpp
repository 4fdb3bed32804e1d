// hostile_bench [MEGABYTES]: input that is made to be slow, at two sizes. The ratio of the times is near 2 where
// reading is linear; whatever is well above is a way to hang a page.
#include <cstdio>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

#include "bench/bench.h"
#include "digest/digest_reader.h"
#include "digest/library.h"

namespace {

struct Case {
    const char* name;
    std::function<std::string(std::size_t bytes)> make;
};

std::string repeated(std::string_view piece, std::size_t bytes)
{
    std::string out;
    out.reserve(bytes + piece.size());
    while (out.size() < bytes) out += piece;
    return out;
}

std::string nested(std::string_view open, std::string_view close, std::size_t bytes)
{
    const std::size_t count = bytes / (open.size() + close.size());
    std::string out;
    for (std::size_t i = 0; i < count; ++i) out += open;
    for (std::size_t i = 0; i < count; ++i) out += close;
    return out;
}

const std::string kEntry = "### [A Title](https://arxiv.org/abs/2103.06255)\n";

std::string in_abstract(std::string text) { return kEntry + "> " + std::move(text) + "\n"; }

std::string table_of_columns(std::size_t bytes)
{
    const std::size_t columns = bytes / 6;
    return repeated("| a ", columns * 4).substr(0, columns * 4) + "|\n" + repeated("|-", columns * 2) + "|\n| b |\n";
}

std::string numbered(const char* before, const char* behind, std::size_t bytes)
{
    std::string out;
    for (std::size_t i = 0; out.size() < bytes; ++i) out += before + std::to_string(i) + behind;
    return out;
}

std::vector<Case> cases()
{
    const auto piece = [](std::string text) { return [text](std::size_t n) { return in_abstract(repeated(text, n)); }; };
    const auto below_a_paper = [](std::string text) { return [text](std::size_t n) { return kEntry + "\n" + repeated(text, n); }; };
    return {
        {"one line of text", piece("word ")},
        {"one line without a blank", piece("x")},
        {"nested quotes", [](std::size_t n) { return kEntry + repeated("> ", n) + "x\n"; }},
        {"nested quotes, many lines", [](std::size_t n) { return kEntry + repeated(repeated(">", 500) + " x\n", n); }},
        {"nested lists", [](std::size_t n) { return kEntry + repeated("- ", n) + "x\n"; }},
        {"unclosed [", piece("[")},
        {"unclosed ![", piece("![")},
        {"unclosed *", piece("*a ")},
        {"unclosed _ and *", piece("*a _b ")},
        {"unclosed **", piece("**a ")},
        {"unclosed $", piece("$")},
        {"unclosed $ before words", piece("$a ")},
        {"unclosed $$", piece("$$ a ")},
        {"unclosed \\(", piece("\\( a ")},
        {"unclosed backquotes", piece("`a ``b ")},
        {"backquotes of any length", [](std::size_t n) {
             std::string out;
             for (std::size_t i = 1; out.size() < n; ++i) out += std::string(i % 500 + 1, '`') + ' ';
             return in_abstract(out);
         }},
        {"unclosed <", piece("<a ")},
        {"unclosed <!--", piece("<!-- ")},
        {"unclosed <script>", piece("<script>")},
        {"<details> nested", [](std::size_t n) { return kEntry + nested("<details>\n", "</details>\n", n); }},
        {"<details> in one line", piece("<details><summary>")},
        {"entities", piece("&amp;&#65;&nosuch;&")},
        {"braces", piece("{")},
        {"TeX commands", piece("\\textbf{\\emph{")},
        {"TeX accents", piece("\\'\\\"\\v")},
        {"links", piece("[a](https://a.org/1) ")},
        {"links, all different", [](std::size_t n) { return in_abstract(numbered("[a](https://a.org/", ") ", n)); }},
        {"addresses", [](std::size_t n) { return in_abstract(numbered("https://a.org/", " ", n)); }},
        {"labels", [](std::size_t n) { return kEntry + repeated("**Comment:** a\n", n); }},
        {"labels, a block each", [](std::size_t n) { return kEntry + repeated("**TL;DR:** a\n\n", n); }},
        {"headings", [](std::size_t n) { return repeated("# a\n", n); }},
        {"headings with a paper", [](std::size_t n) { return repeated("### [T](https://arxiv.org/abs/2103.06255)\n", n); }},
        {"entries, all different", [](std::size_t n) { return numbered("### [T](https://arxiv.org/abs/2103.", ")\n> a\n", n); }},
        {"rows of a table", [](std::size_t n) { return "| Title | Link |\n|---|---|\n" + repeated("| T | [a](https://arxiv.org/abs/2103.06255) |\n", n); }},
        {"columns of a table", table_of_columns},
        {"pipes", piece("|")},
        {"list items", [](std::size_t n) { return repeated("- **[T](https://arxiv.org/abs/2103.06255)** a\n", n); }},
        {"authors", [](std::size_t n) { return kEntry + "**Authors:** " + numbered("A B", ", ", n) + "\n"; }},
        {"keywords, all different", [](std::size_t n) { return kEntry + "**Keywords:** " + numbered("k", ", ", n) + "\n"; }},
        {"categories", [](std::size_t n) { return kEntry + "**Categories:** " + repeated("cs.CV ", n) + "\n"; }},
        {"footnotes", [](std::size_t n) { return numbered("[^", "]: [T](https://arxiv.org/abs/2103.06255)\n", n); }},
        {"link definitions", [](std::size_t n) { return numbered("[a", "]: https://a.org\n", n); }},
        {"empty lines", [](std::size_t n) { return kEntry + repeated("\n", n); }},
        {"blanks", piece("          ")},
        {"backslashes", piece("\\")},
        {"lines that begin with signs", below_a_paper("🔥 a\n")},
        {"lines of code that begin with signs", below_a_paper("🔥 a `x`\n")},
        {"labels as headings", [](std::size_t n) { return "# Method\n" + repeated("## Method\n", n); }},
        {"headings of links below fields", [](std::size_t n) { return "# A title of some words\n\n" + repeated("word\n\n", std::min<std::size_t>(n / 2, 30000)) + "Authors: Ann One, Ben Two\n\n" + repeated("## Code\n", n / 2); }},
        {"bold lines", below_a_paper("**bold**\n\ntext\n\n")},
        {"links between notes", piece("[[a note|b]] ")},
        {"links between notes that never close", piece("[[abc ")},
        {"pages named by ids", below_a_paper("**b** [pdf](2103.06255.md) ")},
        {"answers in a table", [](std::size_t n) {
             return "---\ntitle: A title of some words\narxiv: 2103.06255\n---\n\n| a | b |\n|---|---|\n" + numbered("| question ", " | what is long enough to be kept as an answer |\n", n);
         }},
        {"hashtags", below_a_paper("#a ")},
        {"front matter without an end", [](std::size_t n) { return "---\n" + repeated("title: a: b\n", n); }},
        {"text encoded twice", piece("Ã©Ã")},
        {"accents without a letter", piece("\u0301\u0323")},
        {"tabs that may be TeX", piece("\tau$")},
        {"words of lost links", piece("this https URL ")},
        {"invalid UTF-8", piece("\xC3\xFF")},
        {"JSON: open brackets", [](std::size_t n) { return "[{\"a\":" + repeated("[", n); }},
        {"JSON: open objects", [](std::size_t n) { return repeated("{\"title\":\"a\",\"id\":\"2103.06255\",\"a\":", n); }},
        {"JSON: nested papers", [](std::size_t n) {
             const std::string one = nested("{\"title\":\"a\",\"id\":\"\",\"a\":", "}", 24 * 28);
             return "[" + repeated(one.substr(0, one.find('}')) + "0" + one.substr(one.find('}')) + ",", n) + "{}]";
         }},
        {"JSON: one string", [](std::size_t n) { return "[{\"title\":\"" + repeated("a ", n) + "\"}]"; }},
        {"JSON: escapes", [](std::size_t n) { return "[{\"id\":\"2103.06255\",\"title\":\"" + repeated("\\ud800\\e", n) + "\"}]"; }},
        {"JSON: papers", [](std::size_t n) { return "[" + repeated("{\"id\":\"2103.06255\",\"title\":\"a\"},", n) + "{}]"; }},
        {"JSON: keys, all different", [](std::size_t n) { return "[{\"id\":\"2103.06255\",\"title\":\"a\"" + numbered(",\"k", "\":1", n) + "}]"; }},
        {"JSON: broken lines", [](std::size_t n) { return "{\"id\":\"2103.06255\",\"title\":\"a\"}\n" + repeated("{\"id\n", n); }},
    };
}

// Of this process alone: the machine may have other work.
double cpu_ms() { return static_cast<double>(std::clock()) * 1000 / CLOCKS_PER_SEC; }

double read_ms(const std::string& text)
{
    double best = 1e9;
    for (int i = 0; i < 3; ++i) {
        std::string copy = text;
        const double start = cpu_ms();
        paperdeck::Library library;
        library.add(paperdeck::read_digest("2021-03-11.md", std::move(copy)));
        best = std::min(best, cpu_ms() - start);
        if (best > 2000) break;
    }
    return best;
}

}  // namespace

int main(int argc, char** argv)
{
    const double megabytes = argc > 1 ? std::atof(argv[1]) : 1;
    const char* only = argc > 2 ? argv[2] : "";
    const auto bytes = static_cast<std::size_t>(megabytes * 1e6);
    std::printf("%.1f and %.1f MB, processor time, best of 3\n%-28s %9s %9s %6s %8s\n", megabytes, 2 * megabytes, "", "n, ms", "2n, ms", "ratio", "ns/byte");
    double worst = 0;
    for (const Case& one : cases()) {
        if (*only && std::string(one.name).find(only) == std::string::npos) continue;
        const double once = read_ms(one.make(bytes)), twice = read_ms(one.make(2 * bytes));
        std::printf("%-28s %9.1f %9.1f %6.2f %8.1f\n", one.name, once, twice, twice / once, twice * 1e6 / (2.0 * static_cast<double>(bytes)));
        std::fflush(stdout);
        if (twice > 5) worst = std::max(worst, twice / once);
    }
    std::printf("{\"worst_ratio\":%.2f}\n", worst);
    return 0;
}
