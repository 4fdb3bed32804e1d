// Addresses that stand in a text as they are, without markup.
#pragma once

#include "digest/styled_text.h"

namespace paperdeck {

// Makes links of them. md4c does where blanks are around; digests also write "链接：https://arxiv.org/abs/2103.06255。",
// "URL:https://…<br>", and addresses with signs that end one to md4c ("~", "%"). Links, code and maths stay as they are.
void link_bare_addresses(StyledText& text);

}  // namespace paperdeck
