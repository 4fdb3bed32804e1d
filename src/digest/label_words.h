// The words that digests put before a field, in English, Chinese, Japanese, Korean and six more
// European languages: data for labels.cpp.
#pragma once

#include <array>
#include <string_view>

#include "digest/labels.h"

namespace paperdeck {

struct LabelWords {
    Field field;
    std::string_view words;  // parted by '|'
};

extern const std::array<LabelWords, 15> kLabelWords;

}  // namespace paperdeck
