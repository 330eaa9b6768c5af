// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/run/tiny_run.h"

#include "core/base/random.h"
#include "core/network/zoo.h"

namespace mho::test {
namespace {

TrainingOptions short16(std::int64_t epochs)
{
    TrainingOptions training;
    training.epochs = epochs;
    training.batchSize = 16;
    training.learningRate = 0.005;
    return training;
}

}  // namespace

void MemoryStore::saveCheckpoint(const Checkpoint& checkpoint, const std::vector<EpochMetric>& newMetrics)
{
    checkpoint_ = checkpoint;
    metrics_.insert(metrics_.end(), newMetrics.begin(), newMetrics.end());
}

void KillingStore::saveCheckpoint(const Checkpoint& checkpoint, const std::vector<EpochMetric>& newMetrics)
{
    MemoryStore::saveCheckpoint(checkpoint, newMetrics);
    stages_.push_back(nlohmann::json::parse(checkpoint.stateJson).at("stage").get<std::string>());
    if (--left_ == 0) {
        throw Killed();
    }
}

LayerPlan layer(std::string name, std::vector<ConstraintSpec> constraints, int levelBits)
{
    LayerPlan plan;
    plan.layer = std::move(name);
    plan.constraints = std::move(constraints);
    plan.levelBits = levelBits;
    return plan;
}

Recipe tiny()
{
    Recipe recipe;
    recipe.name = "tiny";
    recipe.execution.threads = 1;
    recipe.execution.precision = Precision::Float32;
    recipe.hardware.crossbar.rows = 32;
    recipe.hardware.crossbar.columns = 32;
    recipe.plan.layers = {layer("conv1", {{"filter", 2.0}}, 5),
                          layer("conv2", {{"filter", 2.0}, {"filter-shape", 500.0 / 47.0}}, 5), layer("fc1", {}, 5),
                          layer("fc2", {}, 5)};
    recipe.train.epochs = 2;
    recipe.train.batchSize = 16;
    recipe.train.learningRate = 0.01;
    recipe.admm.training.batchSize = 16;
    recipe.retrain.batchSize = 16;
    recipe.quantize.training.batchSize = 16;
    recipe.admm.rounds = 2;
    recipe.admm.training.learningRate = 0.01;
    recipe.retrain.epochs = 2;
    recipe.retrain.learningRate = 0.01;
    recipe.quantize.rounds = 2;
    recipe.quantize.training.learningRate = 0.01;
    recipe.finetune.epochs = 1;
    recipe.finetune.learningRate = 0.001;
    return recipe;
}

Recipe tinyStaged()
{
    Recipe recipe = tiny();
    recipe.admm.levels = false;
    recipe.admm.rounds = 3;
    recipe.admm.rhoEvery = 2;
    recipe.admm.rescaleDuals = true;
    recipe.quantize.rounds = 1;
    recipe.progressive.steps = 2;
    recipe.progressive.training = short16(1);
    recipe.straightThrough.training = short16(2);
    recipe.straightThrough.mix = 0.5;
    recipe.retrainTeacher = {.mix = 0.5, .temperature = 2.0};
    return recipe;
}

Recipe tinyReweighted()
{
    Recipe recipe = tiny();
    recipe.prune = PruneMethod::GroupRegularizer;
    recipe.regularize.penalty = GroupPenalty::Reweighted;
    recipe.regularize.refreshEpochs = 2;
    recipe.regularize.straightThrough = false;
    recipe.regularize.training = short16(3);
    recipe.quantize.rounds = 1;
    return recipe;
}

const DataSet& digits()
{
    static const DataSet data = syntheticDigits(1, 600);
    return data;
}

nlohmann::json withoutEnvironment(const RunResult& result)
{
    auto json = nlohmann::json::parse(resultToJson(result));
    json.erase("environment");
    return json;
}

RunResult run(const Recipe& recipe, RunStore* store, const RunCallbacks& callbacks)
{
    return runRecipe(recipe, makeZooNetwork(recipe.network), digits(), store, callbacks);
}

Network withNormalValues(Network network, std::uint64_t seed)
{
    RandomStream random{seed};
    const Network shapes = network;
    for (NodeId id = 0; id < shapes.nodes().size(); ++id) {
        for (const Parameter& parameter : shapes.nodes()[id].parameters) {
            std::vector<float> values(static_cast<std::size_t>(elementCount(parameter.tensor.shape())));
            for (float& value : values) {
                value = static_cast<float>(0.1 * random.normal());
            }
            network.setParameter(id, parameter.role, Tensor(parameter.tensor.shape(), std::move(values)));
        }
    }
    return network;
}

Recipe withoutEpochs(Recipe recipe)
{
    recipe.train.epochs = 0;
    recipe.admm.rounds = 0;
    recipe.regularize.training.epochs = 0;
    recipe.retrain.epochs = 0;
    recipe.quantize.rounds = 0;
    recipe.progressive.steps = 0;
    recipe.straightThrough.training.epochs = 0;
    recipe.finetune.epochs = 0;
    return recipe;
}

}  // namespace mho::test
