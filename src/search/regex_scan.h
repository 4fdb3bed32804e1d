// A regular expression looked for in every paper's text, a slice at a time, with what was found so far.
#pragma once

#include <string>
#include <vector>

#include "base/job.h"
#include "search/index.h"
#include "search/regex.h"

namespace paperdeck {

struct RegexScan {
    RegexScan(const QueryNode& node, Regex made) : field(node.field), pattern(node.text), ignores_case(node.ignores_case), regex(std::move(made)) {}
    bool is_of(const QueryNode& node) const { return node.field == field && node.text == pattern && node.ignores_case == ignores_case; }
    bool is_done(const Index& index) const { return next >= index.slots(); }
    // True when all slots have been looked at.
    bool step(const Index& index, const MarksByPaper& marks, const Deadline& deadline);

    SearchField field;
    std::string pattern;
    bool ignores_case;
    Regex regex;
    Slot next = 0;  // those before were looked at
    SlotSet found;
    unsigned used = 0;  // when it was last asked for
};

// The scans of the last few expressions: the one being typed, and those beside it.
class RegexScans {
public:
    explicit RegexScans(const MarksByPaper& marks) : marks_(marks) {}

    // The scan for the node, begun or taken up again; null for a pattern that does not compile.
    RegexScan* scan(const QueryNode& node);
    // Goes on with those that the last query asked for.
    bool step(const Index& index, const Deadline& deadline);
    bool is_done(const Index& index) const;
    float share_done(const Index& index) const;
    void begin_query() { ++query_; }
    void forget() { scans_.clear(); }

private:
    static constexpr std::size_t kMost = 8;

    const MarksByPaper& marks_;
    std::vector<std::unique_ptr<RegexScan>> scans_;
    unsigned query_ = 0;
};

}  // namespace paperdeck
