// How much of the mathematics in real digests is set, which commands are missing, and how long layout takes.
// usage: maths_bench [FOLDER]     all *.md in it and below it; default: assets/digests
#include <cstdio>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "bench/bench.h"
#include "digest/digest_reader.h"
#include "text/maths.h"
#include "text/paragraph.h"

namespace {

constexpr int kRuns = 5;
constexpr float kCardWidth = 640;
constexpr std::size_t kShown = 25;

// About the widths of the interface's faces.
class TableMetrics final : public paperdeck::FontMetrics {
public:
    float glyph_advance(paperdeck::Face, float size_px, char32_t c) const override
    {
        const bool is_narrow = c < 0x80 && std::string_view("iljtfI.,;:'|!()[] ").find(static_cast<char>(c)) != std::string_view::npos;
        return size_px * (is_narrow ? 0.3f : c >= 0x2E80 ? 1.0f : 0.58f);
    }
};

struct Coverage {
    std::size_t spans = 0;
    std::size_t set = 0;
    std::size_t with_backslash = 0;          // not set, and a backslash in what is drawn
    std::map<std::string, int> missing;      // command → spans that are not set and have it
    std::vector<std::string> without_command;  // sources that are not set for another reason
};

void count_missing(std::string_view tex, Coverage& coverage)
{
    // A command is missing when it cannot be set by itself with two arguments behind it.
    std::set<std::string> names;
    for (std::size_t at = 0; (at = tex.find('\\', at)) != std::string_view::npos; at += 2) {
        std::size_t end = at + 1;
        while (end < tex.size() && ((tex[end] | 0x20) >= 'a' && (tex[end] | 0x20) <= 'z')) ++end;
        if (end > at + 1) names.emplace(tex.substr(at, end - at));
    }
    const TableMetrics metrics;
    bool any = false;
    for (const std::string& name : names) {
        if (paperdeck::set_maths("x" + name + " {a}{b}", {}, metrics) || name == "\\left" || name == "\\right") continue;
        ++coverage.missing[name];
        any = true;
    }
    if (!any) coverage.without_command.emplace_back(tex);
}

void cover(const paperdeck::StyledText& text, Coverage& coverage)
{
    const TableMetrics metrics;
    for (const paperdeck::Span& span : text.spans) {
        if (!(span.style & paperdeck::kMaths)) continue;
        const std::string_view tex = std::string_view(text.text).substr(span.begin, span.end - span.begin);
        ++coverage.spans;
        paperdeck::MathsLook look;
        look.line_px = kCardWidth;
        if (paperdeck::set_maths(tex, look, metrics)) {
            ++coverage.set;
            continue;
        }
        if (tex.find('\\') != std::string_view::npos) ++coverage.with_backslash;
        count_missing(tex, coverage);
    }
}

void print(const Coverage& coverage)
{
    const auto percent = [&](std::size_t part) { return 100.0 * static_cast<double>(part) / static_cast<double>(std::max<std::size_t>(1, coverage.spans)); };
    std::printf("%zu maths spans, %.2f %% set, %.2f %% without a raw backslash\n", coverage.spans, percent(coverage.set),
                percent(coverage.spans - coverage.with_backslash));
    std::vector<std::pair<int, std::string>> missing;
    for (const auto& [name, count] : coverage.missing) missing.emplace_back(-count, name);
    std::sort(missing.begin(), missing.end());
    std::printf("missing:");
    for (std::size_t i = 0; i < missing.size() && i < kShown; ++i) std::printf(" %s %d", missing[i].second.c_str(), -missing[i].first);
    std::printf("\nnot set for another reason: %zu\n", coverage.without_command.size());
    for (std::size_t i = 0; i < coverage.without_command.size() && i < kShown; ++i)
        std::printf("    %.100s\n", coverage.without_command[i].c_str());
}

double layout_us(const std::vector<const paperdeck::StyledText*>& texts)
{
    const TableMetrics metrics;
    std::size_t lines = 0;
    const double ms = bench::median_ms(kRuns, [&] {
        for (const paperdeck::StyledText* text : texts)
            lines += paperdeck::lay_out(*text, {}, {paperdeck::Face::kRegular, 14, 22, kCardWidth, 0}, metrics).lines.size();
    });
    return lines ? ms * 1000 / static_cast<double>(std::max<std::size_t>(1, texts.size())) : 0;
}

}  // namespace

int main(int argc, char** argv)
{
    const std::filesystem::path folder = argc > 1 ? argv[1] : bench::project_root() / "assets/digests";
    std::vector<paperdeck::Digest> digests;
    std::error_code error;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, error))
        if (entry.path().extension() == ".md") digests.push_back(paperdeck::read_digest(entry.path().string(), bench::read_file(entry.path())));
    if (digests.empty()) {
        std::fprintf(stderr, "maths_bench: no digests in %s\n", folder.string().c_str());
        return 1;
    }
    Coverage coverage;
    std::vector<const paperdeck::StyledText*> plain, formulas;
    std::size_t papers = 0;
    for (const paperdeck::Digest& digest : digests) {
        for (const paperdeck::Paper& paper : digest.papers) {
            ++papers;
            const std::size_t before = coverage.spans;
            cover(paper.title, coverage);
            cover(paper.abstract, coverage);
            (coverage.spans == before ? plain : formulas).push_back(&paper.abstract);
        }
    }
    std::printf("%zu digests, %zu papers, %zu with mathematics\n", digests.size(), papers, formulas.size());
    print(coverage);
    constexpr std::size_t kTimed = 2000;
    if (plain.size() > kTimed) plain.resize(kTimed);
    if (formulas.size() > kTimed) formulas.resize(kTimed);
    std::printf("layout of an abstract: %.1f us plain, %.1f us with mathematics\n", layout_us(plain), layout_us(formulas));
    return 0;
}
