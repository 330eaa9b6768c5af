// SPDX-License-Identifier: GPL-3.0-or-later
/// The hooks of MemoryMeter by operators new and delete of our own.
#include "tests/core/io/memory_meter.h"

#include <malloc.h>

#include <algorithm>
#include <cstdlib>
#include <new>

using mho::test::MemoryMeter;

// All other forms without an alignment call these.
void* operator new(std::size_t bytes)
{
    void* piece = std::malloc(std::max<std::size_t>(bytes, 1));
    if (piece == nullptr) {
        throw std::bad_alloc();
    }
    if (MemoryMeter::measuring()) {
        MemoryMeter::taken(malloc_usable_size(piece), bytes);
    }
    return piece;
}
void operator delete(void* piece) noexcept
{
    if (MemoryMeter::measuring() && piece != nullptr) {
        MemoryMeter::given(malloc_usable_size(piece));
    }
    std::free(piece);
}
void operator delete(void* piece, std::size_t) noexcept
{
    operator delete(piece);
}

void mho::test::installMemoryHooks() {}
