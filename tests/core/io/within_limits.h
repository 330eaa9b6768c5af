// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "tests/core/io/memory_meter.h"
#include "tests/core/io/reader_limits.h"

#include <catch2/catch.hpp>

#include <string>
#include <utility>

namespace mho::test {

/// Calls `read` and checks that it keeps to what a reader may take for a file under 1 MB (reader_limits.h).
/// @return "read", or the words of the Error that it throws
template <class Read>
std::string withinLimits(Read&& read)
{
    std::string result = "read";
    const double start = processorSeconds();
    const MemoryMeter meter;
    try {
        std::forward<Read>(read)();
    } catch (const Error& error) {
        result = error.what();
    }
    const double seconds = processorSeconds() - start;
    CHECK(meter.mostAtOnce() <= kMostReaderBytes);
    CHECK(seconds <= kMostReaderSeconds);
    return result;
}

}  // namespace mho::test
