// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/project/project.h"

#include <span>
#include <string>

namespace mho {

/// `word` as one word of a POSIX shell: in single quotes where it holds more than letters, digits and _ - . , / = : + @ %.
MHO_API std::string shellWord(const std::string& word);

/// The line that changes plan, hardware and stages of a project by these settings (plan_settings.h, hardware_settings.h,
/// stage_settings.h); empty where there are none.
MHO_API std::string planSetCommand(const std::string& path, std::span<const std::string> planSettings,
                                   std::span<const std::string> hardwareSettings, std::span<const std::string> stageSettings);

/// The line of the tool `mho` that does to the project at `path` what this act did; empty where the tool has none (a network that
/// was replaced, design points that were put back, a run that was taken from the queue), and for an entry of a damaged file, which holds no such act. A run
/// has the plan, hardware and stages that the acts before it left, also where it waited for others.
MHO_API std::string commandLineOf(const JournalEntry& entry, const std::string& path);

}  // namespace mho
