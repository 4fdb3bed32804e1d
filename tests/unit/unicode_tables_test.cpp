// The WebAssembly build has tables of utf8proc that cmake/lean_utf8proc.py packed, the native one has utf8proc's own.
// Both run this: what they answer about all characters has the same sum.
#include <doctest/doctest.h>

#include <cstdint>
#include <vector>

#include "utf8proc.h"

namespace {

// FNV-1a over whole numbers.
class Sum {
public:
    void add(utf8proc_int32_t number) { value_ = (value_ ^ static_cast<std::uint32_t>(number)) * 0x100000001B3u; }
    std::uint64_t value() const { return value_; }

private:
    std::uint64_t value_ = 0xCBF29CE484222325u;
};

constexpr utf8proc_int32_t kEnd = 0x110000;
constexpr auto kComposing = static_cast<utf8proc_option_t>(UTF8PROC_COMPOSE | UTF8PROC_STABLE);

bool may_be_second(utf8proc_int32_t c)
{
    const auto index = utf8proc_get_property(c)->comb_index;
    return index != UINT16_MAX && index >= 0x8000;
}

void add_decomposed(Sum& sum, utf8proc_int32_t c, int options)
{
    utf8proc_int32_t parts[32];
    int boundary = 0;
    const auto count = utf8proc_decompose_char(c, parts, 32, static_cast<utf8proc_option_t>(options), &boundary);
    sum.add(static_cast<utf8proc_int32_t>(count));
    for (utf8proc_ssize_t i = 0; i < count; ++i) sum.add(parts[i]);
}

}  // namespace

TEST_CASE("the properties, decompositions and foldings of all characters are those of utf8proc 2.8.0")
{
    Sum sum;
    for (utf8proc_int32_t c = -1; c <= kEnd; ++c) {
        const utf8proc_property_t& property = *utf8proc_get_property(c);
        sum.add(property.category);
        sum.add(property.combining_class);
        sum.add(property.ignorable ? 1 : 0);
        sum.add(may_be_second(c) ? 1 : 0);
        add_decomposed(sum, c, UTF8PROC_DECOMPOSE);
        add_decomposed(sum, c, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT);
        add_decomposed(sum, c, UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD);
        add_decomposed(sum, c, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
    }
    CHECK(sum.value() == 16943701587971328199u);
}

TEST_CASE("the compositions of all characters with all that may follow are those of utf8proc 2.8.0")
{
    Sum sum;
    std::vector<utf8proc_int32_t> firsts, seconds;
    for (utf8proc_int32_t c = 0; c < kEnd; ++c) {
        if (may_be_second(c)) seconds.push_back(c);
        // Unassigned and private characters compose with nothing: a few of them stand for all.
        const auto category = utf8proc_category(c);
        const bool is_unknown = category == UTF8PROC_CATEGORY_CN || category == UTF8PROC_CATEGORY_CO;
        if (!is_unknown || c % 4096 == 0) firsts.push_back(c);
    }
    int compositions = 0;
    for (const utf8proc_int32_t second : seconds) {
        for (const utf8proc_int32_t first : firsts) {
            utf8proc_int32_t parts[3] = {first, second, 0};
            if (utf8proc_normalize_utf32(parts, 2, kComposing) != 1) continue;
            sum.add(first);
            sum.add(second);
            sum.add(parts[0]);
            ++compositions;
        }
    }
    CHECK(compositions == 941);
    CHECK(sum.value() == 13342032254388849774u);
}
