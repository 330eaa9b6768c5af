// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/explore/study.h"

#include <string>

namespace mho::cli {

/// Table of the study's points with state and main figures, and how many are open, done and failed.
/// @param askSlurm a column says what squeue knows of open points
std::string studyText(const StudyFolder& study, bool askSlurm);

}  // namespace mho::cli
