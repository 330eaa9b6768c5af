// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/phrase.h"
#include "core/project/project.h"

#include <memory>
#include <string>
#include <vector>

namespace mho {

/// A project that was made, and what is to be told of the file that its network came from (NetworkFile).
struct NewProject {
    std::unique_ptr<Project> project;
    std::vector<std::string> unused;
    Phrase assumed;
};

// Each makes a new project file without a run; the first entry of its journal has the line of `mho plan new` that makes the same.
// Throw Error InputOutput where the file exists or cannot be made.

/// Of a recipe and its network. @param recipe name or path; throws as loadRecipe()
MHO_API NewProject newProjectOfRecipe(const std::string& path, const std::string& recipe);
/// Of a network of the zoo, without weights, with the schedules of its family. Throws Error NotFound for an unknown name.
/// @param stages name or path of a recipe whose stages take the schedules' place (recipeOnNetwork()); empty = none
MHO_API NewProject newProjectOfNetwork(const std::string& path, const std::string& network, const std::string& stages = {});
/// Of the trained network in a file. Throws as readNetworkFile(). @param stages as above
MHO_API NewProject newProjectOfFile(const std::string& path, const std::string& file, const std::string& stages = {});

}  // namespace mho
