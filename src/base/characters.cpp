#include "base/characters.h"

#include "utf8proc.h"

namespace paperdeck {
namespace {

constexpr char32_t kFirstMark = 0x300;

}  // namespace

bool is_invisible(char32_t code_point)
{
    if (code_point < 0x7F) return code_point < 0x20 && code_point != '\t';
    if (code_point == 0x2028 || code_point == 0x2029) return true;  // separators of lines and paragraphs
    const utf8proc_property_t* property = utf8proc_get_property(static_cast<utf8proc_int32_t>(code_point));
    return property->ignorable || property->category == UTF8PROC_CATEGORY_CC;
}

bool is_combining(char32_t code_point)
{
    if (code_point < kFirstMark) return false;
    const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
}

}  // namespace paperdeck
