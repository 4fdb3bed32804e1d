#include "search/regex_scan.h"

#include <algorithm>

namespace paperdeck {
namespace {

bool occurs_in(Regex& regex, SearchField field, const Paper& paper, const PaperMarks* marks)
{
    const PaperExtras& extras = *paper.extras;
    const auto in = [&](SearchField of, const std::string& text) { return (field == SearchField::kAnywhere || field == of) && !text.empty() && regex.occurs_in(text); };
    const auto in_any = [&](SearchField of, const std::vector<std::string>& texts) {
        return std::any_of(texts.begin(), texts.end(), [&](const std::string& text) { return in(of, text); });
    };
    const auto in_summary = [&](const LabelledText& summary) { return in(SearchField::kSummary, summary.text.text); };
    if (in(SearchField::kTitle, paper.title.text) || in(SearchField::kAbstract, paper.abstract.text) || in(SearchField::kComment, extras.comment)) return true;
    if (in_any(SearchField::kAuthors, paper.authors) || std::any_of(extras.summaries.begin(), extras.summaries.end(), in_summary)) return true;
    if (in(SearchField::kTranslation, extras.translation.title.text) || in(SearchField::kTranslation, extras.translation.abstract.text)) return true;
    if (in(SearchField::kUrl, paper.links.code) || in_any(SearchField::kUrl, paper.links.other)) return true;
    if (in_any(SearchField::kAnywhere, extras.keywords) || in(SearchField::kAnywhere, paper.topic) || in(SearchField::kAnywhere, paper.id)) return true;
    return marks && (in(SearchField::kNote, marks->note) || in_any(SearchField::kAnywhere, marks->tags));
}

}  // namespace

bool RegexScan::step(const Index& index, const MarksByPaper& marks, const Deadline& deadline)
{
    found.resize(index.slots());
    while (next < index.slots()) {
        if (index.live.has(next)) {
            const PaperIndex paper = index.paper_of[next];
            const auto its_marks = marks.find(paper);
            if (occurs_in(regex, field, index.library.paper(paper).paper, its_marks == marks.end() ? nullptr : &its_marks->second)) found.add(next);
        }
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
        if (scan->used == query_ && !scan->is_done(index) && !scan->step(index, marks_, deadline)) return false;
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
