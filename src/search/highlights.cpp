#include "search/highlights.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "search/matcher.h"

namespace paperdeck {
namespace {

// A matcher stops at what a frame can bear; lists may take a few times that, once.
constexpr std::size_t kWordsAMatcher = 50;
constexpr std::size_t kMostTold = 3;

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kAround = " \t\r\"";
    const std::size_t begin = text.find_first_not_of(kAround);
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin, text.find_last_not_of(kAround) - begin + 1);
}

void add_entries(std::string_view text, SearchField field, std::vector<QueryWord>& out)
{
    while (!text.empty() && out.size() < kMostHighlights) {
        const std::size_t end = std::min(text.find_first_of("\n,;"), text.size());
        std::string_view entry = trimmed(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        const bool is_prefix = !entry.empty() && entry.back() == '*';
        if (is_prefix) entry.remove_suffix(1);
        // A phrase is exact: one that ends in a beginning is words side by side.
        QueryWord word = {field, std::string(entry), !is_prefix, is_prefix};
        if (pattern_of(field, entry, is_prefix).runs.empty() || std::find(out.begin(), out.end(), word) != out.end()) continue;
        out.push_back(std::move(word));
    }
}

}  // namespace

std::vector<QueryWord> parse_highlights(std::string_view words, std::string_view authors)
{
    std::vector<QueryWord> out;
    add_entries(words, SearchField::kAnywhere, out);
    add_entries(authors, SearchField::kAuthors, out);
    return out;
}

void HighlightSet::set(std::vector<QueryWord> words, HighlightView view)
{
    view_ = view;
    if (words_ == words) return;
    words_ = std::move(words);
    forget();
}

const SlotSet& HighlightSet::papers(const Index& index, RegexScans& regexes)
{
    // A paper that comes or changes takes a new slot; one that goes is in no result.
    if (slots_ == index.slots()) return papers_;
    slots_ = index.slots();
    papers_ = SlotSet(slots_);
    left_out_.clear();
    for (std::size_t begin = 0; begin < words_.size(); begin += kWordsAMatcher) {
        // What is left out is neither ranked by nor mended: this asks for all but the papers without.
        QueryNode none;
        none.kind = QueryNode::Kind::kNot;
        none.children.emplace_back().kind = QueryNode::Kind::kOr;
        for (std::size_t i = begin; i < std::min(words_.size(), begin + kWordsAMatcher); ++i) {
            QueryNode& node = none.children.front().children.emplace_back();
            node.kind = QueryNode::Kind::kWords;
            std::tie(node.field, node.text, node.is_phrase, node.is_prefix) = std::tie(words_[i].field, words_[i].text, words_[i].is_phrase, words_[i].is_prefix);
        }
        Matcher matcher(index, regexes, false);
        if (const auto without = matcher.match(none)) {
            SlotSet with = index.live;
            with -= *without;
            papers_ |= with;
        }
        for (const std::string& entry : matcher.left_out())
            if (left_out_.size() < kMostTold) left_out_.push_back(entry);
    }
    return papers_;
}

void put_first(const SlotSet& highlighted, const Index& index, SearchResult& result)
{
    std::vector<PaperIndex> papers;
    std::vector<float> scores;
    papers.reserve(result.papers.size());
    scores.reserve(result.papers.size());
    for (const bool is_first : {true, false}) {
        for (std::size_t i = 0; i < result.papers.size(); ++i) {
            if (highlighted.has(index.slot_of(result.papers[i])) != is_first) continue;
            papers.push_back(result.papers[i]);
            scores.push_back(result.scores[i]);
        }
    }
    result.papers = std::move(papers);
    result.scores = std::move(scores);
}

}  // namespace paperdeck
