// The words of all documents: for each word where it stands, for each document its words in their order.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "digest/library.h"
#include "search/engine.h"
#include "search/slot_set.h"
#include "search/term_table.h"
#include "search/tokens.h"

namespace paperdeck {

// Fields that a posting tells apart. The others are told apart by a look at the document's row of words.
enum FieldMask : std::uint8_t { kInTitle = 1, kInAuthors = 2, kInAbstract = 4, kInRest = 8, kInNotes = 16, kInAll = 31 };

// Fields that only kAnywhere looks into are marked as such in the row.
std::uint8_t mask_of(SearchField field);
// True where a posting's mask alone says that a word is in the field.
bool is_told_by_mask(SearchField field);

// The row of a document: its parts of words in order, each stretch of a field after a mark of it, and before parts that
// are a word together, that word: "VideoMoCo" is videomoco (of 3), video, moco (of 2), mo, co.
namespace row {
inline constexpr std::uint32_t kField = 0x80000000u, kWhole = 0x40000000u, kTerm = 0x00FFFFFFu;
inline bool is_field(std::uint32_t item) { return (item & kField) != 0; }
inline bool is_whole(std::uint32_t item) { return (item & (kField | kWhole)) == kWhole; }
inline SearchField field_of(std::uint32_t item) { return static_cast<SearchField>(item & 0xFF); }
inline TermId term_of(std::uint32_t item) { return item & kTerm; }
inline std::uint32_t parts_of(std::uint32_t whole) { return (whole >> 24) & 0x3F; }
// Items that wholes of fewer parts take between `parts` parts, when their wholes were put in shortest first.
inline std::size_t items_of(std::size_t parts) { return parts <= kMaxSuffixParts ? 2 * parts - 2 : parts; }
}  // namespace row

class TextIndex {
public:
    // Indexes the text of a paper as the next slot.
    Slot add(const Paper& paper, const PaperMarks* marks);

    std::size_t slots() const { return rows_.size(); }
    const TermTable& terms() const { return terms_; }
    const NumberPages& postings() const { return postings_; }
    std::span<const std::uint32_t> row_of(Slot slot) const { return {row_pages_.at(rows_[slot].address), rows_[slot].size}; }

    template <class Use>
    void each_posting(TermId term, Use&& use) const
    {
        terms_[term].postings.each(postings_, use);
    }
    // The documents with a word that begins with the ASCII letter or digit, in one of the fields of `mask`: kInTitle or all.
    const SlotSet& beginning_with(char letter, bool in_title) const;

    std::size_t bytes() const;

private:
    struct Row {
        std::uint32_t address = 0;
        std::uint32_t size = 0;
    };

    void add_text(SearchField field, std::string_view text, FieldMask mask, float weight);
    void close(Slot slot);

    TermTable terms_;
    NumberPages postings_;
    NumberPages row_pages_;
    std::vector<Row> rows_;
    std::array<std::array<SlotSet, 2>, 36> letters_;

    // Of the document being read.
    std::uint32_t document_ = 0;
    std::vector<TermId> touched_;
    std::vector<std::uint32_t> row_;
    TokenRun run_;
};

// How much of a posting's greatest worth its level stands for, 0 to 1.
inline float worth_of(unsigned level) { return static_cast<float>(level) / static_cast<float>(Posting::kMaxLevel); }

}  // namespace paperdeck
