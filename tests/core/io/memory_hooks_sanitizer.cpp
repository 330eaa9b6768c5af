// SPDX-License-Identifier: GPL-3.0-or-later
/// The hooks of MemoryMeter by those of the address sanitizer, whose own operators new and delete must stay in place.
#include "tests/core/io/memory_meter.h"

#include <cstddef>

// Of <sanitizer/allocator_interface.h>, which Clang brings and GCC does not, while both have them in their run-time libraries.
extern "C" {
std::size_t __sanitizer_get_allocated_size(const volatile void* piece);
int __sanitizer_install_malloc_and_free_hooks(void (*taken)(const volatile void*, std::size_t), void (*given)(const volatile void*));
}

using mho::test::MemoryMeter;

namespace {

void taken(const volatile void*, std::size_t bytes)
{
    if (MemoryMeter::measuring()) {
        MemoryMeter::taken(bytes, bytes);
    }
}

void given(const volatile void* piece)
{
    if (MemoryMeter::measuring() && piece != nullptr) {
        MemoryMeter::given(__sanitizer_get_allocated_size(piece));
    }
}

}  // namespace

void mho::test::installMemoryHooks()
{
    static const int installed = __sanitizer_install_malloc_and_free_hooks(taken, given);
    static_cast<void>(installed);
}
