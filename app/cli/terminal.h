// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/progress.h"
#include "core/run/run_store.h"

#include <chrono>
#include <string>

namespace mho::cli {

/// From now on Ctrl-C and SIGTERM only set a flag; a second signal of the kind ends the program at once.
void watchSignals();
/// True once such a signal came.
bool wasInterrupted();

/// Shows a long job on standard error: a bar that is redrawn at most ten times a second on a terminal, else one plain line
/// per epoch, so that logs stay readable. Ends the bar's line when destroyed.
class ProgressDisplay {
public:
    ProgressDisplay();
    ~ProgressDisplay();
    ProgressDisplay(const ProgressDisplay&) = delete;
    ProgressDisplay& operator=(const ProgressDisplay&) = delete;

    /// Abort when a signal came, else Continue.
    Verdict progress(const Progress& progress);
    void epoch(const EpochMetric& metric);
    void line(const std::string& text);

private:
    void clearBar();

    bool terminal_;
    bool barShown_ = false;
    Progress last_;
    std::chrono::steady_clock::time_point drawn_;
};

/// "[#####     ]" of `width` cells for a share 0..1 (clamped).
std::string barText(double share, int width);

}  // namespace mho::cli
