// SPDX-License-Identifier: GPL-3.0-or-later
/// MemoryMeter by the hooks of the address sanitizer, whose own operators new and delete must stay in place; counts malloc too.
#include "tests/core/io/memory_meter.h"

#include <algorithm>
#include <atomic>

#include <sanitizer/allocator_interface.h>

namespace {

std::atomic<bool> measuring{false};
std::atomic<std::ptrdiff_t> present{0};
std::atomic<std::ptrdiff_t> most{0};
std::atomic<std::size_t> largestPiece{0};

template <class T>
void raise(std::atomic<T>& value, T to)
{
    T known = value.load();
    while (known < to && !value.compare_exchange_weak(known, to)) {
    }
}

void taken(const volatile void*, std::size_t bytes)
{
    if (measuring) {
        const auto size = static_cast<std::ptrdiff_t>(bytes);
        raise(most, present.fetch_add(size) + size);
        raise(largestPiece, bytes);
    }
}

void given(const volatile void* piece)
{
    if (measuring && piece != nullptr) {
        present.fetch_sub(static_cast<std::ptrdiff_t>(__sanitizer_get_allocated_size(piece)));
    }
}

}  // namespace

namespace mho::test {

MemoryMeter::MemoryMeter()
{
    static const int installed = __sanitizer_install_malloc_and_free_hooks(taken, given);
    static_cast<void>(installed);
    present = 0;
    most = 0;
    largestPiece = 0;
    measuring = true;
}

MemoryMeter::~MemoryMeter()
{
    measuring = false;
}

std::size_t MemoryMeter::mostAtOnce() const
{
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(most, 0));
}

std::size_t MemoryMeter::largest() const
{
    return largestPiece;
}

}  // namespace mho::test
