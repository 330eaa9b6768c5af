// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace mho::test {

/// Memory taken while this lives, of all threads. One at a time. What it sees is what one of memory_hooks_*.cpp tells it, which
/// is linked beside: pieces of operator new, or under the address sanitizer those of malloc as well.
class MemoryMeter {
public:
    MemoryMeter();
    ~MemoryMeter();
    MemoryMeter(const MemoryMeter&) = delete;
    MemoryMeter& operator=(const MemoryMeter&) = delete;

    std::size_t mostAtOnce() const;  ///< Highest sum of what was taken since the start and not given back, bytes.
    std::size_t largest() const;     ///< Of a single piece, bytes as asked for.

    /// A piece was taken, or is given back. @param bytes that the piece has  @param asked of them
    static void taken(std::size_t bytes, std::size_t asked) noexcept;
    static void given(std::size_t bytes) noexcept;
    static bool measuring() noexcept;
};

/// Sets the hooks up where they must be; called by each meter.
void installMemoryHooks();

}  // namespace mho::test
