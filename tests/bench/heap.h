// Counts what the heap holds, in bench::heap_bytes and heap_peak, for the one program whose only file includes this.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <cstring>
#include <new>

#include "bench/bench.h"

namespace bench {

// The size of a block, and where it begins, stand before it.
struct BlockHead {
    void* block;
    std::size_t size;
};

inline void* take(std::size_t size, std::size_t alignment)
{
    void* block = std::malloc(size + sizeof(BlockHead) + alignment);
    if (!block) std::abort();
    const auto first = reinterpret_cast<std::uintptr_t>(block) + sizeof(BlockHead);
    auto* memory = reinterpret_cast<char*>((first + alignment - 1) / alignment * alignment);
    const BlockHead head{block, size};
    std::memcpy(memory - sizeof head, &head, sizeof head);
    heap_bytes += size;
    heap_peak = std::max(heap_peak, heap_bytes);
    return memory;
}

inline void give_back(void* memory)
{
    if (!memory) return;
    BlockHead head;
    std::memcpy(&head, static_cast<char*>(memory) - sizeof head, sizeof head);
    heap_bytes -= head.size;
    std::free(head.block);
}

}  // namespace bench

void* operator new(std::size_t size) { return bench::take(size, alignof(std::max_align_t)); }
void* operator new(std::size_t size, const std::nothrow_t&) noexcept { return bench::take(size, alignof(std::max_align_t)); }
void* operator new(std::size_t size, std::align_val_t alignment) { return bench::take(size, static_cast<std::size_t>(alignment)); }
void operator delete(void* memory) noexcept { bench::give_back(memory); }
void operator delete(void* memory, std::size_t) noexcept { bench::give_back(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { bench::give_back(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { bench::give_back(memory); }
