// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/explore/study.h"

#include <string>

namespace mho::cli {

/// A study that a command looks at.
struct StudySource {
    std::string path;  ///< Folder of a sweep, its collected JSON file, or a project.
    std::string name;  ///< Of a project's studies; empty = its only one.
};

/// Adds STUDY and --study.
void addStudySource(CLI::App& command, StudySource& source);

/// Throws WrongUse where a project does not hold it, Error for files that are none.
StudyContent studyOf(const StudySource& source);

}  // namespace mho::cli
