// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/recipe_documents.h"

#include <nlohmann/json.hpp>

namespace mho::detail {

RecipeDocuments recipeDocuments(const Recipe& recipe)
{
    const std::string whole = recipeToJson(recipe);
    auto rest = nlohmann::ordered_json::parse(whole);
    rest.erase("plan");
    rest.erase("hardware");
    RecipeDocuments documents{rest.dump(2) + "\n", planToJson(recipe.plan), hardwareToJson(recipe.hardware)};
    joinedRecipe(documents, "recipe");
    return documents;
}

Recipe joinedRecipe(const RecipeDocuments& documents, const std::string& where)
{
    Recipe recipe = recipeFromJson(documents.recipe, where + ": recipe");
    recipe.plan = planFromJson(documents.plan, where + ": plan");
    recipe.hardware = hardwareFromJson(documents.hardware, where + ": hardware");
    return recipe;
}

}  // namespace mho::detail
