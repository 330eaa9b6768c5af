// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/admm_case.h"

#include <string>

namespace mho {

/// Prints the peak memory of plain training and of an ADMM run, each in a process of its own: this program, started with
/// --memory KIND NETWORK FOLDER THREADS.
void reportAdmmMemory(const AdmmCase& wanted, int threads);
/// What such a process does: one piece of work, whose peak in MiB it leaves in `folder`.
void measureMemory(const std::string& kind, const AdmmCase& wanted, const std::string& folder, int threads);

}  // namespace mho
