// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <ctime>

namespace mho::test {

/// What a reader may take for a file under 1 MB, whatever is in it: bytes at once...
inline constexpr std::size_t kMostReaderBytes = 50U << 20U;
/// ...and seconds of the processor; sanitizers take their own.
#if defined(MHO_SANITIZED)
inline constexpr double kMostReaderSeconds = 2.0;
#else
inline constexpr double kMostReaderSeconds = 0.1;
#endif

/// Of this process so far: other programs do not count.
inline double processorSeconds()
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

}  // namespace mho::test
