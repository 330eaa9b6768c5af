// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/run.h"

#include "core/base/phrasing.h"
#include "core/compress/masked_network.h"
#include "core/cost/cost_model.h"
#include "core/run/job.h"
#include "core/run/run_check.h"
#include "core/run/verify.h"

#include <fmt/format.h>

#include <algorithm>

namespace mho {

/// Putting the parameters back zeroes what is masked, so that the trained ones themselves are looked at before: pruned weights, and
/// biases and batch norms of pruned filters, must be as maskedNetwork() has them.
std::vector<Problem> Job::sessionViolations() const
{
    std::vector<Problem> broken;
    if (!pruned()) {
        return broken;
    }
    CompressedNetwork trained = shrunk_->compressed;
    trained.network = std::make_shared<const Network>(session_->snapshot());
    const Network masked = maskedNetwork(trained);
    for (NodeId id = 0; id < masked.nodes().size(); ++id) {
        const Node& node = trained.network->nodes()[id];
        for (const Parameter& parameter : node.parameters) {
            const auto is = parameter.tensor.values();
            const auto must = masked.nodes()[id].parameter(parameter.role)->values();
            std::size_t others = 0;
            for (std::size_t i = 0; i < is.size(); ++i) {
                others += is[i] != must[i] ? 1 : 0;
            }
            if (others > 0) {
                broken.push_back({node.name, parameter.role == "weight"
                                                 ? phrase(MHO_TEXT("pruned weights that were trained: %1"), others)
                                                 : phrase(MHO_TEXT("%1 of pruned filters that was trained: %2"), parameter.role, others)});
            }
        }
    }
    return broken;
}

RunResult Job::result()
{
    RunResult result;
    result.end = cancelled_ ? RunEnd::Cancelled : stopped_ ? RunEnd::StoppedAndKept : RunEnd::Finished;
    if (stopped_ && !cancelled_ && !state_.stoppedAt.empty()) {
        result.stoppedAt = stopPointOf(state_.stoppedAt);
    }
    result.recipe = recipe_;
    result.accuracies = state_.accuracies;
    result.convergenceJson = state_.convergenceJson;
    result.projectedWeights = state_.projectedWeights;
    result.dataName = data_.name;
    result.dataSha256 = data_.sha256;
    result.normalization = data_.normalization;
    if (!state_.teacherHash.empty()) {
        result.teacherNormalization = teacherNormalization().value_or(data_.normalization);
    }
    result.startHash = state_.startHash;
    result.teacherHash = state_.teacherHash;
    result.environment = learner().environment();
    result.metrics = metrics_;
    if (!cancelled_) {
        result.violations = sessionViolations();
    }
    auto network = std::make_shared<const Network>(expandedNetwork());
    result.networkHash = networkHash(*network);
    result.compressed = uncompressed(network);
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        CompressedLayer& layer = result.compressed.layers[i];
        if (pruned()) {
            layer.mask = state_.masks[i];
        }
        if (!state_.scales.empty() && state_.scales[i] > 0.0F && state_.stage >= Stage::Finetune) {
            layer.levels = levelsOf(i);
        }
    }
    if (!cancelled_) {
        const std::vector<Problem> broken = planViolations(result.compressed, recipe_.plan, target_);
        result.violations.insert(result.violations.end(), broken.begin(), broken.end());
        result.end = result.violations.empty() ? result.end : RunEnd::PlanBroken;
    }
    result.componentsSha256 = components_.sha256;
    result.mappedDense = mapDense(*network, recipe_.hardware);
    result.mapped = mapNetwork(result.compressed, recipe_.hardware);
    result.costDense = estimateCost(result.mappedDense, components_);
    result.cost = estimateCost(result.mapped, components_);
    result.seconds = secondsWorked();
    return result;
}

RunResult runRecipe(const Recipe& recipe, const Network& start, const DataSet& data, RunStore* store, const RunCallbacks& callbacks,
                    std::shared_ptr<const Network> teacher)
{
    return Job(recipe, start, data, store, callbacks, std::move(teacher)).run();
}

bool needsTeacher(const Recipe& recipe)
{
    const auto& layers = recipe.plan.layers;
    const bool levels = std::any_of(layers.begin(), layers.end(), [](const LayerPlan& layer) { return layer.levelBits > 0; });
    const StraightThroughOptions& stage = recipe.straightThrough;
    return levels && stage.training.epochs > 0 && stage.mix > 0.0 && !stage.teacher.empty();
}

void requireRunnable(const Recipe& recipe, const Network& start, const DataSet& data, std::shared_ptr<const Network> teacher)
{
    Job(recipe, start, data, nullptr, {}, std::move(teacher));
}

}  // namespace mho
