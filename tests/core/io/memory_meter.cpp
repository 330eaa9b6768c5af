// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/io/memory_meter.h"

#include <malloc.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <new>

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

void* take(std::size_t bytes)
{
    void* piece = std::malloc(std::max<std::size_t>(bytes, 1));
    if (piece == nullptr) {
        throw std::bad_alloc();
    }
    if (measuring) {
        const auto taken = static_cast<std::ptrdiff_t>(malloc_usable_size(piece));
        raise(most, present.fetch_add(taken) + taken);
        raise(largestPiece, bytes);
    }
    return piece;
}

void give(void* piece) noexcept
{
    if (measuring && piece != nullptr) {
        present.fetch_sub(static_cast<std::ptrdiff_t>(malloc_usable_size(piece)));
    }
    std::free(piece);
}

}  // namespace

// All other forms without an alignment call these.
void* operator new(std::size_t bytes)
{
    return take(bytes);
}
void operator delete(void* piece) noexcept
{
    give(piece);
}
void operator delete(void* piece, std::size_t) noexcept
{
    give(piece);
}

namespace mho::test {

MemoryMeter::MemoryMeter()
{
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
