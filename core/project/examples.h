// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/export.h"

#include <string>
#include <vector>

namespace mho {

class Project;

/// Paths of the projects `examples`/NAME.mho in the resource folders, sorted by name; of two with one name that of the first
/// folder counts. Empty where no folder has any.
MHO_API std::vector<std::string> examplePaths();

/// What a list tells of a project: name and description of its recipe.
struct MHO_API ProjectTitle {
    std::string name;
    std::string description;
};

/// Reads the title of a project that may lie where nobody may write: nothing is written, nor made beside it, and what another
/// program has not yet put into the file itself is not seen. Throws Error as Project::open.
MHO_API ProjectTitle readProjectTitle(const std::string& path);

/// Copies the project `source`, which stays as it is (see readProjectTitle), to the new file `path`. Throws Error as
/// Project::open for `source`, also InputOutput while another program has it open, and InputOutput when `path` exists or
/// cannot be written.
MHO_API void copyProject(const std::string& source, const std::string& path);

/// Writes what is worth looking at of a finished run as a small project of its own, which replaces the file `path`: network,
/// recipe, plan, hardware, and the run with its curves and its result. Checkpoints, journal, studies and design points stay behind. Throws
/// Error NotFound when the project has no finished run, and InputOutput when `path` cannot be written, which is then as it was.
MHO_API void writeExample(Project& project, const std::string& path);

}  // namespace mho
