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

/// Of a network without a recipe.
std::unique_ptr<Project> projectOf(const std::string& path, Recipe recipe, const Network& network, const std::string& named)
{
    if (recipe.data.empty()) {
        recipe.data = "imagenet";  // image folders go by their folder's name
    }
    return Project::create(path, recipe, network, {"plan", "new", "", "--network", named});
}

}  // namespace

NewProject newProjectOfRecipe(const std::string& path, const std::string& recipe)
{
    const Recipe loaded = loadRecipe(recipe);
    const std::string named = std::filesystem::path(recipe).has_extension() ? absolutePath(recipe) : recipe;
    return {Project::create(path, loaded, makeZooNetwork(loaded.network), {"plan", "new", "", named}), {}, {}};
}

NewProject newProjectOfNetwork(const std::string& path, const std::string& network)
{
    const Network made = makeZooNetwork(network);
    return {projectOf(path, recipeForNetwork(network, made), made, network), {}, {}};
}

NewProject newProjectOfFile(const std::string& path, const std::string& file)
{
    NetworkFile read = readNetworkFile(file);
    Recipe recipe = recipeForNetwork(std::filesystem::path(file).filename().string(), read.network);
    recipe.weights = recipe.network;  // they are trained
    return {projectOf(path, std::move(recipe), read.network, absolutePath(file)), std::move(read.unused), std::move(read.assumed)};
}

}  // namespace mho
