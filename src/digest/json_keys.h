// The names that JSON digests give a paper's fields. One table for all of them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace paperdeck {

enum class JsonField : std::uint8_t {
    kNone,
    kTitle,
    kId,
    kAuthors,
    kAbstract,
    kSummary,     // the abstract where there is no other
    kAbs,         // an address or the abstract
    kComment,
    kCategories,
    kPrimary,     // the first category
    kDate,        // the digest's day
    kPublished,
    kDoi,
    kLink,
    kCode,
    kKeywords,
    kKind,
    kTopic,
    kAi,          // an object of labelled summaries
    kLabelled,    // one of them
    kIds,         // an object of ids: {"ArXiv": …, "DOI": …}
    kDetails      // an object of more fields of the paper
};

// The field that `key` names, whatever its case, "_", "-", "@" and a prefix "arxiv:" or "paper".
JsonField json_field_of(std::string_view key);

// A key that names a field in another language: "title_zh", "titleZh" and "zh_title" are "title" and "zh".
struct TranslatedKey {
    JsonField field = JsonField::kNone;  // kTitle, kAbstract, kLabelled or kKeywords; kNone for any other key
    std::string lang;                    // empty where the key does not say it: "translated_title"
};
TranslatedKey translated_key(std::string_view key);

}  // namespace paperdeck
