// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/recipe_work.h"

#include "core/network/weight_layer.h"
#include "core/network/zoo.h"

#include <algorithm>

namespace mho {

std::int64_t stageEpochs(const Recipe& recipe, Stage stage, bool trained)
{
    const auto& layers = recipe.plan.layers;
    const bool levels = std::any_of(layers.begin(), layers.end(), [](const LayerPlan& layer) { return layer.levelBits > 0; });
    switch (stage) {
        case Stage::Train:
            return trained && !recipe.trainFurther ? 0 : recipe.train.epochs;
        case Stage::Prune:
            return recipe.prune == PruneMethod::Admm ? recipe.admm.rounds * recipe.admm.epochsPerRound : recipe.regularize.training.epochs;
        case Stage::Retrain:
            return recipe.retrain.epochs;
        case Stage::Quantize:
            return levels ? recipe.quantize.rounds * recipe.quantize.epochsPerRound : 0;
        case Stage::Progressive:
            return levels ? recipe.progressive.steps * recipe.progressive.training.epochs : 0;
        case Stage::StraightThrough:
            return levels ? recipe.straightThrough.training.epochs : 0;
        case Stage::Finetune:
            return levels ? recipe.finetune.epochs : 0;
        case Stage::Done:
            break;
    }
    return 0;
}

std::vector<StageWork> stagesOf(const Recipe& recipe, bool trained)
{
    std::vector<StageWork> stages;
    for (int stage = 0; stage < static_cast<int>(Stage::Done); ++stage) {
        const std::int64_t epochs = stageEpochs(recipe, static_cast<Stage>(stage), trained);
        if (epochs > 0) {
            stages.push_back({stageName(static_cast<Stage>(stage)), epochs});
        }
    }
    return stages;
}

std::int64_t recipeEpochs(const Recipe& recipe)
{
    std::int64_t epochs = 0;
    for (const StageWork& work : stagesOf(recipe, !recipe.weights.empty())) {
        epochs += work.epochs;
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
