// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/network_recipe.h"

#include "core/compress/plan_settings.h"
#include "core/network/weight_layer.h"

#include <fmt/format.h>

#include <algorithm>
#include <variant>

namespace mho {
namespace {

constexpr std::int64_t kSmallImage = 64;

TrainingOptions training(std::int64_t epochs, std::int64_t batch, double rate, ScheduleKind schedule, double weightDecay)
{
    TrainingOptions options;
    options.epochs = epochs;
    options.batchSize = batch;
    options.learningRate = rate;
    options.schedule = schedule;
    options.weightDecay = weightDecay;
    return options;
}

AdmmOptions admm(std::int64_t rounds, double rho, double factor, const TrainingOptions& training)
{
    AdmmOptions options;
    options.rounds = rounds;
    options.rho = rho;
    options.rhoFactor = factor;
    options.training = training;
    options.training.epochs = TrainingOptions{}.epochs;  // rounds count; a file does not hold it
    return options;
}

void plainSchedules(Recipe& recipe)
{
    constexpr double kDecay = 5e-4;
    recipe.train = training(12, 64, 0.05, ScheduleKind::OneCycle, kDecay);
    recipe.admm = admm(6, 1e-2, 1.6, training(0, 64, 0.01, ScheduleKind::Cosine, kDecay));
    recipe.retrain = training(6, 64, 0.03, ScheduleKind::OneCycle, kDecay);
    recipe.retrain.warmUp = 0.2;
    recipe.quantize = admm(5, 2e-2, 1.8, training(0, 64, 0.005, ScheduleKind::Cosine, kDecay));
    recipe.finetune = training(2, 64, 0.002, ScheduleKind::Cosine, kDecay);
}

void smallImageSchedules(Recipe& recipe)
{
    constexpr double kDecay = 1e-4;
    recipe.train = training(60, 128, 0.1, ScheduleKind::Cosine, kDecay);
    recipe.admm = admm(10, 1e-3, 1.6, training(0, 128, 0.02, ScheduleKind::Cosine, kDecay));
    recipe.retrain = training(30, 128, 0.03, ScheduleKind::Cosine, kDecay);
    recipe.quantize = admm(5, 1e-3, 1.8, training(0, 128, 0.005, ScheduleKind::Cosine, kDecay));
    recipe.finetune = training(2, 128, 0.002, ScheduleKind::Cosine, kDecay);
}

void largeImageSchedules(Recipe& recipe)
{
    constexpr double kDecay = 1e-4;
    recipe.train = training(90, 64, 0.1, ScheduleKind::Step, kDecay);
    recipe.train.milestones = {1.0 / 3.0, 2.0 / 3.0};
    recipe.admm = admm(8, 1e-3, 1.6, training(0, 64, 0.005, ScheduleKind::Cosine, kDecay));
    recipe.retrain = training(15, 64, 0.01, ScheduleKind::Cosine, kDecay);
    recipe.quantize = admm(4, 1e-3, 1.8, training(0, 64, 0.002, ScheduleKind::Cosine, kDecay));
    recipe.finetune = training(1, 64, 0.001, ScheduleKind::Cosine, kDecay);
}

}  // namespace

Recipe recipeForNetwork(const std::string& zooName, const Network& network)
{
    Recipe recipe;
    recipe.name = zooName;
    recipe.description = fmt::format("{} with the schedules usual for its family", zooName);
    recipe.network = zooName;
    const Shape& input = network.inputShape();
    recipe.data = input == Shape{1, 28, 28} ? "synthetic-digits" : input == Shape{3, 32, 32} ? "cifar10" : "";
    recipe.plan = densePlan(network);
    const bool normalized = std::any_of(network.nodes().begin(), network.nodes().end(),
                                        [](const Node& node) { return std::holds_alternative<BatchNorm>(node.operation); });
    if (!normalized) {
        plainSchedules(recipe);
        return recipe;
    }
    recipe.execution.channelsLast = true;
    if (input.size() < 2 || input[1] <= kSmallImage) {
        smallImageSchedules(recipe);
    } else {
        largeImageSchedules(recipe);
    }
    return recipe;
}

Recipe recipeOnNetwork(const Recipe& stages, const Recipe& own, const Network& network)
{
    const std::vector<WeightLayer> layers = weightLayers(network);
    const bool fits = std::all_of(stages.plan.layers.begin(), stages.plan.layers.end(), [&](const LayerPlan& plan) {
        return std::any_of(layers.begin(), layers.end(), [&](const WeightLayer& layer) { return layer.name == plan.layer; });
    });
    Recipe recipe = stages;
    recipe.name = own.name;
    recipe.description = fmt::format("{} with the stages of the recipe {}", own.network, stages.name);
    recipe.network = own.network;
    recipe.weights = own.weights;
    recipe.data = own.data;
    recipe.mean = own.mean;
    recipe.deviation = own.deviation;
    recipe.plan = fits ? completedPlan(stages.plan, network) : own.plan;
    return recipe;
}

}  // namespace mho
