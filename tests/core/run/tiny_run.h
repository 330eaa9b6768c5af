// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run/run.h"

#include <nlohmann/json.hpp>

#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// Runs of a second or two, and stores that keep them.
namespace mho::test {

/// A store in memory, as the project file behaves.
class MemoryStore : public RunStore {
public:
    void saveCheckpoint(const Checkpoint& checkpoint, const std::vector<EpochMetric>& newMetrics) override;
    std::optional<Checkpoint> loadCheckpoint() override { return checkpoint_; }
    std::vector<EpochMetric> metrics() override { return metrics_; }
    void saveResult(const std::string&, const Checkpoint&) override {}

private:
    std::optional<Checkpoint> checkpoint_;
    std::vector<EpochMetric> metrics_;
};

struct Killed {};  ///< Thrown by a KillingStore.

/// Kills the run as soon as a save stands; remembers the saves of all its runs.
class KillingStore final : public MemoryStore {
public:
    explicit KillingStore(int savesUntil = std::numeric_limits<int>::max()) : left_(savesUntil) {}

    void saveCheckpoint(const Checkpoint& checkpoint, const std::vector<EpochMetric>& newMetrics) override;
    int saves() const { return static_cast<int>(stages_.size()); }
    const std::vector<std::string>& stages() const { return stages_; }  ///< Of each save.

private:
    int left_;
    std::vector<std::string> stages_;
};

LayerPlan layer(std::string name, std::vector<ConstraintSpec> constraints, int levelBits);

/// LeNet-5 with every usual stage: one epoch each, two ADMM rounds.
Recipe tiny();
/// tiny() with pruning before levels, then partial quantisation, then training through the levels;
/// the original is the teacher of both kinds of training.
Recipe tinyStaged();
/// tiny() with reweighted group lasso in place of ADMM's pruning.
Recipe tinyReweighted();

/// 600 images.
const DataSet& digits();

nlohmann::json withoutEnvironment(const RunResult& result);

/// On digits(), from scratch.
RunResult run(const Recipe& recipe, RunStore* store, const RunCallbacks& callbacks = {});

/// The network with normal values of a tenth in every parameter, from a seed.
Network withNormalValues(Network network, std::uint64_t seed);

/// No epoch in any stage.
Recipe withoutEpochs(Recipe recipe);

}  // namespace mho::test
