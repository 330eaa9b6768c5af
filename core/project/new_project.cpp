// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/new_project.h"

#include "core/io/network_file.h"
#include "core/network/zoo.h"
#include "core/run/network_recipe.h"

#include <filesystem>

namespace mho {
namespace {

/// Where it is, wherever the line is used later.
std::string absolutePath(const std::string& file)
{
    return std::filesystem::absolute(file).lexically_normal().string();
}

/// A recipe as a line names it wherever it is used later.
std::string lastingName(const std::string& recipe)
{
    return std::filesystem::path(recipe).has_extension() ? absolutePath(recipe) : recipe;
}

/// Of a network, with the stages of its family or of a recipe.
std::unique_ptr<Project> projectOf(const std::string& path, Recipe recipe, const Network& network, const std::string& named, const std::string& stages)
{
    if (recipe.data.empty()) {
        recipe.data = "imagenet";  // image folders go by their folder's name
    }
    if (stages.empty()) {
        return Project::create(path, recipe, network, {"plan", "new", "", "--network", named});
    }
    return Project::create(path, recipeOnNetwork(loadRecipe(stages), recipe, network), network,
                           {"plan", "new", "", lastingName(stages), "--network", named});
}

}  // namespace

NewProject newProjectOfRecipe(const std::string& path, const std::string& recipe)
{
    const Recipe loaded = loadRecipe(recipe);
    return {Project::create(path, loaded, makeZooNetwork(loaded.network), {"plan", "new", "", lastingName(recipe)}), {}, {}};
}

NewProject newProjectOfNetwork(const std::string& path, const std::string& network, const std::string& stages)
{
    const Network made = makeZooNetwork(network);
    return {projectOf(path, recipeForNetwork(network, made), made, network, stages), {}, {}};
}

NewProject newProjectOfFile(const std::string& path, const std::string& file, const std::string& stages)
{
    NetworkFile read = readNetworkFile(file);
    Recipe recipe = recipeForNetwork(std::filesystem::path(file).filename().string(), read.network);
    recipe.weights = recipe.network;  // they are trained
    return {projectOf(path, std::move(recipe), read.network, absolutePath(file), stages), std::move(read.unused), std::move(read.assumed)};
}

}  // namespace mho
