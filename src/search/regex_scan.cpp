#include "search/regex_scan.h"

#include <algorithm>

namespace paperdeck {
namespace {

bool occurs_in(Regex& regex, SearchField field, const Paper& paper)
{
    const auto asks = [&](SearchField of) { return field == SearchField::kAnywhere || field == of; };
    const auto any = [&](SearchField of, const std::string& text) { return asks(of) && !text.empty() && regex.occurs_in(text); };
    if (any(SearchField::kTitle, paper.title.text) || any(SearchField::kAbstract, paper.abstract.text) || any(SearchField::kComment, paper.extras->comment)) return true;
    for (const std::string& author : paper.authors)
        if (any(SearchField::kAuthors, author)) return true;
    for (const LabelledText& summary : paper.extras->summaries)
        if (any(SearchField::kSummary, summary.text.text)) return true;
    for (const std::string& link : paper.links.other)
        if (any(SearchField::kUrl, link)) return true;
    return any(SearchField::kTranslation, paper.extras->translation.title.text) || any(SearchField::kTranslation, paper.extras->translation.abstract.text) || any(SearchField::kUrl, paper.links.code);
}

}  // namespace

bool RegexScan::step(const Index& index, const Deadline& deadline)
{
    found.resize(index.slots());
    while (next < index.slots()) {
        if (index.live.has(next) && occurs_in(regex, field, index.library.paper(index.paper_of[next]).paper)) found.add(next);
        ++next;
        if (deadline.passed()) return is_done(index);
    }
    return true;
}

RegexScan* RegexScans::scan(const QueryNode& node)
{
    for (const auto& scan : scans_) {
        if (!scan->is_of(node)) continue;
        scan->used = query_;
        return scan.get();
    }
    auto regex = Regex::compile(node.text, node.ignores_case);
    if (!regex) return nullptr;
    if (scans_.size() == kMost) {
        const auto oldest = std::min_element(scans_.begin(), scans_.end(), [](const auto& a, const auto& b) { return a->used < b->used; });
        if ((*oldest)->used == query_) return nullptr;  // one query with more expressions than that
        scans_.erase(oldest);
    }
    scans_.push_back(std::make_unique<RegexScan>(node, std::move(*regex)));
    scans_.back()->used = query_;
    return scans_.back().get();
}

bool RegexScans::step(const Index& index, const Deadline& deadline)
{
    for (const auto& scan : scans_)
        if (scan->used == query_ && !scan->is_done(index) && !scan->step(index, deadline)) return false;
    return true;
}

bool RegexScans::is_done(const Index& index) const
{
    return std::all_of(scans_.begin(), scans_.end(), [&](const auto& scan) { return scan->used != query_ || scan->is_done(index); });
}

float RegexScans::share_done(const Index& index) const
{
    float share = 1;
    for (const auto& scan : scans_)
        if (scan->used == query_ && !scan->is_done(index)) share = std::min(share, static_cast<float>(scan->next) / static_cast<float>(index.slots()));
    return share;
}

}  // namespace paperdeck
