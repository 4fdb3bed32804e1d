// Unicode normalisation form C: a letter and its accents as the one character that they are.
// Source: https://unicode.org/reports/tr15/ (the data and the composing are utf8proc's)
#pragma once

#include <string>
#include <string_view>

namespace paperdeck {

// Valid UTF-8 in form C. Returns `text` itself where nothing changes, as in most text, else `buffer`, which
// must outlive the answer. Linear: a letter with more than 30 marks, which no language has, stays as it is
// (UAX 15, section 13, has the same limit).
std::string_view to_nfc(std::string_view text, std::string& buffer);

// True for a character that form C never changes, and what stands before it neither because of it.
bool is_stable_in_nfc(char32_t c);

}  // namespace paperdeck
