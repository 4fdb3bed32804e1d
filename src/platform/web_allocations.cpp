// Counts what asks for memory. Emscripten's malloc and its kin are weak: these, found first, pass on to the same
// allocator (-sMALLOC=emmalloc). operator new and Dear ImGui both end here. It costs an addition, so the program
// that is measured is the one that is shipped.
#include <emscripten/emmalloc.h>

#include "platform/sdl_shell.h"

namespace paperdeck::platform {
namespace {

double g_allocations = 0;

}  // namespace

double allocations_made() { return g_allocations; }

}  // namespace paperdeck::platform

extern "C" {

void* malloc(std::size_t size)
{
    ++paperdeck::platform::g_allocations;
    return emmalloc_malloc(size);
}

void* calloc(std::size_t count, std::size_t size)
{
    ++paperdeck::platform::g_allocations;
    return emmalloc_calloc(count, size);
}

void* realloc(void* pointer, std::size_t size)
{
    ++paperdeck::platform::g_allocations;
    return emmalloc_realloc(pointer, size);
}

}  // extern "C"
