// What stands above papers: headings, front matter and the file's path say which day, category, kind and
// topic the papers below have in common.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "digest/paper.h"

namespace paperdeck {

// The level of what stands below all headings.
inline constexpr std::uint8_t kBelowHeadings = 7;

// What one heading says of the papers below it. Empty where it says nothing.
struct SectionNames {
    Date date;
    bool is_update = false;  // the day is when the file was made: "Updated on 2026.06.29"
    std::vector<std::string> categories;
    Kind kind = Kind::kUnknown;
    std::string topic;  // "SLAM"; not of headings that only name a day, a category, a kind or the digest
    FieldLines lines;   // of these four

    bool empty() const { return !date && categories.empty() && kind == Kind::kUnknown && topic.empty(); }
};
SectionNames read_section_heading(std::string_view text);

// A heading that says what every digest is ("Daily papers", "Table of contents") or only names a day: never the
// title of a paper that stands below it.
bool names_the_digest(std::string_view heading);

// What a file's path says, its name before its folders. The topic is a name beside the day in the path:
// "20260331_Tue/video.md", "28-Aug-2025/IR/README.md".
SectionNames read_file_name(std::string_view path);

// Follows the headings of a file.
class SectionTrail {
public:
    // A day and the line that names it; 0 for the file's name.
    struct Day {
        Date date;
        int line = 0;
    };

    explicit SectionTrail(std::string_view file) : file_(read_file_name(file)) {}

    void set_front_matter(SectionNames names) { front_ = std::move(names); }
    void note_heading(std::uint8_t level, std::string_view text, int line);
    // A line of its own between two lists: "Vision transformers:".
    void note_line(std::string_view text, int line)
    {
        line_topic_ = std::string(text);
        line_topic_line_ = line;
    }
    // A line that says when the file was made.
    void note_day(const Date& day, int line)
    {
        if (!update_.date) update_ = {day, line};
    }

    // Gives `paper` what stands above it and what it does not say itself. `level`: of its own heading, or
    // kBelowHeadings.
    void give_names(Paper& paper, std::uint8_t level) const;
    // The digest's day: of the first heading that names one, else front matter, file name, folder, else the day the
    // file was made.
    Day day() const;

private:
    SectionNames file_, front_;
    std::array<SectionNames, 8> by_level_;  // what the headings of each level last said
    std::string line_topic_;
    int line_topic_line_ = 0;
    Day first_day_, update_;
};

}  // namespace paperdeck
