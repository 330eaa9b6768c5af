// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/estimate_check.h"
#include "core/explore/study.h"
#include "core/network/network.h"
#include "core/project/project.h"

#include <memory>
#include <string>
#include <vector>

namespace mho::cli {

/// The project's records; none yet: an empty list.
std::vector<EstimateRecord> recordsOf(const Project& project);

/// The project's sensitivities, where they are of the network with this hash.
std::optional<SensitivityTable> sensitivityOf(const Project& project, const std::string& networkHash);

/// Holds a finished run against what the project's sensitivities foretold, keeps the record there, and says both on standard error.
/// Nothing happens where the project has no sensitivities of that network.
void recordRun(Project& project, const std::shared_ptr<const Network>& start, const std::string& resultJson);

/// The same for every finished run of a study, in the order of its points; says how many were kept.
void recordStudy(Project& project, const StudyFolder& study);

}  // namespace mho::cli
