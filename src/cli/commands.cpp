#include "cli/commands.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "cli/files.h"
#include "digest/digest_reader.h"
#include "digest/library.h"
#include "digest/paper_json.h"
#include "search/engine.h"
#include "search/relaxation.h"
#include "search/result_notes.h"

namespace paperdeck::cli {
namespace {

void print_line(const std::string& line)
{
    std::fwrite(line.data(), 1, line.size(), stdout);
    std::fputc('\n', stdout);
}

// A title in a table: its cells are parted by tabs, its rows by line ends.
std::string in_one_cell(std::string text)
{
    std::replace_if(text.begin(), text.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return text;
}

// Reads one file and reports what it warns of; false when it was no readable digest.
bool read(const std::filesystem::path& path, Digest& digest)
{
    auto content = read_file(path);
    if (!content) {
        report(content.error());
        return false;
    }
    digest = read_digest(path.string(), std::move(content.value()));
    for (const Error& warning : digest.warnings) report(warning);
    return digest.is_readable;
}

}  // namespace

int parse(const std::vector<std::string>& files)
{
    int exit_code = kOk;
    for (const std::string& file : files) {
        Digest digest;
        if (!read(file, digest)) {
            exit_code = kFileFailed;
            continue;
        }
        for (const Paper& paper : digest.papers) print_line(to_json(paper, digest.file));
    }
    return exit_code;
}

int search(const SearchOptions& options)
{
    int exit_code = kOk;
    Library library;
    SearchEngine engine(library);
    for (const std::string& path : options.paths) {
        const auto files = files_of(path);
        if (!files) {
            report(files.error());
            exit_code = kFileFailed;
            continue;
        }
        for (const auto& file : files.value()) {
            Digest digest;
            if (read(file, digest)) engine.note(library.add(std::move(digest)).changed);
            else exit_code = kFileFailed;
        }
    }
    engine.finish();
    const Query query = parse_query(options.query);
    SearchResult result = engine.search(query);
    if (result.share_searched < 1) {  // a regular expression
        engine.finish();
        result = engine.search(query);
    }
    relax(engine, options.query, result);
    for (const std::string& note : notes_of(query, result, false)) report({note, "query", 0});
    for (const Relaxation& looser : result.relaxations) report({"No match; without “" + looser.dropped + "”: " + std::to_string(looser.count) + (looser.count == 1 ? " paper" : " papers"), "query", 0});
    const std::size_t count = std::min(options.limit, result.papers.size());
    for (std::size_t i = 0; i < count; ++i) {
        if (options.as_json) {
            print_line(to_json(library, result.papers[i], i + 1, result.scores[i]));
            continue;
        }
        const Paper& paper = library.paper(result.papers[i]).paper;
        std::printf("%zu\t%g\t%s\t%s\n", i + 1, static_cast<double>(result.scores[i]), paper.id.c_str(), in_one_cell(to_plain(paper.title)).c_str());
    }
    return exit_code;
}

}  // namespace paperdeck::cli
