// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace mho::cli {

/// Design points that a project keeps.
void addPoints(CLI::App& app, int& exitCode);

}  // namespace mho::cli
