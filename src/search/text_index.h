// The words of all documents: for each word where it stands, for each document its words in their order.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "digest/library.h"
#include "search/engine.h"
#include "search/row.h"
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

class TextIndex {
public:
    // Indexes the text of a paper as the next slot.
    Slot add(const Paper& paper, const PaperMarks* marks);

    std::size_t slots() const { return rows_.size(); }
    const TermTable& terms() const { return terms_; }
    const NumberPages& postings() const { return postings_; }
    Row row_of(Slot slot) const { return {row_pages_.at(rows_[slot].address), rows_[slot].size}; }

    template <class Use>
    void each_posting(TermId term, Use&& use) const
    {
        terms_[term].postings.each(postings_, use);
    }
    // The documents with a word that begins with the ASCII letter or digit, in one of the fields of `mask`; nullptr where that is
    // not kept (kInTitle, kInAuthors and kInAll are).
    const SlotSet* beginning_with(std::string_view letter, std::uint8_t mask) const;

    std::size_t bytes() const;

private:
    struct Stretch {
        std::uint32_t address = 0;
        std::uint32_t size = 0;
    };

    void add_text(SearchField field, std::string_view text, FieldMask mask, float weight);
    void insert_whole(const Token& token, TermId id);
    void close(Slot slot);

    TermTable terms_;
    NumberPages postings_;
    Pages<row::Unit> row_pages_;
    std::vector<Stretch> rows_;
    std::array<std::array<SlotSet, 3>, 36> letters_;

    // Of the document being read.
    std::uint32_t document_ = 0;
    std::vector<TermId> touched_;
    std::vector<std::uint32_t> items_;  // of its row
    TokenRun run_;
};

// How much of a posting's greatest worth its level stands for, 0 to 1.
inline float worth_of(unsigned level) { return static_cast<float>(level) / static_cast<float>(Posting::kMaxLevel); }

}  // namespace paperdeck
