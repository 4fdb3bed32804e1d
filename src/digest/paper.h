// One entry of a digest, and where it stood.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/rare.h"
#include "digest/field_lines.h"
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

    friend bool operator==(const PaperLinks&, const PaperLinks&) = default;
};

// A labelled text that is neither title nor abstract (an AI summary, say).
struct LabelledText {
    std::string label;
    StyledText text;

    friend bool operator==(const LabelledText&, const LabelledText&) = default;
};

struct Translation {
    std::string lang;  // BCP 47: "zh", "ja", "ko"
    StyledText title;
    StyledText abstract;

    friend bool operator==(const Translation&, const Translation&) = default;
};

// What few papers have, kept apart so that a list of bare titles stays small.
struct PaperExtras {
    std::string doi;
    std::string comment;
    std::vector<LabelledText> summaries;
    std::vector<std::string> keywords;
    Translation translation;

    friend bool operator==(const PaperExtras&, const PaperExtras&) = default;
};

// Fields that a digest does not give stay empty: nothing is invented.
struct Paper {
    std::string id;   // arXiv id without version
    StyledText title;
    std::vector<std::string> authors;
    std::vector<std::string> categories;  // codes, primary first
    std::string topic;
    StyledText abstract;
    PaperLinks links;
    Rare<PaperExtras> extras;
    Date date;                            // the digest's day
    Kind kind = Kind::kUnknown;           // by the digest's own words
    Kind kind_guess = Kind::kUnknown;     // by the id's month against the day
    int version = 0;
    int number = 0;                       // the digest's own count ("26."), 0 where it has none
    int line = 0;                         // 1-based, where the entry starts
    FieldLines lines;                     // where each of its fields stands
};

// A list that grows without ever being copied.
using Papers = std::deque<Paper>;

bool has_maths(const Paper& paper);

}  // namespace paperdeck
