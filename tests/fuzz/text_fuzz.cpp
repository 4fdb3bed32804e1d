// Any text through the steps that clean it: mending, form C, TeX, joined wraps, lost links.
#include <cstdint>

#include "base/fold.h"
#include "base/nfc.h"
#include "digest/markdown.h"
#include "digest/mending.h"
#include "digest/tex.h"
#include "digest/tidying.h"
#include "fuzz/bounds.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    using namespace paperdeck;
    const std::string text = to_valid_utf8({reinterpret_cast<const char*>(data), size});
    std::string buffer, again;
    const std::string mended_text(mended(text, buffer));
    fuzz::require(is_valid_utf8(mended_text), "mended text is valid UTF-8");
    fuzz::require(mended_text.size() <= 3 * text.size(), "mended text is no longer than three times the input");
    const std::string composed(to_nfc(text, buffer));
    fuzz::require(std::string(to_nfc(composed, again)) == composed, "form C is form C");
    fuzz::require(composed.size() <= 3 * text.size(), "form C is no longer than three times the input");

    StyledText plain;
    plain.text = text;
    const StyledText resolved = with_tex_resolved(plain);
    fuzz::check_text(resolved);
    fuzz::require(resolved.text.size() <= 8 * text.size(), "resolved TeX is no longer than eight times the input");
    const StyledText finished = finished_text(resolved);
    fuzz::check_text(finished);
    fuzz::require(finished.text.size() <= 3 * resolved.text.size(), "finished text is no longer than three times its source");
    for (const Block& block : parse_markdown(text)) {
        fuzz::check_text(block.content);
        fuzz::check_text(finished_text(with_tex_resolved(block.content)));
    }
    (void)fold(text);
    return 0;
}
