// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>

namespace mho {

/// What the receiver of a progress report wants done.
enum class Verdict {
    Continue,     ///< Go on.
    Abort,        ///< Stop now; discard what is not checkpointed.
    StopAndKeep   ///< End the work here as if it were finished and keep the result.
};

/// A moment of a long job. Numbers that are not known are negative.
struct Progress {
    std::string stage;             ///< Name of the stage, e.g. "ADMM".
    double stageFraction = 0.0;    ///< Done share of this stage, 0..1.
    double totalFraction = 0.0;    ///< Done share of the whole job, 0..1.
    double elapsedS = 0.0;         ///< Wall seconds since the job (not the stage) started or was resumed.
    double remainingS = -1.0;      ///< Estimated wall seconds to the end of the job; -1 = not yet known.
    double loss = -1.0;            ///< Mean training loss since the last report; -1 = none.
    double accuracyPercent = -1.0; ///< Latest measured top-1 accuracy; -1 = none.
};

/// Receives a Progress and answers with a Verdict; called on the thread that works, at least every 200 ms. One that does not
/// return pauses the work.
using ProgressCallback = std::function<Verdict(const Progress&)>;

/// For callers that do not care: always continues.
inline Verdict ignoreProgress(const Progress&) { return Verdict::Continue; }

}  // namespace mho
