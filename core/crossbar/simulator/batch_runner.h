// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/crossbar/simulator/executor.h"
#include "core/crossbar/simulator/simulate.h"

#include <atomic>
#include <chrono>
#include <functional>
#include <string>
#include <thread>

namespace mho {

/// Reports progress from the calling thread, at most every 50 ms, and remembers what the receiver wants.
class JobWatch {
public:
    JobWatch(const ProgressCallback& progress, std::size_t imagesInAll);
    void stage(std::string name) { stage_ = std::move(name); }
    void done(std::size_t images) { done_ += images; }
    /// Any thread; reports where it is the thread that made the object. Throws Error Cancelled after Abort.
    void poll();
    bool stopped() const { return stopped_; }  ///< StopAndKeep

private:
    const ProgressCallback& progress_;
    std::size_t all_;
    std::string stage_;
    std::atomic<std::size_t> done_ = 0;
    std::atomic<bool> cancelled_ = false;
    std::atomic<bool> stopped_ = false;
    std::chrono::steady_clock::time_point start_;
    std::chrono::steady_clock::time_point last_;
    std::thread::id owner_;
};

/// Runs all images of a source in batches on `threads` threads; `take` gets each batch's outputs (any thread, any order).
/// @return images done: all, or those of the batches begun before StopAndKeep, without a gap from image 0 on
std::size_t runBatches(
    const Executor& executor, const LayerProduct& product, const ImageSource& images, std::size_t imageSize, unsigned threads,
    JobWatch& watch, const std::function<void(std::size_t first, std::size_t count, const std::vector<float>& outputs)>& take);

}  // namespace mho
