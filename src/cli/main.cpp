// paperdeck-cli: the core without a window. See README.md and the outer contract for what it prints.
#include <CLI/CLI.hpp>

#include "cli/commands.h"
#include "cli/files.h"

int main(int argc, char** argv)
{
    using namespace paperdeck::cli;
    CLI::App app{"Reads arXiv digests (Markdown) and prints, searches or lists the papers in them."};
    app.name("paperdeck-cli");
    app.require_subcommand(1);
    app.footer("Messages go to stderr as file:line: message. Exit code: 0; 1 when a file was missing,\n"
               "unreadable or no text (the others are still read); 2 for wrong usage.");

    std::vector<std::string> files;
    CLI::App* parse_command = app.add_subcommand("parse", "Print every entry of the files as a line of JSON");
    parse_command->add_option("FILE", files, "Digests")->required();

    SearchOptions options;
    CLI::App* search_command = app.add_subcommand("search", "Print the papers that a query finds: rank, score, id, title");
    search_command->add_option("QUERY", options.query, "As in the search box; '' finds all")->required();
    search_command->add_option("PATH", options.paths, "Digests, or folders with digests (*.md, *.json, *.jsonl) in them")->required();
    search_command->add_flag("--json", options.as_json, "Print whole papers as lines of JSON");
    search_command->add_option("--limit", options.limit, "Print no more than N papers")->type_name("N");

    std::string folder;
    CLI::App* index_command = app.add_subcommand("index", "Write DIR/index.json, which a site reads to find its digests");
    index_command->add_option("DIR", folder, "Folder with digests, also in folders below")->required();

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        const bool is_wrong = app.exit(error) != static_cast<int>(CLI::ExitCodes::Success);
        return is_wrong ? kWrongUsage : kOk;
    }
    if (*parse_command) return parse(files);
    if (*search_command) return search(options);
    return index(folder);
}
