#include "digest/json_context.h"

#include <algorithm>
#include <array>

#include "digest/arxiv.h"
#include "digest/json_keys.h"
#include "digest/json_text.h"

namespace paperdeck {
namespace {

constexpr std::size_t kMaxKey = 200;

// Names of lists of papers, which are nobody's topic.
bool is_list_name(std::string_view key)
{
    constexpr std::array<std::string_view, 12> kNames = {"papers", "paper", "data", "items", "entries", "entry", "feed", "results", "articles", "list", "digest", "arxiv"};
    return std::find(kNames.begin(), kNames.end(), key) != kNames.end() || key.ends_with("_papers") || key.ends_with("Papers");
}

// Fields that only papers have.
bool is_evidence(JsonField field)
{
    return field == JsonField::kId || field == JsonField::kAuthors || field == JsonField::kAbstract || field == JsonField::kSummary ||
           field == JsonField::kAbs || field == JsonField::kLink || field == JsonField::kDoi || field == JsonField::kIds;
}

}  // namespace

void JsonFrame::take_key(std::string_view raw)
{
    expects_key = false;
    has_value = false;
    key = raw.size() <= kMaxKey ? std::string(raw) : std::string();
    has_evidence = has_evidence || is_evidence(json_field_of(key));
}

void JsonFrame::take_value(std::string_view raw)
{
    is_broken = is_broken || has_value;
    has_value = true;
    switch (json_field_of(key)) {
    case JsonField::kTitle: has_title = true; break;
    case JsonField::kDate:
        if (const auto date = find_date(raw.substr(0, 64))) said.date = *date;
        break;
    case JsonField::kCategories: said.categories = find_categories(raw.substr(0, kMaxKey)); break;
    default: break;
    }
}

JsonContext context_in(const std::vector<JsonFrame>& frames)
{
    JsonContext out;
    for (const JsonFrame& frame : frames) {
        if (frame.said.date) out.date = frame.said.date;
        if (!frame.said.categories.empty()) out.categories = frame.said.categories;
        if (!frame.is_object) continue;
        const std::string& key = frame.key;
        out.key = key;
        const std::vector<std::string> codes = find_categories(key);
        if (const auto date = find_date(key)) out.date = *date;
        else if (!codes.empty()) out.categories = codes;
        else if (!key.empty() && !parse_arxiv_id(key) && json_field_of(key) == JsonField::kNone && !is_list_name(key))
            out.topic = decoded_json_string("\"" + key + "\"");
    }
    return out;
}

}  // namespace paperdeck
