#include "digest/json_text.h"

#include <algorithm>
#include <utility>

#include "digest/author_names.h"
#include "digest/json_repair.h"
#include "digest/markdown.h"
#include "digest/mending.h"
#include "digest/tex.h"
#include "digest/tidying.h"
#include "nlohmann/json.hpp"

namespace paperdeck {
namespace {

void append_paragraph(StyledText& out, const StyledText& paragraph)
{
    if (!out.empty()) out.text += '\n';
    append(out, paragraph);
}

}  // namespace

// A line of a JSON string is no block of Markdown: "# 1 in a series" is not a heading. A word in front keeps
// md4c from taking it for one.
StyledText styled_json_line(std::string_view line)
{
    constexpr std::string_view kGuard = "x ";
    StyledText out;
    for (Block& block : parse_markdown(std::string(kGuard).append(line))) {
        const bool is_first = out.empty() && block.content.text.compare(0, kGuard.size(), kGuard) == 0;
        append_paragraph(out, is_first ? slice(block.content, kGuard.size(), block.content.text.size()) : block.content);
    }
    return out;
}

StyledText styled_json_text(std::string_view raw)
{
    std::string buffer;
    StyledText whole;
    whole.text = std::string(mended(raw, buffer));
    std::replace(whole.text.begin(), whole.text.end(), '\r', '\n');
    whole = with_wraps_joined(std::move(whole));
    StyledText out;
    for (const std::string_view line : split_list(whole.text, "\n")) append_paragraph(out, styled_json_line(line));
    return finished_text(with_tex_resolved(std::move(out)));
}

std::string plain_json_text(std::string_view raw)
{
    std::string buffer;
    const std::string_view text = trimmed(mended(raw, buffer));
    if (text.find_first_of("\\&<${*_[`\n\t") == std::string_view::npos && text.find("  ") == std::string_view::npos) return std::string(text);
    return to_plain(styled_json_text(text));
}

std::string decoded_json_string(std::string_view source)
{
    nlohmann::json value = nlohmann::json::parse(source, nullptr, false);
    if (value.is_discarded()) {
        const std::string repaired = repaired_json(source);
        value = nlohmann::json::parse(std::string_view(repaired), nullptr, false);  // one type of input, one parser
    }
    return value.is_string() ? std::move(value.get_ref<std::string&>()) : std::string();
}

}  // namespace paperdeck
