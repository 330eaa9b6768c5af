// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace mho::cli {

// What leaves a project for a paper.
void addReport(CLI::App& app, int& exitCode);
void addFigure(CLI::App& app, int& exitCode);

}  // namespace mho::cli
