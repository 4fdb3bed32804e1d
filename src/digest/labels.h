// The words that digests put before a field: "**Authors**: …". One table for all of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "digest/styled_text.h"

namespace paperdeck {

enum class Field : std::uint8_t {
    kNone,
    kTitle,
    kAuthors,
    kAbstract,
    kSummary,
    kCategories,
    kComment,
    kKeywords,
    kCode,
    kLinks,
    kDoi,
    kIgnored  // known, and of no use here: when it was published, who submitted it
};

// The field that `label` names, without colon or markup, in any case; kNone for any other word.
Field field_of(std::string_view label);

struct Label {
    Field field = Field::kNone;
    std::string words;         // as the digest writes it: "TL;DR"
    std::size_t value_at = 0;  // where the value begins
};

// The label at offset `from` of `text`: bold, with a colon inside, behind or without one; or plain with a
// colon; or, alone, the whole of the text. Nothing where no known label stands there.
std::optional<Label> label_at(const StyledText& text, std::size_t from);

}  // namespace paperdeck
