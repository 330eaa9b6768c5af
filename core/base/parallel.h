// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <cstddef>
#include <functional>

namespace mho {

/// While it lives, parallelFor() called on this thread (and from the bodies it runs) takes `threads` for "all cores".
class MHO_API ThreadLimit {
public:
    explicit ThreadLimit(unsigned threads);
    ~ThreadLimit();
    ThreadLimit(const ThreadLimit&) = delete;
    ThreadLimit& operator=(const ThreadLimit&) = delete;

private:
    unsigned before_;
};

/// Calls `body(begin, end)` for disjoint ranges that cover 0..count-1, on at most `threads` threads (0 = all cores).
/// The ranges depend on `count`, `grain` and `threads` only. The first exception thrown by a body is rethrown here.
/// @param grain smallest range worth a thread; fewer items run on the calling thread
MHO_API void parallelFor(std::size_t count, std::size_t grain, const std::function<void(std::size_t, std::size_t)>& body,
                         unsigned threads = 0);

}  // namespace mho
