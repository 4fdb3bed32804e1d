// Every word that the library holds, with a number for good.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "search/posting_list.h"
#include "search/row.h"
#include "search/tokens.h"

namespace paperdeck {

// A word's first sixteen bytes as numbers, zeros behind its end. Little-endian, so that they are its bytes in memory as well.
struct TermHead {
    std::uint64_t first = 0, second = 0;
    friend bool operator==(const TermHead&, const TermHead&) = default;
};

// All that indexing touches of a word, side by side.
struct Term {
    TermHead head;
    const char* bytes = nullptr; // all of them, where there are more than the head has
    PostingList postings;        // ascending by slot
    std::uint32_t seen_in = 0;   // the document being read when it was last seen, and there:
    float weight = 0;            // the sum of what its places weigh
    std::uint8_t fields = 0;     // FieldMask
    std::uint8_t size = 0;       // at most kMaxTermBytes

    std::string_view text() const { return {bytes ? bytes : reinterpret_cast<const char*>(&head), size}; }
};

// Which letters and digits a word has, a bit each ("letters" beyond ASCII share bits): what two words that
// are a few edits apart mostly share.
std::uint32_t letter_set(std::string_view folded);

// What tells most words apart from a misspelt one without a look at them.
struct TermShape {
    std::uint32_t letters = 0;  // letter_set()
    TermId term = kNoTerm;
};

class TermTable {
public:
    // The word's number, new or not; kNoTerm for a new one once there are as many as a row can name (four million).
    TermId add(const Token& token);
    // kNoTerm for a word that nobody added.
    TermId find(std::string_view term) const;

    std::size_t size() const { return size_; }
    Term& operator[](TermId id) { return pages_[id >> kPageBits][id & kPageMask]; }
    const Term& operator[](TermId id) const { return pages_[id >> kPageBits][id & kPageMask]; }

    // Of the words of that many bytes, at most kMaxTermBytes.
    const std::vector<TermShape>& shapes(std::size_t size) const { return shapes_[size]; }

    // Calls `use(TermId)` for every word that begins with `prefix` (not empty), itself too, in no order.
    template <class Use>
    void with_prefix(std::string_view prefix, Use&& use) const
    {
        const auto first = static_cast<unsigned char>(prefix[0]);
        const std::size_t begin = prefix.size() > 1 ? first * 256u + static_cast<unsigned char>(prefix[1]) : first * 256u;
        const std::size_t end = prefix.size() > 1 ? begin + 1 : begin + 256;
        const std::uint32_t wanted = next_bytes(prefix);
        const std::uint32_t mask = next_mask(prefix.size());
        for (std::size_t bucket = begin; bucket < end; ++bucket)
            for (const Entry& entry : buckets_[bucket])
                if ((entry.next & mask) == wanted && (prefix.size() <= 6 || (*this)[entry.term].text().substr(0, prefix.size()) == prefix)) use(entry.term);
    }

    std::size_t bytes() const;  // of memory, postings not counted

private:
    static constexpr unsigned kPageBits = 12;
    static constexpr std::uint32_t kPageMask = (1u << kPageBits) - 1;

    // Words by their first two bytes; the next four stand beside the number, so that looking through them reads
    // nothing else.
    struct Entry {
        std::uint32_t next;
        TermId term;
    };

    static std::uint32_t next_bytes(std::string_view term);
    static std::uint32_t next_mask(std::size_t size) { return size <= 2 ? 0 : size >= 6 ? 0xFFFFFFFFu : ~(0xFFFFFFFFu >> (8 * (size - 2))); }
    bool is_term(TermId id, const Token& token, const TermHead& head) const;
    TermId find(const Token& token, const TermHead& head, std::size_t& at) const;
    void grow();
    const char* keep(const Token& token);

    std::vector<std::unique_ptr<Term[]>> pages_;
    std::size_t size_ = 0;
    std::array<std::vector<TermShape>, kMaxTermBytes + 1> shapes_;
    std::vector<TermId> slots_;  // open addressing; a power of two, at most three quarters full
    std::vector<std::vector<Entry>> buckets_{65536};
    std::vector<std::unique_ptr<char[]>> names_;
    std::size_t name_at_ = 0;
};

}  // namespace paperdeck
