// Which writing a text is in, as far as it tells a translation from the original.
#pragma once

#include <string_view>

namespace paperdeck {

// "zh", "ja" or "ko" (BCP 47) for text in those scripts, "" for any other. Names and terms in Latin letters
// among it do not change that.
std::string_view language_of(std::string_view text);

}  // namespace paperdeck
