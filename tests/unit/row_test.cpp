#include "search/row.h"

#include <doctest/doctest.h>

#include <vector>

#include "search/posting_list.h"

using namespace paperdeck;

TEST_CASE("a row gives back its items, of one unit and of two, forwards and backwards")
{
    const std::vector<std::uint32_t> items = {row::kField | static_cast<std::uint32_t>(SearchField::kTitle), 0, 1, 0x7FDF, 0x7FE0, 0x7FFF, 0x8000, 0xFFFF, row::kTerm,
                                              row::whole_of(5, 2), row::whole_of(row::kTerm, 63), row::kField | static_cast<std::uint32_t>(SearchField::kUrl), 7};
    std::vector<row::Unit> units(2 * items.size());
    row::Unit* end = units.data();
    for (const std::uint32_t item : items) end = row::write(item, end);
    units.resize(static_cast<std::size_t>(end - units.data()));
    CHECK(units.size() == items.size() + 7);
    std::vector<std::uint32_t> read;
    for (const std::uint32_t item : Row(units.data(), units.size())) read.push_back(item);
    CHECK(read == items);

    const row::Unit* at = units.data() + units.size();
    for (std::size_t i = items.size(); i-- > 0;) {
        at = row::before(at);
        CHECK(row::item_at(at) == items[i]);
    }
    CHECK(at == units.data());
    CHECK(row::is_field_unit(units[0]));
    CHECK_FALSE(row::is_field_unit(units[1]));
}

TEST_CASE("a posting list gives back all its postings, however many")
{
    for (const std::uint32_t count : {0u, 1u, 2u, 3u, 4u, 9u, 10u, 255u, 600u, 70'000u}) {
        CAPTURE(count);
        NumberPages pages;
        PostingList list, other;
        for (std::uint32_t i = 0; i < count; ++i) {
            list.push(pages, Posting::make(3 * i, 1 + i % 63, i % 32));
            other.push(pages, Posting::make(i, 1, 1));
        }
        CHECK(list.count() == count);
        std::uint32_t read = 0;
        bool is_right = true;
        list.each(pages, [&](Posting posting) {
            is_right = is_right && posting.slot() == 3 * read && posting.level() == 1 + read % 63 && posting.fields() == read % 32;
            ++read;
        });
        CHECK(is_right);
        CHECK(read == count);
    }
}
