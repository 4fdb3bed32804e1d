#include "app/suggestions.h"

#include <algorithm>

#include "platform/platform.h"
#include "search/query_completion.h"

namespace paperdeck::app {
namespace {

using ui::CommandKind;
using ui::Suggestion;
using What = QueryCompletion::What;

constexpr std::size_t kMostSuggestions = 7;
constexpr std::size_t kMostRecent = 20;
constexpr std::size_t kRecentBytes = 4000;  // platforms keep settings of 4 KB
constexpr std::size_t kLeastOfField = 2;    // of a word that may be just a word
constexpr std::size_t kLeastOfText = 200;   // a pasted text, not a query
constexpr const char* kRecent = "recent-queries";

// With quotes where the language needs them.
std::string written(std::string_view value)
{
    const bool is_plain = std::all_of(value.begin(), value.end(), [](char c) {
        return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || std::string_view("._-*+").find(c) != std::string_view::npos;
    });
    return is_plain ? std::string(value) : '"' + std::string(value) + '"';
}

std::vector<FacetCount> values_like(const SearchEngine& engine, const QueryCompletion& at)
{
    switch (at.what) {
        case What::kAuthor: return engine.authors_like(at.typed, kMostSuggestions);
        case What::kCategory: return engine.categories_like(at.typed, kMostSuggestions);
        case What::kTag: return engine.tags_like(at.typed, kMostSuggestions);
        default: return {};
    }
}

}  // namespace

std::vector<Suggestion> suggestions_for(const SearchEngine& engine, std::string_view query, std::size_t caret)
{
    std::vector<Suggestion> out;
    if (query.size() > kLeastOfText && query_chips(query).empty())
        return {{"Find papers like this text", {}, {CommandKind::kFindLikeText, 0, {}}}};
    const QueryCompletion at = completion_at(query, caret);
    if (at.what == What::kNothing || at.what == What::kWord) return out;
    const bool is_field = at.what == What::kField;
    if (is_field && at.typed.size() < kLeastOfField) return out;
    const std::string_view rest = query.substr(at.end);
    const auto offer = [&](std::string_view value, std::string note) {
        std::string text(query.substr(0, at.begin));
        text += is_field ? std::string(value) + ':' : written(value);
        const std::size_t word_end = text.size();
        text += rest;
        if (text == query || out.size() == kMostSuggestions) return;
        if (!is_field && rest.empty()) text += ' ';
        const auto caret_behind = static_cast<std::uint32_t>(rest.empty() ? text.size() : word_end);
        out.push_back({is_field ? std::string(value) + ':' : std::string(value), std::move(note), {CommandKind::kTypeQuery, caret_behind, std::move(text)}});
    };
    for (const std::string_view name : completed_names(at)) offer(name, {});
    for (const FacetCount& value : values_like(engine, at)) offer(value.value, std::to_string(value.count));
    return out;
}

std::vector<std::string> recent_queries()
{
    std::vector<std::string> queries;
    const std::string kept = platform::load_setting(kRecent);
    for (std::size_t at = 0; at < kept.size() && queries.size() < kMostRecent;) {
        const std::size_t end = std::min(kept.find('\n', at), kept.size());
        if (end > at) queries.push_back(kept.substr(at, end - at));
        at = end + 1;
    }
    return queries;
}

void remember_query(const std::string& query)
{
    std::string kept = query;
    std::size_t count = 1;
    for (const std::string& other : recent_queries()) {
        if (other == query || count == kMostRecent || kept.size() + other.size() >= kRecentBytes) continue;
        kept += '\n' + other;
        ++count;
    }
    if (kept.size() < kRecentBytes) platform::save_setting(kRecent, kept);
}

void forget_queries() { platform::save_setting(kRecent, {}); }

std::vector<Suggestion> recent_suggestions()
{
    std::vector<Suggestion> out;
    for (const std::string& query : recent_queries()) {
        if (out.size() == kMostSuggestions) break;
        out.push_back({query, {}, {CommandKind::kSetQuery, 0, query}});
    }
    if (!out.empty()) out.push_back({"Clear recent searches", {}, {CommandKind::kForgetQueries, 0, {}}, true});
    return out;
}

}  // namespace paperdeck::app
