// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/parallel.h"

#include <algorithm>
#include <exception>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace mho {
namespace {

/// What stands for all cores on this thread; 0 = what the machine has.
thread_local unsigned allCores = 0;

}  // namespace

ThreadLimit::ThreadLimit(unsigned threads) : before_(std::exchange(allCores, threads)) {}

ThreadLimit::~ThreadLimit()
{
    allCores = before_;
}

void parallelFor(std::size_t count, std::size_t grain, const std::function<void(std::size_t, std::size_t)>& body,
                 unsigned threads)
{
    if (count == 0) {
        return;
    }
    // Counting the machine's cores reads files, which takes longer than many a body.
    if (count / std::max<std::size_t>(1, grain) <= 1) {
        body(0, count);
        return;
    }
    const std::size_t cores = threads != 0    ? threads
                              : allCores != 0 ? allCores
                                              : std::max(1U, std::thread::hardware_concurrency());
    const std::size_t parts = std::clamp<std::size_t>(count / std::max<std::size_t>(1, grain), 1, cores);
    if (parts == 1) {
        body(0, count);
        return;
    }
    std::exception_ptr failure;
    std::mutex failureMutex;
    const auto guarded = [&](std::size_t part) {
        try {
            body(count * part / parts, count * (part + 1) / parts);
        } catch (...) {
            const std::lock_guard lock(failureMutex);
            if (!failure) {
                failure = std::current_exception();
            }
        }
    };
    {
        std::vector<std::jthread> workers;
        for (std::size_t part = 1; part < parts; ++part) {
            workers.emplace_back([&guarded, part, limit = allCores] {
                allCores = limit;
                guarded(part);
            });
        }
        guarded(0);
    }
    if (failure) {
        std::rethrow_exception(failure);
    }
}

}  // namespace mho
