// paperdeck [--semantic-items FILE] [FILE|DIR]…
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

#include "app/app.h"
#include "assets/assets.h"
#include "platform/platform.h"

namespace {

using namespace paperdeck;

constexpr char kUsage[] =
    "usage: paperdeck [--semantic-items FILE] [FILE|DIR]...\n"
    "Opens arXiv digests (Markdown); without arguments, the ones opened before, or a sample.\n";

ui::FontData font(const char* name)
{
    const assets::Asset* asset = assets::find(name);
    return asset ? ui::FontData{asset->data, asset->size} : ui::FontData{};
}

// Returns false when the program should end, with `status` for the shell.
bool read_arguments(int argc, char** argv, app::Options& options, int& status)
{
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "--help" || word == "-h") {
            std::fputs(kUsage, stdout);
            status = 0;
            return false;
        }
        if (word == "--semantic-items" && i + 1 < argc) {
            options.semantic_items_file = argv[++i];
        } else if (!word.empty() && word[0] == '-') {
            std::fprintf(stderr, "paperdeck: unknown option %s\n%s", argv[i], kUsage);
            status = 2;
            return false;
        } else {
            options.paths.emplace_back(word);
        }
    }
    return true;
}

}  // namespace

int main(int argc, char** argv)
{
    app::Options options;
    int status = 0;
    if (!read_arguments(argc, argv, options, status)) return status;
    if (!platform::start("Paperdeck")) return 1;
    const ui::FontFiles fonts = {font("inter-regular"), font("inter-semibold"), font("inter-italic"), font("stix-italic"),
                                 font("stix-math"), platform::system_glyphs()};
    // Lives as long as the page: in a browser main returns while the program goes on.
    static std::unique_ptr<app::App> program;
    program = std::make_unique<app::App>(options, fonts);
    platform::share_text_font(fonts.regular.bytes, fonts.regular.size);
    program->open_local(assets::all());
    status = platform::run(*program);
    if (platform::has_native_fields()) return status;
    if (options.paths.empty()) platform::save_setting("session", program->session());
    program.reset();
    return status;
}
