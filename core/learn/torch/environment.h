// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learn/learner.h"

namespace mho {

/// What this process's LibTorch runs on; the BLAS is told from the file that holds the matrix product in use.
LearnEnvironment detectEnvironment();

}  // namespace mho
