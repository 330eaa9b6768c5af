// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/recipe_work.h"

#include "core/network/weight_layer.h"
#include "core/network/zoo.h"

#include <algorithm>

namespace mho {

std::int64_t recipeEpochs(const Recipe& recipe)
{
    const auto& layers = recipe.plan.layers;
    const bool levels = std::any_of(layers.begin(), layers.end(), [](const LayerPlan& layer) { return layer.levelBits > 0; });
    std::int64_t epochs = recipe.weights.empty() || recipe.trainFurther ? recipe.train.epochs : 0;
    epochs +=
        recipe.prune == PruneMethod::Admm ? recipe.admm.rounds * recipe.admm.epochsPerRound : recipe.regularize.training.epochs;
    epochs += recipe.retrain.epochs;
    if (levels) {
        epochs += recipe.quantize.rounds * recipe.quantize.epochsPerRound +
                  recipe.progressive.steps * recipe.progressive.training.epochs + recipe.straightThrough.training.epochs +
                  recipe.finetune.epochs;
    }
    return epochs;
}

double recipeWork(const Recipe& recipe)
{
    double operations = 0.0;
    for (const WeightLayer& layer : weightLayers(makeZooNetwork(recipe.network))) {
        operations += static_cast<double>(layer.weights()) * static_cast<double>(layer.outputPositions);
    }
    return static_cast<double>(recipeEpochs(recipe)) * operations;
}

bool isRunOf(const Recipe& asked, const Recipe& ran)
{
    const auto text = [&](Recipe recipe) {
        recipe.description.clear();
        recipe.seed = 0;
        recipe.execution.device = "cpu";
        recipe.execution.threads = 1;
        if (asked.execution.precision == Precision::Automatic) {
            recipe.execution.precision = Precision::Automatic;
        }
        return recipeToJson(recipe);
    };
    return text(asked) == text(ran);
}

}  // namespace mho
