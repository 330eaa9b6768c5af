// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/recipe.h"

#include <string>

namespace mho::detail {

/// A recipe as a project holds it: plan and hardware, which people edit most, are documents of their own.
struct RecipeDocuments {
    std::string recipe;
    std::string plan;
    std::string hardware;
};

/// Throws Error InvalidArgument (all problems) for values that could not be read back.
RecipeDocuments recipeDocuments(const Recipe& recipe);
/// @param where the project's path; throws Error BadFormat or InvalidArgument
Recipe joinedRecipe(const RecipeDocuments& documents, const std::string& where);

}  // namespace mho::detail
