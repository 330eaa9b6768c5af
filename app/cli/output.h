// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/learn/learner.h"

#include <string>
#include <vector>

namespace mho::cli {

/// Writes text to a file, whole or not at all, or to standard output for "-". Throws Error InputOutput.
void writeOutput(const std::string& path, const std::string& text);

/// Throws Error Infeasible where a run ended with weights that break its plan; its project keeps them and the record.
void refuseBroken(const std::vector<Problem>& violations, const std::string& project);

/// One line on standard error when LibTorch runs on the reference BLAS.
void warnOfSlowBlas(const LearnEnvironment& environment);

}  // namespace mho::cli
