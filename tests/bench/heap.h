// Counts what the heap holds, in bench::heap_bytes and heap_peak, for the one program whose only file includes this.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <new>

#include "bench/bench.h"

// The size of a block stands before it.
void* operator new(std::size_t size)
{
    constexpr std::size_t kHead = alignof(std::max_align_t);
    auto* block = static_cast<std::size_t*>(std::malloc(size + kHead));
    if (!block) std::abort();
    *block = size;
    bench::heap_bytes += size;
    bench::heap_peak = std::max(bench::heap_peak, bench::heap_bytes);
    return reinterpret_cast<char*>(block) + kHead;
}

void operator delete(void* memory) noexcept
{
    if (!memory) return;
    char* block = static_cast<char*>(memory) - alignof(std::max_align_t);
    bench::heap_bytes -= *reinterpret_cast<std::size_t*>(block);
    std::free(block);
}

void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }
