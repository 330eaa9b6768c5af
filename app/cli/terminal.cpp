// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal.h"

#include "core/base/units.h"

#include <fmt/format.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cstdio>

namespace mho::cli {
namespace {

std::atomic<bool> interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may only touch lock-free atomics");

void onSignal(int)
{
    interrupted = true;
}

std::string remainingText(const Progress& progress)
{
    return progress.remainingS < 0.0 ? std::string() : fmt::format(", {} left", durationText(progress.remainingS));
}

}  // namespace

void watchSignals()
{
    struct sigaction action = {};
    action.sa_handler = onSignal;
    action.sa_flags = static_cast<int>(SA_RESETHAND) | SA_RESTART;
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

bool wasInterrupted()
{
    return interrupted;
}

std::string barText(double share, int width)
{
    const int filled = std::clamp(static_cast<int>(share * width), 0, width);
    return "[" + std::string(static_cast<std::size_t>(filled), '#') +
           std::string(static_cast<std::size_t>(width - filled), ' ') + "]";
}

ProgressDisplay::ProgressDisplay() : terminal_(isatty(STDERR_FILENO) == 1) {}

ProgressDisplay::~ProgressDisplay()
{
    clearBar();
}

void ProgressDisplay::clearBar()
{
    if (barShown_) {
        fmt::print(stderr, "\r\x1b[K");
        barShown_ = false;
    }
}

Verdict ProgressDisplay::progress(const Progress& progress)
{
    last_ = progress;
    const auto now = std::chrono::steady_clock::now();
    if (terminal_ && now - drawn_ >= std::chrono::milliseconds(100)) {
        std::string text = fmt::format("{:<9}{} {:3.0f} %", progress.stage, barText(progress.totalFraction, 30),
                                       100.0 * progress.totalFraction);
        if (progress.loss >= 0.0) {
            text += fmt::format(", loss {:.4f}", progress.loss);
        }
        fmt::print(stderr, "\r{}{}\x1b[K", text, remainingText(progress));
        std::fflush(stderr);
        drawn_ = now;
        barShown_ = true;
    }
    return interrupted ? Verdict::Abort : Verdict::Continue;
}

void ProgressDisplay::epoch(const EpochMetric& metric)
{
    std::string text = fmt::format("{} epoch {}: loss {:.4f}, training accuracy {:.2f} %", metric.stage, metric.epoch,
                                   metric.loss, metric.trainAccuracyPercent);
    if (metric.primalResidual >= 0.0) {
        text += fmt::format(", residuals {:.3g} and {:.3g}", metric.primalResidual, metric.dualResidual);
    }
    line(text + fmt::format("; {:.0f} % done", 100.0 * last_.totalFraction) + remainingText(last_));
}

void ProgressDisplay::line(const std::string& text)
{
    clearBar();
    fmt::print(stderr, "{}\n", text);
}

}  // namespace mho::cli
