// One entry of a digest, and where it stood.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.h"
#include "digest/styled_text.h"

namespace paperdeck {

enum class Kind : std::uint8_t { kUnknown, kNew, kCross, kReplaced };
// "new", "cross", "replaced"; empty for unknown.
const char* to_string(Kind kind);

struct PaperLinks {
    std::string abs;
    std::string pdf;
    std::string code;
    std::vector<std::string> other;  // in order of appearance, no duplicates, none of the above
};

// A labelled text that is neither title nor abstract (an AI summary, say).
struct LabelledText {
    std::string label;
    StyledText text;
};

struct Translation {
    std::string lang;  // BCP 47: "zh", "ja", "ko"
    StyledText title;
    StyledText abstract;
};

// Fields that a digest does not give stay empty: nothing is invented.
struct Paper {
    std::string id;   // arXiv id without version
    int version = 0;
    std::string doi;
    StyledText title;
    std::vector<std::string> authors;
    std::vector<std::string> categories;  // codes, primary first
    std::string topic;
    Date date;                            // the digest's day
    Kind kind = Kind::kUnknown;           // by the digest's own words
    Kind kind_guess = Kind::kUnknown;     // by the id's month against the day
    StyledText abstract;
    std::string comment;
    std::vector<LabelledText> summaries;
    std::vector<std::string> keywords;
    Translation translation;
    PaperLinks links;
    int number = 0;                       // the digest's own count ("26."), 0 where it has none
    int line = 0;                         // 1-based, where the entry starts
};

bool has_maths(const Paper& paper);

}  // namespace paperdeck
