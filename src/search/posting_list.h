// In which documents a word stands: a number for each, packed, in blocks that grow with the list.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

namespace paperdeck {

// A document's number in the index. A paper that changes takes a new one.
using Slot = std::uint32_t;

// What a posting knows of a word in a document.
struct Posting {
    static constexpr unsigned kSlotBits = 21, kLevelBits = 6, kFieldBits = 5;
    static constexpr Slot kMaxSlots = 1u << kSlotBits;
    static constexpr unsigned kMaxLevel = (1u << kLevelBits) - 1;

    std::uint32_t packed = 0;

    static Posting make(Slot slot, unsigned level, unsigned fields) { return {(slot << (kLevelBits + kFieldBits)) | (level << kFieldBits) | fields}; }
    Slot slot() const { return packed >> (kLevelBits + kFieldBits); }
    unsigned level() const { return (packed >> kFieldBits) & kMaxLevel; }      // how much the word is worth there
    unsigned fields() const { return packed & ((1u << kFieldBits) - 1); }      // in which fields it stands
};

// Memory for numbers in pages, so that nothing is ever moved. Addresses count numbers.
template <class Number>
class Pages {
public:
    static constexpr std::uint32_t kPageBits = 16, kPageSize = 1u << kPageBits;

    // `count` in a row, at most kPageSize.
    std::uint32_t take(std::uint32_t count)
    {
        if (pages_.empty() || used_ + count > kPageSize) {
            pages_.emplace_back(new Number[kPageSize]);  // not set to zero: every number is written before it is read
            used_ = 0;
        }
        const auto address = static_cast<std::uint32_t>((pages_.size() - 1) << kPageBits) + used_;
        used_ += count;
        return address;
    }
    // What was taken last needs that many less.
    void give_back(std::uint32_t count) { used_ -= count; }
    Number* at(std::uint32_t address) { return pages_[address >> kPageBits].get() + (address & (kPageSize - 1)); }
    const Number* at(std::uint32_t address) const { return pages_[address >> kPageBits].get() + (address & (kPageSize - 1)); }
    std::size_t bytes() const { return pages_.size() * kPageSize * sizeof(Number); }

private:
    std::vector<std::unique_ptr<Number[]>> pages_;
    std::uint32_t used_ = 0;
};
using NumberPages = Pages<std::uint32_t>;

// Most words of a library stand in one document or two: the list keeps these itself. Of more it has two blocks each of 4,
// 8, 16 … numbers up to 512, the last of each the address of the next block.
class PostingList {
public:
    std::uint32_t count() const { return count_; }

    void push(NumberPages& pages, Posting posting)
    {
        if (count_ < kInside) {
            (count_ == 0 ? first_ : tail_) = posting.packed;
        } else {
            if (count_ == kInside) move_out(pages);
            if (left_ == 0) add_block(pages);
            put(pages, posting.packed);
        }
        ++count_;
    }

    // Calls `use(Posting)` for all, in order.
    template <class Use>
    void each(const NumberPages& pages, Use&& use) const
    {
        if (count_ <= kInside) {
            if (count_ > 0) use(Posting{first_});
            if (count_ > 1) use(Posting{tail_});
            return;
        }
        std::uint32_t rest = count_, address = first_;
        for (unsigned block = 0;; ++block) {
            const std::uint32_t* numbers = pages.at(address);
            const std::uint32_t room = size_of(block) - 1;
            const std::uint32_t here = rest < room ? rest : room;
            for (std::uint32_t i = 0; i < here; ++i) use(Posting{numbers[i]});
            rest -= here;
            if (rest == 0) break;
            address = numbers[room];
        }
    }

private:
    static constexpr std::uint32_t kInside = 2, kFirst = 4, kLargest = 512;
    static constexpr unsigned kDoublings = 7;

    static std::uint32_t size_of(unsigned block) { return block / 2 < kDoublings ? kFirst << (block / 2) : kLargest; }

    void put(NumberPages& pages, std::uint32_t packed)
    {
        *pages.at(tail_) = packed;
        ++tail_;
        --left_;
    }

    void move_out(NumberPages& pages)
    {
        const std::uint32_t first = first_, second = tail_;
        first_ = tail_ = pages.take(kFirst);
        left_ = kFirst - 1;
        put(pages, first);
        put(pages, second);
    }

    void add_block(NumberPages& pages)
    {
        if (block_ < 2 * kDoublings) ++block_;
        const std::uint32_t size = size_of(block_), address = pages.take(size);
        *pages.at(tail_) = address;
        tail_ = address;
        left_ = static_cast<std::uint16_t>(size - 1);
    }

    std::uint32_t count_ = 0;
    std::uint32_t first_ = 0;  // the first block; of few, the first number
    std::uint32_t tail_ = 0;   // where the next one goes; of few, the second number
    std::uint16_t left_ = 0;   // room before the block's last number
    std::uint16_t block_ = 0;  // which is being filled, up to the first of the largest
};

}  // namespace paperdeck
