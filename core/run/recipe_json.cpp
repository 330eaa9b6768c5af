// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/recipe.h"
#include "core/run/stage_json_fields.h"

namespace mho {

template <class Fields, FieldsOf<Recipe> Value>
void describe(Fields& fields, Value& recipe)
{
    fields.value("name", recipe.name);
    fields.value("description", recipe.description);
    fields.value("network", recipe.network);
    fields.value("weights", recipe.weights);
    fields.value("data", recipe.data);
    fields.value("mean", recipe.mean);
    fields.value("deviation", recipe.deviation);
    fields.integer("seed", recipe.seed);
    fields.object("execution", recipe.execution);
    fields.object("hardware", recipe.hardware);
    fields.list("plan", recipe.plan.layers);
    describeTrainings(fields, recipe);
}

std::string recipeToJson(const Recipe& recipe)
{
    return detail::jsonText(detail::JsonWriter::written(recipe));
}

namespace detail {

Recipe typedRecipe(std::string_view json, const std::string& where)
{
    Recipe recipe;
    std::vector<Problem> problems;
    JsonReader::read(parseJson(json, where), "", recipe, problems);
    // Values of a wrong type kept their defaults, so ranges are only told where all types are right.
    throwIfProblems(problems, where);
    return recipe;
}

}  // namespace detail

Recipe recipeFromJson(std::string_view json, const std::string& where)
{
    Recipe recipe = detail::typedRecipe(json, where);
    throwIfProblems(detail::recipeProblems(recipe), where);
    return recipe;
}

}  // namespace mho
