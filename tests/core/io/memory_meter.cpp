// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/io/memory_meter.h"

#include <algorithm>
#include <atomic>

namespace mho::test {
namespace {

std::atomic<bool> lives{false};
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

}  // namespace

MemoryMeter::MemoryMeter()
{
    installMemoryHooks();
    present = 0;
    most = 0;
    largestPiece = 0;
    lives = true;
}

MemoryMeter::~MemoryMeter()
{
    lives = false;
}

std::size_t MemoryMeter::mostAtOnce() const
{
    return static_cast<std::size_t>(std::max<std::ptrdiff_t>(most, 0));
}

std::size_t MemoryMeter::largest() const
{
    return largestPiece;
}

void MemoryMeter::taken(std::size_t bytes, std::size_t asked) noexcept
{
    const auto size = static_cast<std::ptrdiff_t>(bytes);
    raise(most, present.fetch_add(size) + size);
    raise(largestPiece, asked);
}

void MemoryMeter::given(std::size_t bytes) noexcept
{
    present.fetch_sub(static_cast<std::ptrdiff_t>(bytes));
}

bool MemoryMeter::measuring() noexcept
{
    return lives;
}

}  // namespace mho::test
