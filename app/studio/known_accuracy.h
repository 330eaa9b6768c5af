// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"
#include "core/run/run.h"
#include "widgets/bridge/accuracy_service.h"

#include <memory>

namespace mho {

/// What a project knows of accuracies: its finished run, its sensitivities where they are of the network that runs start from, and
/// its data. Reads the project: not for the window's thread. Throws Error BadFormat where what it keeps is damaged.
/// @param start that runs start from  @param shown that previews start from: `start` itself, or what the last run made of it
AccuracySources accuracySourcesOf(const std::shared_ptr<Project>& project, const Network& start, const Network& shown);

/// The finished run as a source: the accuracy at levels, else pruned, else as trained; none where none was measured.
std::optional<AccuracySources::Run> measuredRun(const Recipe& recipe, const RunAccuracies& accuracies);

}  // namespace mho
