// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace mho::test {

/// Bytes taken through operator new while this lives, of all threads. One at a time.
class MemoryMeter {
public:
    MemoryMeter();
    ~MemoryMeter();
    MemoryMeter(const MemoryMeter&) = delete;
    MemoryMeter& operator=(const MemoryMeter&) = delete;

    std::size_t mostAtOnce() const;  ///< Highest sum of what was taken since the start and not given back.
    std::size_t largest() const;     ///< Of a single piece.
};

}  // namespace mho::test
