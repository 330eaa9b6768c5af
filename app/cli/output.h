// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/learner.h"

#include <string>

namespace mho::cli {

/// Writes text to a file, whole or not at all, or to standard output for "-". Throws Error InputOutput.
void writeOutput(const std::string& path, const std::string& text);

/// One line on standard error when LibTorch runs on the reference BLAS.
void warnOfSlowBlas(const LearnEnvironment& environment);

}  // namespace mho::cli
