// The row of a document: its parts of words in order, each stretch of a field after a mark of it, and before parts that
// are words together, these words: "VideoMoCo" is videomoco (of 3), video, moco (of 2), mo, co.
//
// An item is a number of 32 bits. It is kept as one unit of 16 bits where it is a field or a part that the library met
// early, as the usual words are: nine of ten. All others take two, whose first bits tell first and second half from
// each other and from single units: a scan for a unit needs no decoding.
#pragma once

#include <cstddef>
#include <cstdint>

#include "search/engine.h"

namespace paperdeck {

using TermId = std::uint32_t;
inline constexpr TermId kNoTerm = static_cast<TermId>(-1);

namespace row {

inline constexpr std::uint32_t kField = 0x80000000u, kWhole = 0x40000000u;
inline constexpr unsigned kTermBits = 22;
inline constexpr std::uint32_t kTerm = (1u << kTermBits) - 1;

inline bool is_field(std::uint32_t item) { return (item & kField) != 0; }
inline bool is_whole(std::uint32_t item) { return (item & (kField | kWhole)) == kWhole; }
inline SearchField field_of(std::uint32_t item) { return static_cast<SearchField>(item & 0xFF); }
inline TermId term_of(std::uint32_t item) { return item & kTerm; }
inline std::uint32_t parts_of(std::uint32_t whole) { return (whole >> 24) & 0x3F; }
inline std::uint32_t whole_of(TermId term, std::uint32_t parts) { return kWhole | (parts << 24) | term; }

using Unit = std::uint16_t;
inline constexpr Unit kFieldUnits = 0x7FE0, kSecondHalf = 0x8000, kFirstHalf = 0xC000, kHalfMask = 0x3FFF;
inline constexpr unsigned kHalfBits = 14;

inline bool is_field_unit(Unit unit) { return unit >= kFieldUnits && unit < kSecondHalf; }
inline const Unit* next(const Unit* at) { return at + (*at >= kFirstHalf ? 2 : 1); }
inline const Unit* before(const Unit* at) { return at - (at[-1] >= kSecondHalf ? 2 : 1); }
inline std::uint32_t item_at(const Unit* at)
{
    if (*at < kFieldUnits) return *at;
    if (*at < kSecondHalf) return kField | static_cast<std::uint32_t>(*at - kFieldUnits);
    const std::uint32_t both = (static_cast<std::uint32_t>(at[0] & kHalfMask) << kHalfBits) | (at[1] & kHalfMask);
    const std::uint32_t parts = both >> kTermBits;
    return parts > 1 ? whole_of(both & kTerm, parts) : both;
}
// The unit that stands for the term as a part when it takes one, and otherwise the second half of it.
inline Unit second_half(TermId term) { return static_cast<Unit>(kSecondHalf | (term & kHalfMask)); }

// Writes the item's one or two units; where the next one goes.
inline Unit* write(std::uint32_t item, Unit* to)
{
    if (item < kFieldUnits) {
        *to = static_cast<Unit>(item);
        return to + 1;
    }
    if (is_field(item)) {
        *to = static_cast<Unit>(kFieldUnits + static_cast<unsigned>(field_of(item)));
        return to + 1;
    }
    const std::uint32_t both = ((is_whole(item) ? parts_of(item) : 0) << kTermBits) | term_of(item);
    to[0] = static_cast<Unit>(kFirstHalf | (both >> kHalfBits));
    to[1] = second_half(both);
    return to + 2;
}

}  // namespace row

// Its items one after the other.
class Row {
public:
    class Iterator {
    public:
        explicit Iterator(const row::Unit* at) : at_(at) {}
        std::uint32_t operator*() const { return row::item_at(at_); }
        Iterator& operator++()
        {
            at_ = row::next(at_);
            return *this;
        }
        friend bool operator==(const Iterator&, const Iterator&) = default;

    private:
        const row::Unit* at_;
    };

    Row(const row::Unit* units, std::size_t size) : begin_(units), end_(units + size) {}
    Iterator begin() const { return Iterator(begin_); }
    Iterator end() const { return Iterator(end_); }
    const row::Unit* first_unit() const { return begin_; }
    const row::Unit* end_of_units() const { return end_; }

private:
    const row::Unit* begin_;
    const row::Unit* end_;
};

}  // namespace paperdeck
