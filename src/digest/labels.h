// The words that digests put before a field: "**Authors**: …", a column's name, a heading "## 摘要".
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
    kTranslatedTitle,
    kAuthors,
    kAbstract,
    kTranslatedAbstract,
    kSummary,
    kCategories,
    kComment,
    kKeywords,
    kTopic,
    kCode,
    kLinks,
    kDoi,
    kDate,
    kIgnored  // known, and of no use here: who uploaded it, how often it was shared
};

// The field that `label` names, without colon or markup, in any case, whatever signs stand around it
// ("📝 摘要（中文）"); kNone for any other word.
Field field_of(std::string_view label);

struct Label {
    Field field = Field::kNone;
    std::string words;         // as the digest writes it: "TL;DR"
    std::size_t value_at = 0;  // where the value begins
};

// The label at offset `from` of `text`: bold, with a colon inside, behind or without one; or plain with a
// colon; or, alone, the whole of the text. Nothing where no known label stands there.
std::optional<Label> label_at(const StyledText& text, std::size_t from);

// Bold words with a colon at offset `from`, whatever they say: a label that the table does not know; its field is
// kNone. Nothing where there are none.
std::optional<Label> any_label_at(const StyledText& text, std::size_t from);

// `text` without what is no letter or digit at both ends: signs, emoji, blanks, colons.
std::string_view without_signs(std::string_view text);

// Emoji and the like, which digests put around titles and before lines. No letter, no mark of a sentence or of mathematics.
bool is_ornament(char32_t c);

// The same of a heading: a bracket that opens inside keeps its end.
std::string heading_words(std::string_view heading);

}  // namespace paperdeck
