// From which lines of a digest the fields of a paper come.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace paperdeck {

enum class PaperField : std::uint8_t {
    kId,
    kDoi,
    kTitle,
    kAuthors,
    kCategories,
    kTopic,
    kDate,
    kKind,
    kAbstract,
    kComment,
    kSummaries,
    kKeywords,
    kTranslatedTitle,
    kTranslatedAbstract,
    kAbs,
    kPdf,
    kCode,
    kOtherLinks,
    kCount
};
inline constexpr std::size_t kPaperFields = static_cast<std::size_t>(PaperField::kCount);

// One number for each field.
class FieldLines {
public:
    // 1-based; where a field of several parts (a list, paragraphs) begins. 0 for what no line says: a day in the file's
    // name, an address made of the id.
    int operator[](PaperField field) const { return static_cast<int>(lines_[static_cast<std::size_t>(field)]); }
    void set(PaperField field, int line) { lines_[static_cast<std::size_t>(field)] = static_cast<std::uint32_t>(line); }

private:
    std::array<std::uint32_t, kPaperFields> lines_{};
};

}  // namespace paperdeck
