// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/learn/torch/executor.h"

#include <chrono>
#include <functional>

namespace mho {

/// Asks the callback at a steady pace and remembers an answer other than Continue.
class Poll {
public:
    Poll(const ProgressCallback& callback, Progress& progress) : callback_(callback), progress_(progress) {}

    bool leave()
    {
        if (verdict_ == Verdict::Continue && secondsSince(last_) >= kPollIntervalS) {
            last_ = std::chrono::steady_clock::now();
            progress_.elapsedS = secondsSince(start_);
            verdict_ = callback_(progress_);
        }
        return verdict_ != Verdict::Continue;
    }
    Verdict verdict() const { return verdict_; }
    void decide(Verdict verdict) { verdict_ = verdict; }
    std::function<void()> betweenLayers()
    {
        return [this] {
            if (leave()) {
                throw StepAbandoned{};
            }
        };
    }

private:
    static constexpr double kPollIntervalS = 0.02;

    static double secondsSince(std::chrono::steady_clock::time_point start)
    {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    }

    const ProgressCallback& callback_;
    Progress& progress_;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    std::chrono::steady_clock::time_point last_ = start_;
    Verdict verdict_ = Verdict::Continue;
};

}  // namespace mho
