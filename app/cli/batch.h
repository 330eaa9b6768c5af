// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace mho::cli {

/// As those of command.h.
void addBatch(CLI::App& app, int& exitCode);

}  // namespace mho::cli
